"""What the calendar's page shows, from rows and reckonings to finished words; pure, no widget."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum
from itertools import groupby

from onestop_desktop.application.change_calendar import CalendarLook
from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.desktop.language import later, spoken, tr
from onestop_desktop.domain.calendar import WEEKDAYS as WEEKDAY_NUMBERS
from onestop_desktop.domain.calendar import CalendarRows, OfficeHours, SpecialDay, WorkingCalendar
from onestop_desktop.domain.deadline import Pause
from onestop_desktop.domain.errors import TermInvalid
from onestop_desktop.domain.moments import at, day_words
from onestop_desktop.domain.terms import Term, TermKind, read_term
from onestop_desktop.domain.text import fold

WEEKDAYS = (
    *(later("Thứ Hai"), later("Thứ Ba"), later("Thứ Tư"), later("Thứ Năm")),
    *(later("Thứ Sáu"), later("Thứ Bảy"), later("Chủ nhật")),
)
_SATURDAY = 6
_UNITS = {
    "gio lam viec": "working hours",
    "gio": "working hours",
    "ngay lam viec": "working days",
    "ngay": "calendar days",
    "thang": "months",
    **{"working hour": "working hours", "hour": "working hours", "hours": "working hours"},
    **{"working day": "working days", "calendar day": "calendar days"},
    **{"day": "calendar days", "days": "calendar days", "month": "months"},
}
_PLAIN = {"trong ngay": "same day", "trong ngay lam viec": "same day", "giai quyet ngay": "at once"}
ALARM_FROM = (12, 1)
"""From 1 December on, a next year that is not confirmed is an alarm."""


class DayKind(Enum):
    """How a day looks in the year."""

    WORKED = "worked"
    WEEKEND = "weekend"
    OFF = "off"
    OFF_UNSURE = "off_unsure"
    MAKEUP = "makeup"


@dataclass(frozen=True, slots=True)
class DayFace:
    """A day of the year: how it looks, and its sentence for tooltip and reader."""

    kind: DayKind
    sentence: str


def year_faces(year: int, rows: CalendarRows, calendar: WorkingCalendar) -> dict[date, DayFace]:
    """Every day of a year the calendar covers."""
    special = {day.on: day for day in rows.days}
    sure = rows.years[year].confirmed
    day, faces = date(year, 1, 1), {}
    while day.year == year:
        faces[day] = _face(day, special.get(day), calendar, sure=sure)
        day += timedelta(1)
    return faces


def _face(
    day: date, special: SpecialDay | None, calendar: WorkingCalendar, *, sure: bool
) -> DayFace:
    words = weekday_words(day, spoken())
    if special is None:
        kind = DayKind.WORKED if calendar.is_working(day) else DayKind.WEEKEND
        said = tr("ngày làm việc")
        if kind is DayKind.WEEKEND:
            said = tr("cuối tuần") if day.isoweekday() >= _SATURDAY else tr("không làm việc")
        return DayFace(kind, f"{words}: {said}")
    kind = DayKind.MAKEUP
    said = tr("làm bù")
    if special.is_off:
        certain = sure or special.confirmed
        kind = DayKind.OFF if certain else DayKind.OFF_UNSURE
        said = tr("nghỉ") if certain else tr("nghỉ, chưa xác nhận")
    notice = f" ({special.notice})" if special.notice else ""
    return DayFace(kind, f"{words}: {special.name}, {said}{notice}")


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """Days in a row under one name: "31/08 – 02/09", "Quốc khánh", the notice's number."""

    first: date
    days: str
    name: str
    notice: str


def notice_lines(year: int, days: Iterable[SpecialDay]) -> list[NoticeLine]:
    """The special days of a year, neighbours of one name together."""
    own = sorted((day for day in days if day.on.year == year), key=lambda day: day.on)
    numbered = [(day.on.toordinal() - at, day) for at, day in enumerate(own)]
    lines = []
    for _, group in groupby(numbered, lambda pair: (pair[0], _plain_name(pair[1]), pair[1].is_off)):
        run = [day for _, day in group]
        span = f"{run[0].on:%d/%m}" + (f" – {run[-1].on:%d/%m}" if len(run) > 1 else "")
        name = _plain_name(run[0]) if len(run) > 1 else run[0].name
        lines.append(NoticeLine(run[0].on, span, name, run[0].notice))
    return lines


def _plain_name(day: SpecialDay) -> str:
    """Giao thừa and mùng hai belong to one Tết."""
    return "Tết Nguyên Đán" if "Tết Nguyên Đán" in day.name else day.name


def hours_lines(hours: Iterable[OfficeHours], on: date) -> list[str]:
    """The office hours in force on a day: weekdays with the same hours in one line."""
    return _week_lines([row for row in hours if row.holds_on(on)])


def _week_lines(hours: Iterable[OfficeHours]) -> list[str]:
    told: dict[str, list[int]] = {}
    week = sorted(hours, key=lambda row: row.opens)
    for weekday in WEEKDAY_NUMBERS:
        rows = [row for row in week if row.weekday == weekday]
        if rows:
            told.setdefault(", ".join(map(_stretch, rows)), []).append(weekday)
    return [f"{_weekdays(days)}: {words}" for words, days in told.items()]


def _stretch(row: OfficeHours) -> str:
    words = f"{row.opens:%H:%M}–{row.closes:%H:%M}"
    if not row.counts:
        words += " " + tr("(mở, không tính hạn)")
    elif not row.is_open:
        words += " " + tr("(tính hạn, không tiếp dân)")
    return words


def _weekdays(days: list[int]) -> str:
    names = [tr(WEEKDAYS[day - 1]) for day in days]
    in_a_row = days[-1] - days[0] == len(days) - 1
    if len(days) > 1 and in_a_row:
        return tr("{first} đến {last}").format(first=names[0], last=names[-1])
    return ", ".join(names)


def counted_days(
    span: Iterable[date], term: Term, calendar: WorkingCalendar, pauses: tuple[Pause, ...]
) -> Iterator[date]:
    """The days that a term counts: dates on the calendar or days worked, but none begun in a pause."""
    on_the_calendar = term.kind in (TermKind.CALENDAR_DAYS, TermKind.MONTHS)
    for day in span:
        stretches = calendar.counting(day)
        if on_the_calendar or stretches:
            begun = at(day, time(0)) if on_the_calendar else stretches[0].start
            if not any(pause.begins <= begun < pause.ends for pause in pauses):
                yield day


def year_alarm(calendar: WorkingCalendar, today: date) -> str:
    """What must be said of the first year up to the next one that is not confirmed, "" for none."""
    first = min(today.year, max(calendar.years) + 1)
    open_years = (year for year in range(first, today.year + 2) if not calendar.years.get(year))
    year = next(open_years, None)
    return tr("Lịch nghỉ {year} chưa xác nhận").format(year=year) if year else ""


def is_pressing(today: date) -> bool:
    """Whether a next year that is not confirmed is told at the start."""
    return (today.month, today.day) >= ALARM_FROM


def read_typed_term(text: str) -> Term | None:
    """A term as an officer types it: "3 ngày làm việc", "0,5 ngày làm việc", "trong ngày", "8 giờ"."""
    wording = _PLAIN.get(fold(text), text)
    if found := re.fullmatch(r"(\d{1,4}(?:[.,]5)?)\s+(\D+)", text.strip()):
        unit = fold(found[2])
        wording = f"{found[1].replace(',', '.')} {_UNITS.get(unit, unit)}"
    try:
        return read_term(wording)
    except TermInvalid:
        return None  # it may be a procedure


def changed_lines(before: CalendarRows, after: CalendarRows) -> list[str]:
    """What a change does to the rows, in words: what comes and what goes."""
    old, new = {day.on: day for day in before.days}, {day.on: day for day in after.days}
    lines = []
    for on in sorted({*old, *new}):
        was, becomes = old.get(on), new.get(on)
        if was == becomes:
            continue
        lines.append(f"{day_words(on)}: {_day_words(was)} → {_day_words(becomes)}")
    for year in sorted(after.years):
        if after.years[year] != before.years.get(year):
            sure = tr("đã xác nhận") if after.years[year].confirmed else tr("chưa xác nhận")
            lines.append(f"{year}: {sure} {after.years[year].notice}".rstrip())
    gone = [row for row in before.hours if row not in after.hours]
    come = [row for row in after.hours if row not in before.hours]
    lines += [tr("Bỏ giờ làm việc {hours}").format(hours=words) for words in _season_lines(gone)]
    lines += [tr("Giờ làm việc mới {hours}").format(hours=words) for words in _season_lines(come)]
    return lines


def _season_lines(hours: Iterable[OfficeHours]) -> list[str]:
    """The hours of each from–to in one line."""
    seasons: dict[tuple[date, date], list[OfficeHours]] = {}
    for row in hours:
        seasons.setdefault((row.from_on or date.min, row.to_on or date.max), []).append(row)
    lines = []
    for first, last in sorted(seasons):
        words = "; ".join(_week_lines(seasons[first, last]))
        span = tr("từ {day} ").format(day=day_words(first)) if first > date.min else ""
        span += tr("đến {day} ").format(day=day_words(last)) if last < date.max else ""
        lines.append(f"{span.strip()}: {words}".removeprefix(": "))
    return lines


def _day_words(day: SpecialDay | None) -> str:
    if day is None:
        return tr("ngày thường")
    return f"{tr('nghỉ') if day.is_off else tr('làm bù')} “{day.name}”"


def moved_words(look: CalendarLook) -> str:
    """How many due times a change moves, "" for none."""
    many = sum(each.due_moves for each in look.moved)
    return tr("{n} hồ sơ đổi hạn").format(n=many) if many else ""
