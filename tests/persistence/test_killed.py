"""A program killed while it settles fifty dossiers: none of them is settled or all are, never some."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.end_to_end.command import ROOT
from tests.support.desk import OFFICER, Desk, plain_order

LEADER, MANY = "Phạm Minh Anh", 50
SETTLER = """
import sys
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk import Clock, open_desk
address, leader, stop = sys.argv[1], sys.argv[2], int(sys.argv[3])
desk = open_desk(address, Clock())
def told(done, whole):
    if done == stop:
        print("here", flush=True)
        sys.stdin.read(1)  # until it is killed, or told to go on
    return True
codes = [row.code for row in desk.services.read_queue().rows]
desk.services.take_steps([TakeStep(code, Step.SETTLE, {}, leader) for code in codes], told)
print("done", flush=True)
sys.stdin.read(1)
"""


@contextmanager
def settler(desk: Desk, stop: int) -> Iterator["subprocess.Popen[str]"]:
    """A process that settles all; at the dossier `stop` it says so and waits; killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", SETTLER, desk.address, LEADER, str(stop)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def states(desk: Desk) -> Counter[str]:
    return Counter(row.state for row in desk.services.read_queue().rows)


@pytest.fixture
def fifty(desk: Desk) -> Desk:
    orders = [ReceiveDossier(plain_order(), OFFICER, "Quầy 1")] * MANY
    desk.services.receive_dossiers(orders, lambda _order: None)
    desk.store.close()
    return desk


@pytest.mark.slow
@pytest.mark.parametrize("stop", [1, 25, MANY])
def test_killed_before_the_end_nothing_is_settled(fifty: Desk, stop: int) -> None:
    with settler(fifty, stop) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
    assert states(fifty) == {"received": MANY}
    check = fifty.services.verify()
    assert check.ok
    # The next one finds no lock and no half of it.
    codes = [row.code for row in fifty.services.read_queue().rows]
    orders = [TakeStep(code, Step.SETTLE, {}, LEADER) for code in codes]
    assert all(isinstance(each, StepTaken) for each in fifty.services.take_steps(orders))
    assert fifty.services.verify().entries == check.entries + MANY


@pytest.mark.slow
def test_killed_as_it_commits_all_is_settled_or_nothing(fifty: Desk) -> None:
    with settler(fifty, MANY) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        process.stdin.write("x")
        process.stdin.flush()
    assert len(states(fifty)) == 1
    assert fifty.services.verify().ok


@pytest.mark.slow
def test_killed_after_the_end_all_is_settled(fifty: Desk) -> None:
    with settler(fifty, 0) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "done\n"
    assert states(fifty) == {"settled": MANY}
    assert fifty.services.verify().ok
