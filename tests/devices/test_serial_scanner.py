"""A scanner on a serial line, played by a pseudo-terminal."""

import os
import queue
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

serial = pytest.importorskip("serial")

from onestop_desktop.devices.serial_scanner import SerialScanner  # noqa: E402
from onestop_desktop.domain.errors import ScannerFailed  # noqa: E402

PATIENCE_S = 10
CARD = "030185004417||Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá|01012021"


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    """The scanner's end of a line, and the name of the desk's end."""
    near, far = os.openpty()
    yield near, os.ttyname(far)
    os.close(near)
    os.close(far)


def test_whole_lines_are_heard_whatever_their_end(line: tuple[int, str]) -> None:
    near, port = line
    heard: queue.Queue[str] = queue.Queue()
    with closing(SerialScanner(port, heard.put)):
        os.write(near, f"{CARD}\r\n".encode())
        assert heard.get(timeout=PATIENCE_S) == CARD
        os.write(near, b"H23.123.08-261125-0001\r")
        assert heard.get(timeout=PATIENCE_S) == "H23.123.08-261125-0001"
        os.write(near, b"\r\n\n")
        os.write(near, b"a\nb\n")
        assert [heard.get(timeout=PATIENCE_S) for _ in range(2)] == ["a", "b"]


def test_a_line_that_comes_in_pieces_is_one(line: tuple[int, str]) -> None:
    near, port = line
    heard: queue.Queue[str] = queue.Queue()
    whole = f"{CARD}\n".encode()
    with closing(SerialScanner(port, heard.put)):
        # In the middle of a letter of two bytes, too.
        for at in range(0, len(whole), 7):
            os.write(near, whole[at : at + 7])
        assert heard.get(timeout=PATIENCE_S) == CARD


def test_bytes_that_are_no_text_do_not_end_the_listening(line: tuple[int, str]) -> None:
    near, port = line
    heard: queue.Queue[str] = queue.Queue()
    with closing(SerialScanner(port, heard.put)):
        os.write(near, b"\xff\xfe\xfd\n")
        assert "�" in heard.get(timeout=PATIENCE_S)
        os.write(near, b"good\n")
        assert heard.get(timeout=PATIENCE_S) == "good"


def test_closing_ends_the_thread_and_frees_the_line(line: tuple[int, str]) -> None:
    _, port = line
    SerialScanner(port, lambda _text: None).close()
    assert not [each for each in threading.enumerate() if each.name == "scanner"]
    SerialScanner(port, lambda _text: None).close()


def test_a_port_that_is_not_there_is_a_fault_with_its_name() -> None:
    with pytest.raises(ScannerFailed) as caught:
        SerialScanner("/dev/there-is-no-such-port", lambda _text: None)
    assert caught.value.facts == {"port": "/dev/there-is-no-such-port"}
