"""A store of an older version is carried to this one, its old self kept beside it; nothing else is touched."""

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from onestop_desktop.domain import errors
from onestop_desktop.persistence import migrating
from onestop_desktop.persistence.engine import begin, open_engine
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.store import SqlStore
from tests.end_to_end.command import ROOT
from tests.support.desk import LEADER, OFFICER, Clock, Desk, open_desk, plain_order
from tests.support.sql_schema import read_schema

STEPS_COLUMNS = (
    *("received_by", "handed_to", "shelf", "verdict", "official_verdict", "apologies", "by_minute"),
    *("paused_at", "proposed_at", "settled_at", "returned_at"),
)
COUNTER_COLUMNS = ("handled_by", "ended_at", "rating")
NEXT = '''"""The next version, for tests."""
from alembic import op
from sqlalchemy import Column, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("dossier", Column("thon", Text, nullable=False, server_default=""))
    {more}
'''


def history(folder: Path, more: str = "") -> History:
    """The shipped migrations and one more."""
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0006_next.py").write_text(NEXT.replace("{more}", more), "utf-8")
    return History(folder, "0006")


def reopened(desk: Desk, history: History) -> SqlStore:
    desk.store.close()
    return SqlStore(desk.address, desk.clock, history)


def build_by_migrations(address: str) -> None:
    """A store made from nothing by the migrations alone."""
    engine = open_engine(address)
    with begin(engine, write=True) as connection:
        migrating.upgrade(connection, SHIPPED)
        connection.commit()
    engine.dispose()


def test_the_first_migration_makes_exactly_the_fresh_schema(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    path = str(tmp_path / "migrated.sqlite")
    build_by_migrations(path)
    migrated = read_schema(path)
    assert migrated == read_schema(sqlite_desk.address)
    assert {"table entry", "trigger entry_no_update", "index ix_dossier_open_due"} <= set(migrated)


@pytest.mark.postgres
def test_the_first_migration_makes_exactly_the_fresh_schema_on_postgresql(
    postgres_template: str, new_postgres_url: Callable[..., str]
) -> None:
    url = new_postgres_url()
    build_by_migrations(url)
    migrated = read_schema(url)
    assert migrated == read_schema(new_postgres_url(postgres_template))
    assert {"column entry.digest", "trigger entry.entry_no_change"} <= set(migrated)


def test_a_schema_that_differs_in_one_check_is_told_apart(sqlite_desk: Desk) -> None:
    before = read_schema(sqlite_desk.address)
    with closing(sqlite3.connect(sqlite_desk.address)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'is_open IN (0, 1)', '1')")
        connection.commit()
    assert read_schema(sqlite_desk.address) != before


def test_an_older_store_is_migrated_when_it_is_opened(desk: Desk, tmp_path: Path) -> None:
    code = desk.receive().dossier.code
    store = reopened(desk, history(tmp_path / "migrations"))
    with store.unit_of_work() as work:
        assert work.dossiers.row(code).code == code
    assert store.verify().ok
    assert desk.sql("SELECT version_num FROM alembic_version") == [("0006",)]
    assert desk.sql("SELECT code, thon FROM dossier") == [(code, "")]
    with pytest.raises(Exception, match="append-only"):
        desk.sql("DELETE FROM entry")
    engine = store._connect()
    if desk.is_sqlite:
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()


def take_back_the_counter(desk: Desk) -> None:
    """The store as version 0002 had it."""
    desk.store.close()
    for index in ("ix_dossier_settled_at", "ix_dossier_ended_at"):
        desk.sql(f"DROP INDEX {index}")
    for column in COUNTER_COLUMNS:
        desk.sql(f"ALTER TABLE dossier DROP COLUMN {column}")
    for table in ("certification", "book_year", "payment", "day_count", "account", "ticket"):
        desk.sql(f"DROP TABLE {table}")
    desk.sql("UPDATE alembic_version SET version_num = '0002'")


def test_a_store_of_before_the_counter_gets_its_figures(desk: Desk) -> None:
    settled, withdrawn, _open = (desk.receive(order=plain_order()).dossier.code for _ in range(3))
    desk.step(settled, "hand_over", to="Tư pháp")
    desk.step(settled, "accept", "Nguyễn Văn Nam")
    desk.step(settled, "propose", "Nguyễn Văn Nam", decision="Đồng ý")
    desk.step(settled, "settle", LEADER)
    desk.step(withdrawn, "withdraw", reason="Đổi ý")
    take_back_the_counter(desk)
    again = desk.again()
    again.services.list_dossiers()
    for line in ("2026-11-25", "m2026-11"):
        rows = desk.sql(
            "SELECT officer, received, early, not_counted FROM day_count WHERE day = ?", line
        )
        assert sorted(rows) == sorted([(OFFICER, 3, 0, 1), ("Nguyễn Văn Nam", 0, 1, 0)])
    assert desk.sql("SELECT handled_by FROM dossier WHERE code = ?", settled) == [
        ("Nguyễn Văn Nam",)
    ]
    assert again.services.verify().ok
    again.store.close()


def test_a_store_of_before_the_steps_is_carried_over(desk: Desk) -> None:
    code = desk.receive().dossier.code
    take_back_the_counter(desk)
    for column in STEPS_COLUMNS:
        desk.sql(f"ALTER TABLE dossier DROP COLUMN {column}")
    desk.sql("DROP TABLE delegation")
    desk.sql("UPDATE alembic_version SET version_num = '0001'")
    again = desk.again()
    row = again.services.find_dossiers(code)[0]
    assert row.received_by == row.holder != ""
    assert (row.code, row.verdict, row.settled_at, row.apologies) == (code, "", "", 0)
    assert again.services.verify().ok
    again.store.close()


def test_the_old_store_stays_beside_the_new_one(sqlite_desk: Desk, tmp_path: Path) -> None:
    code = sqlite_desk.receive().dossier.code
    store = reopened(sqlite_desk, history(tmp_path / "migrations"))
    store.news(0)
    store.close()
    folder = Path(sqlite_desk.address).parent / "sao-luu"
    kept = folder / "desk.truoc-nang-cap.20261125-090000.sqlite"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    old = open_desk(str(kept), Clock())
    assert old.services.show_dossier(code).dossier.code == code
    assert old.services.verify().ok
    old.store.close()


@pytest.mark.parametrize(
    "step",
    [
        'op.execute("DELETE FROM request")',
        'op.execute("UPDATE dossier SET slip_id = 999")',
        'raise RuntimeError("nửa chừng")',
    ],
)
def test_a_migration_that_fails_or_loses_rows_leaves_the_store_as_it_was(
    desk: Desk, tmp_path: Path, step: str
) -> None:
    code = desk.receive(request_id="lan-1").dossier.code
    store = reopened(desk, history(tmp_path / "migrations", step))
    with pytest.raises(Exception, match=r"nửa chừng|store_damaged|foreign key|violates"):
        store.news(0)
    store.close()
    again = desk.again()
    assert again.services.show_dossier(code).dossier.code == code
    assert again.services.verify().ok
    assert "thon" not in {column["name"] for column in _columns(again)}
    again.store.close()


def _columns(desk: Desk) -> list[Any]:
    engine = open_engine(desk.address)
    found = list(inspect(engine).get_columns("dossier"))
    engine.dispose()
    return found


def test_a_newer_store_is_left_alone(desk: Desk) -> None:
    desk.sql("UPDATE alembic_version SET version_num = '0099'")
    desk.store.close()
    with pytest.raises(errors.StoreNewer) as newer:
        desk.services.read_queue()
    assert newer.value.facts["version"] == "0099"
    assert desk.sql("SELECT version_num FROM alembic_version") == [("0099",)]
    if desk.is_sqlite:
        assert not list(Path(desk.address).parent.glob("sao-luu/*"))


@pytest.mark.slow
def test_alembic_is_loaded_only_where_versions_differ(sqlite_desk: Desk) -> None:
    script = (
        "import sys; sys.path[:0] = ['.', 'packaging']\n"
        "from tests.support.desk import Clock, open_desk\n"
        "desk = open_desk(sys.argv[1], Clock())\n"
        "try:\n    desk.receive()\nexcept Exception as error:\n    print(type(error).__name__)\n"
        "print('alembic' in sys.modules)\ndesk.store.close()\n"
    )

    def run() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", script, sqlite_desk.address],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().split()

    assert run() == ["False"]
    sqlite_desk.sql("UPDATE alembic_version SET version_num = '0099'")
    assert run() == ["StoreNewer", "True"]


def test_migrations_follow_one_another_and_end_at_this_version() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(SHIPPED.folder))
    assert scripts.get_heads() == [SHIPPED.newest]
    for script in scripts.walk_revisions():
        name = Path(script.path).stem
        assert re.fullmatch(rf"v{script.revision}_[a-z0-9_]+", name)
