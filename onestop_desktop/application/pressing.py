"""What presses among the open dossiers at a moment, and who is waited for; rows in, no store asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.lifecycle import PAUSED, State
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.timeliness import time_left
from onestop_desktop.domain.urgency import TimeLeft

BEFORE_LEADER, TO_FETCH, CITIZEN = "before_leader", "to_fetch", "citizen"
"""Who is waited for, where it is no officer by name."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """An open dossier and what is left of its time; a paused one has what it had then."""

    row: DossierRow
    left: TimeLeft
    paused: bool = False


@dataclass(frozen=True, slots=True)
class OpenNow:
    """The open dossiers of this moment, by what matters: each list in order of due time."""

    soon: tuple[Pressing, ...] = ()
    late: tuple[Pressing, ...] = ()
    late_apologised: tuple[Pressing, ...] = ()
    today: tuple[Pressing, ...] = ()
    paused: tuple[Pressing, ...] = ()
    waiting: Mapping[str, tuple[DossierRow, ...]] = field(default_factory=dict)

    @property
    def overdue(self) -> tuple[Pressing, ...]:
        """Past their due time, with an apology or without."""
        return (*self.late, *self.late_apologised)


def open_now(rows: Iterable[DossierRow], now: datetime, calendar: WorkingCalendar) -> OpenNow:
    """The open dossiers sorted by what matters at a moment."""
    running: dict[str, list[Pressing]] = {name: [] for name in ("soon", "late", "today", "paused")}
    apologised: list[Pressing] = []
    waiting: dict[str, list[DossierRow]] = {}
    for row in rows:
        waiting.setdefault(waits_for(row), []).append(row)
        if State(row.state) is State.SETTLED:
            continue
        found = pressing(row, now, calendar)
        urgency = found.left.urgency.value
        if urgency == "late" and row.apologies:
            apologised.append(found)
        elif found.paused and urgency != "late":
            running["paused"].append(found)
        elif urgency in running:
            running[urgency].append(found)
    return OpenNow(
        tuple(running["soon"]),
        tuple(running["late"]),
        tuple(apologised),
        tuple(running["today"]),
        tuple(running["paused"]),
        {name: tuple(found) for name, found in waiting.items()},
    )


def pressing(row: DossierRow, now: datetime, calendar: WorkingCalendar) -> Pressing:
    """What is left of a dossier's time; a paused one's clock stands where it was stopped."""
    paused = State(row.state) in PAUSED and bool(row.paused_at)
    moment = read_moment(row.paused_at) if paused else now
    left = time_left(read_moment(row.due_at), moment, calendar, by_minute=row.by_minute)
    return Pressing(row, left, paused)


def waits_for(row: DossierRow) -> str:
    """Who is waited for: the leader, the citizen (papers, payment, the result), else an officer."""
    state = State(row.state)
    if state is State.SETTLED:
        return TO_FETCH
    if state in PAUSED:
        return CITIZEN
    if row.proposed_at:
        return BEFORE_LEADER
    return row.handed_to or row.holder
