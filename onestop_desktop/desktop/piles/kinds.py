"""Which open dossiers wait for whom: what each pile holds, and the quiet counts beside their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onestop_desktop.domain.lifecycle import State
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.text import same_name

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow
    from onestop_desktop.desktop.desk import Desk

_AT_WORK = (State.RECEIVED, State.IN_PROCESS)
_TO_GIVE = (*_AT_WORK, State.AWAITING_PAPERS, State.AWAITING_PAYMENT)


def is_before_leader(row: DossierRow, _desk: Desk) -> bool:
    """Proposed and not yet decided."""
    return State(row.state) is State.IN_PROCESS and bool(row.proposed_at)


def is_at_work(row: DossierRow, _desk: Desk) -> bool:
    """To be worked on: nothing proposed yet."""
    return State(row.state) in _AT_WORK and not row.proposed_at


def is_mine(row: DossierRow, desk: Desk) -> bool:
    """Held by this officer and not on its way to another."""
    return same_name(row.holder, desk.officer) and not row.handed_to


def is_to_give(row: DossierRow, desk: Desk) -> bool:
    """Papers this officer has and may hand on: not settled, not before the leader."""
    return is_mine(row, desk) and State(row.state) in _TO_GIVE and not is_before_leader(row, desk)


def is_result_to_give(row: DossierRow, desk: Desk) -> bool:
    """A result this officer has, to be handed to the desk."""
    return is_mine(row, desk) and is_ready(row, desk)


def is_on_its_way(row: DossierRow, _desk: Desk) -> bool:
    """Handed over and not yet accepted (what lies before the leader is his list's)."""
    return bool(row.handed_to) and not (row.proposed_at and State(row.state) is State.IN_PROCESS)


def is_ready(row: DossierRow, _desk: Desk) -> bool:
    """Settled and not yet fetched."""
    return State(row.state) is State.SETTLED


COUNTED: dict[str, Callable[[DossierRow, Desk], bool]] = {
    "hand_over": lambda row, desk: (
        is_on_its_way(row, desk) and not same_name(row.holder, desk.officer)
    ),
    "work": lambda row, desk: is_at_work(row, desk) and is_mine(row, desk),
    "leader": is_before_leader,
    "return_result": is_ready,
}


def counts(desk: Desk) -> dict[str, int]:
    """How many wait behind each screen; outside office hours nobody is reminded."""
    if desk.view is None or not desk.view.calendar.covers(desk.now().date()):
        return {}
    rows = desk.open_dossiers.rows() if desk.view.calendar.is_open(desk.now()) else ()
    return {name: sum(wanted(row, desk) for row in rows) for name, wanted in COUNTED.items()}


def days_waiting(row: DossierRow, desk: Desk) -> int:
    """Days since the result was ready."""
    settled = read_moment(row.settled_at) if row.settled_at else desk.now()
    return max(0, (desk.now().date() - settled.date()).days)


def own_reception(row: DossierRow, desk: Desk) -> bool:
    """Whether this officer received it and has no delegation to settle it."""
    if not same_name(row.received_by, desk.officer) or desk.view is None:
        return False
    day = desk.now().date()
    return not any(each.covers(desk.officer, row.procedure, day) for each in desk.view.delegations)
