"""The office hours of a week as someone writes them, "07:30-11:30, 13:00-17:00", and from which day they hold."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from onestop_desktop.domain.calendar import OfficeHours
from onestop_desktop.domain.calendar_errors import HoursUnreadable
from onestop_desktop.domain.text import fold

_STRETCH = re.compile(r"([0-9]{1,2})[:h]([0-9]{2})\s*[-–]\s*([0-9]{1,2})[:h]([0-9]{2})\s*(\w*)")
OPEN_ONLY = ("mo", "open")
"""Behind a stretch: citizens are received, terms do not run (an open Saturday)."""


def read_hours(weekday: int, text: str) -> tuple[OfficeHours, ...]:
    """The stretches of one weekday (1 Monday); nothing for an empty text (HoursUnreadable)."""
    rows = []
    for part in filter(None, (each.strip() for each in re.split(r"[,;]", text))):
        found = _STRETCH.fullmatch(part)
        if found is None or (found[5] and fold(found[5]) not in OPEN_ONLY):
            raise HoursUnreadable(field="hours", weekday=weekday, value=part)
        try:
            opens, closes = (time(int(found[at]), int(found[at + 1])) for at in (1, 3))
        except ValueError:
            raise HoursUnreadable(field="hours", weekday=weekday, value=part) from None
        rows.append(OfficeHours(weekday, opens, closes, counts=not found[5]))
    return tuple(rows)


def write_hours(hours: tuple[OfficeHours, ...], weekday: int, on: date) -> str:
    """The stretches of a weekday in force on a day, as `read_hours` reads them."""
    rows = [row for row in hours if row.weekday == weekday and row.holds_on(on)]
    return ", ".join(
        f"{row.opens:%H:%M}-{row.closes:%H:%M}{'' if row.counts else ' mở'}"
        for row in sorted(rows, key=lambda row: row.opens)
    )


def hours_from(
    hours: tuple[OfficeHours, ...], week: Mapping[int, tuple[OfficeHours, ...]], first: date | None
) -> tuple[OfficeHours, ...]:
    """The hours with another week from a day on (None: always); what held before ends the day before."""
    if first is None:
        return tuple(row for rows in week.values() for row in rows)
    kept = []
    for row in hours:
        if row.from_on is not None and row.from_on >= first:
            continue
        ends = row.to_on is None or row.to_on >= first
        kept.append(replace(row, to_on=first - timedelta(1)) if ends else row)
    return (*kept, *(replace(row, from_on=first) for rows in week.values() for row in rows))
