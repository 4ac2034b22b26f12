"""The legal clock: from term, reception and calendar to the appointment and its reasons.

The rules are the desk's conventions on the clock; nothing here knows stores or screens.
"""

import calendar as months
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.moments import at, local, write_moment
from onestop_desktop.domain.terms import Term, TermKind

SOONEST_PROMISE = timedelta(minutes=15)
HALF_DAY = timedelta(hours=4)


class DayRule(StrEnum):
    """Convention 6: how a term in working days ends."""

    CLOSE_OF_DAY = "close of day"
    SAME_CLOCK_TIME = "same clock time"


@dataclass(frozen=True, slots=True)
class ClockRules:
    """The desk's settings of the clock: the cut-off, the collect-by hour, the rule of days."""

    cutoff: time = time(15, 0)
    collect_by: time = time(16, 30)
    day_rule: DayRule = DayRule.CLOSE_OF_DAY


@dataclass(frozen=True, slots=True)
class TermRules:
    """What one procedure says: its legal term, the commune's shorter target, its 15:00 switches."""

    term: Term
    target: Term | None = None
    due_cutoff: bool = True
    start_cutoff: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reckoning, as data: a code and plain facts (moments as ISO text)."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the law gives (`due_at`), what the slip says (`promised_at`), and why."""

    received_at: datetime
    due_at: datetime
    promised_at: datetime
    provisional: bool
    why: tuple[Reason, ...]


def appoint(
    rules: TermRules, received_at: datetime, calendar: WorkingCalendar, clock: ClockRules
) -> Appointment:
    """The appointment for a dossier validly received at that moment.

    Raises CalendarEnds where the reckoning leaves the calendar's years (convention 12).
    """
    received_at = local(received_at)
    due_at, why = _due(rules.term, rules, received_at, calendar, clock)
    promised_at, promise = _promise(rules, received_at, due_at, calendar, clock)
    open_years = _unconfirmed(received_at.date(), due_at.date(), calendar)
    if open_years:
        why = (*why, Reason("provisional", {"years": open_years}))
    if promised_at != due_at:
        why = (*why, promise)
    return Appointment(received_at, due_at, promised_at, bool(open_years), why)


def is_target_later(rules: TermRules, calendar: WorkingCalendar, day: date) -> bool:
    """Whether a service target would fall after the legal term for a dossier of that day's opening."""
    if rules.target is None:
        return False
    start = calendar.next_counting(at(day, time(0)))
    due, _ = _due(rules.term, rules, start, calendar, ClockRules())
    target, _ = _due(rules.target, rules, start, calendar, ClockRules())
    return target > due


def _due(
    term: Term,
    rules: TermRules,
    received_at: datetime,
    calendar: WorkingCalendar,
    clock: ClockRules,
) -> tuple[datetime, tuple[Reason, ...]]:
    start, moved = _start(rules, received_at, calendar, clock)
    due_at, counted = _count(term, rules, start, calendar, clock)
    skipped = calendar.off_days_between(start.date(), due_at.date())
    if skipped:
        counted = (*counted, _skipped(skipped))
    return due_at, (*moved, *counted)


def _start(
    rules: TermRules, received_at: datetime, calendar: WorkingCalendar, clock: ClockRules
) -> tuple[datetime, tuple[Reason, ...]]:
    """Convention 3: where the clock starts."""
    day = received_at.date()
    late = rules.start_cutoff and calendar.is_working(day) and received_at > at(day, clock.cutoff)
    after = at(calendar.next_working(day), time(0)) if late else received_at
    start = calendar.next_counting(after)
    if start == received_at:
        return start, ()
    facts = {"from": write_moment(received_at), "to": write_moment(start)}
    if late:
        return start, (Reason("start_after_cutoff", facts | {"cutoff": f"{clock.cutoff:%H:%M}"}),)
    return start, (Reason(_cause(received_at, start, calendar), facts | _named(day, calendar)),)


def _cause(received_at: datetime, start: datetime, calendar: WorkingCalendar) -> str:
    if not calendar.is_working(received_at.date()):
        return "received_on_day_off"
    if start.date() > received_at.date():
        return "received_after_close"
    opening = calendar.counting(received_at.date())[0].start
    return "received_before_opening" if start == opening else "received_at_lunch"


def _named(day: date, calendar: WorkingCalendar) -> dict[str, str]:
    return {"day": day.isoformat(), "name": calendar.name_of(day)}


def _count(
    term: Term, rules: TermRules, start: datetime, calendar: WorkingCalendar, clock: ClockRules
) -> tuple[datetime, tuple[Reason, ...]]:
    match term.kind:
        case TermKind.AT_ONCE:
            due = calendar.close_of(start.date())
            return due, (Reason("at_once", {"due": write_moment(due)}),)
        case TermKind.SAME_DAY:
            return _same_day(rules, start, calendar, clock)
        case TermKind.WORKING_HOURS:
            due = _after_minutes(start, timedelta(hours=term.whole), calendar)
        case TermKind.WORKING_DAYS:
            due = _after_working_days(term, start, calendar, clock.day_rule)
        case TermKind.CALENDAR_DAYS:
            due = _close_on_or_after(start.date() + timedelta(term.whole), calendar)
        case TermKind.MONTHS:
            due = _close_on_or_after(_month_later(start.date(), term.whole), calendar)
    return due, (Reason(f"counted_{term.kind.name.lower()}", _counted(term, start, due)),)


def _counted(term: Term, start: datetime, due: datetime) -> dict[str, str]:
    return {
        "count": f"{term.whole}{'.5' if term.has_half else ''}",
        "start": write_moment(start),
        "due": write_moment(due),
    }


def _same_day(
    rules: TermRules, start: datetime, calendar: WorkingCalendar, clock: ClockRules
) -> tuple[datetime, tuple[Reason, ...]]:
    """Convention 4: 15:00:00 exactly is not after 15:00."""
    day = start.date()
    after = rules.due_cutoff and start > at(day, clock.cutoff)
    due = calendar.close_of(calendar.next_working(day) if after else day)
    facts = {"cutoff": f"{clock.cutoff:%H:%M}", "due": write_moment(due)}
    return due, (Reason("same_day_after_cutoff" if after else "same_day", facts),)


def _after_minutes(start: datetime, left: timedelta, calendar: WorkingCalendar) -> datetime:
    """Convention 5: minutes run inside counting stretches; an end at a closing is due at that closing."""
    day = start.date()
    while True:
        for stretch in calendar.counting(day):
            begin = max(start, stretch.start)
            if begin >= stretch.end:
                continue
            if begin + left <= stretch.end:
                return begin + left
            left -= stretch.end - begin
        day += timedelta(1)


def _after_working_days(
    term: Term, start: datetime, calendar: WorkingCalendar, rule: DayRule
) -> datetime:
    """Convention 6: the day of the start is not counted; half a day is 4 working hours more."""
    day = start.date()
    for _ in range(term.whole):
        day = calendar.next_working(day)
    if rule is DayRule.SAME_CLOCK_TIME:
        due = calendar.next_counting(at(day, start.time()))
    else:
        due = calendar.close_of(day) if term.whole else start
    return _after_minutes(due, HALF_DAY, calendar) if term.has_half else due


def _close_on_or_after(day: date, calendar: WorkingCalendar) -> datetime:
    """Convention 7 (Civil Code Art. 148): a last day that is off moves to the next working day."""
    return calendar.close_of(calendar.working_on_or_after(day))


def _month_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _skipped(days: tuple[tuple[date, str], ...]) -> Reason:
    return Reason("days_skipped", {"days": [{"on": d.isoformat(), "name": n} for d, n in days]})


def _promise(
    rules: TermRules,
    received_at: datetime,
    due_at: datetime,
    calendar: WorkingCalendar,
    clock: ClockRules,
) -> tuple[datetime, Reason]:
    """Convention 9: target, else collect-by hour, else due time; the first that the citizen can keep."""
    wanted = [("promised_collect_by", at(due_at.date(), clock.collect_by))]
    if rules.target is not None:
        target, _ = _due(rules.target, rules, received_at, calendar, clock)
        wanted.insert(0, ("promised_target", target))
    for code, moment in wanted:
        soonest = received_at + SOONEST_PROMISE
        if soonest < moment <= due_at and calendar.is_open(moment):
            return moment, Reason(code, {"promised": write_moment(moment)})
    return due_at, Reason("promised_due", {"promised": write_moment(due_at)})


def _unconfirmed(first: date, last: date, calendar: WorkingCalendar) -> list[int]:
    years = range(first.year, last.year + 1)
    return [year for year in years if not calendar.is_confirmed(date(year, 1, 1))]
