"""What the desk is: its names on paper, its identifier, its settings of the clock, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.domain.codes import check_agency
from onestop_desktop.domain.deadline import ClockRules, DayRule
from onestop_desktop.domain.errors import (
    AgencyIncomplete,
    ChoiceUnknown,
    DateImpossible,
    FieldInvalid,
)
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.moments import read_time

NEEDED = ("identifier", "parent", "unit", "desk_name", "short_name", "place", "address", "phone")
"""A legal form is not printed while one of these is empty."""


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency's data; texts may be empty until set-up is done, `number_suffix` follows "Số: …/",
    `on_time_goal` is the target of the on-time share in percent, `lookup_procedures` "yes" where
    citizens who look up a dossier see the procedure's name."""

    identifier: str = ""
    parent: str = ""
    unit: str = ""
    desk_name: str = ""
    short_name: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""
    number_suffix: str = ""
    register_volume: str = "01"
    lookup_address: str = ""
    lookup_procedures: str = ""
    cutoff: str = "15:00"
    collect_by: str = "16:30"
    day_rule: str = DayRule.CLOSE_OF_DAY.value
    on_time_goal: str = "100"
    sample: bool = False
    demo_clock: bool = False

    def check(self) -> "Agency":
        """The agency itself when its identifier and hours are right (refusals with the field)."""
        if self.identifier:
            check_agency(self.identifier)
        for name in ("cutoff", "collect_by"):
            try:
                read_time(getattr(self, name))
            except ValueError:
                raise DateImpossible(field=name, value=getattr(self, name)) from None
        goal = self.on_time_goal
        if not (goal.isascii() and goal.isdecimal() and 1 <= int(goal[:4]) <= 100):
            raise FieldInvalid(field="on_time_goal", expected="number")
        if self.lookup_procedures not in ("", "yes"):
            raise ChoiceUnknown(
                field="lookup_procedures", value=self.lookup_procedures, choices=["yes", ""]
            )
        if self.day_rule not in list(DayRule):
            choices = [rule.value for rule in DayRule]
            raise ChoiceUnknown(field="day_rule", value=self.day_rule, choices=choices)
        return self

    def clock_rules(self) -> ClockRules:
        """The settings the legal clock needs."""
        return ClockRules(
            read_time(self.cutoff), read_time(self.collect_by), DayRule(self.day_rule)
        )

    def require_complete(self) -> None:
        """AgencyIncomplete naming the empty fields."""
        empty = [name for name in NEEDED if not getattr(self, name)]
        if empty:
            raise AgencyIncomplete(fields=empty, field=empty[0])


def write_agency(agency: Agency) -> dict[str, Any]:
    """Plain values for the store."""
    facts: dict[str, Any] = as_facts(agency)
    return facts


def read_agency(facts: Mapping[str, Any]) -> Agency:
    """The agency again from the store."""
    return Agency(**facts)
