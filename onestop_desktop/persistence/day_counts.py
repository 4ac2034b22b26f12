"""The figures of each day, kept in the transaction that changes a dossier's row; counted again by `verify`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, text

from onestop_desktop.domain.figures import Cell, Figures, counted
from onestop_desktop.persistence.day_schema import FIGURES
from onestop_desktop.persistence.day_schema import day_count as table
from onestop_desktop.persistence.schema import dossier

COLUMNS = (
    *("procedure", "received_by", "received_at", "settled_at", "handled_by", "verdict"),
    *("apologies", "promised_at", "due_at", "ended_at", "returned_at", "rating"),
)
_SUMS = tuple(func.coalesce(func.sum(table.c[name]), 0).label(name) for name in FIGURES)
_BETWEEN = table.c.day.between(bindparam("first"), bindparam("last"))
_TOTAL = select(*_SUMS).where(_BETWEEN)
_BY = {
    name: select(table.c[name], *_SUMS).where(_BETWEEN).group_by(table.c[name])
    for name in ("procedure", "officer", "day")
}
_NOTHING: dict[str, Any] = dict.fromkeys(FIGURES, 0)
_ADD = text(
    f"INSERT INTO day_count (day, procedure, officer, {', '.join(FIGURES)}) "  # noqa: S608
    f"VALUES (:day, :procedure, :officer, {', '.join(':' + name for name in FIGURES)}) "
    "ON CONFLICT (day, procedure, officer) DO UPDATE SET "
    + ", ".join(f"{name} = day_count.{name} + excluded.{name}" for name in FIGURES)
)


def recount(
    connection: Connection, before: Mapping[str, Any] | None, after: Mapping[str, Any]
) -> None:
    """Count what a dossier's row says now instead of what it said before (None: nothing)."""
    now, then = counted(after), counted(before) if before else ()
    if now == then:
        return
    changes = dict.fromkeys(now, 1)
    for cell in then:
        changes[cell] = changes.get(cell, 0) - 1
    _add(connection, changes)


def _add(connection: Connection, changes: Mapping[Cell, int]) -> None:
    rows: dict[tuple[date, str, str], dict[str, Any]] = {}
    for cell, count in changes.items():
        if count:
            row = rows.get(cell[:3])
            if row is None:
                place = {"day": cell.day.isoformat(), "procedure": cell[1], "officer": cell[2]}
                row = rows[cell[:3]] = _NOTHING | place
            row[cell.figure] += count
    if rows:
        connection.execute(_ADD, list(rows.values()))


def count_anew(connection: Connection) -> None:
    """All days from all dossiers' rows."""
    connection.execute(delete(table))
    _add(connection, _over_all(connection))


def total(connection: Connection, first: date, last: date) -> Figures:
    """The figures of the days from first to last."""
    found = connection.execute(_TOTAL, _days(first, last)).one()
    return Figures(*(int(count) for count in found))


def by(connection: Connection, column: str, first: date, last: date) -> dict[str, Figures]:
    """The same for each procedure, officer or day."""
    found = connection.execute(_BY[column], _days(first, last))
    return {row[0]: Figures(*(int(count) for count in row[1:])) for row in found}


def faults(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every cell that says something else than the dossiers' rows."""
    right = _over_all(connection)
    kept: Counter[Cell] = Counter()
    for row in connection.execute(select(table)).mappings():
        place = (date.fromisoformat(row["day"]), row["procedure"], row["officer"])
        kept.update({Cell(*place, name): row[name] for name in FIGURES if row[name]})
    for cell in sorted({*right, *kept}):
        if right[cell] != kept[cell]:
            yield {"day": cell.day.isoformat(), "figure": cell.figure, "fault": "count_differs"}


def _over_all(connection: Connection) -> Counter[Cell]:
    cells: Counter[Cell] = Counter()
    wanted = select(*(dossier.c[name] for name in COLUMNS)).execution_options(yield_per=1000)
    for row in connection.execute(wanted).mappings():
        cells.update(counted(dict(row)))
    return cells


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}
