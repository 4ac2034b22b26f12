"""The hall's numbers at the reception: the next one called, called again, and lent to what is received with it."""

from datetime import date

from PySide6.QtCore import QObject

from onestop_desktop.application.call_ticket import CallTicket, TicketCalled
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.hall_words import nobody_words
from onestop_desktop.application.read_hall import CounterNow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.drafting import Drafting
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.tickets import Ticket


class Calling(QObject):
    """Its buttons stand there on days on which numbers are taken."""

    def __init__(self, desk: Desk, view: ReceptionView, drafting: Drafting) -> None:
        super().__init__(view)
        self._desk, self._view, self._drafting = desk, view, drafting
        self._now = CounterNow(None, 0, in_use=False)
        self._act = OneAct(desk)
        self._reading = OneReading(desk, self, self._show, self._not_read)
        view.call.clicked.connect(lambda: self._act.begin(self._call(again=False), view))
        view.call_again_wanted.connect(lambda: self._act.begin(self._call(again=True), view))
        view.shown_again.connect(self.read)
        desk.changed.connect(self._changed)
        self._show(self._now)

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.HALL | Changes.QUEUE) and self._view.isVisible():
            self.read()

    def read(self) -> None:
        """Read what this counter has called and how many wait."""
        if self._desk.view is not None:
            counter, kinds = self._desk.workstation.counter, self._kinds()
            hall = self._desk.services.hall_at_once
            self._reading.begin(lambda: hall.read_counter(counter, kinds))

    def _kinds(self) -> tuple[str, ...]:
        letters = self._desk.workstation.ticket_kinds.upper()
        return tuple(letter for letter in letters if letter.isalpha())

    def _not_read(self, _fault: CodedError) -> None:
        """Who receives needs no number; what keeps the store away is said elsewhere."""

    def _show(self, now: CounterNow) -> None:
        self._now = now
        self._view.call.setVisible(now.in_use)
        self._view.call.set_label(
            tr("Gọi số ({n})").format(n=now.waiting) if now.waiting else tr("Gọi số")
        )
        self._view.page_head.hint.set_whole(_words(now.ticket) if now.ticket else "")
        self.lend()

    def lend(self) -> None:
        """The number called belongs to the reception that begins, not to one half typed."""
        ticket, drafting = self._now.ticket, self._drafting
        free = not facts.is_touched(self._view.form()) and not drafting.visit.under_way()
        if free:
            lent = f"{ticket.day} {ticket.name}" if ticket and not ticket.dossier else ""
            drafting.ticket = "" if lent in drafting.spent else lent

    def _call(self, *, again: bool) -> Flow:
        desk = self._desk
        order = CallTicket(desk.workstation.counter, again, self._kinds())
        called: TicketCalled = yield Work(lambda: desk.services.hall_at_once.call(order))
        desk.announce(called.changes)
        if called.ticket is None:
            desk.told.emit(nobody_words(desk.language), "")
        else:
            desk.told.emit(tr("Mời số {number}").format(number=called.ticket.name), order.counter)


def _words(ticket: Ticket) -> str:
    """The number at the counter, how long it waited, how it is called again."""
    words = tr("{number} · {n} phút · Alt+R: gọi lại")
    return words.format(number=ticket.name, n=ticket.waited)


def todays_ticket(lent: str, today: date) -> str:
    """The number of "2026-07-28 A012", "" for another day's or none."""
    day, _, name = lent.partition(" ")
    return name if day == today.isoformat() else ""
