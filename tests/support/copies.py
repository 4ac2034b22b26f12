"""Hands for tests of copies: a copy made, what is left of parts, what a store holds."""

import stat
from pathlib import Path

from onestop_desktop.application.back_up import BackUp
from tests.support.desk import OFFICER, Clock, Desk, open_desk

PASSPHRASE = "mười hai con giáp"


def back_up(desk: Desk, target: Path, passphrase: str = "") -> None:
    desk.services.keeping.back_up(BackUp(str(target), OFFICER, passphrase))


def codes(address: str) -> list[str]:
    desk = open_desk(address, Clock())
    found = [row.code for row in desk.services.read_queue().rows]
    assert desk.services.verify().ok
    desk.store.close()
    return found


def parts(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if ".part" in path.name]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
