"""Compute a due time for a term or a procedure and a moment of reception; nothing is written."""

from datetime import datetime

from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain.deadline import Appointment, TermRules, appoint
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.terms import read_term


def compute_due(
    *,
    unit_of_work: OpenUnitOfWork,
    received_at: datetime,
    term: str = "",
    procedure: str = "",
    case: int = 1,
    channel: Channel = Channel.COUNTER,
) -> Appointment:
    """The appointment a dossier would get (TermInvalid, ProcedureUnknown, TermNotSet, CalendarEnds)."""
    with unit_of_work() as uow:
        if term:
            rules = TermRules(read_term(term))
        else:
            version = uow.catalogue.in_force(procedure, received_at.date())
            rules = version.rules(case, channel)
        return appoint(rules, received_at, uow.desk.calendar(), uow.desk.agency().clock_rules())
