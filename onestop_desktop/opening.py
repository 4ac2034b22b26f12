"""How the window gets at everything outside its room; heavy parts are loaded when first asked for."""

from __future__ import annotations

import atexit
import csv
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onestop_desktop.clocks import RunningClock, StandingClock
from onestop_desktop.devices.folder_printer import write_private
from onestop_desktop.domain.errors import ScannerFailed
from onestop_desktop.persistence.aside import lies_aside
from onestop_desktop.persistence.first_page import first_page, own_clock
from onestop_desktop.settings import Settings, Workstation, write_workstation

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow
    from onestop_desktop.application.ports import NewFile, Printer
    from onestop_desktop.application.progress import Progress
    from onestop_desktop.application.services import Services

PLATFORM_PRINTERS: bool = sys.platform in ("win32", "darwin")
"""Where there is no CUPS, Qt knows the printers."""
DEMO_AT = "2021-08-03T09:30:00"
"""Where the sample desk's own clock stands when it is opened: Tuesday 3 August 2021, 09:30."""
DEMOS = ("2021", "today")
"""The demo desks, the reference desk first."""
SAMPLE_OFFICER, SAMPLE_COUNTER = "Vũ Thị Hường", "Quầy 1"
__all__ = [
    "DEMOS",
    "DEMO_AT",
    "WindowOpening",
    "demo_opening",
    "make_sample_desk",
    "make_store_if_missing",
    "offscreen",
    "own_clock",
]


class WindowOpening:
    """The port `Opening` over the settings of this run; `demo` names the demo desk it is, if any."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime], demo: str = "") -> None:
        self.demo = demo
        self._settings = settings
        self._clock = clock
        self.workstation = settings.workstation
        self.officer = settings.officer

    def now(self) -> datetime:
        """The desk's clock."""
        return self._clock()

    def first_page(self) -> tuple[DossierRow, ...]:
        """The first rows of the queue, by one plain read."""
        return first_page(self._settings.store)

    def services(self) -> Services:
        """The services; the store is looked at by the first question."""
        from onestop_desktop.bootstrap import build_services  # noqa: PLC0415

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

    def new_file(self, path: Path) -> AbstractContextManager[NewFile]:
        """A private file written piece by piece."""
        from onestop_desktop.devices.folder_printer import new_file  # noqa: PLC0415

        return new_file(path)

    def sound(self, good: bool) -> bool:
        """One high tone or two low ones."""
        from onestop_desktop.devices.sounds import BAD, GOOD, play  # noqa: PLC0415

        return play(GOOD if good else BAD)

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


def make_store_if_missing(settings: Settings, clock: Callable[[], datetime]) -> None:
    """A window on a PC without a store makes one with the sample agency, to be set up."""
    if "://" in settings.store or Path(settings.store).exists() or lies_aside(settings.store):
        return  # where a damaged one was put aside, a new one would give its numbers again
    from onestop_desktop.application.create_desk import CreateDesk  # noqa: PLC0415
    from onestop_desktop.bootstrap import build_services  # noqa: PLC0415

    build_services(settings, clock).create_desk(CreateDesk())


def demo_opening(
    settings: Settings, which: str, progress: Progress | None = None
) -> WindowOpening | None:
    """A throw-away demo desk, made here and now (some seconds), its own clock running on from there.

    None where `progress` called it off.
    """
    from onestop_desktop.application import demo_desk  # noqa: PLC0415
    from onestop_desktop.application.progress import go_on  # noqa: PLC0415
    from onestop_desktop.bootstrap import build_services, read_resource  # noqa: PLC0415

    settings = _thrown_away(settings)
    clock = StandingClock()
    services = build_services(settings, clock)
    made = demo_desk.make_demo(
        demo_desk.MakeDemo(which),
        store=services.store,
        draw_secret=services.draw_secret,
        read_resource=read_resource,
        set_clock=lambda moment: clock.set(moment.isoformat()),
        progress=progress or go_on,
    )
    services.store.close()
    if made is None:
        return None
    at = made.at.isoformat()
    return WindowOpening(replace(settings, at=at), RunningClock(at), which)


def _thrown_away(settings: Settings, at: str = "") -> Settings:
    """The same run over a folder that goes with it: store, workstation, printed paper."""
    folder = Path(tempfile.mkdtemp(prefix="onestop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    station = replace(settings.workstation, officer=SAMPLE_OFFICER, counter=SAMPLE_COUNTER)
    return replace(
        settings,
        store=str(folder / "desk.sqlite"),
        at=at,
        officer=settings.officer or station.officer,
        workstation=station,
        workstation_file=folder / "workstation.json",
        print_to=settings.print_to or str(folder / "giay-in"),
    )


def make_sample_desk(settings: Settings) -> tuple[Settings, Callable[[], datetime]]:
    """A throw-away desk of 30 made-up dossiers and its own running clock, marked as such."""
    from onestop_desktop.application.create_desk import CreateDesk  # noqa: PLC0415
    from onestop_desktop.application.receiving import ReceiveDossier  # noqa: PLC0415
    from onestop_desktop.application.sample_orders import (  # noqa: PLC0415
        sample_orders,
        sample_steps,
    )
    from onestop_desktop.application.stepping import TakeStep  # noqa: PLC0415
    from onestop_desktop.bootstrap import build_services, read_resource  # noqa: PLC0415

    at = settings.at or DEMO_AT
    settings = _thrown_away(settings, at)
    station = settings.workstation
    clock = StandingClock(at)
    services = build_services(settings, clock)
    until = clock()
    clock.set((until - timedelta(365)).isoformat())
    services.create_desk(CreateDesk("2021", demo_clock=True))
    desk = services.view_desk()
    orders = sample_orders(
        list(csv.DictReader(read_resource("demo/names.csv").splitlines())),
        [row["name"] for row in csv.DictReader(read_resource("demo/hamlets.csv").splitlines())],
        desk.procedures,
        desk.calendar,
        until=until,
    )
    codes = []
    for order in orders:
        clock.set(order.at.isoformat())
        wanted = ReceiveDossier(order.facts, station.officer, station.counter)
        codes.append(services.receive_dossier(wanted).dossier.code)
    clock.set(until.isoformat())
    for code, step, who, facts in sample_steps(codes, station.officer):
        services.take_step(TakeStep(code, step, facts, who))
    services.store.close()
    return settings, RunningClock(at)


def offscreen() -> None:
    """Let Qt draw without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
