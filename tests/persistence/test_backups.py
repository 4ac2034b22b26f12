"""Copies of a file's store: verified before they have a name, thinned by the plan."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from onestop_desktop.application.back_up import BackUp, KeepCopy
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.store_copy import CopyKind
from tests.support.copies import PASSPHRASE, back_up, codes, mode, parts
from tests.support.desk import OFFICER, Desk, plain_order


@pytest.fixture
def desk(sqlite_desk: Desk) -> Desk:
    """A desk with two dossiers."""
    sqlite_desk.receive()
    sqlite_desk.receive(plain_order())
    return sqlite_desk


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_copy_holds_what_the_store_held_and_is_its_owners_alone(
    desk: Desk, tmp_path: Path, passphrase: str
) -> None:
    target = tmp_path / "usb" / "so"
    target.parent.mkdir()
    back_up(desk, target, passphrase)
    here = codes(desk.address)
    desk.receive(plain_order())
    restored = tmp_path / "moi" / "desk.sqlite"
    order = RestoreStore(str(target), str(restored), OFFICER, passphrase)
    done = desk.services.keeping.restore_store(order)
    assert codes(str(restored)) == here
    assert (done.facts.dossiers, done.facts.encrypted, done.safety_copy) == (
        2,
        bool(passphrase),
        "",
    )
    assert (mode(target), mode(restored), mode(restored.parent)) == (0o600, 0o600, 0o700)
    assert (b"\xc4\x90\xc6\xb0\xe1\xbb\x9dng" in target.read_bytes()) is not bool(passphrase)
    assert parts(tmp_path) == []


def test_backup_and_restore_stand_in_the_journal(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    steps = "SELECT step, officer FROM entry ORDER BY sequence DESC LIMIT 1"
    assert desk.sql(steps) == [("back_up", OFFICER)]
    desk.services.keeping.back_up(BackUp(str(target)))
    assert desk.sql(steps) == [("back_up", "onestop-desktop")]
    desk.store.close()
    desk.services.keeping.restore_store(RestoreStore(str(target), desk.address, OFFICER))
    assert desk.sql(steps) == [("restore", OFFICER)]
    assert desk.services.verify().ok


def test_a_strange_file_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    target, letter = tmp_path / "so.bak", tmp_path / "thu" / "don.docx"
    letter.parent.mkdir()
    letter.write_bytes(b"PK don xin")
    back_up(desk, target)
    with pytest.raises(errors.StoreNotOurs):
        desk.services.keeping.restore_store(RestoreStore(str(target), str(letter), OFFICER))
    for taken in (letter, tmp_path, Path(desk.address), Path(desk.address + "-wal")):
        with pytest.raises(backup_errors.BackupTargetTaken):
            back_up(desk, taken)
    with pytest.raises(backup_errors.BackupNotOurs):
        desk.services.keeping.try_copy(str(letter))
    assert letter.read_bytes() == b"PK don xin"


def test_a_damaged_store_never_replaces_a_good_backup(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "so.bak"
    back_up(desk, target)
    kept = desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER)).copy
    assert kept is not None
    good = target.read_bytes()
    desk.sql("DROP TRIGGER entry_no_update")
    desk.sql("UPDATE entry SET officer = 'Ai đó' WHERE sequence = 2")
    desk.store.close()
    with pytest.raises(errors.StoreDamaged):
        back_up(desk, target)
    desk.clock.moment += timedelta(days=1)
    done = desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    assert [trouble.code for trouble in done.troubles] == ["store_damaged"]
    assert target.read_bytes() == good
    assert [each.name for each in desk.services.keeping.kept()] == [kept.name]
    assert parts(tmp_path) == []


def test_a_year_of_closings_is_thinned_and_each_kept_copy_is_good(desk: Desk) -> None:
    for day in range(0, 120, 3):
        desk.clock.moment = read_moment("2026-12-01T17:00") + timedelta(days=day)
        desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    kept = desk.services.keeping.kept()
    assert all(each.good for each in kept)
    assert len(kept) == 14 + 2 + 2  # three-day steps: weeks and months beyond the fourteen
    folder = Path(desk.address).parent / "sao-luu"
    assert len(list(folder.iterdir())) == 2 * len(kept)
    Path(kept[3].path).write_bytes(Path(kept[3].path).read_bytes()[:-1] + b"?")
    assert [each.good for each in desk.services.keeping.kept()].count(False) == 1


def test_a_copy_taken_while_others_write_is_one_consistent_moment(
    desk: Desk, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(desk.address, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE setting SET value = value")
        facts = desk.services.backups.make(str(tmp_path / "so.bak"))
        writer.execute("ROLLBACK")
    assert facts.dossiers == 2


def test_what_a_killed_program_left_is_swept_an_hour_later(desk: Desk, tmp_path: Path) -> None:
    desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    folder = tmp_path / "sao-luu"
    old, fresh = folder / ".cu.ab.part", folder / ".moi.cd.part"
    for part in (old, fresh):
        shutil.copyfile(desk.address, part)
    now = fresh.stat().st_mtime
    os.utime(old, (now - 7200, now - 7200))
    desk.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    assert parts(tmp_path) == [fresh]
