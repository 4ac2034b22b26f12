"""Draw the guidance sheet of a procedure for a citizen to take home: papers, fee, limit, where, result."""

from dataclasses import asdict
from datetime import date
from typing import Any

from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork
from onestop_desktop.domain.agency import write_agency
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.slips import GUIDANCE, Guidance


def draw_guide(code: str, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm) -> bytes:
    """The sheet as PDF (ProcedureUnknown, ProcedureNotInForce, AgencyIncomplete)."""
    with unit_of_work() as uow:
        procedure = uow.catalogue.in_force(code, uow.now().date())
        agency = uow.desk.agency()
        agency.require_complete()
        hours = _hours(uow.desk.calendar(), uow.now().date())
    sheet = Guidance(
        agency=write_agency(agency),
        code=procedure.code,
        name=procedure.name,
        cases=tuple(_case(procedure, *case) for case in procedure.cases),
        fees=tuple(
            {"kind": fee.kind, "amount": fee.amount, "channel": fee.channel, "note": fee.note}
            for fee in procedure.fees
        ),
        result=procedure.result,
        decision=procedure.decision,
        hours=hours,
        to_check=procedure.to_check,
    )
    return draw_form(GUIDANCE, sheet)


def _case(procedure: Procedure, case: int, name: str) -> dict[str, Any]:
    row = next(row for row in procedure.terms if row.case == case)
    return {
        "name": name,
        "term": row.term,
        "verified_term": row.verified_term,
        "papers": [asdict(paper) for paper in procedure.papers_of(case)],
    }


def _hours(calendar: WorkingCalendar, today: date) -> tuple[str, ...]:
    """The open stretches of these weeks as "weekday opens closes", Monday first."""
    rows = sorted(calendar.hours, key=lambda row: (row.weekday, row.opens))
    return tuple(
        f"{row.weekday} {row.opens:%H:%M} {row.closes:%H:%M}"
        for row in rows
        if row.is_open and row.holds_on(today)
    )
