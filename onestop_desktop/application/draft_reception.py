"""What the reception screen shows while typing: appointment, fee, papers missing, odd values, the slip to be.

Pure over what the window already holds: no store is asked while an officer types.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors
from onestop_desktop.domain.agency import Agency, write_agency
from onestop_desktop.domain.applicant import Warning, identity_warnings
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import Appointment, appoint
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.fees import Fee
from onestop_desktop.domain.procedure import Procedure, RequiredPaper
from onestop_desktop.domain.reception import (
    check_against,
    look_at_order,
    missing_papers,
)
from onestop_desktop.domain.reception_facts import fee_of, reception_facts
from onestop_desktop.domain.slips import Receipt, SlipDossier, receipt_of, slip_dossier


@dataclass(frozen=True, slots=True)
class DeskView:
    """What the window knows of the desk: read once, read again when it changes."""

    agency: Agency
    profile: str
    calendar: WorkingCalendar
    procedures: tuple[Procedure, ...]
    provinces: Mapping[str, str]
    usual: tuple[str, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    books: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-typed reception looked at; what cannot be told yet is None or empty."""

    faults: tuple[errors.DeskError, ...]
    warnings: tuple[Warning, ...]
    appointment: Appointment | None = None
    fee: Fee | None = None
    missing: tuple[RequiredPaper, ...] = ()
    receipt: Receipt | None = None


def draft_reception(
    facts: Mapping[str, Any],
    procedure: Procedure | None,
    *,
    desk: DeskView,
    now: datetime,
    officer: str,
    beside: tuple[SlipDossier, ...] = (),
) -> Draft:
    """Everything that can be said of what is typed so far, at this moment.

    `beside` are the dossiers of the same visit that stand on the slip already.
    """
    reception, faults = look_at_order(facts, now.date())
    warnings = identity_warnings(reception.applicant, desk.provinces)
    if procedure is None:
        return Draft(tuple(faults), warnings)
    try:
        appointment = appoint(
            procedure.rules(reception.case, reception.channel),
            reception.validly_received_at or now,
            desk.calendar,
            desk.agency.clock_rules(),
        )
        papers = check_against(procedure, reception)
        fee = fee_of(procedure, reception, appointment)
        kept = reception_facts(procedure, reception, appointment, papers, desk.agency)
    except errors.DeskError as fault:
        return Draft((*faults, fault), warnings)
    receipt = _receipt(kept, desk, officer, beside)
    missing = missing_papers(procedure, reception.case, papers)
    return Draft(tuple(faults), warnings, appointment, fee, missing, receipt)


def _receipt(
    facts: dict[str, Any], desk: DeskView, officer: str, beside: tuple[SlipDossier, ...]
) -> Receipt:
    return receipt_of(
        (*beside, slip_dossier("", {**facts, "register_number": 0})),
        facts=facts,
        profile=desk.profile,
        agency=write_agency(desk.agency),
        number=0,
        officer=officer,
        token="",
        secret="",
    )


def view_desk(*, unit_of_work: OpenUnitOfWork) -> DeskView:
    """Read what a window must know of the desk, for one opening and after each change of it."""
    with unit_of_work() as uow:
        return DeskView(
            agency=uow.desk.agency(),
            profile=uow.desk.profile(),
            calendar=uow.desk.calendar(),
            procedures=uow.catalogue.all_in_force(uow.now().date()),
            provinces=uow.catalogue.provinces(),
            usual=uow.dossiers.usual_procedures(),
            delegations=uow.delegations.all(),
            books=uow.books.kinds(),
        )
