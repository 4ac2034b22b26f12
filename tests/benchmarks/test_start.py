"""J6: from the start of the process to the window and to the first row, beside an empty window.

Each pair is run one after the other and the ratio taken pair by pair; the table says the median.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.support.desk import Desk, make_order

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 9
WINDOW_GOAL, ROW_GOAL, PSS_GOAL_MB = 1.5, 2.0, 90
EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Empty(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os.write(int(sys.argv[1]), b"window\\n"))

app = QApplication([])
window = Empty()
window.resize(1366, 720)
window.show()
app.exec()
"""


def moments(command: list[str], lines: int, descriptor_option: bool) -> tuple[list[float], int]:
    """Seconds from the start of a process to each line on its descriptor; and its PSS in MB."""
    reader, writer = os.pipe()
    given = ["--ready-fd", str(writer)] if descriptor_option else [str(writer)]
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *command, *given],
        pass_fds=[writer],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    found = []
    with os.fdopen(reader) as said:
        for _ in range(lines):
            assert said.readline()
            found.append(time.monotonic() - begun)
        pss = _pss(process.pid)
    process.kill()
    process.wait()
    return found, pss


def _pss(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) // 1024
    raise AssertionError("no Pss line")


def test_j6_cold_start(sqlite_desk: Desk) -> None:
    for at in range(400):
        sqlite_desk.receive(make_order(request_id=f"r{at}"))
    sqlite_desk.store.close()
    ours = ["-m", "onestop_desktop", "--store", sqlite_desk.address]
    windows, rows, empties, memory = [], [], [], 0
    for _ in range(PAIRS):
        (empty,), _base = moments(["-c", EMPTY], 1, descriptor_option=False)
        (window, row), memory = moments(ours, 2, descriptor_option=True)
        empties.append(empty)
        windows.append(window / empty)
        rows.append(row / empty)
    print(f"\nJ6 over {PAIRS} pairs, 400 open dossiers")
    print(f"  empty window      {statistics.median(empties) * 1000:6.0f} ms")
    print(f"  window painted    {statistics.median(windows):6.2f} x   goal {WINDOW_GOAL}")
    print(f"  first row painted {statistics.median(rows):6.2f} x   goal {ROW_GOAL}")
    print(f"  PSS at first row  {memory:6d} MB  goal {PSS_GOAL_MB}")
    assert memory <= PSS_GOAL_MB
