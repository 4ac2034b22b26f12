"""Moments as the store writes them: UTC text to the second, which sorts as it reads."""

from datetime import UTC, datetime

from onestop_desktop.domain.moments import local


def utc_text(value: datetime) -> str:
    """2021-07-15T02:42:00Z"""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(value: str) -> datetime:
    """The local moment behind stored text."""
    return local(datetime.fromisoformat(value))
