"""A day at the counter leaves the program as large as it was in the morning."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import ROOT
from tests.support.desk import Desk

ALLOWED = 5_000_000
DAY = """
import json, resource, sys
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.print_form import PrintForm
from tests.support.desk import Clock, PaperTray, open_desk
desk = open_desk(sys.argv[1], Clock())

def size():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

def receive(number):
    code = desk.receive(name=f"Người {number}", identity=f"0301850{number:05d}").dossier.code
    if number % 5 == 0:  # and some of them printed and looked at
        desk.services.print_form(PrintForm(code, "Hoa"), PaperTray())
        desk.services.read_queue()
        desk.services.find_dossiers("nguoi")

for number in range(100):
    receive(number)
before = size()
for number in range(100, 300):
    receive(number)
print(json.dumps(size() - before))
desk.store.close()
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to read sizes from")
def test_200_receptions_leave_memory_flat(sqlite_desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DAY, sqlite_desk.address], cwd=ROOT, capture_output=True, check=True
    )
    assert abs(json.loads(done.stdout)) <= ALLOWED
