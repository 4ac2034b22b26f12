"""Benchmarks run alone by `packaging/check.py --benchmarks` and print one table at the end."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from tests.benchmarks.filled import OPEN, SIZE, fill
from tests.support.desk import Desk, make_desk

SIZES = sorted({10_000, 100_000, SIZE})
ROWS = pytest.StashKey[list[tuple[str, str, str, str]]]()


class Table:
    """Rows of job, what was measured, its value, its goal ("" for comparison alone)."""

    def __init__(self, rows: list[tuple[str, str, str, str]]) -> None:
        self._rows = rows

    def add(self, job: str, what: str, value: str, goal: str = "") -> None:
        """One more row."""
        self._rows.append((job, what, value, goal))


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Table:
    """The one table of a run."""
    return Table(request.config.stash.setdefault(ROWS, []))


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Desk]]:
    """A store of each size, all of them with the same open dossiers; only read."""
    made = {}
    for size in SIZES:
        begun = perf_counter()
        made[size] = make_desk(str(tmp_path_factory.mktemp("large") / f"{size}.sqlite"))
        assert len(fill(made[size], size)) == OPEN
        print(f"\n{size} dossiers written in {perf_counter() - begun:.0f} s")
    yield made
    for desk in made.values():
        desk.store.close()
        Path(desk.address).unlink()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    rows = terminalreporter.config.stash.get(ROWS, [])
    if not rows:
        return
    terminalreporter.section("speed")
    for job, what, value, goal in (("job", "measured", "value", "goal"), *rows):
        terminalreporter.write_line(f"{job:<4} {what:<58} {value:>14}   {goal}")
