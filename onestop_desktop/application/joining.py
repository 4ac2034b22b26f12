"""A reception joined to the ticket that was called for it."""

from typing import Any

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import TicketState, read_ticket_name, reception_ticket


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
