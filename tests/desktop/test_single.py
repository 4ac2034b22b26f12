"""One window per user and store: a second start calls the first; what a crash left blocks nobody."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.single import Single

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from onestop_desktop.desktop.single import Single
app = QCoreApplication([])
single = Single(Path(sys.argv[1]))
print(single.is_first(), flush=True)
app.exec()
"""


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Single(tmp_path / "a.lock"), Single(tmp_path / "a.lock")
    other = Single(tmp_path / "b.lock")
    assert first.is_first()
    assert not second.is_first()
    assert other.is_first()
    first.listen()
    with qtbot.waitSignal(first.called):
        assert second.call()
    first.leave()
    assert second.is_first()
    second.leave()
    other.leave()


def test_a_lock_of_a_killed_program_blocks_nobody(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"True\n"
    mine = Single(lock)
    assert not mine.is_first()
    assert not mine.call()
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    assert mine.is_first()
    mine.leave()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into every folder")
def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert Single(tmp_path / "a.lock").is_first()
