"""A desk of today after the mergers: six weeks of dossiers, with every trouble a desk can have.

Where the reference desk shows a year without one late dossier, here every screen has something to
show: lateness with and without an apology, pauses, refusals, stops, refunds, spoilt numbers.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from onestop_desktop.application.demo_acts import DESK
from onestop_desktop.application.demo_delays import DELAYS
from onestop_desktop.application.demo_lives import (
    Town,
    cash_handed,
    certification,
    days_closed,
    delegated,
    ordinary,
)
from onestop_desktop.application.demo_play import Hours, Life
from onestop_desktop.application.demo_troubles import TROUBLES, turned_away
from onestop_desktop.application.sample_orders import LEADER, SEED, SPECIALIST
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.moments import at as moment_at

UNTIL = moment_at(date(2026, 11, 25), time(9, 30))
DAYS, VISITS = 30, 330
_CERTIFIED = 0.7
_WEEK = (1.4, 1.05, 1.0, 0.95, 0.9, 0.6, 0.6)
ORDINARY = {
    "1.001193": 3.0,
    "2.000635": 4.0,
    "1.000656": 1.5,
    "1.000894": 1.0,
    "1.010041": 2.0,
    "1.004873": 4.0,
    "1.004859": 1.0,
    "1.004884": 0.7,
    "1.001776": 1.2,
    "1.014027": 1.5,
    "1.004222": 1.5,
    "1.004194": 1.5,
    "1.001612": 1.0,
    "3.000722": 1.0,
    "1.012796": 0.7,
    "1.001699": 0.5,
}


def _days(hours: Hours, until: datetime) -> list[date]:
    """The working days the desk has been open, the last one begun half an hour before `until`."""
    days = hours.working_days(until.date() - timedelta(3 * DAYS), until.date())
    begun = until - timedelta(minutes=30)
    return [day for day in days if hours.calendar.counting(day)[0].start < begun][-DAYS:]


def first_day(hours: Hours, until: datetime) -> date:
    """The day on which the desk is opened."""
    return _days(hours, until)[0]


def lives(town: Town, until: datetime) -> Iterator[tuple[datetime, Life]]:
    """Everything that happens at the desk, each with the moment at which it begins."""
    chance = random.Random(SEED)  # noqa: S311 - made-up people guard nothing
    hours, days = town.hours, _days(town.hours, until)
    for number, day in enumerate(hours.visits(days, _busy, VISITS, chance)):
        own = random.Random(f"{SEED}:today:{number}")  # noqa: S311
        at = hours.visit(day, own, until)
        yield at, _life(town, at, own)
    for number, (back, trouble) in enumerate((*DELAYS, *TROUBLES)):
        own = random.Random(f"{SEED}:trouble:{number}")  # noqa: S311
        day = days[max(0, len(days) - 1 - back)]
        at = hours.visit(day, own, until - timedelta(minutes=5))
        yield at, trouble(town, at, own)
    yield from _of_the_desk(town, days)
    if hours.calendar.is_open(until) and hours.calendar.is_working(until.date()):
        # Somebody stands at the counter: the clock goes on from here.
        yield until, ordinary(town, until, chance, "1.004873")


def _of_the_desk(town: Town, days: list[date]) -> Iterator[tuple[datetime, Life]]:
    """What hangs on no dossier: delegations, the till, people who could not be received."""
    first, middle = days[0], days[len(days) // 2]
    away = (
        Delegation("103/QĐ-UBND", SPECIALIST, LEADER, days[4], days[6]),
        Delegation("118/QĐ-UBND", DESK, LEADER, middle, days[-1] + timedelta(5), ("2.000884",)),
    )
    for each in away:
        yield moment_at(first, time(8, 5)), delegated(town, each)
    evenings = [town.hours.calendar.close_of(day) - timedelta(minutes=12) for day in days[4:-1:5]]
    yield evenings[0], cash_handed(town, evenings)
    closings = [town.hours.calendar.close_of(day) - timedelta(minutes=5) for day in days[:-1]]
    yield closings[0], days_closed(town, closings)
    yield moment_at(days[-2], time(8, 15)), turned_away(town, days[-2])


def _busy(day: date) -> float:
    return _WEEK[day.weekday()]


def _life(town: Town, at: datetime, chance: random.Random) -> Life:
    if chance.random() < _CERTIFIED:
        return certification(town, at, chance)
    return ordinary(town, at, chance, chance.choices(list(ORDINARY), list(ORDINARY.values()))[0])
