"""What tickets have of the desk: a reception joined to the one called for it, the fields of its kinds."""

from typing import Any

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import (
    Kind,
    TicketState,
    kinds_offered,
    read_ticket_name,
    reception_ticket,
)


def join_ticket(uow: UnitOfWork, name: str, code: str) -> dict[str, Any]:
    """What the entry keeps of today's ticket of that name, whose row gets the code; {} for none.

    A ticket nobody finds never hinders a reception.
    """
    try:
        kind, number = read_ticket_name(name)
    except ValueError:
        return {}
    ticket = uow.tickets.get(local(uow.now()).date(), kind, number)
    if ticket is None or ticket.state is TicketState.WAITING:
        return {}
    uow.tickets.keep(ticket.with_dossier(code), ticket)
    return {"ticket": reception_ticket(ticket)}


def offered(uow: UnitOfWork, known: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds of service that today's catalogue calls for."""
    procedures = uow.catalogue.all_in_force(local(uow.now()).date())
    return kinds_offered(known, {each.field for each in procedures})
