"""A scanner on a serial line: whole lines, no keyboard layout between the card and the program."""

import threading
from collections.abc import Callable

import serial

from onestop_desktop.domain.errors import ScannerFailed

BAUD = 9600
LONGEST_LINE = 4000


class SerialScanner:
    """Reads lines of UTF-8 ended by CR or LF and hands each to `heard`, on its own thread."""

    def __init__(self, port: str, heard: Callable[[str], None], baud: int = BAUD) -> None:
        try:
            self._line = serial.Serial(port, baud, timeout=0.2)
        except (serial.SerialException, OSError, ValueError) as error:
            raise ScannerFailed(port=port) from error
        self._heard = heard
        self._going = True
        self._thread = threading.Thread(target=self._listen, name="scanner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._going = False
        self._thread.join(2)
        self._line.close()

    def _listen(self) -> None:
        kept = b""
        while self._going:
            try:
                kept += self._line.read(256)
            except (serial.SerialException, OSError, TypeError):
                return
            *lines, kept = kept.replace(b"\r", b"\n").split(b"\n")
            kept = kept[-LONGEST_LINE:]
            for line in lines:
                if line.strip():
                    self._heard(line.decode("utf-8", "replace").strip())
