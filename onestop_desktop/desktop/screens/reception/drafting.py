"""What is typed, looked at while it is typed: procedure, papers, appointment, fee, faults; it stores nothing."""

import secrets
from typing import Any

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.draft_reception import DeskView, Draft, draft_reception
from onestop_desktop.application.messages import error_sentence, warning_sentence
from onestop_desktop.application.reasons import term_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.screens.reception.visit import Visit
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.procedure import Procedure, ProcedureKeys, search_keys
from onestop_desktop.domain.reception_facts import deciding_agency

NO_APPOINTMENT = ("term_not_set", "calendar_ends", "case_unknown")


class Drafting(QObject):
    """The reception under way: its request id makes a second Ctrl+Enter the same order.

    `looked()` after each look. `refused` keeps the faults shown until they are mended, `told` holds
    those that only the store knows, until the next change of a person. `ticket` is the day and number
    of the hall that brought the citizen, kept with what is typed; `spent` are those given before.
    """

    looked = Signal()

    def __init__(self, desk: Desk, view: ReceptionView, keys: tuple[ProcedureKeys, ...]) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._keys = keys
        self.procedure: Procedure | None = None
        self.draft: Draft | None = None
        self.refused = False
        self.told: dict[str, str] = {}
        self.parked, self.ticket = 0, ""
        self.spent: set[str] = set()
        self.request = new_request()
        self.visit = Visit(self.request)
        view.edited.connect(self._edited)
        view.case_chosen.connect(self._case_chosen)
        view.procedure.box.highlighted.connect(self._highlighted)
        view.procedure.box.cleared.connect(self._cleared)
        view.procedure.box.textEdited.connect(self.remember)
        desk.viewed.connect(self._viewed)

    def begin_anew(self) -> None:
        """Forget the citizen before this one; his number is nobody else's."""
        if self.ticket and facts.is_touched(self._view.form()):
            self.spent.add(self.ticket)
        self.request, self.parked, self.refused = new_request(), 0, False
        self.visit = Visit(self.request)
        self.told, self.ticket = {}, ""

    def form(self) -> facts.Form:
        """What is typed, with the request and the visit it belongs to."""
        form = self._view.form()
        visit = self.visit.id if self.visit.takes(form) else self.request
        typed_in = {"request_id": self.request, "visit": visit, "ticket": self.ticket}
        return {**form, **typed_in}

    def order(self) -> dict[str, Any]:
        """The order behind it."""
        fee = self.draft.fee if self.draft else None
        paid_by = self._view.fee.payment.value() if fee and fee.amount else ""
        payment = {"method": paid_by} if paid_by else None
        return {**facts.order_facts(self.form(), self.procedure), "payment": payment}

    def remember(self, _text: str = "") -> None:
        """Keep what is typed where a closing window or another language finds it."""
        form = self.form()
        title = facts.form_title(form, self.procedure)
        waiting = self.visit.kept()
        kept = {**form, "title": title, "parked": self.parked, "waiting": waiting}
        self._desk.typed = kept if waiting or facts.is_touched(form) else {}

    def by_code(self, code: str) -> Procedure | None:
        """The procedure of that code, if it is in force."""
        return next((k.procedure for k in self._keys if k.procedure.code == code), None)

    def take_procedure(self, procedure: Procedure | None) -> None:
        """Show another procedure: its cases, exemptions and papers, each from the beginning."""
        self.procedure, view = procedure, self._view
        cases = procedure.cases if procedure else ()
        view.procedure.case.setVisible(len(cases) > 1)
        names = [(str(no), name or tr("Trường hợp {n}").format(n=no)) for no, name in cases]
        view.procedure.case.offer(names)
        view.procedure.case.choose("")
        exemptions = procedure.exemptions if procedure else ()
        offered = [("", tr("Không")), *((row.code, row.name) for row in exemptions)]
        view.fee.exemption.offer(offered)
        view.fee.exemption.choose("")
        books = self._desk.view.books if self._desk.view else {}
        book = books.get(procedure.code, "") if procedure else ""
        view.certify.setVisible(bool(book))
        view.fee.show_lane(book, certified=bool(procedure and procedure.is_certification))
        self.show_papers({})
        self.look()

    def show_papers(self, counts: dict[str, list[int]]) -> None:
        """Show the papers of the case chosen, with counts by their numbers."""
        if self.procedure is None:
            self._view.papers.table.show_papers(())
            return
        case = int(self._view.procedure.case.value() or 1)
        self._view.papers.table.show_papers(facts.paper_rows(self.procedure, case, counts))

    def look(self) -> None:
        """Draft what is typed and show all that can be said of it."""
        self.remember()
        self._count_certified()
        if self._desk.view is None:
            return
        draft = self.draft = self._drafted(self.procedure)
        self._show_appointment(draft)
        self._show_procedure(self._desk.view)
        told = self.procedure and not any(f.field.startswith("items") for f in draft.faults)
        amount, how = facts.fee_words(draft.fee) if told else ("–", "")
        self._view.fee.amount.setText(amount)
        self._view.fee.how.set_whole(how)
        self._show_papers_verdict(draft)
        self._show_faults(draft)
        self.looked.emit()

    def _edited(self) -> None:
        self.told = {}
        self.look()

    def _cleared(self) -> None:
        self.told = {}
        self.take_procedure(None)

    def _case_chosen(self) -> None:
        self.show_papers({})
        self._edited()

    def _viewed(self, desk: DeskView) -> None:
        self._keys = tuple(search_keys(procedure) for procedure in desk.procedures)
        if self.procedure is not None:
            self.procedure = self.by_code(self.procedure.code)
        elif (procedure := self.by_code(self._view.procedure.box.text())) is not None:
            # Taken up again before the catalogue was read.
            counts = self._desk.typed.get("papers", {})
            self._view.procedure.box.set_row(facts.procedure_row(procedure))
            self.take_procedure(procedure)
            self.show_papers(counts)
        self.look()

    def search(self, text: str) -> list[ProcedureRow]:
        """Hits from memory; the store is never asked while typing."""
        usual = self._desk.view.usual if self._desk.view else ()
        return facts.search_rows(self._keys, usual, text)

    def _highlighted(self, row: ProcedureRow) -> None:
        """The appointment follows the highlighted row of the popup."""
        procedure = self.by_code(row.code)
        if procedure is not None:
            self._show_appointment(self._drafted(procedure))

    def _drafted(self, procedure: Procedure | None) -> Draft:
        desk = self._desk.view
        assert desk is not None  # noqa: S101 - called only once the view was read
        form = self.form()
        return draft_reception(
            facts.order_facts(form, procedure),
            procedure,
            desk=desk,
            now=self._desk.now(),
            officer=self._desk.officer,
            beside=self.visit.dossiers if self.visit.takes(form) else (),
        )

    def _count_certified(self) -> None:
        """For copies to certify the papers' counts follow from pages and copies."""
        if self.procedure is None or not self.procedure.is_certification:
            return
        counts = facts.certified_counts(self.form(), self.procedure)
        before = self._view.form()["papers"]
        if any(before.get(no) != wanted for no, wanted in counts.items() if no in before):
            self.show_papers(counts)

    def _show_appointment(self, draft: Draft) -> None:
        desk, panel = self._desk.view, self._view.side.appointment
        promise = facts.promise_of(draft, desk, self._desk.now()) if desk else None
        if promise is not None:
            panel.show_promise(promise)
            return
        reason = next((fault for fault in draft.faults if fault.code in NO_APPOINTMENT), None)
        empty = tr("Chọn thủ tục để thấy giờ hẹn.")
        panel.show_nothing(error_sentence(reason, self._desk.language) if reason else empty)

    def _show_procedure(self, desk: DeskView) -> None:
        procedure, section = self.procedure, self._view.procedure
        if procedure is None:
            section.term.set_whole("")
            section.agency.set_text(desk.agency.short_name)
            return
        case = section.case.value() or "1"
        rows = [row for row in procedure.terms if str(row.case) == case]
        term = term_words(rows[0].term if rows else "", self._desk.language)
        words = tr("Thời hạn: {term} · Lĩnh vực: {field} · Kết quả: {result}")
        whole = words.format(
            term=term, field=procedure.field or "…", result=procedure.result or "…"
        )
        if procedure.to_check:
            whole += " · " + tr("cần đối chiếu quyết định của tỉnh")
        section.term.set_whole(whole)
        section.agency.set_text(deciding_agency(procedure, desk.agency))

    def _show_papers_verdict(self, draft: Draft) -> None:
        head = self._view.papers.head
        asked = [row for row in self._view.papers.table.rows() if row.settled is None]
        missing, total = len(draft.missing), len(asked)
        if self.procedure is None or draft.appointment is None or not total:
            head.show_verdict("none", "", "text2")
        elif missing:
            words = tr("Còn thiếu {n}/{m} giấy tờ").format(n=missing, m=total)
            head.show_verdict("open", words, "soon")
        else:
            head.show_verdict("check", tr("Đủ {m}/{m} giấy tờ").format(m=total), "ready")

    def _show_faults(self, draft: Draft) -> None:
        language = self._desk.language
        warnings = {w.field: warning_sentence(w, language) for w in draft.warnings}
        faults: dict[str, str] = {}
        if self.refused:
            faults = {f.field: error_sentence(f, language) for f in draft.faults if f.field}
            faults.update(self.told)
            if not faults:
                self.refused = False
                self._view.refusal.hide()
        self._view.show_faults(faults, warnings)

    def refuse_by(self, error: CodedError) -> list[str]:
        """Mark every fault of a refusal at its field; answer the names of the fields at fault."""
        faults = [fault for fault in (error, *getattr(error, "others", ())) if fault.field]
        self.refused = bool(faults)
        self.told = {fault.field: error_sentence(fault, self._desk.language) for fault in faults}
        self.look()
        return [fault.field for fault in faults]


def new_request() -> str:
    """A fresh request id: the same order sent twice is one dossier."""
    return secrets.token_hex(12)
