"""Throw-away desks of made-up people: the two demo desks, the small sample of a day."""

from __future__ import annotations

import atexit
import csv
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desktop.clocks import RunningClock, StandingClock
from onestop_desktop.opening import WindowOpening

if TYPE_CHECKING:
    from onestop_desktop.application.progress import Progress
    from onestop_desktop.settings import Settings

DEMO_AT = "2021-08-03T09:30:00"
"""Where the sample desk's own clock stands when it is opened: Tuesday 3 August 2021, 09:30."""
DEMOS = ("2021", "today")
"""The demo desks, the reference desk first."""
SAMPLE_OFFICER, SAMPLE_COUNTER = "Vũ Thị Hường", "Quầy 1"


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
        passwords=services.passwords,
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
        log_folder=folder / "log",
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
