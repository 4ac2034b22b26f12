"""What cannot stand in a working calendar, looked for before it takes effect."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from onestop_desktop.domain import calendar_errors, errors
from onestop_desktop.domain.calendar import CalendarRows, OfficeHours

FIRST_YEAR, LAST_YEAR = 2000, 2100


def calendar_faults(rows: CalendarRows) -> tuple[errors.DeskError, ...]:
    """Every fault of the rows: years, office hours, then days in their order."""
    return (
        *_year_faults(rows),
        *hours_faults(rows.hours),
        *hours_missing(rows.hours),
        *_day_faults(rows),
    )


def _year_faults(rows: CalendarRows) -> Iterator[errors.DeskError]:
    for year in sorted(rows.years):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield errors.NumberOutOfRange(
                field="year", least=FIRST_YEAR, most=LAST_YEAR, value=year
            )
    years = sorted(rows.years)
    if not years or years != list(range(years[0], years[-1] + 1)):
        yield calendar_errors.CalendarYearsBroken(years=years)


def hours_faults(hours: tuple[OfficeHours, ...]) -> Iterator[errors.DeskError]:
    """What cannot stand in the office hours, each with its weekday (1 Monday)."""
    for row in hours:
        if row.opens >= row.closes:
            yield calendar_errors.HoursEndBeforeStart(field="hours", **_told(row))
        if row.from_on and row.to_on and row.from_on > row.to_on:
            yield calendar_errors.HoursEndBeforeStart(field="hours", **_told(row))
    for one, other in combinations(hours, 2):
        if one.weekday == other.weekday and _overlap(one, other):
            yield calendar_errors.HoursOverlap(
                field="hours", **_told(one), other=f"{other.opens:%H:%M}-{other.closes:%H:%M}"
            )


def hours_missing(hours: tuple[OfficeHours, ...]) -> Iterator[errors.DeskError]:
    """No term could ever end without counting hours that hold for good."""
    if not any(row.counts and row.to_on is None for row in hours):
        yield calendar_errors.HoursMissing(field="hours")


def _overlap(one: OfficeHours, other: OfficeHours) -> bool:
    first = max(one.from_on or date.min, other.from_on or date.min)
    last = min(one.to_on or date.max, other.to_on or date.max)
    return first <= last and one.opens < other.closes and other.opens < one.closes


def _told(row: OfficeHours) -> dict[str, object]:
    return {"weekday": row.weekday, "opens": f"{row.opens:%H:%M}", "closes": f"{row.closes:%H:%M}"}


def _day_faults(rows: CalendarRows) -> Iterator[errors.DeskError]:
    for on, count in Counter(day.on for day in rows.days).items():
        if count > 1:
            yield calendar_errors.DayTwice(field="days", on=on.isoformat())
    for day in sorted(rows.days, key=lambda day: day.on):
        if day.on.year not in rows.years:
            yield calendar_errors.DayOutsideYears(field="days", on=day.on.isoformat())
        if not day.is_off and _usually_worked(day.on, rows.hours):
            yield calendar_errors.MakeupOnWorkingDay(
                field="days", on=day.on.isoformat(), name=day.name
            )


def _usually_worked(day: date, hours: tuple[OfficeHours, ...]) -> bool:
    return any(
        row.counts and row.weekday == day.isoweekday() and row.holds_on(day) for row in hours
    )
