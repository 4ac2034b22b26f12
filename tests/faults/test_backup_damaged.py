"""Thirty ways to damage a copy, each refused; a target that fills up or is pulled out in the middle."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from onestop_desktop.application.back_up import KeepCopy
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.domain import backup_errors
from onestop_desktop.domain.coded import WorldFault
from onestop_desktop.domain.store_copy import CopyKind
from tests.support.copies import PASSPHRASE, back_up, parts
from tests.support.desk import OFFICER, Desk, plain_order

Damage = Callable[[bytes], bytes]
PAGE = 4096


def cut(share: float) -> Damage:
    return lambda raw: raw[: int(len(raw) * share)]


def flip(share: float) -> Damage:
    def change(raw: bytes) -> bytes:
        at = int((len(raw) - 1) * share)
        return raw[:at] + bytes([raw[at] ^ 0x20]) + raw[at + 1 :]

    return change


def blank(share: float) -> Damage:
    def change(raw: bytes) -> bytes:
        at = int(len(raw) * share) // PAGE * PAGE
        return raw[:at] + bytes(PAGE) + raw[at + PAGE :]

    return change


def noise(seed: int) -> Damage:
    def change(raw: bytes) -> bytes:
        random = Random(seed)
        at = random.randrange(len(raw) - 512)
        return raw[:at] + random.randbytes(512) + raw[at + 512 :]

    return change


def swap(raw: bytes) -> bytes:
    """Two pages in each other's place."""
    return raw[:PAGE] + raw[2 * PAGE : 3 * PAGE] + raw[PAGE : 2 * PAGE] + raw[3 * PAGE :]


DAMAGES: dict[str, Damage] = {
    "empty": lambda _raw: b"",
    "one byte": lambda raw: raw[:1],
    "head alone": lambda raw: raw[:100],
    "last byte lost": lambda raw: raw[:-1],
    "last page lost": lambda raw: raw[:-PAGE],
    "added to": lambda raw: raw + b"them".ljust(PAGE),
    "swapped pages": swap,
    "first byte": flip(0),
    "last byte": flip(1),
    "another file": lambda raw: b"%PDF-1.7\n" + raw[9:],
    **{f"cut at {share}": cut(share) for share in (0.25, 0.5, 0.75, 0.99)},
    **{f"flipped at {share}": flip(share) for share in (0.0005, 0.1, 0.3, 0.5, 0.7, 0.9)},
    **{f"blank page at {share}": blank(share) for share in (0.05, 0.2, 0.4, 0.6, 0.8)},
    **{f"noise {seed}": noise(seed) for seed in range(5)},
}


@pytest.fixture
def desk(sqlite_desk: Desk) -> Desk:
    for _ in range(3):
        sqlite_desk.receive(plain_order())
    return sqlite_desk


def test_thirty_damages() -> None:
    assert len(DAMAGES) == 30


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["plain", "sealed"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_refused_and_the_store_stays(
    desk: Desk, tmp_path: Path, damage: str, passphrase: str
) -> None:
    good, bad = tmp_path / "so.bak", tmp_path / "hong.bak"
    back_up(desk, good, passphrase)
    desk.store.close()
    raw = good.read_bytes()
    bad.write_bytes(DAMAGES[damage](raw))
    assert bad.read_bytes() != raw
    store = Path(desk.address).read_bytes()
    refused = (WorldFault, backup_errors.PassphraseWrong)
    with pytest.raises(refused):
        desk.services.keeping.restore_store(
            RestoreStore(str(bad), desk.address, OFFICER, passphrase)
        )
    with pytest.raises(refused):
        desk.services.keeping.try_copy(str(bad), passphrase)
    assert Path(desk.address).read_bytes() == store
    assert parts(tmp_path) == []
    desk.services.keeping.try_copy(str(good), passphrase)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a file system is mounted by root on Linux alone")
    place = tmp_path / "usb"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["plain", "sealed"])
def test_a_target_that_fills_up_keeps_its_older_copy(
    desk: Desk, small_disk: Path, passphrase: str
) -> None:
    older = small_disk / "so.bak"
    older.write_bytes(b"OneStop sealed copy 1\n" + b"cu" * 1000)
    before = older.read_bytes()
    with pytest.raises(backup_errors.BackupTargetFull):
        back_up(desk, older, passphrase)
    assert [path.name for path in small_disk.iterdir()] == ["so.bak"]
    assert older.read_bytes() == before
    assert desk.services.verify().ok


def test_a_second_place_that_fills_up_or_is_pulled_out_is_a_warning(
    desk: Desk, small_disk: Path
) -> None:
    keeping = desk.services.keeping
    keeping.ready_second_place(str(small_disk), PASSPHRASE)
    order = KeepCopy(CopyKind.CLOSING, OFFICER, str(small_disk))
    full = keeping.keep_copy(order)
    assert full.copy is not None
    assert [trouble.code for trouble in full.troubles] == ["backup_target_full"]
    assert list(small_disk.iterdir()) == []
    subprocess.run(["umount", str(small_disk)], check=True)
    small_disk.rmdir()
    gone = keeping.keep_copy(order)
    assert gone.copy is not None
    assert [trouble.code for trouble in gone.troubles] == ["backup_target_gone"]
    place = keeping.second_place(str(small_disk))
    assert (place.reachable, place.ready, place.newest) == (False, True, None)


def test_a_target_pulled_out_in_the_middle_is_one_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "usb" / "so.bak"
    target.parent.mkdir()
    back_up(desk, target)
    before = target.read_bytes()
    real = os.fsync

    def pulled_out(descriptor: int) -> None:
        if os.path.realpath(f"/proc/self/fd/{descriptor}").startswith(str(target.parent)):
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", pulled_out)
    for passphrase in ("", PASSPHRASE):
        with pytest.raises(backup_errors.BackupTargetGone):
            back_up(desk, target, passphrase)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]
