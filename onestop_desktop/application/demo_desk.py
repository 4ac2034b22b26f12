"""Make a demo desk: the commune's 2021, or a desk of today, through the desk's own use cases.

One transaction from the empty store to the last return: it is there as a whole or not at all.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from onestop_desktop.application import demo_2021, demo_today
from onestop_desktop.application.create_desk import (
    CreateDesk,
    ReadResource,
    fill_desk,
    shipped_calendar,
)
from onestop_desktop.application.demo_accounts import add_demo_accounts
from onestop_desktop.application.demo_acts import Acts
from onestop_desktop.application.demo_lives import Town
from onestop_desktop.application.demo_play import CalledOff, Commune, Hours, play
from onestop_desktop.application.ports import DrawSecret, Passwords, Store, UnitOfWork
from onestop_desktop.application.progress import Progress, go_on

DEMOS = {"2021": demo_2021, "today": demo_today}
"""Each says `UNTIL`, where its clock stands unless told otherwise, its `first_day`, its `lives`."""


@dataclass(frozen=True, slots=True)
class MakeDemo:
    """The order: `2021`, whose clock stands at 09:30 on 3 August 2021; or `today`, standing `at`
    (None: at its own moment).
    """

    profile: str = "2021"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DemoMade:
    """How many dossiers it has, and where its clock stands."""

    profile: str
    dossiers: int
    at: datetime


def make_demo(
    order: MakeDemo,
    *,
    store: Store,
    draw_secret: DrawSecret,
    passwords: Passwords,
    read_resource: ReadResource,
    set_clock: Callable[[datetime], None],
    progress: Progress = go_on,
) -> DemoMade | None:
    """Make the store (StoreExists); `set_clock` moves the clock it reads. None where called off."""
    calendar = shipped_calendar(read_resource).working()
    hours, demo = Hours(calendar), DEMOS[order.profile]
    until = order.at if order.at and order.profile == "today" else demo.UNTIL
    try:
        with store.create() as uow:
            set_clock(hours.calendar.counting(demo.first_day(hours, until))[0].start)
            fill_desk(CreateDesk(order.profile, demo_clock=True), uow, read_resource)
            town = _town(uow, hours, draw_secret, read_resource)
            lives = demo.lives(town, until)
            play(lives, set_clock=set_clock, until=until, progress=progress)
            add_demo_accounts(uow, passwords)
            uow.commit()
    except CalledOff:
        return None
    set_clock(until)
    return DemoMade(order.profile, len(town.acts.codes), until)


def _town(
    uow: UnitOfWork, hours: Hours, draw_secret: DrawSecret, read_resource: ReadResource
) -> Town:
    people = list(csv.DictReader(read_resource("demo/names.csv").splitlines()))
    rows = csv.DictReader(read_resource("demo/hamlets.csv").splitlines())
    procedures = uow.catalogue.all_in_force(uow.now().date())
    commune = Commune(people, [row["name"] for row in rows], procedures)
    return Town(Acts(uow, draw_secret), hours, commune)
