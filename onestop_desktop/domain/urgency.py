"""How pressing an open dossier is, and what is left of its time, as plain data."""

from dataclasses import dataclass
from enum import StrEnum


class Urgency(StrEnum):
    """Why a dossier stands where it stands in the queue."""

    LATE = "late"
    SOON = "soon"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Working minutes left on the due day, or working days to it; days over when late."""

    urgency: Urgency
    minutes: int = 0
    days: int = 0
