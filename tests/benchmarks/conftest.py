"""Benchmarks run alone by `packaging/check.py --benchmarks` and print one table at the end."""

import pytest

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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    rows = terminalreporter.config.stash.get(ROWS, [])
    if not rows:
        return
    terminalreporter.section("speed")
    for job, what, value, goal in (("job", "measured", "value", "goal"), *rows):
        terminalreporter.write_line(f"{job:<4} {what:<58} {value:>14}   {goal}")
