"""Opening each declared screen with 100,000 dossiers in the store: from the key to its rows painted."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desktop.desktop.screens import SCREENS
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import OPEN, fill
from tests.end_to_end.command import ROOT
from tests.support.desk import make_desk

ENDED, RUNS, GOAL_MS, RATIO = 100_000, 5, 150, 3.5
"""The goal is for a PC of its own: where others work on this one, it is a ratio to what Qt itself needs."""
AT = "2026-11-25T15:00:00"


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Modules compiled once, as an installation has them, whatever the clone's owner forbids."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'packaging'}",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled")),
    }


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of the store, and the code of an open dossier."""
    path = str(tmp_path_factory.mktemp("screens") / "large.sqlite")
    desk = make_desk(path)
    codes = fill(desk, ENDED, OPEN)
    desk.store.close()
    yield path, codes[OPEN // 2]
    Path(path).unlink()


def opened(surroundings: dict[str, str], store: str, code: str, screen: str) -> tuple[float, ...]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.open_screens", store, code, AT, screen],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return tuple(json.loads(done.stdout))


@pytest.mark.parametrize("screen", [screen.name for screen in SCREENS])
def test_a_screen_opens_at_once(
    surroundings: dict[str, str], large: tuple[str, str], screen: str, table: Table
) -> None:
    # The first one compiles. The best of the others: what the program needs, not what else runs here.
    runs = [opened(surroundings, *large, screen) for _ in range(1 + RUNS)][1:]
    bare, paint, first, again, rows, found = (min(column) for column in zip(*runs, strict=True))
    table.add("open", "raw Qt: a table of 400 rows put in front", f"{bare:.0f} ms")
    told = f", {rows:.0f} rows" if rows else ""
    goal = f"<= {GOAL_MS} ms, or {RATIO:g} x raw"
    table.add("open", f"{screen}: its page painted for the first time", f"{paint:.0f} ms")
    table.add("open", f"{screen}: everything on it{told}", f"{first:.0f} ms", goal)
    table.add("open", f"{screen}: the same again", f"{again:.0f} ms", goal)
    if found:
        table.add("open", "a common name found and shown", f"{found:.0f} ms", goal)
    assert max(first, again, found) <= max(GOAL_MS, RATIO * bare)
