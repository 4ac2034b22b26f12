"""What happens at the reception: the citizen read, the dossier received and printed, the next one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.after import AfterReception
from onestop_desktop.desktop.screens.reception.calling import Calling, todays_ticket
from onestop_desktop.desktop.screens.reception.certifying import Certifying
from onestop_desktop.desktop.screens.reception.citizen import Citizen
from onestop_desktop.desktop.screens.reception.drafting import Drafting
from onestop_desktop.desktop.screens.reception.noticing import Noticing
from onestop_desktop.desktop.screens.reception.parking import Parking
from onestop_desktop.desktop.screens.reception.refusing import Refusing
from onestop_desktop.desktop.screens.reception.slip_preview import SlipPreview
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.screens.reception.visit import Visit
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.domain import errors
from onestop_desktop.domain.procedure import search_keys


class ReceptionPresenter(QObject):
    """One reception at a time; whatever is scanned while one is being stored waits for its end."""

    def __init__(self, desk: Desk) -> None:
        self.view = ReceptionView(lambda text: self.drafting.search(text))
        super().__init__(self.view)
        self._desk = desk
        self._busy = self._finish_after = False
        self._agreed: object = None
        self._waiting_card = ""
        half_typed = dict(desk.typed)
        procedures = desk.view.procedures if desk.view else ()
        keys = tuple(search_keys(procedure) for procedure in procedures)
        self.drafting = Drafting(desk, self.view, keys)
        self.preview = SlipPreview(desk, self.view.side)
        self._refusing = Refusing(desk, self.view, self.drafting)
        self.citizen = Citizen(desk, self.view)
        self.after = AfterReception(desk, self.view)
        self.parking = Parking(desk, self.view, self.drafting)
        self.calling = Calling(desk, self.view, self.drafting)
        self.certifying = Certifying(desk, self.view, self)
        self.noticing = Noticing(desk, self.view, self.drafting, self.after)
        self._connect()
        self.drafting.take_procedure(None)
        if half_typed:
            self.parking.resume(half_typed)

    def _connect(self) -> None:
        view, desk = self.view, self._desk
        self.drafting.looked.connect(self._looked)
        view.submitted.connect(self._submitted)
        view.more_submitted.connect(self._more_submitted)
        view.new_wanted.connect(lambda: self._unless_busy(self._put_aside_and_begin))
        view.park_wanted.connect(lambda: self._unless_busy(self.parking.park))
        view.parked_wanted.connect(lambda: self._unless_busy(self.parking.choose))
        view.shown_again.connect(self.drafting.look)
        view.procedure.box.chosen.connect(self._chosen)
        self.citizen.filled.connect(self._citizen_filled)
        self.parking.put_aside.connect(self._was_put_aside)
        desk.resume_wanted.connect(self.parking.resume)
        desk.receive_wanted.connect(self._submitted)
        desk.card_scanned.connect(self._card_scanned)

    def is_busy(self) -> bool:
        """Whether a dossier is being stored."""
        return self._busy

    def _looked(self) -> None:
        drafting = self.drafting
        if drafting.draft is not None:
            self.preview.want(drafting.draft.receipt)
            self.citizen.look(drafting.procedure)
        self.view.show_visit(self._visit_words())

    def _chosen(self, row: ProcedureRow) -> None:
        procedure = self.drafting.by_code(row.code)
        self.drafting.told = {}
        self.drafting.take_procedure(procedure)
        self.view.side.show_preview()
        if procedure is not None:
            certified = procedure.is_certification
            table = self.view.papers.table
            (self.view.first_fee() if certified or not table.rows() else table).setFocus()

    def _card_scanned(self, text: str) -> None:
        if self._busy:
            # The fields still hold the citizen who is being received.
            self._waiting_card = text
        else:
            self.citizen.card_scanned(text)

    def _citizen_filled(self) -> None:
        self.drafting.look()
        if self.drafting.procedure is None:
            self.view.procedure.box.setFocus()

    # -- receiving
    def _submitted(self) -> None:
        self._desk.start(self.receive(), self.view)

    def _more_submitted(self) -> None:
        self._desk.start(self.receive(more=True), self.view)

    def receive(self, *, more: bool = False) -> Flow:
        """Receive and print; a refusal keeps every field, a printer's fault keeps the dossier.

        With `more` the citizen stays for another procedure, and the slip waits for it.
        """
        if self._busy:
            self._finish_after = not more
            return
        if self._just_done():
            return
        if self._nothing_more():
            if not more:
                yield from self._end_visit()
        elif self.ready():
            yield from self._store(more=more)

    def ready(self) -> bool:
        """Whether the store is open and the officer has agreed to what must be agreed to."""
        if self._desk.view is None:
            self.refuse(tr("Chưa tiếp nhận."), tr("Sổ chưa mở được; mọi ô đã gõ vẫn còn nguyên."))
            return False
        self.drafting.look()
        if self._must_agree():
            again = tr("Bấm Ctrl Enter lần nữa để đồng ý và in.")
            self.refuse(tr("Giờ hẹn còn tạm tính."), again)
            return False
        return True

    def _store(self, *, more: bool) -> Flow:
        desk, form, visit = self._desk, self.drafting.form(), self.drafting.visit
        order = self.drafting.order()
        ticket = todays_ticket(form["ticket"], desk.now().date())
        wanted = ReceiveDossier(order, desk.officer, desk.workstation.counter, ticket=ticket)

        received: Received | None = yield from self.stored(
            form, lambda: desk.services.receive_dossier(wanted)
        )
        if received is None:
            return
        parked, joined = self.drafting.parked, visit.takes(form)
        self.start_new()
        self.after.show(received)
        if more:
            before = visit if joined else Visit(form["visit"])
            self._begin_beside(before.with_dossier(form, received.dossier), form["ticket"])
        self._tell(received, more=more)
        if parked:
            yield from self.parking.forget(parked)
        if visit.under_way() and not joined:
            yield from print_flow(desk, visit.dossiers[-1].code)
        if not more:
            yield from print_flow(desk, received.dossier.code)
        elif self._finish_after:
            yield from self._end_visit()

    def stored(self, form: facts.Form, act: Callable[[], Any]) -> Flow:
        """What the act answers, None where it is refused: then every field is as it was."""

        def store() -> Any:
            answer = act()
            self._desk.stored.add(form["request_id"])
            return answer

        self._busy, self._finish_after = True, False
        self.view.lock(True)
        try:
            return (yield Work(store))
        except errors.CodedError as error:
            self.view.lock(False)
            self._refusing.by(error)
            return None
        finally:
            self._busy = False
            self.view.lock(False)
            QTimer.singleShot(0, self._take_waiting_card)

    def _just_done(self) -> bool:
        """A second Ctrl+Enter after the dossier is stored asks for nothing."""
        return not self._desk.typed and self.view.side.done_shown()

    def _must_agree(self) -> bool:
        """A provisional appointment needs a second yes, one for each appointment."""
        draft = self.drafting.draft
        if draft is None or draft.faults or draft.appointment is None:
            return False
        shown = (draft.appointment.promised_at.date(), self.drafting.procedure)
        if not draft.appointment.provisional or self._agreed == shown:
            return False
        self._agreed = shown
        return True

    def _tell(self, received: Received, *, more: bool) -> None:
        code, name = received.dossier.code, received.dossier.applicant.name
        self._desk.announce(received.changes)
        detail = tr("Giấy in chung khi nhận xong thủ tục cuối") if more else name
        self._desk.told.emit(tr("Đã tiếp nhận {code}").format(code=code), detail)

    def _take_waiting_card(self) -> None:
        if self._waiting_card and not self._busy:
            text, self._waiting_card = self._waiting_card, ""
            self.citizen.card_scanned(text)

    def refuse(self, head: str, sentence: str) -> None:
        """Say above the footer that nothing was stored, and why."""
        self._refusing.say(head, sentence)

    # -- several procedures of one citizen
    def _begin_beside(self, visit: Visit, ticket: str) -> None:
        """The same citizen, another procedure, the same slip."""
        self.view.side.show_preview()
        self.view.fill(visit.person)
        self.drafting.visit, self.drafting.ticket = visit, ticket
        self.drafting.look()
        self.view.procedure.box.setFocus()

    def _visit_words(self) -> str:
        drafting = self.drafting
        if not drafting.visit.under_way() or not drafting.visit.takes(self.view.form()):
            return ""
        codes = [short_code(each.code, self._desk) for each in drafting.visit.dossiers]
        return tr("Chung giấy với {codes}").format(codes=", ".join(codes))

    def _nothing_more(self) -> bool:
        """Whether only the citizen is left of a visit whose slip waits."""
        form, visit = self.view.form(), self.drafting.visit
        return visit.under_way() and visit.takes(form) and not form["procedure"]

    def _end_visit(self) -> Flow:
        visit, parked = self.drafting.visit, self.drafting.parked
        self.start_new()
        if visit.under_way():
            self.view.side.show_copies()
            if parked:
                yield from self.parking.forget(parked)
            yield from print_flow(self._desk, visit.dossiers[-1].code)

    # -- the next one
    def _unless_busy(self, act: Callable[[], Flow]) -> None:
        if not self._busy:
            self._desk.start(act(), self.view)

    def _put_aside_and_begin(self) -> Flow:
        """What is half typed is parked, not lost, a waiting slip printed; then an empty reception."""
        if facts.is_touched(self.view.form()) and not self._nothing_more():
            yield from self.parking.park()
        else:
            yield from self._end_visit()

    def _was_put_aside(self) -> None:
        self.drafting.parked = 0
        self._desk.start(self._end_visit(), self.view)

    def start_new(self) -> None:
        """An empty reception for the next citizen."""
        self.drafting.begin_anew()
        self._agreed = None
        self.view.fill({})
        self.citizen.forget()
        self.drafting.take_procedure(None)
        self.view.applicant.identity.edit.setFocus()
        self.view.side.show_preview()
        self.calling.lend()


def build(desk: Desk) -> ReceptionView:
    """The reception with its presenter."""
    return ReceptionPresenter(desk).view
