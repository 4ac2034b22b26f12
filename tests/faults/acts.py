"""The acts faults are tried on: a reception, a step, a return; what a store says of them afterwards."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.support.desk import LEADER, OFFICER, Clock, dump, open_desk, plain_order

ACTS = ("receive", "settle", "return_result")


@dataclass(frozen=True)
class Act:
    """One act on a prepared store: its words, what stands on standard input, who does it, its dossier."""

    name: str
    words: tuple[str, ...]
    stdin: str
    officer: str
    code: str


def prepare(store: str, name: str) -> Act:
    """Bring the store to where the act can be done; give the act."""
    if name == "receive":
        return act_of(name, "")
    desk = open_desk(store, Clock())
    code = desk.receive(plain_order()).dossier.code
    if name == "return_result":
        desk.step(code, "settle", LEADER)
    desk.store.close()
    return act_of(name, code)


def act_of(name: str, code: str) -> Act:
    """The act on the dossier of that code."""
    if name == "receive":
        order = plain_order(request_id="yc-kill")
        return Act(name, ("--json", "receive", "-"), dump(order), OFFICER, "")
    facts = {"receiver": "Nguyễn Thị Đường"} if name == "return_result" else {}
    words = ("--json", "step", code, name, "--facts", "-")
    return Act(name, words, dump(facts), OFFICER if facts else LEADER, code)


def copy_store(source: str, target: str) -> None:
    """The store and its side files as they lie there."""
    for suffix in ("", "-wal", "-shm"):
        Path(target + suffix).unlink(missing_ok=True)
        if Path(source + suffix).exists():
            shutil.copyfile(source + suffix, target + suffix)


def entries(store: str) -> list[tuple[str, str]]:
    """(step, dossier) of every entry, as a tool reads them; also what a killed process left is settled."""
    with closing(sqlite3.connect(store)) as found:
        return found.execute("SELECT step, dossier FROM entry ORDER BY sequence").fetchall()


def sound(store: str) -> bool:
    """Whether `verify` finds nothing; anything raised counts as unsound."""
    desk = open_desk(store, Clock())
    try:
        return desk.services.verify().ok
    finally:
        desk.store.close()


def on_store(store: str) -> tuple[str, ...]:
    """strace's words for the calls on a store's files alone."""
    return tuple(word for end in ("", "-wal", "-shm", "-journal") for word in ("-P", store + end))
