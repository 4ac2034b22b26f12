"""Five hundred random damages of a store's file: found, or harmless; never "all is well" with other content."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onestop_desktop.domain.errors import WorldFault
from tests.faults.forking import tell, times
from tests.faults.rich_desk import live_a_day
from tests.support.desk import Clock, Desk, open_desk

PAGE = 4096
INTERNAL = ("sqlite_sequence", "dossier_words", "sqlite_stat")
"""Not compared: the index over words is rebuilt from the rows, its pages are SQLite's own."""


def flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def zero(data: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(len(data)), chance.choice((1, 16, 512, PAGE))
    data[at : at + length] = bytes(len(data[at : at + length]))


def swap(data: bytearray, chance: random.Random) -> None:
    pages = len(data) // PAGE
    one, two = (chance.randrange(pages) * PAGE for _ in "12")
    data[one : one + PAGE], data[two : two + PAGE] = (
        data[two : two + PAGE],
        data[one : one + PAGE],
    )


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def one_letter(data: bytearray, chance: random.Random) -> None:
    """One letter of a name, wherever it stands."""
    names = [at for name in ("Bình", "Chính", "Quang") for at in _all(bytes(data), name.encode())]
    data[chance.choice(names)] = ord("X")


def _all(data: bytes, name: bytes) -> list[int]:
    found, at = [], data.find(name)
    while at >= 0:
        found.append(at)
        at = data.find(name, at + 1)
    return found


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip,
    zero,
    swap,
    cut,
    one_letter,
)


def content(path: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that the program reads."""
    with closing(sqlite3.connect(path)) as store:
        tables = [
            name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            name: sorted(store.execute(f"SELECT * FROM {name}"), key=repr)
            for name in tables
            if not name.startswith(INTERNAL)
        }


@pytest.mark.slow
def test_a_damaged_file_is_found_or_harmless(sqlite_desk: Desk, tmp_path: Path) -> None:
    live_a_day(sqlite_desk)
    sqlite_desk.store.close()
    sqlite_desk.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, right = Path(sqlite_desk.address).read_bytes(), content(sqlite_desk.address)
    chance, tried, found, missed = random.Random(500), times(60, 500), 0, []
    target = tmp_path / "hỏng.sqlite"
    for number in range(tried):
        data, damage = bytearray(whole), DAMAGES[number % len(DAMAGES)]
        damage(data, chance)
        for end in ("", "-wal", "-shm"):
            Path(f"{target}{end}").unlink(missing_ok=True)
        target.write_bytes(data)
        desk = open_desk(str(target), Clock())
        try:
            well = desk.services.verify().ok
        except WorldFault:
            well = False
        finally:
            desk.store.close()
        found += not well
        if well and content(str(target)) != right:
            missed.append((number, damage.__name__))
    tell(f"damaged pages ({found} found, the others harmless)", tried, len(missed))
    assert missed == []
    assert found > tried // 2
