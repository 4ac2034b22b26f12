"""What a draft says, put on the screen: appointment, term, papers missing, fee, odd values."""

from onestop_desktop.application.draft_reception import Draft
from onestop_desktop.application.messages import warning_sentence
from onestop_desktop.application.reasons import term_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.dossier import deciding_agency
from onestop_desktop.domain.procedure import Procedure

_NO_APPOINTMENT = ("term_not_set", "calendar_ends", "case_unknown")


class DraftShown:
    """Shows drafts on the reception; decides nothing."""

    def __init__(self, desk: Desk, view: ReceptionView) -> None:
        self._desk, self._view = desk, view

    def show(self, draft: Draft, procedure: Procedure | None) -> None:
        """All of it."""
        self.show_appointment(draft)
        self._show_procedure(procedure)
        self._show_verdict(draft, procedure)
        amount, how = facts.fee_words(draft.fee if procedure else None)
        self._view.fee.amount.setText(amount)
        self._view.fee.how.set_whole(how)

    def show_appointment(self, draft: Draft) -> None:
        """The appointment, or why there is none."""
        desk, panel = self._desk.view, self._view.side.appointment
        promise = facts.promise_of(draft, desk, self._desk.now()) if desk else None
        if promise is not None:
            panel.show_promise(promise)
            return
        reason = next((f for f in draft.faults if f.code in _NO_APPOINTMENT), None)
        empty = tr("Chọn thủ tục để thấy giờ hẹn.")
        panel.show_nothing(self._desk.sentence(reason) if reason else empty)

    def show_faults(self, draft: Draft, *, told: bool) -> bool:
        """Mark odd values always, faults once a refusal told of them; False when none is left."""
        language = self._desk.language
        warnings = {w.field: warning_sentence(w, language) for w in draft.warnings}
        faults = {}
        if told:
            faults = {f.field: self._desk.sentence(f) for f in draft.faults if f.field}
        self._view.show_faults(faults, warnings)
        return bool(faults)

    def _show_procedure(self, procedure: Procedure | None) -> None:
        desk, section = self._desk.view, self._view.procedure
        if procedure is None or desk is None:
            section.term.set_whole("")
            section.agency.set_text(desk.agency.short_name if desk else "")
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

    def _show_verdict(self, draft: Draft, procedure: Procedure | None) -> None:
        head = self._view.papers.head
        asked = [row for row in self._view.papers.table.rows() if row.settled is None]
        missing, total = len(draft.missing), len(asked)
        if procedure is None or draft.appointment is None or not total:
            head.show_verdict("none", "", "text2")
        elif missing:
            words = tr("Còn thiếu {n}/{m} giấy tờ").format(n=missing, m=total)
            head.show_verdict("open", words, "soon")
        else:
            head.show_verdict("check", tr("Đủ {m}/{m} giấy tờ").format(m=total), "ready")
