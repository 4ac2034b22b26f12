"""How the window gets at everything outside its room; heavy parts are loaded when first asked for."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onestop_desktop import __version__
from onestop_desktop.devices.folder_printer import write_private
from onestop_desktop.domain.errors import ScannerFailed
from onestop_desktop.incidents import note, open_log
from onestop_desktop.persistence.aside import lies_aside
from onestop_desktop.persistence.first_page import first_page, has_accounts, own_clock
from onestop_desktop.settings import Settings, Workstation, secret, write_workstation

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow
    from onestop_desktop.application.ports import NewFile, Printer
    from onestop_desktop.application.services import Services

PLATFORM_PRINTERS: bool = sys.platform in ("win32", "darwin")
"""Where there is no CUPS, Qt knows the printers."""
__all__ = ["WindowOpening", "make_store_if_missing", "offscreen", "own_clock"]


class WindowOpening:
    """The port `Opening` over the settings of this run; `demo` names the demo desk it is, if any,
    `is_new` says that this run made the store.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime],
        demo: str = "",
        *,
        is_new: bool = False,
    ) -> None:
        self.demo, self.is_new = demo, is_new
        self._settings = settings
        self._clock = clock
        self.workstation = settings.workstation
        self.officer = settings.officer

    def now(self) -> datetime:
        """The desk's clock."""
        return self._clock()

    def first_page(self) -> tuple[DossierRow, ...]:
        """The first rows of the queue, by one plain read; none before somebody has signed in."""
        return () if self.has_accounts or self.is_new else first_page(self._settings.store)

    @property
    def has_accounts(self) -> bool:
        """Whether somebody has to sign in."""
        return has_accounts(self._settings.store)

    @property
    def is_demo(self) -> bool:
        """Whether it is a demo desk, thrown away or not."""
        return bool(self.demo or own_clock(self._settings.store))

    @property
    def lock_file(self) -> Path:
        """Beside the workstation's file, named by the store."""
        store = self._settings.store
        named = store if "://" in store else str(Path(store).resolve())
        digest = sha256(named.encode()).hexdigest()[:16]
        return self._settings.workstation_file.with_name(f"{digest}.lock")

    @property
    def password(self) -> str:
        """Beside `--as`, for who starts the window from a script."""
        return secret("ONESTOP_PASSWORD")

    def services(self) -> Services:
        """The services; the store is looked at by the first question."""
        from onestop_desktop.bootstrap import build_services  # noqa: PLC0415

        if self._settings.log_folder is not None:
            with suppress(OSError):  # a log that cannot be written hinders nobody's work
                open_log(self._settings.log_folder)
                note("opened", __version__)
        services = build_services(self._settings, self._clock)
        self.keep_ballast(services)
        return services

    def keep_ballast(self, services: Services) -> None:
        """Some room beside the store for the day its disk runs full; a demo needs none."""
        if not self.demo and Path(self._settings.store).is_file():
            services.store.keep_ballast()

    def warm_up(self) -> None:
        """Load what the first slip needs."""
        from onestop_desktop.forms.registry import warm_up  # noqa: PLC0415

        warm_up()

    def printers(self) -> tuple[str, ...]:
        """CUPS queues where there are any, else the platform's printers."""
        from onestop_desktop.devices.cups_printer import cups_queues  # noqa: PLC0415

        queues = cups_queues()
        if queues or not PLATFORM_PRINTERS:
            return queues
        from onestop_desktop.devices.qt_printer import qt_printers  # noqa: PLC0415

        return qt_printers()

    def printer_name(self, chosen: str) -> str:
        """The printer that will be used in a word, "" where there is none; a folder by its last part."""
        return Path(self.printer(chosen).name).name

    def printer(self, name: str) -> Printer:
        """A printer by name; the folder of `--print-to`; the PC's first one for ""."""
        from onestop_desktop.devices.cups_printer import CupsPrinter, cups_queues  # noqa: PLC0415
        from onestop_desktop.devices.folder_printer import FolderPrinter  # noqa: PLC0415

        if self._settings.print_to:
            return FolderPrinter(self._settings.print_to)
        if PLATFORM_PRINTERS:
            from onestop_desktop.devices.qt_printer import QtPrinter, qt_printers  # noqa: PLC0415

            return QtPrinter(name or next(iter(qt_printers()), ""))
        return CupsPrinter(name or next(iter(cups_queues()), ""))

    def draw_pages(self, pdf: bytes, pixels_per_point: float) -> Iterator[tuple[int, int, bytes]]:
        """Pixels of a PDF."""
        from onestop_desktop.devices.pixels import draw_pages  # noqa: PLC0415

        return draw_pages(pdf, pixels_per_point)

    def read_rows(self, path: Path) -> Iterator[tuple[Any, ...]]:
        """The rows of a spreadsheet or CSV file that somebody else made."""
        from onestop_desktop.devices.spreadsheet import read_rows  # noqa: PLC0415

        return read_rows(path)

    def new_file(self, path: Path) -> AbstractContextManager[NewFile]:
        """A private file written piece by piece."""
        from onestop_desktop.devices.folder_printer import new_file  # noqa: PLC0415

        return new_file(path)

    def sound(self, good: bool) -> bool:
        """One high tone or two low ones."""
        from onestop_desktop.devices.sounds import BAD, GOOD, play  # noqa: PLC0415

        return play(GOOD if good else BAD)

    def chime(self) -> bool:
        """Two falling tones."""
        from onestop_desktop.devices.sounds import CALL, play  # noqa: PLC0415

        return play(CALL)

    def listen(self, port: str, heard: Callable[[str], None]) -> Any:
        """A serial scanner at a port."""
        try:
            from onestop_desktop.devices.serial_scanner import SerialScanner  # noqa: PLC0415
        except ImportError as error:  # the extra `scanner` is not installed
            raise ScannerFailed(port=port) from error
        return SerialScanner(port, heard)

    def keep_workstation(self, workstation: Workstation) -> None:
        """Write the workstation's file."""
        self.workstation = workstation
        write_workstation(self._settings.workstation_file, workstation)

    def leave_behind(self, typed: dict[str, Any]) -> None:
        """Beside the workstation's file; nothing for {}."""
        file = self._left()
        if not typed:
            file.unlink(missing_ok=True)
            return
        write_private(file, json.dumps(typed, ensure_ascii=False).encode())

    def left_behind(self) -> dict[str, Any]:
        """What was left there; {} where nothing was, or nothing that can be read."""
        try:
            found = json.loads(self._left().read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _left(self) -> Path:
        return self._settings.workstation_file.with_name("do-dang.json")


def make_store_if_missing(settings: Settings, clock: Callable[[], datetime]) -> bool:
    """A window on a PC without a store makes one with the sample agency, to be set up; True if so."""
    if "://" in settings.store or Path(settings.store).exists() or lies_aside(settings.store):
        return False  # where a damaged one was put aside, a new one would give its numbers again
    from onestop_desktop.application.create_desk import CreateDesk  # noqa: PLC0415
    from onestop_desktop.bootstrap import build_services  # noqa: PLC0415

    services = build_services(settings, clock)
    services.create_desk(CreateDesk())
    services.store.close()
    return True


def offscreen() -> None:
    """Let Qt draw without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
