"""Years and months that somebody names: checked once, so that no calendar is asked for what it has not."""

from datetime import date, timedelta

from onestop_desktop.domain.errors import NumberOutOfRange

FIRST_YEAR, LAST_YEAR = 2000, 2100


def a_year(year: int) -> int:
    """The year itself (NumberOutOfRange)."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NumberOutOfRange(field="year", least=FIRST_YEAR, most=LAST_YEAR, value=year)
    return year


def a_month(year: int, month: int) -> tuple[date, date]:
    """Its first and last day (NumberOutOfRange)."""
    if not 1 <= month <= 12:
        raise NumberOutOfRange(field="month", least=1, most=12, value=month)
    first = date(a_year(year), month, 1)
    return first, (first + timedelta(31)).replace(day=1) - timedelta(1)
