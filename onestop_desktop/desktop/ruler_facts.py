"""The drawing of a dossier's time for any page: counting stretches between reception and appointment."""

from datetime import datetime, timedelta

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import Pause
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.ruler import Ruler, RulerFacts, draw_ruler

LONGEST_DAYS = 16


def ruler_of(
    received_at: datetime,
    due_at: datetime,
    now: datetime,
    calendar: WorkingCalendar,
    pauses: tuple[Pause, ...] = (),
    late_from: datetime | None = None,
) -> Ruler | None:
    """The shapes of one dossier's time; None where the span is too long to read."""
    day, last = received_at.date(), max(due_at, now).date()
    if (last - day).days > LONGEST_DAYS or not (calendar.covers(day) and calendar.covers(last)):
        return None
    counting = []
    while day <= last:
        counting += [(each.start, each.end) for each in calendar.counting(day)]
        day += timedelta(1)
    if not counting:
        return None
    stood = tuple((local(pause.begins), local(pause.ends)) for pause in pauses)
    return draw_ruler(
        RulerFacts(received_at, due_at, now, tuple(counting), stood, late_from=late_from)
    )
