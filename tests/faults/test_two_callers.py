"""Two processes take and call numbers at once: none is given twice, none is lost, in the order of taking."""

import json
import subprocess
import sys
import time
from typing import Any

import pytest

from tests.end_to_end.command import ROOT
from tests.faults.forking import LONG, tell, times
from tests.support.desk import Desk

pytestmark = pytest.mark.slow
TICKETS = times(300, 10_000)
TAKE = """
import json, sys
sys.path[:0] = [".", "packaging"]
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
desk.services.hall.read()
print("here", flush=True)
sys.stdin.readline()
names = [desk.services.hall.take("ABCU"[at % 4]).ticket.name for at in range(int(sys.argv[2]))]
print(json.dumps(names))
desk.store.close()
"""
CALL = """
import json, sys
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.call_ticket import CallTicket
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
desk.services.hall.read()
print("here", flush=True)
sys.stdin.readline()
names = []
while (called := desk.services.hall.call(CallTicket(sys.argv[2])).ticket) is not None:
    names.append((called.turn, called.name, called.place))
    desk.services.hall.read()  # as the hall's window does after each call
print(json.dumps(names))
desk.store.close()
"""


def in_two_processes(desk: Desk, script: str, *words: str) -> list[Any]:
    """What each says; both begin at one word."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, desk.address, word],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for word in words
    ]
    for each in started:
        assert each.stdout is not None
        assert each.stdout.readline() == "here\n"
    for each in started:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    said = []
    for each in started:
        out, err = each.communicate()
        assert (each.returncode, err) == (0, "")
        said.append(json.loads(out))
    return said


def test_every_number_is_taken_once_and_called_once(desk: Desk) -> None:
    if LONG and not desk.is_sqlite:
        pytest.skip("the long form is of the store most desks have")
    half = str(TICKETS // 2)
    begun = time.perf_counter()
    first, second = in_two_processes(desk, TAKE, half, half)
    taken = time.perf_counter() - begun
    assert len({*map(str, first), *map(str, second)}) == TICKETS

    begun = time.perf_counter()
    mine, yours = in_two_processes(desk, CALL, "Quầy 1", "Quầy 2")
    called = time.perf_counter() - begun
    turns = sorted((*mine, *yours))
    names = [str(name) for _turn, name, _place in turns]
    assert sorted(names) == sorted(map(str, (*first, *second)))
    assert [turn for turn, _name, _place in turns] == list(range(1, TICKETS + 1))
    places = [(not str(name).startswith("U"), place) for _turn, name, place in turns]
    assert places == sorted(places)
    assert mine
    assert yours
    states = desk.sql("SELECT state, count(*) FROM ticket GROUP BY state")
    assert states == [("served", TICKETS)]
    tell(f"tickets by two processes, taken in {taken:.0f} s, called in {called:.0f} s", TICKETS, 0)
