"""How much time an open dossier has left, and how a settled one stands to its due time; words live elsewhere."""

from datetime import datetime, timedelta
from enum import StrEnum

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.terms import Term, TermKind
from onestop_desktop.domain.urgency import TimeLeft, Urgency

SOON = timedelta(hours=1)


WORKING_DAY = timedelta(hours=8)
ENTERED_WITHIN = WORKING_DAY
"""Within this working time a reception stands in the provincial system (Decree 45/2020; to be checked)."""


def time_left(
    due_at: datetime, now: datetime, calendar: WorkingCalendar, *, by_minute: bool = False
) -> TimeLeft:
    """What is left until the due time, or is over; only terms judged `by_minute` are late on its day.

    Terms in days end at the end of their last day (Civil Code 2015 Art. 148.6).
    """
    due_at, now = local(due_at), local(now)
    if now.date() > due_at.date() or (by_minute and _minute(now) > _minute(due_at)):
        over = working_time(due_at, now, calendar)
        if over < WORKING_DAY:
            return TimeLeft(Urgency.LATE, minutes=int(over.total_seconds() // 60))
        return TimeLeft(Urgency.LATE, days=working_days_between(due_at, now, calendar))
    if now.date() < due_at.date():
        return TimeLeft(Urgency.LATER, days=working_days_between(now, due_at, calendar))
    left = working_time(now, due_at, calendar)
    minutes = int(left.total_seconds() // 60)
    return TimeLeft(Urgency.SOON if left <= SOON else Urgency.TODAY, minutes)


def entry_time_left(received_at: datetime, now: datetime, calendar: WorkingCalendar) -> TimeLeft:
    """What is left to enter a reception into the provincial system, or is over, in working time."""
    left = ENTERED_WITHIN - working_time(local(received_at), local(now), calendar)
    if left < timedelta():
        if -left < WORKING_DAY:
            return TimeLeft(Urgency.LATE, minutes=int(-left.total_seconds() // 60))
        return TimeLeft(Urgency.LATE, days=-left // WORKING_DAY)
    minutes = int(left.total_seconds() // 60)
    return TimeLeft(Urgency.SOON if left <= SOON else Urgency.TODAY, minutes)


def working_days_between(start: datetime, end: datetime, calendar: WorkingCalendar) -> int:
    """The working days after the day of start, up to and with the day of end."""
    count, day = 0, start.date()
    while day < end.date():
        day += timedelta(1)
        count += calendar.covers(day) and calendar.is_working(day)
    return count


def working_time(start: datetime, end: datetime, calendar: WorkingCalendar) -> timedelta:
    """The counting time between two moments; days the calendar does not cover count nothing."""
    total, day = timedelta(), start.date()
    while day <= end.date():
        for stretch in calendar.counting(day) if calendar.covers(day) else ():
            overlap = min(end, stretch.end) - max(start, stretch.start)
            total += max(overlap, timedelta())
        day += timedelta(1)
    return total


class Verdict(StrEnum):
    """How a settlement stands to its due time (convention 13)."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


def judge(settled_at: datetime, due_at: datetime, term: Term) -> Verdict:
    """Early, on time or late: by the minute for hours, by the day for every other legal term.

    A term in days ends at the end of its last day (Civil Code 2015 Art. 148.6).
    """
    settled_at, due_at = local(settled_at), local(due_at)
    if term.kind is TermKind.WORKING_HOURS:
        return judge_by_minute(settled_at, due_at)
    if settled_at.date() == due_at.date():
        return Verdict.ON_TIME
    return Verdict.EARLY if settled_at < due_at else Verdict.LATE


def judge_by_minute(settled_at: datetime, due_at: datetime) -> Verdict:
    """As service targets and the provincial system's due times are judged."""
    settled, due = _minute(settled_at), _minute(due_at)
    if settled == due:
        return Verdict.ON_TIME
    return Verdict.EARLY if settled < due else Verdict.LATE


def _minute(moment: datetime) -> datetime:
    return local(moment).replace(second=0, microsecond=0)


def is_appointment_missed(settled_at: datetime, promised_at: datetime, due_at: datetime) -> bool:
    """Settled in time by law, but after the hour the slip told the citizen to come; counted apart."""
    in_time = local(settled_at).date() <= local(due_at).date()
    return in_time and local(settled_at) > local(promised_at)
