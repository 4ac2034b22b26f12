"""One step against one registration and against its raw script; fifty settled at once."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import LEADER, fill
from tests.benchmarks.test_j1_register import Statements, noted, raw, register, replay
from tests.support.desk import Clock, Desk, make_desk, open_desk

ENDED, OPEN, WARM, ROUNDS, AT_ONCE = 100_000, 400, 10, 80, 50
GOAL, BATCH_GOAL_S = 2.0, 1.0
FACTS: dict[Step, dict[str, Any]] = {
    Step.HAND_OVER: {"to": LEADER, "shelf": "A3"},
    Step.SETTLE: {"decision": "Đồng ý", "shelf": "B2"},
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """A store of years, closed, and its open dossiers."""
    path = tmp_path_factory.mktemp("steps") / "large.sqlite"
    desk = make_desk(str(path))
    codes = fill(desk, ENDED, OPEN)
    desk.store.close()
    yield path, codes
    path.unlink()


@pytest.fixture
def copies(large: tuple[Path, tuple[str, ...]], tmp_path: Path) -> Iterator[list[Desk]]:
    """Two desks over equal stores: one to record what is sent, one to measure."""
    made = []
    for name in ("recorded", "raw", "ours"):
        shutil.copyfile(large[0], tmp_path / f"{name}.sqlite")
        clock = Clock("2026-11-25T15:00:00")  # after the last reception
        made.append(open_desk(str(tmp_path / f"{name}.sqlite"), clock))
    yield made
    for desk in made:
        desk.store.close()
        Path(desk.address).unlink()


def order(code: str, step: Step) -> TakeStep:
    return TakeStep(code, step, FACTS[step], LEADER, "Quầy 2")


def timed(act: Callable[[], object]) -> float:
    before = perf_counter()
    act()
    return (perf_counter() - before) * 1000


@pytest.mark.parametrize("step", FACTS)
def test_a_step_costs_at_most_two_registrations(
    copies: list[Desk], large: tuple[Path, tuple[str, ...]], step: Step, table: Table
) -> None:
    recorded, beside, ours = copies
    codes = large[1][: WARM + ROUNDS]
    scripts: list[Statements] = noted(
        recorded,
        [partial(recorded.services.take_step, order(code, step)) for code in codes],
    )
    ours.services.read_queue()
    found = []
    with closing(raw(Path(beside.address))) as connection:
        for code, script in zip(codes, scripts, strict=True):
            found.append(
                (
                    timed(partial(replay, connection, script)),
                    timed(partial(ours.services.take_step, order(code, step))),
                )
            )
    # Afterwards: a registration between two steps would be another store for the raw script.
    registered = median([timed(partial(register, ours)) for _ in range(WARM + ROUNDS)][WARM:])
    theirs, mine = (median(column) for column in zip(*found[WARM:], strict=True))
    table.add("step", f"{step}, raw sqlite3, same statements", f"{theirs:.2f} ms")
    table.add("step", f"{step} (median of {ROUNDS}, among 100 000)", f"{mine:.2f} ms")
    table.add("step", "ratio to the raw script", f"{mine / theirs:.2f}")
    table.add("step", "one registration in the same store", f"{registered:.2f} ms")
    table.add("step", "ratio to a registration", f"{mine / registered:.2f}", f"<= {GOAL:g}")
    assert mine / registered <= GOAL


def test_fifty_settled_at_once(
    copies: list[Desk], large: tuple[Path, tuple[str, ...]], table: Table
) -> None:
    desk, codes = copies[2], large[1]
    desk.services.read_queue()
    taken, gaps = [], []
    for start in range(0, 4 * AT_ONCE, AT_ONCE):
        told: list[float] = []

        def go_on(_done: int, _whole: int, told: list[float] = told) -> bool:
            told.append(perf_counter())
            return True

        orders = [order(code, Step.SETTLE) for code in codes[start : start + AT_ONCE]]
        begun = perf_counter()
        answers = desk.services.take_steps(orders, go_on)
        taken.append(perf_counter() - begun)
        assert all(isinstance(each, StepTaken) for each in answers)
        assert len(told) == AT_ONCE
        gaps.append(max(later - earlier for earlier, later in pairwise(told)))
    worst = max(taken)
    table.add(
        "step", "50 settled at once, the worst of 4", f"{worst:.3f} s", f"<= {BATCH_GOAL_S:g} s"
    )
    table.add("step", "longest wait between two words of progress", f"{max(gaps) * 1000:.0f} ms")
    assert worst <= BATCH_GOAL_S
    with closing(sqlite3.connect(desk.address)) as store:
        found = store.execute("SELECT count(*) FROM dossier WHERE state = 'settled'").fetchone()
    assert found == (4 * AT_ONCE,)
