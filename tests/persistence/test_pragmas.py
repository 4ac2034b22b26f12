"""What an SQLite store promises before its first row: settings that lose nothing, files for one user."""

import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.end_to_end.command import ROOT
from tests.support.desk import Desk, dump, make_order


def _connections(desk: Desk) -> list[Connection]:
    """Three connections at once, as three threads of a window would hold them."""
    desk.services.read_queue()
    engine = desk.store._connect()
    return [engine.connect() for _ in range(3)]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 20_000)],
)
def test_every_connection_stands_so(sqlite_desk: Desk, pragma: str, value: object) -> None:
    connections = _connections(sqlite_desk)
    found = [connection.execute(text(f"PRAGMA {pragma}")).scalar() for connection in connections]
    for connection in connections:
        connection.close()
    assert found == [value] * 3


def test_a_file_whose_wal_a_tool_took_out_gets_it_back(sqlite_desk: Desk) -> None:
    sqlite_desk.sql("PRAGMA journal_mode=DELETE")
    sqlite_desk.receive()
    assert sqlite_desk.sql("PRAGMA journal_mode") == [("wal",)]


def test_every_table_of_our_own_is_strict(sqlite_desk: Desk) -> None:
    loose = sqlite_desk.sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'dossier_words%'"
    )
    assert loose == [("alembic_version",)]


def test_a_strict_table_refuses_a_word_where_a_number_belongs(sqlite_desk: Desk) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        sqlite_desk.sql("INSERT INTO number_series VALUES ('x', 'một')")


def test_store_and_side_files_are_for_their_owner_alone(sqlite_desk: Desk) -> None:
    sqlite_desk.receive()
    files = sorted(Path(sqlite_desk.address).parent.glob("desk.sqlite*"))
    assert [file.name for file in files] == ["desk.sqlite", "desk.sqlite-shm", "desk.sqlite-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


TRACED = """
import json, sys
sys.path[:0] = [".", "packaging"]
from tests.support.desk import open_desk, Clock
desk = open_desk(sys.argv[1], Clock())
order = json.loads(sys.argv[2])
desk.receive(order)
for number in range(5):
    sys.stderr.write(f"-- {number}\\n"); sys.stderr.flush()
    desk.receive(order)
sys.stderr.write("-- end\\n"); sys.stderr.flush()
"""


@pytest.mark.strace
@pytest.mark.slow
def test_a_registration_syncs_the_wal_exactly_once(sqlite_desk: Desk, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    subprocess.run(
        [
            *("strace", "-f", "-y", "-e", "trace=fdatasync,fsync,write", "-o", str(trace)),
            *(sys.executable, "-c", TRACED, sqlite_desk.address, dump(make_order())),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    _, *between = re.split(r"-- (?:\d|end)", trace.read_text("utf-8", "replace"))
    for calls in between[:5]:
        synced = re.findall(r"(fdatasync|fsync)\(\d+<([^>]*)>", calls)
        assert synced == [("fdatasync", sqlite_desk.address + "-wal")]


def test_what_was_received_is_in_the_file_when_the_process_is_gone(sqlite_desk: Desk) -> None:
    code = sqlite_desk.receive().dossier.code
    copy = Path(sqlite_desk.address).with_name("copy.sqlite")
    for suffix in ("", "-wal"):
        source = Path(sqlite_desk.address + suffix)
        Path(str(copy) + suffix).write_bytes(source.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT code FROM dossier").fetchall() == [(code,)]
