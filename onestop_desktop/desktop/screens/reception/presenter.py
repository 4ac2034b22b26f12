"""What happens at the reception: drafting while typing, receiving, printing, the next citizen."""

import secrets
from typing import Any

from PySide6.QtCore import QObject

from onestop_desktop.application.draft_reception import DeskView, Draft, draft_reception
from onestop_desktop.application.receive_dossier import Received, ReceiveDossier
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.after import AfterReception
from onestop_desktop.desktop.screens.reception.chosen_procedure import ChosenProcedure
from onestop_desktop.desktop.screens.reception.citizen import Citizen
from onestop_desktop.desktop.screens.reception.draft_shown import DraftShown
from onestop_desktop.desktop.screens.reception.parking import Parking
from onestop_desktop.desktop.screens.reception.slip_preview import SlipPreview
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain import errors
from onestop_desktop.domain.procedure import Procedure


class ReceptionPresenter(QObject):
    """One reception at a time; its request id makes a second Ctrl+Enter the same order."""

    def __init__(self, desk: Desk) -> None:
        self.chosen = ChosenProcedure(desk)
        self.view = self.chosen.view
        super().__init__(self.view)
        self._desk = desk
        self._draft: Draft | None = None
        self._refused = self._agreed = self._busy = False
        self._request = new_request()
        self.preview = SlipPreview(desk, self.view.side)
        self.citizen = Citizen(desk, self.view)
        self.after = AfterReception(desk, self.view)
        self.parking = Parking(desk, self.view)
        self.shown = DraftShown(desk, self.view)
        self.chosen.take(None)
        self._connect()
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
        view.procedure.box.textEdited.connect(lambda _text: self._remember())
        self.chosen.changed.connect(self.look)
        self.chosen.looked_at.connect(self._look_at)
        self.citizen.filled.connect(self._citizen_filled)
        desk.viewed.connect(self._viewed)
        desk.resume_wanted.connect(self.resume)
        desk.receive_wanted.connect(lambda: desk.start(self.receive(), view))

    def _viewed(self, desk: DeskView) -> None:
        self.chosen.know(desk)
        if self.chosen.procedure is None and self._desk.typed:
            self.chosen.restore(self._desk.typed)
        self.look()

    # -- drafting
    def look(self) -> None:
        """Draft what is typed and show all that can be said of it."""
        self._remember()
        self.chosen.count_certified(self._form())
        if self._desk.view is None:
            return
        procedure = self.chosen.procedure
        draft = self._draft = self._drafted(procedure)
        self.shown.show(draft, procedure)
        left = self.shown.show_faults(draft, told=self._refused)
        if self._refused and not left:
            self._refused = False
            self.view.refusal.hide()
        self.preview.want(draft.receipt)
        self.citizen.look(procedure)

    def _look_at(self, procedure: Procedure) -> None:
        self.shown.show_appointment(self._drafted(procedure))

    def _drafted(self, procedure: Procedure | None) -> Draft:
        desk = self._desk.view
        if desk is None:
            return Draft((), ())
        order = facts.order_facts(self._form(), procedure)
        return draft_reception(
            order, procedure, desk=desk, now=self._desk.now(), officer=self._desk.officer
        )

    def _form(self) -> facts.Form:
        return {**self.view.form(), "request_id": self._request}

    def _remember(self) -> None:
        """What would be lost, kept where a new window and the closing find it."""
        form = self._form()
        title = facts.form_title(form, self.chosen.procedure)
        kept = {**form, "title": title, "parked": self.parking.number}
        self._desk.typed = kept if facts.is_touched(form) else {}

    # -- acts
    def receive(self) -> Flow:
        """Receive and print; a refusal keeps every field, a printer's fault keeps the dossier."""
        if self._busy or self._desk.view is None:
            return
        self.look()
        if self._must_agree():
            return
        order = ReceiveDossier(
            facts.order_facts(self._form(), self.chosen.procedure),
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
        parked = self.parking.number
        self._done(received)
        yield from self.parking.forget(parked)
        yield from print_flow(self._desk, received.dossier.code)

    def _must_agree(self) -> bool:
        """A provisional appointment is printed only with the officer's yes: a second Ctrl+Enter."""
        receipt = self._draft.receipt if self._draft else None
        if receipt is None or not receipt.provisional or self._agreed:
            return False
        self._agreed = True
        again = tr("Bấm Ctrl Enter lần nữa để đồng ý và in.")
        self._refuse(tr("Giờ hẹn còn tạm tính."), again)
        return True

    def _done(self, received: Received) -> None:
        dossier = received.dossier
        self.start_new()
        self.after.show(received)
        self._desk.announce(received.changes)
        self._desk.told.emit(
            tr("Đã tiếp nhận {code}").format(code=dossier.code), dossier.applicant.name
        )

    def _refused_by(self, error: errors.CodedError) -> None:
        """Say it, mark each field at fault, put the focus on the first; nothing typed is lost."""
        self._refused = True
        others = getattr(error, "others", ())
        sentence = self._desk.sentence(error)
        field = self.view.field_of(error.field) if error.field else None
        in_place = field is not None and self.view.has_room_for_sentence(field)
        words = tr("{n} ô cần sửa. Chưa ghi gì vào sổ, mọi ô đã gõ vẫn còn nguyên.")
        self._refuse(
            tr("Chưa tiếp nhận."), words.format(n=1 + len(others)) if in_place else sentence
        )
        self.look()
        if error.field:
            shown = {f.field: self._desk.sentence(f) for f in (*others, error) if f.field}
            self.view.show_faults(shown, {})
        if field is not None:
            field.setFocus()

    def _refuse(self, head: str, sentence: str) -> None:
        self.view.refusal.show_refusal(head, sentence, to_fault=self._refused)

    def start_new(self) -> None:
        """An empty reception for the next citizen."""
        self._request, self.parking.number = new_request(), 0
        self._refused = self._agreed = False
        self.view.fill({})
        self.citizen.forget()
        self.chosen.take(None)
        self.view.applicant.identity.edit.setFocus()
        self.view.side.show_preview()

    def park(self) -> Flow:
        """Put what is typed aside and begin anew."""
        kept = dict(self._desk.typed)
        if not kept or self._busy:
            return
        try:
            yield from self.parking.put_aside(kept)
        except errors.CodedError as error:
            self._refuse(tr("Chưa để tạm được."), self._desk.sentence(error))
            return
        self.start_new()

    def choose_parked(self) -> Flow:
        """Go on with one that was put aside; what is typed now is put aside first."""
        form = yield from self.parking.choose()
        if form is not None:
            if self._desk.typed:
                yield from self.park()
            self.resume(form)

    def resume(self, form: dict[str, Any]) -> None:
        """Show a form again as it was typed."""
        self.view.fill(form)
        self.parking.number = int(form.get("parked") or 0)
        self._request = str(form.get("request_id") or new_request())
        self.chosen.restore(form)
        self.look()

    def _citizen_filled(self) -> None:
        self.look()
        if self.chosen.procedure is None:
            self.view.procedure.box.setFocus()


def new_request() -> str:
    """A fresh request id: the same order sent twice is one dossier."""
    return secrets.token_hex(12)


def build(desk: Desk) -> ReceptionView:
    """The reception with its presenter."""
    return ReceptionPresenter(desk).view
