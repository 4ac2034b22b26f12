"""What stands at the window's ports in a test: a printer that jams or hangs, ears, a scanner's line."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from onestop_desktop.domain.errors import PrinterFailed
from onestop_desktop.opening import WindowOpening
from onestop_desktop.settings import Settings


@dataclass
class Tray:
    """The port `Printer`: keeps what it was handed, jams, or hangs until `go` is set."""

    name: str = "máy in thử"
    jammed: bool = False
    hanging: bool = False
    sheets: list[bytes] = field(default_factory=list)
    go: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Keep the paper (PrinterFailed while jammed)."""
        del title, copies
        self.reached.set()
        if self.hanging:
            self.go.wait(20)
        if self.jammed:
            raise PrinterFailed(printer=self.name, reason="kẹt giấy")
        self.sheets.append(pdf)


@dataclass
class Line:
    """A scanner's line that only remembers that it was closed."""

    ports: list[str]
    port: str

    def close(self) -> None:
        """Hang up."""
        self.ports.remove(self.port)


class TestOpening(WindowOpening):
    """The port `Opening` with this test's printer, ears and scanner line."""

    __test__ = False

    def __init__(
        self, settings: Settings, clock: Callable[[], Any], tray: Tray, *, is_new: bool = False
    ) -> None:
        super().__init__(settings, clock, is_new=is_new)
        self.tray = tray
        self.tones: list[bool] = []
        self.chimes = 0
        self.ports: list[str] = []
        self.heard: Callable[[str], None] = lambda _text: None

    def keep_ballast(self, services: Any) -> None:
        del services  # hundreds of windows, eight mebibytes each

    def printers(self) -> tuple[str, ...]:
        return (self.tray.name, "máy in hành lang")

    def printer(self, name: str) -> Any:
        del name
        return self.tray

    def printer_name(self, chosen: str) -> str:
        return chosen or self.tray.name

    def sound(self, good: bool) -> bool:
        self.tones.append(good)
        return True

    def chime(self) -> bool:
        self.chimes += 1
        return True

    def listen(self, port: str, heard: Callable[[str], None]) -> Any:
        self.ports.append(port)
        self.heard = heard
        return Line(self.ports, port)
