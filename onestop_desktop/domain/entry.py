"""One act at the desk, as the journal keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onestop_desktop.domain.errors import ClockBehind
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local

CLOCK_TOLERANCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did which step on which dossier ("" the desk itself), when it happened and was recorded.

    `facts` are plain values (they may be erased one day); `sequence` 0 until the store gives it.
    """

    step: Step
    officer: str
    recorded_at: datetime
    happened_at: datetime
    dossier: str = ""
    workstation: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    sequence: int = 0


def check_clock(now: datetime, last: datetime | None) -> None:
    """Refuse to act while the clock is behind the newest entry (ClockBehind)."""
    if last and is_behind(now, last):
        raise ClockBehind(now=now.isoformat(), last=local(last).isoformat())


def is_behind(now: datetime, last: datetime) -> bool:
    """Whether the clock is so far behind an entry that somebody must look at it."""
    return (last - now).total_seconds() > CLOCK_TOLERANCE_SECONDS
