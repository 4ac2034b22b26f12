"""What a day counts of a dossier, and the figures of a period made of such counts.

Convention 13: the first settlement counts, reopened or not; what was withdrawn, refused, stopped or
voided without one is counted apart. Each dossier is received once and leaves once, so that

    received + carried over = settled + not counted + open
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from onestop_desktop.domain.moments import local
from onestop_desktop.domain.timeliness import Verdict, is_appointment_missed

RATINGS = {1: "displeased", 2: "neutral", 3: "pleased"}
"""The three faces of the question at the return."""


class Cell(NamedTuple):
    """Where something is counted: a day, a procedure, an officer, and which figure."""

    day: date
    procedure: str
    officer: str
    figure: str


def counted(facts: Mapping[str, Any]) -> tuple[Cell, ...]:
    """The cells a dossier counts in, from the columns of its row; each once.

    Received and returned under who received it, settled under who worked it out.
    """
    cells: list[Cell] = []

    def count(moment: Any, officer: str, figure: str) -> None:
        cells.append(Cell(local(moment).date(), facts["procedure"], officer, figure))

    desk = facts["received_by"]
    count(facts["received_at"], desk, "received")
    settled_at = facts["settled_at"]
    if settled_at:
        worker = facts["handled_by"]
        count(settled_at, worker, facts["verdict"])
        if facts["verdict"] == Verdict.LATE and facts["apologies"]:
            count(settled_at, worker, "late_apologised")
        if facts["verdict"] != Verdict.LATE and is_appointment_missed(
            settled_at, facts["promised_at"], facts["due_at"]
        ):
            count(settled_at, worker, "missed")
    elif facts["ended_at"]:
        count(facts["ended_at"], desk, "not_counted")
    if facts["returned_at"]:
        count(facts["returned_at"], desk, "returned")
        if facts["rating"]:
            count(facts["returned_at"], desk, RATINGS[facts["rating"]])
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many dossiers of a period: received, settled early, on time, late, ended otherwise, returned.

    `late_apologised` are among the late, `missed` (convention 13: in time by law, after the hour
    promised) among early and on time; the three last are answers to the question at the return.
    """

    received: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    late_apologised: int = 0
    missed: int = 0
    not_counted: int = 0
    returned: int = 0
    pleased: int = 0
    neutral: int = 0
    displeased: int = 0

    @property
    def settled(self) -> int:
        """Settled for the first time in the period."""
        return self.early + self.on_time + self.late

    @property
    def in_time(self) -> int:
        """Settled early or on time."""
        return self.early + self.on_time

    @property
    def share(self) -> float | None:
        """The on-time share in percent, rounded down to a tenth: 100 only where all are; None for none."""
        return percent(self.in_time, self.settled)

    @property
    def rated(self) -> int:
        """How many answered."""
        return self.pleased + self.neutral + self.displeased

    @property
    def satisfaction(self) -> float | None:
        """The share of those pleased among those who answered, in percent; None where nobody did."""
        return percent(self.pleased, self.rated)


def percent(part: int, whole: int) -> float | None:
    """In percent, rounded down to a tenth; None of nothing."""
    return part * 1000 // whole / 10 if whole else None
