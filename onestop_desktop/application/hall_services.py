"""What the hall asks: numbers taken and called, what it shows; part of `Services`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from onestop_desktop.application import call_ticket, read_hall, take_ticket
from onestop_desktop.application.call_ticket import CallTicket, TicketCalled
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Store
from onestop_desktop.application.read_hall import CounterNow, HallNow
from onestop_desktop.application.session import Guard, Session
from onestop_desktop.application.take_ticket import TicketTaken
from onestop_desktop.domain.lookup_facts import PublicDossier
from onestop_desktop.domain.ticket_slip import TICKET, TicketSlip
from onestop_desktop.domain.tickets import Kind, Ticket, read_kinds


@dataclass(frozen=True)
class HallServices:
    """The hall's use cases. `unit_of_work` is nobody's: the hall stands open whoever is signed in,
    and shows nobody's data; `guarded` asks the session, for what an officer does.
    """

    unit_of_work: OpenUnitOfWork
    guarded: OpenUnitOfWork
    session: Session
    read_resource: Callable[[str], str]
    draw_form: DrawForm

    def known_kinds(self) -> tuple[Kind, ...]:
        """The kinds of service that have a letter, in their order; asks no store."""
        return read_kinds(self.read_resource("hall/kinds.csv"))

    def take(self, kind: str) -> TicketTaken:
        """Take a number."""
        return take_ticket.take_ticket(
            kind, known=self.known_kinds(), unit_of_work=self.unit_of_work
        )

    def call(self, order: CallTicket) -> TicketCalled:
        """Call the next number, or the same one again."""
        return call_ticket.call_ticket(order, session=self.session, unit_of_work=self.guarded)

    def read(self) -> HallNow:
        """The numbers called last and how many wait."""
        return read_hall.read_hall(known=self.known_kinds(), unit_of_work=self.unit_of_work)

    def tickets(self, day: date | None = None) -> tuple[Ticket, ...]:
        """Every ticket of a day."""
        return read_hall.tickets_of(day, unit_of_work=self.unit_of_work)

    def read_counter(self, counter: str, kinds: tuple[str, ...] = ()) -> CounterNow:
        """What a counter has called and how many wait for it."""
        return read_hall.read_counter(counter, kinds, unit_of_work=self.unit_of_work)

    def read_slip(self, text: str) -> PublicDossier:
        """The status of a scanned slip."""
        return read_hall.read_slip(text, unit_of_work=self.unit_of_work)

    def draw_ticket(self, slip: TicketSlip, size: str) -> bytes:
        """A ticket's paper."""
        return self.draw_form(TICKET, slip, size=size)


class HallDoors:
    """The two ways into the hall, over the store of whoever inherits them."""

    store: Store
    session: Session
    read_resource: Callable[[str], str]
    draw_form: DrawForm

    @property
    def hall(self) -> HallServices:
        """For a command line: it waits for its turn to write."""
        return self._hall(self.store.unit_of_work)

    @property
    def hall_at_once(self) -> HallServices:
        """For a window: where another writes, StoreLocked after a moment; nobody waits for it."""
        return self._hall(partial(self.store.unit_of_work, at_once=True))

    def _hall(self, opened: OpenUnitOfWork) -> HallServices:
        return HallServices(
            Guard(opened, Session()),
            Guard(opened, self.session),
            self.session,
            self.read_resource,
            self.draw_form,
        )
