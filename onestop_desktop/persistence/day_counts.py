"""The figures of each day and month, kept in the transaction that changes a dossier's row; `verify` recounts.

A year is read from eleven months and some days, so that a leader's board is quick in a store of years.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
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
    for name in ("procedure", "officer")
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
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for cell, count in changes.items():
        if count:
            for key in _keys(cell):
                row = rows.get(key)
                if row is None:
                    row = rows[key] = {"day": key[0], "procedure": key[1], "officer": key[2]}
                    row |= _NOTHING
                row[cell.figure] += count
    if rows:
        connection.execute(_ADD, list(rows.values()))


def _keys(cell: Cell) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """The lines a cell counts in: its day's and its month's."""
    day = cell.day.isoformat()
    return (day, *cell[1:3]), (_month(day), *cell[1:3])


def _month(day: str) -> str:
    """m2026-11: after every day in the order of texts, so that no span of days holds a month."""
    return f"m{day[:7]}"


def count_anew(connection: Connection) -> None:
    """All days from all dossiers' rows."""
    connection.execute(delete(table))
    _add(connection, _over_all(connection))


def total(connection: Connection, first: date, last: date) -> Figures:
    """The figures of the days from first to last."""
    found = [connection.execute(_TOTAL, span).one() for span in _spans(first, last)]
    return Figures(*(int(sum(counts)) for counts in zip(*found, strict=True)))


def by(connection: Connection, column: str, first: date, last: date) -> dict[str, Figures]:
    """The same for each procedure or officer."""
    found: dict[str, list[Any]] = {}
    for span in _spans(first, last):
        for name, *counts in connection.execute(_BY[column], span):
            found.setdefault(name, []).append(counts)
    return {
        name: Figures(*(int(sum(counts)) for counts in zip(*some, strict=True)))
        for name, some in found.items()
    }


def faults(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every day or month that says something else than the dossiers' rows."""
    right: Counter[tuple[str, ...]] = Counter()
    for cell, count in _over_all(connection).items():
        right.update({(*key, cell.figure): count for key in _keys(cell)})
    kept: Counter[tuple[str, ...]] = Counter()
    for row in connection.execute(select(table)).mappings():
        line = (row["day"], row["procedure"], row["officer"])
        kept.update({(*line, name): row[name] for name in FIGURES if row[name]})
    for place in sorted({*right, *kept}):
        if right[place] != kept[place]:
            yield {"day": place[0], "figure": place[-1], "fault": "count_differs"}


def _over_all(connection: Connection) -> Counter[Cell]:
    cells: Counter[Cell] = Counter()
    wanted = select(*(dossier.c[name] for name in COLUMNS)).execution_options(yield_per=1000)
    for row in connection.execute(wanted).mappings():
        cells.update(counted(dict(row)))
    return cells


def _spans(first: date, last: date) -> list[dict[str, str]]:
    """The days from first to last as few lines: days, whole months, days."""
    begins = first if first.day == 1 else _next_month(first)
    ends = last if (last + timedelta(1)).day == 1 else last.replace(day=1) - timedelta(1)
    if begins > ends:  # no whole month within
        return [_span(first.isoformat(), last.isoformat())]
    spans = [_span(_month(begins.isoformat()), _month(ends.isoformat()))]
    if first < begins:
        spans.append(_span(first.isoformat(), (begins - timedelta(1)).isoformat()))
    if ends < last:
        spans.append(_span((ends + timedelta(1)).isoformat(), last.isoformat()))
    return spans


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(31)).replace(day=1)


def _span(first: str, last: str) -> dict[str, str]:
    return {"first": first, "last": last}
