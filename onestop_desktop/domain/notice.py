"""A notice of days off as a CSV file: each line looked at, every fault with its line, put over the calendar."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onestop_desktop.domain import calendar_errors, errors
from onestop_desktop.domain.calendar import CalendarRows, SpecialDay, YearNotice
from onestop_desktop.domain.calendar_check import FIRST_YEAR, LAST_YEAR
from onestop_desktop.domain.moments import read_day
from onestop_desktop.domain.text import fold, hidden_character, nfc

COLUMNS = ("date", "kind", "name", "notice", "confirmed")
OFF, MAKEUP, WORKED, YEAR = "off", "makeup", "none", "year"
_KINDS = {
    **{"off": OFF, "nghi": OFF, "makeup": MAKEUP, "lam bu": MAKEUP},
    **{"none": WORKED, "bo": WORKED, "year": YEAR, "nam": YEAR},
}
_YES = {"yes": True, "co": True, "1": True, "no": False, "khong": False, "0": False, "": False}
LONGEST = 200
_FIELDS = {"name": "day_name", "kind": "day_kind"}
"""Columns whose name means something else in a reception."""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A line of a notice: a day off or made up, a day taken back (`none`), or a whole `year`."""

    line: int
    kind: str
    on: date
    name: str
    notice: str
    confirmed: bool


def read_notice(
    text: str,
) -> tuple[tuple[NoticeRow, ...], tuple[tuple[int, errors.DeskError], ...]]:
    """The rows that can be read, and (line, fault) of those that cannot (NoticeUnreadable)."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    # A spreadsheet whose decimal comma is a comma parts its columns by semicolons.
    comma = ";" if ";" in head and "," not in head else ","
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    rows, faults = [], []
    try:
        if not lines.fieldnames or not set(COLUMNS[:2]) <= set(lines.fieldnames):
            raise calendar_errors.NoticeUnreadable(columns=", ".join(COLUMNS))
        for values in lines:
            try:
                if None in values:
                    raise calendar_errors.NoticeLineTooLong(columns=len(lines.fieldnames))
                rows.append(_row(lines.line_num, values))
            except errors.DeskError as fault:
                faults.append((lines.line_num, fault))
    except csv.Error:
        raise calendar_errors.NoticeUnreadable(columns=", ".join(COLUMNS)) from None
    faults += _twice(rows)
    return tuple(rows), tuple(sorted(faults, key=lambda fault: fault[0]))


def _twice(rows: Iterable[NoticeRow]) -> Iterator[tuple[int, errors.DeskError]]:
    seen: set[tuple[str, date | int]] = set()
    for row in rows:
        what = ("year", row.on.year) if row.kind == YEAR else ("day", row.on)
        if what in seen and row.kind == YEAR:
            yield row.line, calendar_errors.YearTwice(field="year", year=row.on.year)
        elif what in seen:
            yield row.line, calendar_errors.DayTwice(field="days", on=row.on.isoformat())
        seen.add(what)


def put_over(calendar: CalendarRows, rows: tuple[NoticeRow, ...]) -> CalendarRows:
    """The calendar with the notice's rows in place of what stood on their days."""
    days = {day.on: day for day in calendar.days}
    years = dict(calendar.years)
    for row in rows:
        if row.kind == YEAR:
            years[row.on.year] = YearNotice(row.confirmed, row.notice)
            continue
        if row.kind == WORKED:
            days.pop(row.on, None)
        else:
            off = row.kind == OFF
            days[row.on] = SpecialDay(row.on, off, row.name, row.notice, row.confirmed)
    return replace(calendar, days=tuple(days[on] for on in sorted(days)), years=years)


def _row(line: int, values: dict[str | None, str | None]) -> NoticeRow:
    told = {name: nfc(values.get(name) or "").strip() for name in COLUMNS}
    for name, text in told.items():
        if hidden := hidden_character(text):
            raise errors.HiddenCharacter(field=_FIELDS.get(name, name), character=hidden)
        if len(text) > LONGEST:
            field = _FIELDS.get(name, name)
            raise errors.FieldTooLong(field=field, most=LONGEST, length=len(text))
    kind = _KINDS.get(fold(told["kind"]))
    if kind is None:
        raise errors.ChoiceUnknown(
            field="day_kind", value=told["kind"], choices=[OFF, MAKEUP, WORKED, YEAR]
        )
    confirmed = _YES.get(fold(told["confirmed"]))
    if confirmed is None:
        raise errors.ChoiceUnknown(
            field="confirmed", value=told["confirmed"], choices=["yes", "no"]
        )
    on = _day(told["date"], kind)
    if kind in (OFF, MAKEUP) and not told["name"]:
        raise errors.FieldMissing(field="day_name")
    return NoticeRow(line, kind, on, told["name"], told["notice"], confirmed)


def _day(text: str, kind: str) -> date:
    if kind == YEAR and text.isdecimal() and len(text) == 4:
        text += "-01-01"
    try:
        on = read_day(text)
    except ValueError:
        raise errors.DateImpossible(field="date", value=text) from None
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise errors.NumberOutOfRange(field="year", least=FIRST_YEAR, most=LAST_YEAR, value=on.year)
    return on
