"""Call the next number to a counter, or the same one again; the one before it is ended with it."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.session import Session
from onestop_desktop.domain.errors import DeskError
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.hall_errors import NoTicketCalled
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import Ticket, counter_name

LONGEST_COUNTER = 40


@dataclass(frozen=True, slots=True)
class CallTicket:
    """The order: which counter calls, whether once more, which kinds it serves (none: all)."""

    counter: str
    again: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """Who was called (None: nobody waits), who was ended with it, how many still wait."""

    ticket: Ticket | None
    ended: Ticket | None
    waiting: int
    changes: Changes = Changes.HALL


def call_ticket(
    order: CallTicket, *, session: Session, unit_of_work: OpenUnitOfWork
) -> TicketCalled:
    """Call durably; two counters that call at once never get the same number.

    Refused: FieldMissing (counter), NoTicketCalled (again, where none is open), with accounts
    SignInNeeded and the like.
    """
    counter = _counter(order)
    with unit_of_work(write=True) as uow:
        session.require(uow)
        called = (_again if order.again else _next)(uow, counter, order.kinds)
        uow.commit()
    return called


def _next(uow: UnitOfWork, counter: str, kinds: tuple[str, ...]) -> TicketCalled:
    tickets, now = uow.tickets, uow.now()
    day = local(now).date()
    ended = tickets.open_at(counter, day)
    if ended is not None and tickets.keep(ended.ended(), ended):
        ended = ended.ended()
    turn = tickets.last_turn(day) + 1
    while (found := tickets.next(day, kinds)) is not None:
        called = found.called(counter, now, turn)
        if tickets.keep(called, found):  # it was still waiting
            return TicketCalled(called, ended, tickets.count_waiting(day, kinds))
    return TicketCalled(None, ended, tickets.count_waiting(day, kinds))


def _again(uow: UnitOfWork, counter: str, kinds: tuple[str, ...]) -> TicketCalled:
    now = uow.now()
    day = local(now).date()
    found = uow.tickets.open_at(counter, day)
    if found is None:
        raise NoTicketCalled(counter=counter)
    called = found.called(counter, now, uow.tickets.last_turn(day) + 1)
    if not uow.tickets.keep(called, found):  # ended meanwhile
        raise NoTicketCalled(counter=counter)
    return TicketCalled(called, None, uow.tickets.count_waiting(day, kinds))


def _counter(order: CallTicket) -> str:
    faults: list[DeskError] = []
    fields = Fields({"counter": order.counter}, ("counter",), "", faults)
    counter = counter_name(fields.text("counter", LONGEST_COUNTER, needed=True))
    raise_faults(faults)
    return counter
