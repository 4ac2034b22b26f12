"""The leader's board, day, month, year and what presses now, among a million dossiers; flat in N."""

from random import Random
from statistics import median

from onestop_desktop.persistence import day_counts
from onestop_desktop.persistence.day_schema import FIGURES
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import OPEN, count_days
from tests.benchmarks.test_j4_queue import milliseconds
from tests.support.desk import Desk
from tests.support.random_desk import live

WARM, ROUNDS, GOAL_MS, GROWTH = 3, 30, 30.0, 1.5
SMALLEST = 100_000
"""Below it a year has fewer lines than procedures a day: growth would say nothing."""


def test_the_board_of_a_year_is_quick_and_nearly_flat(
    stores: dict[int, Desk], table: Table
) -> None:
    measured = {}
    for size, desk in stores.items():
        counter = desk.services.counter
        board = counter.read_board()
        assert sum(len(rows) for rows in board.now.waiting.values()) == OPEN
        assert len(board.procedures) > 60
        assert board.year.received > size / 10
        found = [milliseconds(counter.read_board) for _ in range(WARM + ROUNDS)]
        measured[size] = median(found[WARM:])
        name = f"{size:,}".replace(",", " ")
        lines = desk.sql("SELECT count(*) FROM day_count")[0][0]
        table.add(
            "board",
            f"read_board, {OPEN} open among {name}, {lines} day lines",
            f"{measured[size]:.1f} ms",
            f"<= {GOAL_MS:g} ms",
        )
    largest = max(measured)
    growth = measured[largest] / measured[SMALLEST]
    table.add("board", "growth from 100 000 to the largest", f"{growth:.2f}", f"<= {GROWTH:g}")
    assert max(measured.values()) <= GOAL_MS
    assert growth <= GROWTH


def test_days_are_counted_in_sql_as_the_program_counts_them(sqlite_desk: Desk) -> None:
    live(sqlite_desk, Random(5), steps=120)
    counts = " + ".join(FIGURES)
    lines = f"SELECT * FROM day_count WHERE {counts} > 0 ORDER BY 1, 2, 3"
    kept = sqlite_desk.sql(lines)
    count_days(sqlite_desk.address)
    assert sqlite_desk.sql(lines) == kept
    with sqlite_desk.store.unit_of_work(write=True) as work:
        day_counts.count_anew(work._connection)
        work.commit()
    assert sqlite_desk.sql(lines) == kept
