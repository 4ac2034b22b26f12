"""The kinds of service that the hall offers a number for."""

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import Kind, kinds_offered


def offered(uow: UnitOfWork, known: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds of service that today's catalogue calls for."""
    procedures = uow.catalogue.all_in_force(local(uow.now()).date())
    return kinds_offered(known, {each.field for each in procedures})
