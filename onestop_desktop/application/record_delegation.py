"""Record that an officer may settle in the leader's place, with number, dates and procedures."""

from collections.abc import Mapping
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.delegation import Delegation, read_delegation
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Step


def record_delegation(
    facts: Mapping[str, Any], officer: str, *, unit_of_work: OpenUnitOfWork
) -> Changes:
    """Keep a delegation (faults of its fields, ProcedureUnknown, DelegationTaken)."""
    officer = officers.may(officer, Step.DELEGATE)
    delegation = read_delegation(facts)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        known = {each.code for each in uow.catalogue.all_in_force(now.date())}
        for code in delegation.procedures:
            if code not in known:
                raise errors.ProcedureUnknown(field="procedures", procedure=code)
        uow.delegations.add(delegation)
        told = as_facts(delegation)
        told |= {"from_on": delegation.from_on.isoformat(), "to_on": delegation.to_on.isoformat()}
        uow.record(Entry(Step.DELEGATE, officer, now, now, facts=told))
        uow.commit()
    return Changes.AGENCY


def read_delegations(*, unit_of_work: OpenUnitOfWork) -> tuple[Delegation, ...]:
    """Every delegation, oldest first."""
    with unit_of_work() as uow:
        return uow.delegations.all()
