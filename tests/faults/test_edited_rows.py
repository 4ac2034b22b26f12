"""Rows edited with a database tool, triggers dropped first: every table and column is noticed and named."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from onestop_desktop.application.keep_accounts import AddAccount
from tests.faults.rich_desk import live_a_day
from tests.persistence.test_journal import lift_guards
from tests.support.desk import Desk

TICKET_COLUMNS = (
    *("day", "kind", "number", "place", "is_first", "taken_at", "called_at", "counter", "calls"),
    *("turn", "dossier", "state"),
)
NOT_ON_RECORD = {
    ("alembic_version", "version_num"),  # another version is refused before anything is read
    ("account", "tries"),  # of wrong passwords: only how long to wait
    ("account", "waits_until"),
    *(("ticket", name) for name in TICKET_COLUMNS),  # rows of the day in the hall, of nobody
    ("setting", "edition"),  # how often the desk changed: only tells caches to read again
}
HIDDEN = (
    *("dossier_words", "dossier_words_config", "dossier_words_data", "dossier_words_idx"),
    "dossier_words_docsize",
)
"""The index over words is SQLite's own; its pages are checked by the whole."""


@pytest.fixture
def edited(sqlite_desk: Desk) -> Desk:
    live_a_day(sqlite_desk)
    # The last act: from the first account on somebody has to sign in.
    sqlite_desk.services.accounts.add(AddAccount("lan", "clerk", "Vũ Thị Lan"))
    assert sqlite_desk.services.verify().faults == ()
    assert sqlite_desk.services.doctor().faults == ()
    lift_guards(sqlite_desk)
    sqlite_desk.store.close()
    return sqlite_desk


def columns(desk: Desk) -> list[tuple[str, str, str]]:
    found = []
    for (table,) in desk.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if table.startswith("sqlite_") or table in HIDDEN or table == "alembic_version":
            continue
        for column in desk.sql(f"PRAGMA table_info('{table}')"):
            found.append((table, column[1], column[2]))
    return found


def other(value: Any, kind: str) -> Any:
    """A value of the same shape that is another one."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if kind == "INTEGER":
        return 1 - value if value in (0, 1) else (value or 0) + 1000
    text = value or ""
    if text[:4].isdigit() and text.endswith("Z"):
        return f"2019{text[4:]}"
    return f"{text[:-1]}x" if text and not text.endswith("x") else f"{text}y"


def edit(path: str, table: str, column: str, kind: str, key: Any, row_id: str) -> bool:
    """One column of one row changed; False where a rule of the table itself refuses it."""
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA ignore_check_constraints = ON")
        (old,) = store.execute(
            f"SELECT {column} FROM {table} WHERE {row_id} = ?", (key,)
        ).fetchone()
        try:
            with store:
                value = (other(old, kind), key)
                store.execute(f"UPDATE {table} SET {column} = ? WHERE {row_id} = ?", value)
        except sqlite3.IntegrityError:
            return False
    return True


def rows_of(desk: Desk, table: str) -> tuple[str, list[Any]]:
    plain = "rowid" if table != "day_count" else "day || procedure || officer"
    found = [key for (key,) in desk.sql(f"SELECT {plain} FROM {table}")]
    return plain, found if table in ("dossier", "slip") else [*found[:2], *found[-2:]]


@pytest.mark.slow
def test_every_column_of_every_table_is_noticed_and_named(edited: Desk) -> None:
    whole = sqlite3.connect(edited.address)
    missed, tried = [], 0
    for table, column, kind in columns(edited):
        row_id, keys = rows_of(edited, table)
        for key in dict.fromkeys(keys):
            if (table, column) in NOT_ON_RECORD or (table == "setting" and key_name(edited, key)):
                continue
            before = sqlite3.connect(":memory:")
            whole.backup(before)
            if edit(edited.address, table, column, kind, key, row_id):
                tried += 1
                told = noticed(edited)
                if not told:
                    missed.append((table, column, key))
            before.backup(whole)
            before.close()
    whole.close()
    assert not missed, "\n".join(map(str, missed))
    assert tried > 150


def key_name(desk: Desk, key: Any) -> bool:
    return desk.sql("SELECT name FROM setting WHERE rowid = ?", key) == [("edition",)]


def noticed(desk: Desk) -> bool:
    """Whether `verify` finds fault and says with which entry, dossier, number or part."""
    again = desk.again()
    try:
        faults = again.services.verify().faults
    except Exception as error:  # said in words, too
        return hasattr(error, "code")
    finally:
        again.store.close()
    return any(len(fault) > 1 for fault in faults)
