"""How much time an open dossier has left, reckoned on the calendar; the words for it live elsewhere."""

from datetime import datetime, timedelta

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.urgency import TimeLeft, Urgency

SOON = timedelta(hours=1)


def time_left(due_at: datetime, now: datetime, calendar: WorkingCalendar) -> TimeLeft:
    """What is left until the due time; between due time and midnight nothing is late yet.

    Terms end at the end of their last day (Civil Code 2015 Art. 148.6).
    """
    due_at, now = local(due_at), local(now)
    if now.date() > due_at.date():
        over = working_days_between(due_at, now, calendar)
        return TimeLeft(Urgency.LATE, days=max(over, 1))
    if now.date() < due_at.date():
        return TimeLeft(Urgency.LATER, days=working_days_between(now, due_at, calendar))
    left = working_time(now, due_at, calendar)
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
    """The counting time between two moments of days the calendar covers."""
    total, day = timedelta(), start.date()
    while day <= end.date():
        for stretch in calendar.counting(day):
            overlap = min(end, stretch.end) - max(start, stretch.start)
            total += max(overlap, timedelta())
        day += timedelta(1)
    return total
