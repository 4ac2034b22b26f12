"""What stands between the desk and the provincial system: receptions not there yet, who is behind there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.application.reading_lists import last_list
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.province_facts import TakenList
from onestop_desktop.domain.province_list import HEADING_WITHIN, headings_of
from onestop_desktop.domain.timeliness import entry_time_left
from onestop_desktop.domain.urgency import TimeLeft, Urgency

LOOKED_BACK = timedelta(days=30)
"""A dossier received before that is no longer waited for."""
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class NotEntered:
    """A reception without the provincial system's code, and what is left of its eight hours."""

    row: DossierRow
    left: TimeLeft


@dataclass(frozen=True, slots=True)
class BridgeView:
    """The newest receptions not entered, how many there are, and the last list that was taken in.

    Those still in time come first, the least time left before; then those over, the newest before.
    """

    waiting: tuple[NotEntered, ...]
    count: int
    taken: TakenList | None


def read_bridge(*, unit_of_work: OpenUnitOfWork) -> BridgeView:
    """Receptions of the last thirty days that the provincial system does not have."""
    with unit_of_work() as uow:
        now, calendar = uow.now(), uow.desk.calendar()
        count, rows = uow.dossiers.not_entered(now - LOOKED_BACK, MOST_SHOWN)
        waiting = [
            NotEntered(row, entry_time_left(read_moment(row.received_at), now, calendar))
            for row in rows
        ]
        over = [each for each in waiting if each.left.urgency is Urgency.LATE]
        in_time = [each for each in waiting if each.left.urgency is not Urgency.LATE]
        return BridgeView((*reversed(in_time), *over), count, last_list(uow))


def read_headings(rows: Iterable[tuple[Any, ...]]) -> tuple[str, ...]:
    """The headings that a list has, so that somebody can say which is which."""
    return headings_of(list(islice(rows, HEADING_WITHIN)))
