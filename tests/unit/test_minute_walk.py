"""The clock against a second, independent one on random calendars, terms, receptions and pauses.

`check.py --long` walks 100,000 cases from a seed of the moment, printed; the gate 2,000 of them.
"""

import os
import random
import sys
import time as wall
from datetime import date, datetime, time, timedelta

import pytest

from onestop_desktop.domain.calendar import OfficeHours, WorkingCalendar
from onestop_desktop.domain.deadline import ClockRules, DayRule, Pause, TermRules, appoint
from onestop_desktop.domain.moments import at
from onestop_desktop.domain.terms import Term, TermKind
from tests.unit.minute_walk import DAY, Pauses, World, due, start_of

LONG = bool(os.environ.get("ONESTOP_LONG"))
CASES, SHARES = (100_000 if LONG else 2_000), 4
CASES_A_WORLD = 50
SEED = wall.time_ns() if LONG else 1591
WORLD_DAYS, RECEIVED_BY, PAUSED_BY, LONGEST_PAUSE = 150, 40, 70, 4 * DAY
CUTOFF = 15 * 60
EDGES = (0, 420, 450, 480, 690, 720, 780, 810, 900, 1020)
KINDS = ("at once", "same day", "working hours", "working days", "calendar days")


def make_world(chance: random.Random) -> World:
    """Offices that work two or three stretches, seven hours or eight, or one morning; days off in rows."""
    usual = chance.choice((((450, 690), (780, 1020)), ((420, 690), (810, 1020)), ((480, 720),)))
    days: list[tuple[tuple[int, int], ...]] = []
    for day in range(WORLD_DAYS):
        weekend = day % 7 in (5, 6)
        if chance.random() < (0.9 if weekend else 0.1):
            days.append(())
        elif chance.random() < 0.15:
            cuts = sorted(chance.sample(range(360, 1140), 2 * chance.randint(1, 3)))
            days.append(tuple(zip(cuts[::2], cuts[1::2], strict=True)))
        else:
            days.append(usual)
    return World(tuple(days))


def as_calendar(world: World, first: date, chance: random.Random) -> WorkingCalendar:
    """The same days as rows of office hours, with some that are open but do not count."""
    hours = []
    for number, stretches in enumerate(world.worked):
        day = first + timedelta(number)
        for opens, closes in stretches:
            hours.append(_row(day, opens, closes))
        if not stretches and chance.random() < 0.3:
            hours.append(_row(day, 480, 660, counts=False))
    years = {year: True for year in range(first.year, first.year + 3)}
    return WorkingCalendar(tuple(hours), {}, years)


def _row(day: date, opens: int, closes: int, *, counts: bool = True) -> OfficeHours:
    return OfficeHours(
        day.isoweekday(), _clock(opens), _clock(closes), counts=counts, from_on=day, to_on=day
    )


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))


def _pause(chance: random.Random) -> tuple[int, int]:
    """Anywhere, or from and to where rules meet: midnights, openings, closings."""
    begins = chance.randrange(PAUSED_BY * DAY)
    ends = begins + chance.randint(1, LONGEST_PAUSE)
    if chance.random() < 0.4:
        begins = begins // DAY * DAY + chance.choice(EDGES)
        ends = (begins // DAY + chance.randint(1, 4)) * DAY + chance.choice(EDGES)
    return begins, ends


class Case:
    """One question, asked of both clocks."""

    def __init__(self, chance: random.Random) -> None:
        self.kind = chance.choice(KINDS)
        most = {"working hours": 60, "working days": 12, "calendar days": 20}.get(self.kind, 0)
        self.halves = 2 * chance.randint(1, most) if most else 0
        if self.kind == "working days" and chance.random() < 0.3:
            self.halves -= 1
        self.received = chance.randrange(RECEIVED_BY * DAY)
        if chance.random() < 0.2:  # where rules meet
            self.received = self.received // DAY * DAY + chance.choice(EDGES)
        self.pauses: Pauses = tuple(_pause(chance) for _ in range(chance.randint(0, 3)))
        self.due_cutoff, self.start_cutoff = chance.random() < 0.8, chance.random() < 0.3
        self.same_time = chance.random() < 0.3

    def walked(self, world: World) -> int:
        """The slow clock's answer."""
        return due(
            world,
            self.kind,
            self.halves,
            self.received,
            pauses=self.pauses,
            due_cutoff=self.due_cutoff,
            start_cutoff=self.start_cutoff,
            same_time=self.same_time,
        )

    def reckoned(self, calendar: WorkingCalendar, first: date, **other: int) -> int:
        """The program's answer; `other` halves or another reception."""
        midnight = at(first, time())

        def moment(minute: int) -> datetime:
            return midnight + timedelta(minutes=minute)

        term = Term(TermKind(self.kind), other.get("halves", self.halves))
        rule = DayRule.SAME_CLOCK_TIME if self.same_time else DayRule.CLOSE_OF_DAY
        answer: datetime = appoint(
            TermRules(term, due_cutoff=self.due_cutoff, start_cutoff=self.start_cutoff),
            moment(other.get("received", self.received)),
            calendar,
            ClockRules(day_rule=rule),
            pauses=tuple(Pause(moment(begins), moment(ends)) for begins, ends in self.pauses),
        ).due_at
        return int((answer - midnight).total_seconds()) // 60


@pytest.mark.parametrize("share", range(SHARES))
def test_both_clocks_agree_on_every_case(share: int) -> None:
    sys.stdout.write(f"seed {SEED}, share {share}\n")
    chance = random.Random(SEED * SHARES + share)
    for _ in range(CASES // SHARES // CASES_A_WORLD):
        world = make_world(chance)
        first = date(2019, 1, 1) + timedelta(chance.randrange(2500))
        calendar = as_calendar(world, first, chance)
        for _ in range(CASES_A_WORLD):
            case = Case(chance)
            answer = case.reckoned(calendar, first)
            assert answer == case.walked(world), vars(case)
            _holds(case, world, calendar, first, answer, chance)


def _holds(
    case: Case,
    world: World,
    calendar: WorkingCalendar,
    first: date,
    answer: int,
    chance: random.Random,
) -> None:
    """What must hold of every due time."""
    assert world.runs(answer) or world.runs(answer - 1), vars(case)
    assert answer >= case.received, vars(case)
    later = case.received + chance.randint(1, 3 * DAY)
    # Nobody pauses what has not begun: a pause from before the start makes it a new reception.
    begun = start_of(world, later, CUTOFF, case.start_cutoff)
    if all(begins > begun for begins, _ in case.pauses):
        assert case.reckoned(calendar, first, received=later) >= answer, (vars(case), later)
    if case.halves:
        assert case.reckoned(calendar, first, halves=case.halves + 2) >= answer, vars(case)


def test_a_pause_moves_an_hour_term_by_the_minutes_it_took() -> None:
    chance = random.Random(SEED)
    for _ in range(20):
        world = make_world(chance)
        first = date(2024, 2, 1)
        calendar = as_calendar(world, first, chance)
        case = Case(chance)
        case.kind, case.halves, case.pauses = "working hours", 2 * chance.randint(2, 60), ()
        plain = case.reckoned(calendar, first)
        running = [m for m in range(case.received, plain) if world.runs(m)]
        begins = chance.choice(running)
        ends = begins + chance.randint(1, LONGEST_PAUSE)
        taken = sum(world.runs(minute) for minute in range(begins, ends))
        case.pauses = ((begins, ends),)
        paused = case.reckoned(calendar, first)
        assert sum(world.runs(minute) for minute in range(plain, paused)) == taken
