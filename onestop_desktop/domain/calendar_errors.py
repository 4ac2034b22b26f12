"""Why a change of the working calendar cannot be done; told by code and facts as all refusals are."""

from onestop_desktop.domain.errors import DeskError


class NoticeUnreadable(DeskError):
    pass


class CalendarYearsBroken(DeskError):
    pass


class HoursEndBeforeStart(DeskError):
    pass


class HoursOverlap(DeskError):
    pass


class HoursMissing(DeskError):
    pass


class DayTwice(DeskError):
    pass


class YearTwice(DeskError):
    pass


class NoticeLineTooLong(DeskError):
    pass


class DayOutsideYears(DeskError):
    pass


class MakeupOnWorkingDay(DeskError):
    pass


class DueTimesMoved(DeskError):
    """Due times would move, and not those that were agreed to."""


class CalledOff(DeskError):
    """Somebody stopped it half way; nothing was written."""


class HoursUnreadable(DeskError):
    pass


class CalendarChanged(DeskError):
    """Somebody else has changed the calendar since it was looked at."""
