"""Six processes receive fifty dossiers each at once: no code twice, nobody hears of a lock, none waits long."""

import subprocess
import sys

import pytest

from tests.end_to_end.command import ROOT
from tests.faults.forking import tell
from tests.support.desk import Desk

WRITERS, EACH, SLOWEST = 6, 50, 2.0
WRITER = """
import sys, time
sys.path[:0] = [".", "packaging"]
from tests.support.desk import Clock, open_desk, plain_order
desk = open_desk(sys.argv[1], Clock())
desk.services.read_queue()
print("here", flush=True)
sys.stdin.readline()
for at in range(int(sys.argv[3])):
    began = time.perf_counter()
    code = desk.receive(plain_order(name=f"Quầy {sys.argv[2]} người {at}")).dossier.code
    print(code, time.perf_counter() - began, flush=True)
desk.store.close()
"""


@pytest.mark.slow
def test_six_writers_of_fifty_receptions_each(desk: Desk) -> None:
    desk.store.close()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, desk.address, str(number), str(EACH)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    for each in started:
        assert each.stdout is not None
        assert each.stdout.readline() == "here\n"
    said = []
    for each in started:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in started:
        out, err = each.communicate()
        assert (each.returncode, err) == (0, "")
        said += [line.split() for line in out.splitlines()]
    slowest = max(float(seconds) for _, seconds in said)
    tell(f"{WRITERS} writers, slowest {slowest:.2f} s", len(said), 0)
    assert len({code for code, _ in said}) == WRITERS * EACH == len(said)
    assert slowest < SLOWEST
    assert desk.services.verify().ok
