"""What happens at the reception: drafting while typing, receiving, printing, parking, the next citizen."""

import secrets
from typing import Any

from PySide6.QtCore import QObject

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.draft_reception import DeskView, Draft, draft_reception
from onestop_desktop.application.messages import error_sentence, warning_sentence
from onestop_desktop.application.reasons import term_words
from onestop_desktop.application.receive_dossier import Received, ReceiveDossier
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.after import AfterReception
from onestop_desktop.desktop.screens.reception.citizen import Citizen
from onestop_desktop.desktop.screens.reception.parked_dialog import ParkedDialog
from onestop_desktop.desktop.screens.reception.slip_preview import SlipPreview
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import deciding_agency
from onestop_desktop.domain.procedure import Procedure, ProcedureKeys, search_keys


class ReceptionPresenter(QObject):
    """One reception at a time; its request id makes a second Ctrl+Enter the same order."""

    def __init__(self, desk: Desk) -> None:
        self.view = ReceptionView(self.search)
        super().__init__(self.view)
        self._desk = desk
        self._keys: tuple[ProcedureKeys, ...] = ()
        self._procedure: Procedure | None = None
        self._draft: Draft | None = None
        self._refused = self._agreed = self._busy = False
        self._parked = 0
        self._request = new_request()
        self.preview = SlipPreview(desk, self.view.side)
        self.citizen = Citizen(desk, self.view)
        self.after = AfterReception(desk, self.view)
        self._connect()
        self._take_procedure(None)
        if desk.view is not None:
            self._viewed(desk.view)
        if desk.typed:
            self.resume(desk.typed)

    def _connect(self) -> None:
        view, desk = self.view, self._desk
        view.edited.connect(self.look)
        view.submitted.connect(lambda: desk.start(self.receive(), view))
        view.park_wanted.connect(lambda: desk.start(self.park(), view))
        view.parked_wanted.connect(lambda: desk.start(self.choose_parked(), view))
        view.new_wanted.connect(self.start_new)
        view.shown_again.connect(self.look)
        view.procedure.box.chosen.connect(self._chosen)
        view.procedure.box.highlighted.connect(self._highlighted)
        view.procedure.box.cleared.connect(lambda: self._take_procedure(None))
        view.procedure.box.textEdited.connect(lambda _text: self._remember())
        self.citizen.filled.connect(self._citizen_filled)
        desk.viewed.connect(self._viewed)
        desk.resume_wanted.connect(self.resume)
        desk.receive_wanted.connect(lambda: desk.start(self.receive(), view))

    # -- catalogue
    def search(self, text: str) -> list[ProcedureRow]:
        """Hits from memory; the store is never asked while typing."""
        usual = self._desk.view.usual if self._desk.view else ()
        return facts.search_rows(self._keys, usual, text)

    def _viewed(self, desk: DeskView) -> None:
        self._keys = tuple(search_keys(procedure) for procedure in desk.procedures)
        if self._procedure is not None:
            self._procedure = self._by_code(self._procedure.code)
        self.look()

    def _by_code(self, code: str) -> Procedure | None:
        return next((k.procedure for k in self._keys if k.procedure.code == code), None)

    def _chosen(self, row: ProcedureRow) -> None:
        procedure = self._by_code(row.code)
        self._take_procedure(procedure)
        self.view.side.show_preview()
        if procedure is not None:
            target = self.view.papers.table
            certified = self.view.first_fee() if procedure.is_certification else target
            certified.setFocus()

    def _highlighted(self, row: ProcedureRow) -> None:
        """The appointment follows the highlighted row of the popup."""
        procedure = self._by_code(row.code)
        if procedure is not None:
            self._show_appointment(self._drafted(procedure))

    def _take_procedure(self, procedure: Procedure | None) -> None:
        self._procedure, view = procedure, self.view
        cases = procedure.cases if procedure else ()
        view.procedure.case.setVisible(len(cases) > 1)
        names = [(str(no), name or tr("Trường hợp {n}").format(n=no)) for no, name in cases]
        view.procedure.case.offer(names)
        exemptions = procedure.exemptions if procedure else ()
        offered = [("", tr("Không")), *((row.code, row.name) for row in exemptions)]
        view.fee.exemption.offer(offered)
        certification = bool(procedure and procedure.is_certification)
        for field in (view.fee.pages, view.fee.copies, view.fee.titles):
            field.setVisible(certification)
        self._show_papers({})
        self.look()

    def _show_papers(self, counts: dict[str, list[int]]) -> None:
        if self._procedure is None:
            self.view.papers.table.show_papers(())
            return
        case = int(self.view.procedure.case.value() or 1)
        self.view.papers.table.show_papers(facts.paper_rows(self._procedure, case, counts))

    # -- drafting
    def look(self) -> None:
        """Draft what is typed and show all that can be said of it."""
        self._remember()
        self._count_certified()
        if self._desk.view is None:
            return
        draft = self._draft = self._drafted(self._procedure)
        self._show_appointment(draft)
        self._show_procedure()
        amount, how = facts.fee_words(draft.fee if self._procedure else None)
        self.view.fee.amount.setText(amount)
        self.view.fee.how.set_whole(how)
        self._show_papers_verdict(draft)
        self._show_faults(draft)
        self.preview.want(draft.receipt)
        self.citizen.look(self._procedure)

    def _drafted(self, procedure: Procedure | None) -> Draft:
        desk = self._desk.view
        assert desk is not None  # noqa: S101 - called only once the view was read
        order = facts.order_facts(self._form(), procedure)
        return draft_reception(
            order, procedure, desk=desk, now=self._desk.now(), officer=self._desk.officer
        )

    def _form(self) -> facts.Form:
        return {**self.view.form(), "request_id": self._request}

    def _remember(self) -> None:
        form = self._form()
        title = facts.form_title(form, self._procedure)
        kept = {**form, "title": title, "parked": self._parked}
        self._desk.typed = kept if facts.is_touched(form) else {}

    def _count_certified(self) -> None:
        """For copies to certify the papers' counts follow from pages and copies."""
        if self._procedure is None or not self._procedure.is_certification:
            return
        items = facts.certified_items(self._form())
        copies = sum(item["copies"] for item in items if isinstance(item["copies"], int))
        counts: dict[str, list[int]] = {}
        for paper in self._procedure.papers:
            counts[str(paper.no)] = [
                min(len(items), 99) if paper.originals else 0,
                min(len(items), 99) if paper.certified else 0,
                min(copies, 999) if paper.copies else 0,
            ]
        before = self.view.form()["papers"]
        if items and any(before.get(no) != wanted for no, wanted in counts.items() if no in before):
            self._show_papers(counts)

    def _show_appointment(self, draft: Draft) -> None:
        desk, panel = self._desk.view, self.view.side.appointment
        promise = facts.promise_of(draft, desk, self._desk.now()) if desk else None
        if promise is not None:
            panel.show_promise(promise)
            return
        reason = next(
            (
                f
                for f in draft.faults
                if f.code in ("term_not_set", "calendar_ends", "case_unknown")
            ),
            None,
        )
        empty = tr("Chọn thủ tục để thấy giờ hẹn.")
        panel.show_nothing(self._desk.sentence(reason) if reason else empty)

    def _show_procedure(self) -> None:
        procedure, desk = self._procedure, self._desk.view
        if procedure is None or desk is None:
            self.view.procedure.term.set_whole("")
            self.view.procedure.agency.set_text(desk.agency.short_name if desk else "")
            return
        form = self.view.form()
        rows = [row for row in procedure.terms if str(row.case) == (form["case"] or "1")]
        term = term_words(rows[0].term if rows else "", self._desk.language)
        words = tr("Thời hạn: {term} · Lĩnh vực: {field} · Kết quả: {result}")
        whole = words.format(
            term=term, field=procedure.field or "…", result=procedure.result or "…"
        )
        if procedure.to_check:
            whole += " · " + tr("cần đối chiếu quyết định của tỉnh")
        self.view.procedure.term.set_whole(whole)
        self.view.procedure.agency.set_text(deciding_agency(procedure, desk.agency))

    def _show_papers_verdict(self, draft: Draft) -> None:
        head = self.view.papers.head
        if self._procedure is None:
            head.show_verdict("none", "", "text2")
            return
        asked = [row for row in self.view.papers.table.rows() if row.settled is None]
        missing = len(draft.missing)
        total = len(asked)
        if draft.appointment is None or not total:
            head.show_verdict("none", "", "text2")
        elif missing:
            words = tr("Còn thiếu {n}/{m} giấy tờ").format(n=missing, m=total)
            head.show_verdict("open", words, "soon")
        else:
            head.show_verdict("check", tr("Đủ {m}/{m} giấy tờ").format(m=total), "ready")

    def _show_faults(self, draft: Draft) -> None:
        language = self._desk.language
        warnings = {w.field: warning_sentence(w, language) for w in draft.warnings}
        faults = {}
        if self._refused:
            faults = {f.field: error_sentence(f, language) for f in draft.faults if f.field}
            if not faults:
                self._refused = False
                self.view.refusal.hide()
        self.view.show_faults(faults, warnings)

    # -- acts
    def receive(self) -> Flow:
        """Receive and print; a refusal keeps every field, a printer's fault keeps the dossier."""
        if self._busy or self._desk.view is None:
            return
        self.look()
        receipt = self._draft.receipt if self._draft else None
        if receipt is not None and receipt.provisional and not self._agreed:
            self._agreed = True
            again = tr("Bấm Ctrl Enter lần nữa để đồng ý và in.")
            self._refuse(tr("Giờ hẹn còn tạm tính."), again)
            return
        order = ReceiveDossier(
            facts.order_facts(self._form(), self._procedure),
            self._desk.officer,
            self._desk.workstation.counter,
        )
        self._busy = True
        try:
            received: Received = yield Work(lambda: self._desk.services.receive_dossier(order))
        except errors.CodedError as error:
            self._refused_by(error)
            return
        finally:
            self._busy = False
        parked = self._parked
        self._done(received)
        if parked:
            yield from self._forget(parked)
        yield from print_flow(self._desk, received.dossier.code)

    def _done(self, received: Received) -> None:
        code = received.dossier.code
        self.start_new()
        self.after.show(received)
        self._desk.announce(received.changes)
        self._desk.told.emit(
            tr("Đã tiếp nhận {code}").format(code=code), received.dossier.applicant.name
        )

    def _forget(self, parked: int) -> Flow:
        try:
            yield Work(lambda: self._desk.services.drop_parked(parked))
        except errors.ParkedUnknown:
            return
        self._desk.announce(Changes.PARKED)

    def _refused_by(self, error: errors.CodedError) -> None:
        self._refused = True
        sentence = self._desk.sentence(error)
        count = 1 + len(getattr(error, "others", ()))
        if isinstance(error, errors.WorldFault):
            self._refuse(tr("Chưa tiếp nhận."), sentence)
            return
        words = tr("{n} ô cần sửa. Chưa ghi gì vào sổ, mọi ô đã gõ vẫn còn nguyên.")
        field = self.view.field_of(error.field) if error.field else None
        self._refuse(tr("Chưa tiếp nhận."), words.format(n=count) if field else sentence)
        self.look()
        language = self._desk.language
        if error.field:
            others = getattr(error, "others", ())
            shown = {f.field: error_sentence(f, language) for f in (*others, error) if f.field}
            self.view.show_faults(shown, {})
        if field is not None:
            field.setFocus()
            if field in (self.view.procedure.box, self.view.papers.table):
                self._refuse(tr("Chưa tiếp nhận."), sentence)

    def _refuse(self, head: str, sentence: str) -> None:
        self.view.refusal.show_refusal(head, sentence, to_fault=self._refused)

    def start_new(self) -> None:
        """An empty reception for the next citizen."""
        self._request, self._parked = new_request(), 0
        self._refused = self._agreed = False
        self.view.fill({})
        self.citizen.forget()
        self._take_procedure(None)
        self.view.applicant.identity.edit.setFocus()
        self.view.side.show_preview()

    def park(self) -> Flow:
        """Put what is typed aside and begin anew."""
        kept = dict(self._desk.typed)
        if not kept or self._busy:
            return
        try:
            yield Work(
                lambda: self._desk.services.park_reception(
                    kept, str(kept["title"]), self._desk.officer, self._parked
                )
            )
        except errors.CodedError as error:
            self._refuse(tr("Chưa để tạm được."), self._desk.sentence(error))
            return
        self.start_new()
        self._desk.announce(Changes.PARKED)
        self._desk.told.emit(tr("Đã để tạm"), str(kept["title"]))

    def choose_parked(self) -> Flow:
        """Show what was put aside; go on with one, or throw one away."""
        rows = yield Work(lambda: self._desk.services.parked_receptions())
        if not rows:
            self._desk.told.emit(tr("Không có hồ sơ nào để tạm"), "")
            return
        answer = yield Ask(ParkedDialog(rows, self._desk, self.view.window()))
        if answer is None:
            return
        act, number = answer
        chosen = next((row for row in rows if row.id == number), None)
        if act == "drop":
            yield from self._forget(number)
        elif chosen is not None:
            if self._desk.typed:
                yield from self.park()
            self.resume({**chosen.form, "parked": number})

    def resume(self, form: dict[str, Any]) -> None:
        """Show a form again as it was typed."""
        self.view.fill(form)
        self._parked = int(form.get("parked") or 0)
        self._request = str(form.get("request_id") or new_request())
        procedure = self._by_code(str(form.get("procedure", "")))
        if procedure is not None:
            self.view.procedure.box.set_row(facts.procedure_row(procedure))
        else:
            self.view.procedure.box.setText(str(form.get("procedure", "")))
        self._take_procedure(procedure)
        self.view.procedure.case.choose(str(form.get("case", "")))
        self.view.fee.exemption.choose(str(form.get("exemption", "")))
        self._show_papers(form.get("papers", {}))
        self.look()

    def _citizen_filled(self) -> None:
        self.look()
        if self._procedure is None:
            self.view.procedure.box.setFocus()


def new_request() -> str:
    """A fresh request id: the same order sent twice is one dossier."""
    return secrets.token_hex(12)


def build(desk: Desk) -> ReceptionView:
    """The reception with its presenter."""
    return ReceptionPresenter(desk).view
