"""Figures of days and the dossiers behind each of them; what is open now; the seal's digests."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, literal, select, text

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.domain.figures import Figures, counted
from onestop_desktop.domain.moments import at
from onestop_desktop.persistence import day_counts, rows
from onestop_desktop.persistence.schema import chain_head, entry, slip
from onestop_desktop.persistence.schema import dossier as table

_WHEN = {
    "received": table.c.received_at,
    "not_counted": table.c.ended_at,
    **dict.fromkeys(
        ("early", "on_time", "late", "late_apologised", "missed", "settled"), table.c.settled_at
    ),
    **dict.fromkeys(("returned", "pleased", "neutral", "displeased"), table.c.returned_at),
}
"""When a dossier counts under a figure."""
_LEFT = text("dossier.settled_at IS NULL AND dossier.ended_at IS NULL")
_OPEN = select(func.count()).select_from(table).where(rows.IS_OPEN, _LEFT)
_UNPRINTED = (
    rows.SELECT.join(slip, slip.c.id == table.c.slip_id)
    .where(rows.IS_OPEN, slip.c.prints == 0, table.c.channel.in_(("counter", "proxy")))
    .order_by(table.c.due_at, table.c.code)
)
"""By due time, as the index over open dossiers has them: by reception all years would be walked."""
_DIGEST = select(entry.c.digest).where(entry.c.sequence == bindparam("sequence"))
_LAST = (
    select(entry.c.sequence)
    .where(entry.c.recorded_at < bindparam("end"))
    .order_by(entry.c.sequence.desc())
    .limit(1)
)


class SqlFigures:
    """The port `DayFigures` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def total(self, first: date, last: date) -> Figures:
        """The figures of the days from first to last."""
        return day_counts.total(self._connection, first, last)

    def by(self, column: str, first: date, last: date) -> Mapping[str, Figures]:
        """The same for each procedure or officer."""
        return day_counts.by(self._connection, column, first, last)

    def open_now(self) -> int:
        """How many dossiers are neither settled nor ended."""
        return int(self._connection.execute(_OPEN).scalar_one())

    def moments(self, name: str, day: date) -> tuple[datetime, ...]:
        """When dossiers were received (`received_at`) or settled (`settled_at`) on a day."""
        column = table.c[name]
        found = select(column).where(column >= at(day, time(0)), column < _end(day))
        return tuple(self._connection.execute(found).scalars())

    def behind(self, figure: str, first: date, last: date, **whose: str) -> tuple[DossierRow, ...]:
        """The dossiers a figure counts, in time order; `procedure=`, `officer=` for a part of it."""
        when = _WHEN[figure]
        wanted = (
            select(*rows.COLUMNS, *(table.c[name].label(f"_{name}") for name in day_counts.COLUMNS))
            .where(when >= at(first, time(0)), when < _end(last))
            .order_by(when, table.c.code)
        )
        if "procedure" in whose:
            wanted = wanted.where(table.c.procedure == whose["procedure"])
        figures = ("early", "on_time", "late") if figure == "settled" else (figure,)
        found = []
        for row in self._connection.execute(wanted):
            facts = {name: getattr(row, f"_{name}") for name in day_counts.COLUMNS}
            if _counts(facts, figures, first, last, whose.get("officer")):
                found.append(rows.to_row(row[: len(rows.COLUMNS)]))
        return tuple(found)

    def open_rows(self) -> tuple[DossierRow, ...]:
        """Every open dossier by due time."""
        return tuple(rows.to_row(row) for row in self._connection.execute(rows.OPEN_BY_DUE))

    def left_at(self, day: date) -> tuple[DossierRow, ...]:
        """The dossiers that were neither settled nor ended at the end of a day."""
        end = _end(day)
        # In words no index knows: each of the three reads below is led by its own index alone.
        when = literal(end, table.c.settled_at.type)
        before = (
            func.coalesce(table.c.received_at, when) < when,
            func.coalesce(table.c.settled_at, when) >= when,
            func.coalesce(table.c.ended_at, when) >= when,
        )
        found: dict[str, DossierRow] = {}
        for later in (
            table.c.settled_at >= end,
            table.c.ended_at >= end,
            and_(rows.IS_OPEN, _LEFT),
        ):
            wanted = rows.SELECT.where(later, *before)
            found |= {row.code: rows.to_row(row) for row in self._connection.execute(wanted)}
        return tuple(found.values())

    def unprinted(self) -> tuple[DossierRow, ...]:
        """Open dossiers received at the counter whose slip was never printed."""
        found = (rows.to_row(row) for row in self._connection.execute(_UNPRINTED))
        return tuple(sorted(found, key=lambda row: (row.received_at, row.code)))

    def digest(self, sequence: int) -> str:
        """The chain's digest at an entry, "" where there is none."""
        return self._connection.execute(_DIGEST, {"sequence": sequence}).scalar() or ""

    def last_entry(self, day: date) -> int:
        """The number of the last entry recorded by the end of a day, 0 for none."""
        return self._connection.execute(_LAST, {"end": _end(day)}).scalar() or 0

    def entries(self) -> int:
        """How many entries the journal has."""
        return int(self._connection.execute(select(chain_head.c.sequence)).scalar_one())


def _end(day: date) -> datetime:
    return at(day, time(0)) + timedelta(1)


def _counts(
    facts: dict[str, Any], figures: tuple[str, ...], first: date, last: date, officer: str | None
) -> bool:
    return any(
        cell.figure in figures
        and first <= cell.day <= last
        and (officer is None or cell.officer == officer)
        for cell in counted(facts)
    )
