"""Moments as the store writes them: UTC text to the second, which sorts as it reads."""

from datetime import UTC, datetime
from functools import lru_cache

from onestop_desktop.domain.moments import VIETNAM, local


def utc_text(value: datetime) -> str:
    """2021-07-15T02:42:00Z"""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=4096)
def moment(value: str) -> datetime:
    """The local moment behind stored text; the same few moments stand in many columns."""
    return local(datetime.fromisoformat(value))


def local_text(value: str) -> str:
    """The same moment as every door of the desk gives it: local time with +07:00 (ValueError)."""
    return datetime.fromisoformat(value).astimezone(VIETNAM).isoformat(timespec="seconds")
