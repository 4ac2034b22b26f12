"""What is loaded when the first row of the queue is painted; counts, no timing."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.desk import Desk, make_order

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "reportlab", "barcode", "segno", "pypdfium2", "xlsxwriter", "alembic")
UNPAINTED = ("domain.deadline", "domain.procedure", "domain.slips", "application.ports")
PROBE = """
import gc, json, sys, time
from PySide6.QtCore import QCoreApplication
from onestop_desktop.clocks import StandingClock
from onestop_desktop.desktop.app import Application
from onestop_desktop.desktop.run import run_window
from onestop_desktop.opening import WindowOpening
from onestop_desktop.settings import read_settings

settings = read_settings(store=sys.argv[1], officer="Vũ Thị Hường")
said, loaded = [], []

def tell(line):
    said.append(line.split()[0])
    if line.startswith("rows"):
        (application,) = [each for each in gc.get_objects() if isinstance(each, Application)]
        page = application.window.page("queue")
        loaded.append({"modules": sorted(sys.modules), "rows": page.table.rows.rowCount()})
        QCoreApplication.quit()

opening = WindowOpening(settings, StandingClock("2026-11-25T09:42"))
run_window(opening, serial=True, language="vi", begun=time.monotonic(), tell=tell)
print(json.dumps({"said": said, **loaded[0]}))
"""


def probe(store: Path) -> dict[str, Any]:
    """Open the window over a store and tell what was loaded at the first painted row."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(store)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(store.parent)},
        timeout=60,
    )
    found: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def test_nothing_heavy_is_loaded_before_the_first_row(sqlite_desk: Desk) -> None:
    for at in range(3):
        sqlite_desk.receive(make_order(request_id=f"r{at}"))
    found = probe(Path(sqlite_desk.address))
    assert found["said"] == ["window", "rows"]
    assert found["rows"] == 3
    loaded = {name.partition(".")[0] for name in found["modules"]}
    assert loaded.isdisjoint(HEAVY)
    assert "onestop_desktop.desktop.screens.reception.presenter" not in found["modules"]
    assert not [name for name in found["modules"] if name.endswith(UNPAINTED)]


def test_an_empty_desk_says_both_lines_too(sqlite_desk: Desk) -> None:
    found = probe(Path(sqlite_desk.address))
    assert (found["said"], found["rows"]) == (["window", "rows"], 0)
