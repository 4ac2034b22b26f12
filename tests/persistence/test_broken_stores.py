"""What is no store of ours, or of another version, or on a network: a fault in words, the file untouched."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onestop_desktop.application.create_desk import CreateDesk
from onestop_desktop.domain import errors
from onestop_desktop.persistence import schema
from onestop_desktop.persistence.engine import mounted_as
from tests.support.desk import Clock, Desk, make_desk, open_desk

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
192.168.1.2:/xa /srv/chung nfs4 rw 0 0
//maychu/hoso /mnt/ho\\040so cifs rw 0 0
hoa@maychu:/hs /media/tu-xa fuse.sshfs rw 0 0
/dev/sdb1 /srv/chung/trong ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/chung/desk.sqlite", "nfs4"),
        ("/srv/chung", "nfs4"),
        ("/mnt/ho so/desk.sqlite", "cifs"),
        ("/media/tu-xa/a/desk.sqlite", "fuse.sshfs"),
        ("/media/desk.sqlite", ""),
        ("/srv/chungcu/desk.sqlite", ""),
        ("/srv/chung/trong/desk.sqlite", ""),  # a local disk mounted inside
        ("/var/lib/desk.sqlite", ""),
    ],
)
def test_the_mount_table_tells_a_network_folder(path: str, kind: str) -> None:
    assert mounted_as(path, MOUNTS) == kind


@pytest.mark.parametrize("path", ["\\\\maychu\\hoso\\desk.sqlite", "//maychu/hoso/desk.sqlite"])
def test_a_unc_path_is_refused_to_make_and_to_open(path: str) -> None:
    desk = open_desk(path, Clock())
    with pytest.raises(errors.StoreOnNetwork):
        desk.services.read_queue()
    with pytest.raises(errors.StoreOnNetwork):
        desk.services.create_desk(CreateDesk())


def _garbage(path: Path) -> None:
    path.write_bytes(b"Kinh gui uy ban nhan dan xa. " * 200)


def _empty(path: Path) -> None:
    path.touch()


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (sequence INTEGER)")
        connection.commit()


def _half(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")


def _ours_without_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute("CREATE TABLE khac (a)")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_garbage, errors.StoreNotOurs),
        (_empty, errors.StoreMissing),
        (_of_another_program, errors.StoreNotOurs),
        (_half, errors.StoreDamaged),
        (_newer, errors.StoreNewer),
        (_ours_without_tables, errors.StoreNotOurs),
    ],
)
def test_the_file_stays_byte_for_byte(
    sqlite_template: Path, tmp_path: Path, spoil: Callable[[Path], None], fault: type[Exception]
) -> None:
    path = tmp_path / "desk.sqlite"
    if spoil in (_half, _newer, _ours_without_tables):
        shutil.copyfile(sqlite_template, path)
    spoil(path)
    before = path.read_bytes()
    desk = open_desk(str(path), Clock())
    for ask in (desk.services.read_queue, desk.services.verify, desk.receive):
        with pytest.raises(fault):
            ask()
    desk.store.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("spoil", [_garbage, _of_another_program, _newer, _ours_without_tables])
def test_init_never_writes_over_what_stands_there(
    sqlite_template: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "desk.sqlite"
    if spoil in (_newer, _ours_without_tables):
        shutil.copyfile(sqlite_template, path)
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(errors.StoreExists):
        open_desk(str(path), Clock()).services.create_desk(CreateDesk())
    assert path.read_bytes() == before


def test_a_missing_store_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "nơi khác" / "desk.sqlite"
    with pytest.raises(errors.StoreMissing):
        open_desk(str(path), Clock()).services.read_queue()
    assert not path.parent.exists()


def test_init_takes_an_empty_file_and_makes_it_private(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.touch(0o644)
    made = make_desk(str(path))
    made.receive()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    made.store.close()


def test_a_folder_in_the_place_of_the_store_is_a_sentence(tmp_path: Path) -> None:
    desk = open_desk(str(tmp_path), Clock())
    with pytest.raises(errors.StoreExists):
        desk.services.create_desk(CreateDesk())
    with pytest.raises(errors.StoreMissing):
        desk.services.read_queue()


def test_init_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "xã" / "desk.sqlite"
    desk = open_desk(str(path), Clock())

    def fail() -> None:
        with desk.store.create() as work:
            work.desk.keep_profile("today")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(path.parent.iterdir()) == []
    make_desk(str(path)).store.close()


def test_init_goes_on_where_a_killed_one_left_an_empty_store(tmp_path: Path) -> None:
    from onestop_desktop.persistence.store import make_file

    path = tmp_path / "desk.sqlite"
    make_file(str(path))  # as far as a program came that was killed before its one commit
    desk = make_desk(str(path))
    assert desk.receive().dossier.code.endswith("-0001")
    desk.store.close()


@pytest.mark.postgres
def test_an_empty_database_has_no_store_until_init(new_postgres_url: Callable[[], str]) -> None:
    url = new_postgres_url()
    with pytest.raises(errors.StoreMissing):
        open_desk(url, Clock()).services.read_queue()
    desk = make_desk(url)
    desk.receive()
    with pytest.raises(errors.StoreExists):
        open_desk(url, Clock()).services.create_desk(CreateDesk())
    assert desk.services.verify().ok
    desk.store.close()


def test_a_damaged_fact_is_the_stores_fault_not_ours(desk: Desk) -> None:
    from tests.persistence.test_journal import lift_guards

    code = desk.receive().dossier.code
    lift_guards(desk)
    desk.sql("UPDATE entry_facts SET facts = '{' WHERE sequence = 2")
    with pytest.raises(errors.StoreDamaged) as damaged:
        desk.services.show_dossier(code)
    assert damaged.value.facts["store"].startswith(desk.address.partition(":")[0])
    desk.sql("UPDATE dossier SET due_at = 'mai'")
    with pytest.raises(errors.StoreDamaged):
        desk.services.read_queue()


def test_a_pipe_is_no_place_for_a_store_and_stays_as_it_was(tmp_path: Path) -> None:
    pipe = tmp_path / "ống"
    os.mkfifo(pipe, 0o644)
    desk = open_desk(str(pipe), Clock())
    with pytest.raises(errors.StoreExists):
        desk.services.create_desk(CreateDesk())
    assert pipe.is_fifo()
    assert stat.S_IMODE(pipe.stat().st_mode) == 0o644
