"""Moments and days as the desk reads and writes them; which moment it is, nobody here knows."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

VIETNAM = timezone(timedelta(hours=7), "+07:00")
"""The one zone of the desk: Viet Nam has had no other offset since 1975."""

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_CLOCK = re.compile(r"\d{1,2}:\d{2}", re.ASCII)


def local(moment: datetime) -> datetime:
    """The moment on the desk's clock; a moment without an offset is taken as local time."""
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)


@lru_cache(maxsize=4096)
def read_moment(text: str) -> datetime:
    """An ISO 8601 moment, local time of Viet Nam when no offset is given (ValueError)."""
    try:
        moment = local(datetime.fromisoformat(text.strip()))
        moment.astimezone(UTC)  # what the store could not hold
        return moment
    except OverflowError:  # a moment at the edge of what a date can hold
        raise ValueError(text) from None


def read_typed_moment(text: str) -> datetime:
    """25/11/2026 15:20 as people type it, or ISO 8601 (ValueError)."""
    day, _, hour = text.strip().partition(" ")
    if "/" not in day:
        return read_moment(text)
    return read_moment(f"{read_day(day).isoformat()}T{hour.strip():0>5}")


def write_moment(moment: datetime) -> str:
    """ISO 8601 with +07:00, to the second, as every door of the desk gives moments."""
    return local(moment).isoformat(timespec="seconds")


def read_day(text: str) -> date:
    """A day written 1985-03-02 or, as people type it, 02/03/1985 (ValueError)."""
    text = text.strip()
    typed = _DAY_FIRST.fullmatch(text)
    if typed:
        day, month, year = map(int, typed.groups())
        return date(year, month, day)
    return date.fromisoformat(text)


def read_time(text: str) -> time:
    """An hour of the day written 7:30 or 07:30 (ValueError)."""
    if not _CLOCK.fullmatch(text.strip()):
        raise ValueError(text)
    hour, minute = map(int, text.strip().split(":"))
    return time(hour, minute)


def at(day: date, hour: time) -> datetime:
    """The moment of that hour on that day, on the desk's clock."""
    return datetime.combine(day, hour, VIETNAM)


def day_words(day: date) -> str:
    """02/03/1985, the way screens and slips write a day."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
