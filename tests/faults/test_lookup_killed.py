"""The exporter of the citizens' extract killed by SIGKILL at many moments: the old stands there or the new."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onestop_desktop.application.export_lookup import ExportLookup
from tests.end_to_end.command import ROOT
from tests.support.desk import Desk, plain_order

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are of POSIX"),
]
KILLS = 300 if os.environ.get("ONESTOP_LONG") else 14
HARNESS = """
import json, shutil, sys
from pathlib import Path
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.export_lookup import ExportLookup
from onestop_desktop.lookup.reading import Reader
from tests.support.desk import Clock, open_desk
from tests.support.killing import events, forked, spread
folder, kills = Path(sys.argv[1]), int(sys.argv[2])
pristine, work, token = folder / "pristine", folder / "work", f"{1:032x}"

def act():
    desk = open_desk(str(work / "desk.sqlite"), Clock())
    desk.services.lookup.export(ExportLookup(str(work / "x")))
    desk.store.close()

def anew():
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(pristine, work)

def look():
    desk = open_desk(str(work / "desk.sqlite"), Clock())
    held = desk.services.lookup.check(str(work / "x"))
    state = Reader(work / "x").slip(token)[0].state
    page = work / "x" / "trang" / token / "index.html"
    whole = page.read_text("utf-8").endswith("</html>\\n")
    act()
    after = "Đã rút" in page.read_text("utf-8") and not list(work.rglob("*.part"))
    ok = desk.services.verify().ok
    desk.store.close()
    return {"held": held, "state": state, "whole": whole, "after": after, "ok": ok}

anew()
act()
anew()
count = events(act)
for moment in spread(count, kills):
    anew()
    ended = forked(act, moment)
    print(json.dumps({"moment": moment, "ended": ended, **look()}), flush=True)
"""


def test_killed_at_any_moment_the_old_extract_stands_or_the_new(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    code = sqlite_desk.receive(plain_order()).dossier.code
    pristine = tmp_path / "kills" / "pristine"
    pristine.mkdir(parents=True)
    sqlite_desk.services.lookup.export(ExportLookup(str(pristine / "x")))
    sqlite_desk.step(code, "withdraw", reason="đổi ý")
    sqlite_desk.store.close()
    for file in Path(sqlite_desk.address).parent.glob("desk.sqlite*"):
        (pristine / file.name).write_bytes(file.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", HARNESS, str(tmp_path / "kills"), str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    looks = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(looks) >= min(KILLS, 12)
    assert {each["state"] for each in looks} == {"received", "withdrawn"}
    sound = {"held": 1, "whole": True, "after": True, "ok": True}
    assert [each for each in looks if not sound.items() <= each.items()] == []
