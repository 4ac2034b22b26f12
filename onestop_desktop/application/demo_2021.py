"""The reference desk: what a commune's one-stop desk settled from January to the third of August 2021.

1,591 dossiers, every one early or on time, and a handful still open. The same seed, the same year.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from onestop_desktop.application.demo_acts import DESK, SECOND_DESK
from onestop_desktop.application.demo_lives import (
    Town,
    cash_handed,
    certification,
    days_closed,
    delegated,
    ordinary,
    with_payment,
)
from onestop_desktop.application.demo_play import Hours, Life
from onestop_desktop.application.sample_orders import LEADER, SEED, SPECIALIST
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at as moment_at

SETTLED = 1591
FIRST, LAST = date(2021, 1, 4), date(2021, 8, 3)
UNTIL = moment_at(LAST, time(9, 30))
SIGNED_BY = UNTIL - timedelta(minutes=4)
"""The last of the 1,591 is signed by then."""
QUICK_FROM = date(2021, 7, 28)
"""From then on only what is settled the same day belongs to the 1,591."""
TET = (date(2021, 1, 25), date(2021, 2, 9))
SCHOOL = (date(2021, 5, 24), date(2021, 6, 30))
_CERTIFIED = 0.745
_WEEK = (1.45, 1.05, 1.0, 0.95, 0.9)
SAME_DAY = {"1.001193": 5.0, "2.000635": 5.0, "1.000656": 2.0, "1.000894": 1.4, "1.010041": 3.0}
ORDINARY = {
    **SAME_DAY,
    "1.004873": 5.0,
    "1.004859": 1.0,
    "1.004884": 0.8,
    "1.001022": 0.3,
    "1.001776": 1.6,
    "1.001731": 0.7,
    "1.014137": 0.5,
    "1.004194": 1.2,
    "1.003197": 0.6,
    "1.010039": 0.8,
    "1.001612": 0.4,
    "1.004837": 0.2,
}
_AWAY = (
    Delegation("18/QĐ-UBND", SPECIALIST, LEADER, date(2021, 3, 15), date(2021, 3, 19)),
    Delegation("47/QĐ-UBND", DESK, LEADER, date(2021, 6, 21), date(2021, 6, 25), ("2.000815",)),
)
"""When the leader was away, and who signed for him."""


def busy(day: date) -> float:
    """How many come that day, beside the others: more on Mondays, before Tết, when schools enrol."""
    much = _WEEK[day.weekday()]
    if TET[0] <= day <= TET[1]:
        much *= 1.6
    elif SCHOOL[0] <= day <= SCHOOL[1]:
        much *= 1.25
    elif TET[1] < day <= TET[1] + timedelta(17):
        much *= 0.7
    return much * 0.45 if day == LAST else much


def first_day(_hours: Hours, _until: datetime) -> date:
    """The day on which the desk is opened."""
    return FIRST


def lives(town: Town, _until: datetime = UNTIL) -> Iterator[tuple[datetime, Life]]:
    """Everything that happens at the desk, each with the moment at which it begins."""
    chance = random.Random(SEED)  # noqa: S311 - made-up people guard nothing
    hours = town.hours
    days = hours.working_days(FIRST, LAST)
    for number, day in enumerate(hours.visits(days, busy, SETTLED, chance)):
        own = random.Random(f"{SEED}:{number}")  # noqa: S311
        at = hours.visit(day, own, SIGNED_BY - timedelta(minutes=30))
        yield at, _life(town, at, own)
    for each in _AWAY:
        before = hours.calendar.next_counting(moment_at(each.from_on - timedelta(3), time(7, 50)))
        yield before, delegated(town, each)
    fridays = [day for day in days if hours.calendar.next_working(day) - day > timedelta(1)]
    evenings = [hours.calendar.close_of(day) - timedelta(minutes=12) for day in fridays]
    yield evenings[0], cash_handed(town, evenings)
    closings = [hours.calendar.close_of(day) - timedelta(minutes=5) for day in days[:-1]]
    yield closings[0], days_closed(town, closings)
    yield from _still_open(town)


def _life(town: Town, at: datetime, chance: random.Random) -> Life:
    if chance.random() < _CERTIFIED:
        return certification(town, at, chance)
    kinds = SAME_DAY if at.date() >= QUICK_FROM else ORDINARY
    procedure = chance.choices(list(kinds), list(kinds.values()))[0]
    return ordinary(town, at, chance, procedure, SIGNED_BY)


def _still_open(town: Town) -> Iterator[tuple[datetime, Life]]:
    """What lies at the desk when its clock stands still: some of it came this morning."""
    for number, (day, clock, procedure, ways) in enumerate(_OPEN):
        at = moment_at(date(2021, *day), time.fromisoformat(clock))
        chance = random.Random(f"{SEED}:open:{number}")  # noqa: S311
        order = town.commune.order(procedure, at.date(), chance)
        # Who sits at this desk may settle what the other counter received.
        officer = SECOND_DESK if number % 2 else DESK
        yield at, _lies(town, with_payment(order), officer, ways)


def _lies(
    town: Town, order: dict[str, Any], officer: str, ways: tuple[tuple[Step, float], ...]
) -> Life:
    """Received, then those steps, each so many worked minutes after the one before."""
    dossier = town.acts.receive(order, officer)
    work = town.acts.work_on(dossier)
    done: dict[Step, Callable[[], None]] = {
        Step.HAND_OVER: partial(work.hand_over, officer),
        Step.ACCEPT: work.accept,
        Step.PROPOSE: work.propose,
        Step.ASK_SUPPLEMENT: work.ask_supplement,
    }
    for step, minutes in ways:
        yield town.hours.after(town.acts.now(), minutes)
        done[step]()


_GIVEN = ((Step.HAND_OVER, 35.0),)
_TAKEN = (*_GIVEN, (Step.ACCEPT, 50.0))
_OPEN: tuple[tuple[tuple[int, int], str, str, tuple[tuple[Step, float], ...]], ...] = (
    ((7, 28), "08:40:21", "1.001776", _TAKEN),
    ((7, 30), "09:12:05", "1.004884", (*_TAKEN, (Step.PROPOSE, 540.0))),
    ((8, 2), "08:21:40", "1.004873", (*_TAKEN, (Step.ASK_SUPPLEMENT, 40.0))),
    ((8, 2), "10:02:11", "1.004859", (*_TAKEN, (Step.PROPOSE, 300.0))),
    ((8, 2), "15:18:33", "1.001193", (*_TAKEN, (Step.PROPOSE, 30.0))),
    ((8, 2), "16:05:02", "1.001612", _TAKEN),
    ((8, 3), "07:52:48", "1.000656", _TAKEN),
    ((8, 3), "08:44:09", "1.004873", _GIVEN),
    ((8, 3), "09:17:26", "1.001731", ()),
    ((8, 3), "09:30:00", "2.000635", ()),
)
"""Day and hour of reception, procedure, how far it has come."""
