"""Files as the program writes them: private, in place at once, never half, never over a register."""

import os
import stat
from pathlib import Path

import pytest

from onestop_desktop.devices.folder_printer import new_file, write_private
from onestop_desktop.domain.errors import FileUnwritable
from tests.support.desk import Desk


def test_a_file_stands_whole_and_private_in_a_folder_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "mới" / "sổ.pdf"
    with new_file(path) as made:
        made.file.write(b"mot")
        assert not path.exists()
        made.file.write(b" hai")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"mot hai", 0o600)
    assert [each.name for each in path.parent.iterdir()] == ["sổ.pdf"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_is_called_off_leaves_the_older_file(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "sổ.pdf"
    write_private(path, b"cu")

    def half() -> None:
        with new_file(path) as made:
            made.file.write(b"nua")
            raise error

    with pytest.raises(error):
        half()
    with new_file(path) as made:
        made.file.write(b"nua")
        made.drop()
    assert path.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_where_nothing_can_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    for path in (tmp_path, tmp_path / "tệp" / "x.pdf", tmp_path / ("x" * 300), Path()):
        with pytest.raises(FileUnwritable), new_file(path):
            pytest.fail("the block was entered")


def test_a_register_is_never_written_over(sqlite_desk: Desk) -> None:
    for name in (sqlite_desk.address, f"{sqlite_desk.address}-wal"):
        with pytest.raises(FileUnwritable):
            write_private(Path(name), b"PDF")
    assert sqlite_desk.services.verify().ok


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_device_takes_what_is_written_and_stays(tmp_path: Path) -> None:
    device = Path(os.devnull)
    write_private(device, b"PDF")
    assert not device.is_file()
    assert device.exists()
