"""Who may settle in the leader's place: which officer, which procedures, which days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.text import same_name

LONGEST, MOST_PROCEDURES = 100, 1000


@dataclass(frozen=True, slots=True)
class Delegation:
    """A recorded delegation by its number; no procedures named means all of the commune's."""

    number: str
    officer: str
    signed_by: str
    from_on: date
    to_on: date
    procedures: tuple[str, ...] = ()

    def covers(self, officer: str, procedure: str, day: date) -> bool:
        """Whether that officer may settle that procedure on that day."""
        return (
            same_name(officer, self.officer)
            and self.from_on <= day <= self.to_on
            and (not self.procedures or procedure in self.procedures)
        )


def read_delegation(facts: Mapping[str, Any]) -> Delegation:
    """A delegation from plain values (the first fault of its fields, the others beside it)."""
    faults: list[errors.DeskError] = []
    known = ("number", "officer", "signed_by", "from_on", "to_on", "procedures")
    fields = Fields(facts, known, "", faults)
    procedures = [str(code) for code in fields.rows("procedures", MOST_PROCEDURES)]
    number, officer, signed_by = (fields.text(name, LONGEST, needed=True) for name in known[:3])
    first, last = (_needed_day(fields, name) for name in ("from_on", "to_on"))
    if first and last and last < first:
        fields.fault(step_errors.DelegationEndsBefore(field="to_on", first=first.isoformat()))
    if officer and same_name(officer, signed_by):
        fields.fault(step_errors.DelegatesToSelf(field="officer", officer=officer))
    raise_faults(faults)
    return Delegation(
        number, officer, signed_by, first or date.max, last or date.min, tuple(procedures)
    )


def _needed_day(fields: Fields, name: str) -> date | None:
    return fields.day(name, date.max) if fields.text(name, 20, needed=True) else None
