"""The working calendar as a value: which minutes of which day are open and which count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from onestop_desktop.domain.errors import CalendarEnds
from onestop_desktop.domain.moments import at, local

WEEKDAYS = range(1, 8)
"""1 Monday … 7 Sunday."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """One stretch of a weekday (1 Monday … 7 Sunday): open for citizens, counting for terms, or both."""

    weekday: int
    opens: time
    closes: time
    is_open: bool = True
    counts: bool = True
    from_on: date | None = None
    to_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this row is in force on that day (summer and winter hours)."""
        after = self.from_on is None or self.from_on <= day
        return after and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day off or a make-up day of a notice."""

    on: date
    is_off: bool
    name: str
    notice: str = ""
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class YearNotice:
    """Whether the days off of a year stand as its notice has them, and the notice's number."""

    confirmed: bool = False
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of one day, [start, end)."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether the moment lies inside; the closing minute does not."""
        return self.start <= moment < self.end


@dataclass(frozen=True)
class WorkingCalendar:
    """Office hours, special days and, for each year covered, whether its notice is confirmed."""

    hours: tuple[OfficeHours, ...]
    days: Mapping[date, SpecialDay]
    years: Mapping[int, bool]
    _counting: dict[date, tuple[Interval, ...]] = field(default_factory=dict, compare=False)

    def counting(self, day: date) -> tuple[Interval, ...]:
        """The counting stretches of a day in order; empty on a day off (CalendarEnds past the years)."""
        if day not in self._counting:
            self._counting[day] = self._stretches(day, counting=True)
        return self._counting[day]

    def open_stretches(self, day: date) -> tuple[Interval, ...]:
        """The stretches of a day in which citizens are received."""
        return self._stretches(day, counting=False)

    def is_working(self, day: date) -> bool:
        """Whether terms in days count that day."""
        return bool(self.counting(day))

    def close_of(self, day: date) -> datetime:
        """The end of the last counting stretch of a working day."""
        return self.counting(day)[-1].end

    def next_working(self, day: date) -> date:
        """The first working day after the given one."""
        return next(later for later in self._from(day + timedelta(1)) if self.is_working(later))

    def working_on_or_after(self, day: date) -> date:
        """The given day when it is worked, else the next one that is."""
        return day if self.is_working(day) else self.next_working(day)

    def is_open(self, moment: datetime) -> bool:
        """Whether a citizen may come at that moment, the closing minute included."""
        moment = local(moment)
        return any(
            stretch.start <= moment <= stretch.end for stretch in self.open_stretches(moment.date())
        )

    def next_counting(self, moment: datetime) -> datetime:
        """The moment itself inside a counting stretch, else the start of the next one."""
        moment = local(moment)
        for day in self._from(moment.date()):
            for stretch in self.counting(day):
                if moment < stretch.end:
                    return max(moment, stretch.start)
        raise AssertionError("a calendar without working hours cannot be made")

    def off_days_between(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """The days from first to last that are not worked, with their names ("" a plain weekend)."""
        span = (first + timedelta(n) for n in range((last - first).days + 1))
        return tuple((day, self.name_of(day)) for day in span if not self.is_working(day))

    def name_of(self, day: date) -> str:
        """The name the notice gives that day, "" where none does."""
        special = self.days.get(day)
        return special.name if special else ""

    def is_confirmed(self, day: date) -> bool:
        """Whether the year's notice stands confirmed (convention 12)."""
        return self.years.get(day.year, False)

    def covers(self, day: date) -> bool:
        """Whether the calendar says anything of that day's year."""
        return day.year in self.years

    def _stretches(self, day: date, *, counting: bool) -> tuple[Interval, ...]:
        if not self.covers(day):
            raise CalendarEnds(year=day.year, first=min(self.years), last=max(self.years))
        special = self.days.get(day)
        if special and special.is_off:
            return ()
        rows = self._ordinary_hours(day) if special else self._hours(day.isoweekday(), day)
        return tuple(
            Interval(at(day, row.opens), at(day, row.closes))
            for row in rows
            if (row.counts if counting else row.is_open)
        )

    def _hours(self, weekday: int, day: date) -> list[OfficeHours]:
        return [row for row in _hours_of(self.hours, weekday) if row.holds_on(day)]

    def _ordinary_hours(self, day: date) -> list[OfficeHours]:
        """A make-up day is an ordinary working day: it has the hours of the week's first one."""
        week = (self._hours(weekday, day) for weekday in WEEKDAYS)
        return next((rows for rows in week if any(row.counts for row in rows)), [])

    def _from(self, day: date) -> Iterator[date]:
        while True:
            yield day
            day += timedelta(1)


@dataclass(frozen=True, slots=True)
class CalendarRows:
    """The calendar as someone keeps it: rows of office hours, of special days, of years."""

    hours: tuple[OfficeHours, ...]
    days: tuple[SpecialDay, ...]
    years: Mapping[int, YearNotice]

    def working(self) -> WorkingCalendar:
        """The calendar to count on."""
        days = {day.on: day for day in self.days}
        years = {year: notice.confirmed for year, notice in self.years.items()}
        return WorkingCalendar(self.hours, days, years)


@lru_cache(maxsize=64)
def _hours_of(hours: tuple[OfficeHours, ...], weekday: int) -> tuple[OfficeHours, ...]:
    return tuple(
        sorted((row for row in hours if row.weekday == weekday), key=lambda row: row.opens)
    )
