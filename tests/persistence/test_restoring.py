"""A copy tried or put back: whole or not at all, and what it replaces is kept."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desktop.application.back_up import KeepCopy
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.store_copy import CopyKind
from onestop_desktop.persistence.backups import FileBackups
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.store_file import stamp
from tests.support.copies import PASSPHRASE, back_up, codes, parts
from tests.support.desk import MORNING, OFFICER, Desk, make_desk, plain_order


@pytest.fixture
def desk(sqlite_desk: Desk) -> Desk:
    """A desk with two dossiers."""
    sqlite_desk.receive()
    sqlite_desk.receive(plain_order())
    return sqlite_desk


def test_the_store_that_is_replaced_is_kept_beside(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    before = codes(desk.address)
    late = desk.receive(plain_order()).dossier.code
    desk.store.close()
    order = RestoreStore(str(target), desk.address, OFFICER)
    first = desk.services.keeping.restore_store(order)
    second = desk.services.keeping.restore_store(order)
    assert first.entries_lost == 2  # the backup's own entry and the dossier received after it
    assert first.safety_copy != second.safety_copy
    assert Path(first.safety_copy).parent == tmp_path / "sao-luu"
    kept = desk.services.keeping.kept()
    assert [(each.kind, each.good) for each in kept] == [(CopyKind.RESTORE, True)] * 2
    assert codes(desk.address) == before
    assert late in codes(first.safety_copy)


def test_a_rehearsal_shows_the_last_day_and_touches_nothing(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target, PASSPHRASE)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    tried = desk.services.keeping.try_copy(str(target), PASSPHRASE)
    assert tried.last_day is not None
    assert tried.last_day.day.isoformat() == MORNING[:10]
    assert (tried.last_day.received, tried.last_day.open) == (2, 2)
    assert set(tried.last_day.codes) == set(codes(desk.address))
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert {k: v for k, v in after.items() if "-" not in k.name} == {
        k: v for k, v in before.items() if "-" not in k.name
    }


def test_another_desks_backup_is_refused_with_both_names(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(str(tmp_path / "khac" / "desk.sqlite"))
    other.services.change_agency({"place": "Xã Khác"}, OFFICER)
    back_up(other, tmp_path / "khac.bak")
    other.store.close()
    desk.store.close()
    before = Path(desk.address).read_bytes()
    with pytest.raises(backup_errors.BackupOfAnotherDesk) as refused:
        desk.services.keeping.restore_store(
            RestoreStore(str(tmp_path / "khac.bak"), desk.address, OFFICER)
        )
    assert "Xã Khác" in refused.value.facts["backup"]
    assert "Xã Khác" not in refused.value.facts["desk"]
    assert Path(desk.address).read_bytes() == before
    assert parts(tmp_path) == []


def test_a_store_in_use_is_not_replaced(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    order = RestoreStore(str(target), desk.address, OFFICER)
    with closing(sqlite3.connect(desk.address)) as somebody:
        somebody.execute("SELECT count(*) FROM entry").fetchone()
        desk.store.close()
        with pytest.raises(backup_errors.StoreInUse):
            desk.services.keeping.restore_store(order)
    code = desk.receive(plain_order()).dossier.code
    assert code in codes(desk.address)
    assert desk.sql("PRAGMA journal_mode") == [("wal",)]
    desk.store.close()
    desk.services.keeping.restore_store(order)
    assert code not in codes(desk.address)


def test_who_may_not_replace_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    desk.store.close()
    asked = []

    def nobody(address: str, _officer: str, _password: str) -> None:
        asked.append(address)
        raise errors.OfficerMissing(field="officer")

    keeping = replace(desk.services.keeping, may_replace=nobody)
    before = Path(desk.address).read_bytes()
    with pytest.raises(errors.OfficerMissing):
        keeping.restore_store(RestoreStore(str(target), desk.address, OFFICER))
    assert (asked, Path(desk.address).read_bytes()) == ([desk.address], before)
    # Where no store stands there is nobody to ask.
    keeping.restore_store(RestoreStore(str(target), str(tmp_path / "moi.sqlite"), OFFICER))
    assert len(asked) == 1


def test_a_wrong_passphrase_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target, PASSPHRASE)
    desk.store.close()
    before = Path(desk.address).read_bytes()
    with pytest.raises(backup_errors.PassphraseWrong):
        desk.services.keeping.restore_store(
            RestoreStore(str(target), desk.address, OFFICER, PASSPHRASE + "!")
        )
    with pytest.raises(backup_errors.PassphraseMissing):
        desk.services.keeping.restore_store(RestoreStore(str(target), desk.address, OFFICER))
    assert Path(desk.address).read_bytes() == before
    assert parts(tmp_path) == []


def test_a_damaged_store_is_replaced_and_its_bytes_are_kept(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    here = codes(desk.address)
    desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    desk.store.close()
    for broken in (b"rac" * 2000, Path(desk.address).read_bytes()[:9000] + b"\xff" * 9000):
        Path(desk.address).write_bytes(broken)
        done = desk.services.keeping.restore_store(RestoreStore(str(target), desk.address, OFFICER))
        assert codes(desk.address) == here
        assert Path(done.safety_copy).is_file()


def test_a_store_lived_in_is_read_with_its_wal(desk: Desk, tmp_path: Path) -> None:
    code = desk.receive(plain_order()).dossier.code
    assert Path(desk.address + "-wal").stat().st_size > 0
    tried = desk.services.keeping.try_copy(desk.address)
    assert tried.last_day is not None
    assert code in tried.last_day.codes


def test_a_backup_of_an_older_version_is_carried_over(desk: Desk, tmp_path: Path) -> None:
    target, restored = tmp_path / "so.bak", tmp_path / "moi" / "desk.sqlite"
    back_up(desk, target)
    here = codes(desk.address)
    newer = FileBackups(desk.address, desk.clock, next_history(tmp_path / "migrations"))
    keeping = replace(desk.services.keeping, backups=newer)
    done = keeping.restore_store(RestoreStore(str(target), str(restored), OFFICER))
    assert done.facts.version == SHIPPED.newest
    with closing(sqlite3.connect(restored)) as store:
        assert store.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
        found = store.execute("SELECT code FROM dossier WHERE thon = '' ORDER BY due_at, code")
        assert [code for (code,) in found] == here
    assert [path.name for path in restored.parent.iterdir()] == ["desk.sqlite"]


def next_history(folder: Path) -> History:
    """The migrations of a later program."""
    shutil.copytree(SHIPPED.folder, folder)
    (folder / "versions" / "v9999_next.py").write_text(
        "from alembic import op\nfrom sqlalchemy import Column, Text\n"
        f'revision = "9999"\ndown_revision = "{SHIPPED.newest}"\n'
        'def upgrade():\n    op.add_column("dossier", '
        'Column("thon", Text, nullable=False, server_default=""))\n',
        "utf-8",
    )
    return History(folder, "9999")


def test_a_newer_backup_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    with closing(sqlite3.connect(target)) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '0099'")
    stamp(target)  # as the newer program would have done
    with pytest.raises(errors.StoreNewer):
        desk.services.keeping.try_copy(str(target))
