"""Receptions put aside half typed and taken up again, also after a restart."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.application.pages import ParkedRow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.drafting import Drafting, new_request
from onestop_desktop.desktop.screens.reception.parked_dialog import ParkedDialog
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.screens.reception.visit import Visit
from onestop_desktop.domain.errors import CodedError, ParkedUnknown


class Parking(QObject):
    """`put_aside()` when what was typed is safe in the store and the fields may be emptied."""

    put_aside = Signal()

    def __init__(self, desk: Desk, view: ReceptionView, drafting: Drafting) -> None:
        super().__init__(view)
        self._desk, self._view, self._drafting = desk, view, drafting

    def park(self) -> Flow:
        """Put what is typed aside and begin anew."""
        self._drafting.remember()
        # What waits for its slip is printed now; the next dossier joins it all the same.
        kept = {**self._desk.typed, "waiting": {}} if self._desk.typed else {}
        if not kept:
            self._desk.told.emit(tr("Chưa gõ gì để tạm"), "")
            return
        try:
            yield Work(lambda: self._keep(kept))
        except CodedError as error:
            self._view.refusal.show_refusal(
                tr("Chưa để tạm được."), error_sentence(error, self._desk.language), to_fault=False
            )
            return
        self.put_aside.emit()
        self._desk.announce(Changes.PARKED)
        self._desk.told.emit(tr("Đã để tạm"), str(kept["title"]))

    def _keep(self, kept: dict[str, Any]) -> int:
        services, title = self._desk.services, str(kept["title"])
        try:
            return services.park_reception(kept, title, self._desk.officer, int(kept["parked"]))
        except ParkedUnknown:
            # Somebody threw it away meanwhile: what is typed here is kept all the same.
            return services.park_reception(kept, title, self._desk.officer)

    def choose(self) -> Flow:
        """Show what was put aside; go on with one, or throw one away."""
        try:
            rows = yield Work(lambda: self._desk.services.parked_receptions())
        except CodedError as error:
            self._desk.warned.emit(tr("Không mở được"), self._desk.sentence(error))
            return
        if not rows:
            self._desk.told.emit(tr("Không có hồ sơ nào để tạm"), "")
            return
        answer = yield Ask(ParkedDialog(rows, self._desk, self._view.window()))
        if answer is None:
            return
        act, number = answer
        chosen = next((row for row in rows if row.id == number), None)
        if act == "drop":
            yield from self.forget(number)
            if chosen is not None and chosen.form.get("waiting"):
                # Given up is what was half typed; what was received before it has its slip.
                code = Visit.of_form(chosen.form).dossiers[-1].code
                yield from print_flow(self._desk, code)
        elif chosen is not None:
            yield from self._go_on_with(chosen)

    def _go_on_with(self, chosen: ParkedRow) -> Flow:
        if self._desk.typed and self._drafting.parked == chosen.id:
            return  # it is the one under way
        if self._desk.typed:
            yield from self.park()
            if self._desk.typed:
                return  # it could not be put aside: nothing typed is lost
        self.resume({**chosen.form, "parked": chosen.id})

    def forget(self, parked: int) -> Flow:
        """Take a parked reception away once it is received or given up."""
        if self._drafting.parked == parked:
            self._drafting.parked = 0
        try:
            yield Work(lambda: self._desk.services.drop_parked(parked))
        except ParkedUnknown:
            return
        self._desk.announce(Changes.PARKED)

    def resume(self, form: dict[str, Any]) -> None:
        """Show a form again as it was typed."""
        view, drafting = self._view, self._drafting
        drafting.begin_anew()
        view.fill(form)
        drafting.parked = int(form.get("parked") or 0)
        drafting.ticket = str(form.get("ticket") or "")
        drafting.request = str(form.get("request_id") or new_request())
        request = drafting.request
        drafting.visit = Visit.of_form({"visit": request, **form, "request_id": request})
        procedure = drafting.by_code(str(form.get("procedure", "")))
        if procedure is not None:
            view.procedure.box.set_row(facts.procedure_row(procedure))
        else:
            view.procedure.box.setText(str(form.get("procedure", "")))
        drafting.take_procedure(procedure)
        view.procedure.case.choose(str(form.get("case", "")))
        view.fee.exemption.choose(str(form.get("exemption", "")))
        drafting.show_papers(form.get("papers", {}))
        drafting.look()
        view.side.show_preview()
        view.focus_first_empty()
