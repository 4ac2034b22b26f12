"""A full disk: refused in words, reading goes on, nothing lost; the ballast; a damaged store put aside."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from onestop_desktop.domain import errors
from onestop_desktop.persistence.aside import lies_aside
from onestop_desktop.persistence.ballast import BALLAST
from tests.faults.acts import entries
from tests.faults.forking import Forking, tell
from tests.support.desk import Clock, Desk, dump, make_desk, open_desk, plain_order

ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root"
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "đĩa nhỏ"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount, not even root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(file: Path) -> None:
    """Write until nothing more fits."""
    with suppress(OSError), file.open("ab", buffering=0) as full:
        while full.write(bytes(4096)) == 4096:
            pass


@ROOT_ONLY
@pytest.mark.slow
def test_a_full_disk_loses_nothing_and_work_goes_on_once_there_is_room(
    command: Forking, small_disk: Path
) -> None:
    store = str(small_disk / "desk.sqlite")
    make_desk(store).store.close()
    acknowledged, refused = [], 0
    filler = small_disk / "đầy"
    for number in range(40):
        if number == 5:
            fill(filler)
        done = command.run(store, "--json", "receive", "-", stdin=dump(plain_order()))
        if done.code == 0:
            acknowledged.append(done.json["code"])
            continue
        refused += 1
        assert done.code == 4
        assert done.json["refused"] in ("disk_full", "disk_failed", "store_read_only")
        assert "Traceback" not in done.err
    assert refused > 20
    filler.unlink()
    done = command.run(store, "--json", "receive", "-", stdin=dump(plain_order()))
    assert done.code == 0
    kept = [code for step, code in entries(store) if step == "receive"]
    assert kept == [*acknowledged, done.json["code"]]
    assert command.run(store, "verify").code == 0
    tell("full disk", 40, 0)


def receive_many(desk: Desk) -> None:
    for _ in range(200):
        desk.receive(plain_order())


@ROOT_ONLY
@pytest.mark.slow
def test_a_window_that_is_open_goes_on_reading_on_a_full_disk(small_disk: Path) -> None:
    desk = make_desk(str(small_disk / "desk.sqlite"))
    code = desk.receive(plain_order()).dossier.code
    fill(small_disk / "đầy")
    with pytest.raises(errors.WorldFault):
        receive_many(desk)
    assert desk.services.show_dossier(code).dossier.code == code
    assert desk.services.find_dossiers("Đường")
    (small_disk / "đầy").unlink()
    assert desk.receive(plain_order()).dossier.code
    assert desk.services.verify().ok
    desk.store.close()


def test_the_ballast_is_real_room_for_its_owner_alone(sqlite_desk: Desk) -> None:
    sqlite_desk.store.keep_ballast()
    ballast = Path(sqlite_desk.address).with_suffix(".ballast")
    found = ballast.stat()
    assert (found.st_size, found.st_mode & 0o777) == (BALLAST, 0o600)
    assert found.st_blocks * 512 >= BALLAST
    ballast.unlink()


def test_a_disk_as_good_as_full_gets_the_ballast_back_before_the_act(
    sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onestop_desktop.persistence.ballast import Ballast

    sqlite_desk.store.keep_ballast()
    ballast = Path(sqlite_desk.address).with_suffix(".ballast")
    monkeypatch.setattr(Ballast, "free", lambda _self: 100_000)
    assert sqlite_desk.receive(plain_order()).dossier.code
    assert not ballast.exists()
    sqlite_desk.store.keep_ballast()  # not before there is room again
    assert not ballast.exists()
    assert sqlite_desk.store.room().low
    monkeypatch.undo()
    sqlite_desk.store.keep_ballast()
    assert ballast.exists()
    ballast.unlink()


def test_a_damaged_store_is_put_aside_whole_and_no_new_one_takes_its_place(
    sqlite_desk: Desk,
) -> None:
    from onestop_desktop.opening import make_store_if_missing
    from onestop_desktop.settings import read_settings

    sqlite_desk.receive(plain_order())
    sqlite_desk.store.close()
    path = Path(sqlite_desk.address)
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 30] = bytes(4096 * 28)
    path.write_bytes(data)
    with pytest.raises(errors.StoreDamaged):
        sqlite_desk.services.read_queue()
    moment = sqlite_desk.clock()
    names = [sqlite_desk.store.set_aside(moment)]
    assert names[0].endswith("desk.sqlite.hong-20261125-090000")
    assert Path(names[0]).read_bytes() == bytes(data)
    make_store_if_missing(read_settings(store=str(path)), sqlite_desk.clock)
    assert not path.exists()
    with pytest.raises(errors.StoreSetAside) as told:
        open_desk(str(path), Clock()).services.read_queue()
    assert told.value.facts["aside"] == lies_aside(str(path)) == names[0]
    path.write_bytes(b"again")
    assert sqlite_desk.store.set_aside(moment).endswith("090000-2")
    assert Path(names[0]).read_bytes() == bytes(data)
