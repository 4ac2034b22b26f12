"""Dossiers that live in memory, without a store: received, stepped, folded, at moments a test names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from onestop_desktop.application.create_desk import shipped_agency
from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.deadline import ClockRules, appoint
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.reception import check_against, read_order
from onestop_desktop.domain.reception_facts import reception_facts
from onestop_desktop.domain.steps import Desk, step_facts
from tests.support.desk import (
    CLERK,
    LEADER,
    MORNING,
    OFFICER,
    SPECIALIST,
    make_order,
    plain_order,
    read_resource,
)
from tests.unit.shipped import calendar, procedures

HOA, NAM, MINH, LAN = OFFICER, SPECIALIST, LEADER, CLERK
"""Who receives, who works on it, who leads, who keeps the seal."""
CODE = "H99.99.99-261125-0001"
MOVES_DUE = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN)


@cache
def agency() -> Agency:
    """The shipped desk of today."""
    return shipped_agency("today", read_resource)


@dataclass
class Life:
    """One dossier and the entries that made it; every moment is a text in local time."""

    dossier: Dossier
    procedure: Procedure
    entries: list[Entry] = field(default_factory=list)
    delegations: tuple[Delegation, ...] = ()

    def look(
        self, step: Step, at: str, officer: str = HOA, role: Role | None = None, /, **facts: Any
    ) -> dict[str, Any]:
        """The facts that the step's entry would keep; its refusal otherwise."""
        desk = Desk(officer, read_moment(at), calendar(), self.delegations, role)
        return step_facts(self.dossier, step, facts, desk)

    def take(
        self, step: Step, at: str, officer: str = HOA, role: Role | None = None, /, **facts: Any
    ) -> Dossier:
        """Take the step: the due time reckoned anew after those that move it."""
        kept = self.look(step, at, officer, role, **facts)
        if step in MOVES_DUE:
            kept |= self._reckoned(step, at, kept)
        return self.add(step, at, officer, **kept)

    def add(self, step: Step, at: str, officer: str = HOA, /, **facts: Any) -> Dossier:
        """An entry with just these facts, whatever they are."""
        entry = self._entry(step, at, officer, facts)
        self.dossier = self.dossier.after(entry)
        self.entries.append(entry)
        return self.dossier

    def _entry(self, step: Step, at: str, officer: str, facts: Mapping[str, Any]) -> Entry:
        now = read_moment(at)
        return Entry(step, officer, now, now, CODE, "", facts, len(self.entries) + 1)

    def _reckoned(self, step: Step, at: str, facts: Mapping[str, Any]) -> dict[str, Any]:
        will = self.dossier.after(self._entry(step, at, HOA, facts))
        found = will.appointed(self.procedure, calendar(), ClockRules())
        return {
            "due_at": write_moment(found.due_at),
            "provisional": found.provisional,
            "why": [as_facts(reason) for reason in found.why],
        }


def receive(
    procedure: str | Procedure = "1.004873", at: str = MORNING, officer: str = HOA, **changes: Any
) -> Life:
    """A dossier just received: a certificate of marital status, three working days, or another."""
    found = procedures()[procedure] if isinstance(procedure, str) else procedure
    order = plain_order(found.code, **changes)
    if found.is_certification:
        order = make_order(procedure=found.code, **changes)
    facts = first_facts(found, order, at)
    now = read_moment(at)
    entry = Entry(Step.RECEIVE, officer, now, now, CODE, "Quầy 1", facts, 1)
    return Life(Dossier.received(entry), found, [entry])


def first_facts(procedure: Procedure, order: dict[str, Any], at: str) -> dict[str, Any]:
    """What the entry of that reception keeps."""
    now = read_moment(at)
    reception = read_order(order, now.date())
    appointment = appoint(
        procedure.rules(reception.case, reception.channel), now, calendar(), ClockRules()
    )
    papers = check_against(procedure, reception)
    return {
        **reception_facts(procedure, reception, appointment, papers, agency()),
        "register_number": 1,
        "slip": 1,
    }
