"""J4: the day's queue among a million dossiers, against one raw query on the partial index; flat in N."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from time import perf_counter

from onestop_desktop.persistence.first_page import OPEN_BY_DUE
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import OPEN
from tests.support.desk import Desk

WARM, ROUNDS, GOAL, GROWTH = 10, 60, 5.0, 1.5
NAMED = 20
"""Rows named by one piece of news on a busy day."""


@dataclass(frozen=True)
class Measured:
    """Medians of one store, in milliseconds."""

    raw: float
    queue: float
    rows: float
    news: float


def milliseconds(ask: Callable[[], object]) -> float:
    before = perf_counter()
    ask()
    return (perf_counter() - before) * 1000


def measure(desk: Desk) -> Measured:
    """Ours and the raw query in turns, so that a slow spell of the machine meets both."""
    services = desk.services
    codes = tuple(row.code for row in services.read_queue().rows[:NAMED])
    mark = desk.store.news(0).mark
    found: list[tuple[float, ...]] = []
    with closing(sqlite3.connect(desk.address, isolation_level=None)) as connection:

        def raw() -> None:
            rows = connection.execute(OPEN_BY_DUE, (OPEN,)).fetchall()
            assert len(rows) == OPEN

        for _ in range(WARM + ROUNDS):
            found.append(
                (
                    milliseconds(raw),
                    milliseconds(services.read_queue),
                    milliseconds(lambda: services.read_rows(codes)),
                    milliseconds(lambda: desk.store.news(mark)),
                )
            )
    return Measured(*(median(column) for column in zip(*found[WARM:], strict=True)))


def test_the_queue_is_flat_and_near_the_raw_query(stores: dict[int, Desk], table: Table) -> None:
    measured = {size: measure(desk) for size, desk in stores.items()}
    for size, each in measured.items():
        name = f"{size:,}".replace(",", " ")
        table.add("J4", f"raw sqlite3, {OPEN} open among {name}", f"{each.raw:.2f} ms")
        table.add("J4", "read_queue, all of them as rows of a list", f"{each.queue:.2f} ms")
        table.add("J4", "ratio", f"{each.queue / each.raw:.2f}", f"<= {GOAL:g}")
        table.add("J4", f"read_rows, {NAMED} named by news", f"{each.rows:.2f} ms")
        table.add("J4", "news where there is none", f"{each.news:.2f} ms")
    growth = max(later.queue / before.queue for before, later in pairwise(measured.values()))
    table.add("J4", "growth from size to size, the worst", f"{growth:.2f}", f"<= {GROWTH:g}")
    assert growth <= GROWTH
    assert all(each.queue / each.raw <= GOAL for each in measured.values())
