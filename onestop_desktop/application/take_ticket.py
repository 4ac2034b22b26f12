"""Take a number in the hall: nobody is signed in, nobody is known, no entry is made."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.offering import offered
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.ticket_slip import TicketSlip
from onestop_desktop.domain.tickets import Kind, Ticket, kind_of


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """The ticket, how many are called before it, and what its paper says."""

    ticket: Ticket
    ahead: int
    slip: TicketSlip
    changes: Changes = Changes.HALL


def take_ticket(kind: str, *, known: tuple[Kind, ...], unit_of_work: OpenUnitOfWork) -> TicketTaken:
    """The next number of a kind, durable before it is shown (TicketKindUnknown)."""
    with unit_of_work(write=True) as uow:
        wanted = kind_of(kind, offered(uow, known))
        ticket = uow.tickets.take(wanted.letter, first=wanted.first, at=uow.now())
        ahead = uow.tickets.ahead_of(ticket)
        desk = uow.desk.agency().desk_name
        uow.commit()
    slip = TicketSlip(desk, ticket.name, wanted.name, write_moment(ticket.taken_at), ahead)
    return TicketTaken(ticket, ahead, slip)
