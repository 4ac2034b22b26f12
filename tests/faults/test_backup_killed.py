"""A backup or a restore killed by SIGKILL at many moments: the old stands there or the new, never neither."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.end_to_end.command import ROOT
from tests.support.desk import Desk, plain_order

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are of POSIX"),
]
KILLS = 150 if os.environ.get("ONESTOP_LONG") else 12
"""Moments at which each act is killed; more where there is time."""
HARNESS = """
import json, shutil, sys
from pathlib import Path
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.back_up import BackUp, KeepCopy
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.domain.store_copy import CopyKind
from tests.support.desk import Clock, open_desk
from tests.support.killing import events, forked, spread
kind, folder, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
pristine, work = folder / "pristine", folder / "work"
passphrase = "mười hai con giáp" if kind == "sealed" else ""

def act():
    desk = open_desk(str(work / "desk.sqlite"), Clock())
    if kind == "restore":
        order = RestoreStore(str(work / "so.bak"), str(work / "desk.sqlite"), "Hoa")
        desk.services.keeping.restore_store(order)
    elif kind == "keep":
        desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, "Hoa"))
    else:
        desk.services.keeping.back_up(BackUp(str(work / "so.bak"), "Hoa", passphrase))
    desk.store.close()

def anew():
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(pristine, work)

def look():
    desk = open_desk(str(work / "desk.sqlite"), Clock())
    ok = desk.services.verify().ok
    store = len(desk.services.read_queue().rows)
    kept = desk.services.keeping.kept() if kind == "keep" else ()
    desk.store.close()
    copies = []
    for file in [work / "so.bak", *(Path(each.path) for each in kept)]:
        copies.append(desk.services.keeping.try_copy(str(file), passphrase).facts.dossiers)
    return {"ok": ok, "store": store, "copies": copies}

anew()
act()  # what is loaded but once is loaded here, or the last moments would come too late
anew()
count = events(act)
for moment in spread(count, kills):
    anew()
    ended = forked(act, moment)
    print(json.dumps({"moment": moment, "ended": ended, **look()}), flush=True)
anew()
print(json.dumps({"moment": 0, "ended": forked(act, 0), **look()}))
"""


def killed(kind: str, folder: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-c", HARNESS, kind, str(folder), str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    *kills, whole = found
    assert whole["ended"] == 0
    ended = Counter(each["ended"] for each in kills)
    assert ended[9] >= KILLS
    assert set(ended) <= {0, 9}  # a moment or two may lie behind the end
    assert all(each["ok"] for each in found)
    return found


@pytest.fixture
def folder(sqlite_desk: Desk, tmp_path: Path) -> Path:
    """A store of three dossiers, some of them still in its WAL, and a backup of one."""
    pristine = tmp_path / "pristine"
    pristine.mkdir()
    sqlite_desk.receive(plain_order())
    sqlite_desk.services.backups.make(str(pristine / "so.bak"))
    for _ in range(2):
        sqlite_desk.receive(plain_order())
    for side in ("", "-wal"):
        there = Path(sqlite_desk.address + side)
        (pristine / there.name).write_bytes(there.read_bytes())
        (pristine / there.name).chmod(0o600)
    assert (pristine / "desk.sqlite-wal").stat().st_size > 0
    return tmp_path


def test_a_restore_killed_leaves_the_old_store_or_the_new_one(folder: Path) -> None:
    found = killed("restore", folder)
    stores = Counter(str(each["store"]) for each in found)
    assert set(stores) == {"1", "3"}  # the backup's one dossier, or the store's three
    assert found[0]["store"] == 3
    assert found[-1]["store"] == 1
    assert {tuple(each["copies"]) for each in found} == {(1,)}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["plain", "sealed"])
def test_a_backup_killed_leaves_the_old_copy_or_the_new_one(folder: Path, kind: str) -> None:
    if kind == "sealed":
        from onestop_desktop.persistence.keeping import StoreBackups
        from tests.support.desk import Clock

        single = folder / "pristine" / "so.bak"
        one = StoreBackups(str(folder / "mot.sqlite"), Clock(), folder)
        one.standing(str(single))
        with one.open_copy(str(single), str(folder / "mot.sqlite")) as opened:
            opened.put_in_place(Clock()())
        one.make(str(single), "mười hai con giáp")
    found = killed(kind, folder)
    assert {each["store"] for each in found} == {3}
    copies = [each["copies"] for each in found]
    assert copies[0] == [1]
    assert copies[-1] == [3]
    assert all(each in ([1], [3]) for each in copies)


def test_a_closings_copy_killed_is_there_whole_or_not_at_all(folder: Path) -> None:
    found = killed("keep", folder)
    assert {each["store"] for each in found} == {3}
    copies = [each["copies"] for each in found]
    assert copies[0] == [1]
    assert copies[-1] == [1, 3]
    assert all(each in ([1], [1, 3]) for each in copies)
