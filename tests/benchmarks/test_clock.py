"""The legal clock: 10,000 due times on a prepared calendar, and a change of it under 5,000 open dossiers."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter

from onestop_desktop.application.change_calendar import ChangeCalendar
from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.deadline import ClockRules, TermRules, appoint
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.terms import read_term
from tests.benchmarks.conftest import Table
from tests.support.desk import OFFICER, Desk, plain_order
from tests.unit.shipped import calendar

TERMS = (
    *("same day", "3 working days", "5 working days", "10 working days", "8 working hours"),
    *("15 calendar days", "0.5 working days", "1 months"),
)
DUE_TIMES, GOAL_S, OPEN = 10_000, 0.5, 5_000


def test_ten_thousand_due_times(table: Table) -> None:
    chance = random.Random(1591)
    first = read_moment("2026-01-05T08:00:00")
    rules = [TermRules(read_term(term)) for term in TERMS]
    moments = [first + timedelta(minutes=chance.randrange(300 * 1440)) for _ in range(DUE_TIMES)]
    prepared, clock = calendar(), ClockRules()
    for moment in moments[:500]:
        appoint(rules[0], moment, prepared, clock)
    begun = perf_counter()
    for at, moment in enumerate(moments):
        appoint(rules[at % len(rules)], moment, prepared, clock)
    taken = perf_counter() - begun
    table.add("clock", "10,000 due times with their why", f"{taken:.2f} s", f"<= {GOAL_S} s")
    assert taken <= GOAL_S


def test_a_day_off_under_five_thousand_open_dossiers(sqlite_desk: Desk, table: Table) -> None:
    orders = (ReceiveDossier(plain_order(request_id=f"r{at}"), OFFICER) for at in range(OPEN))
    sqlite_desk.services.receive_dossiers(orders, lambda _order: None)
    rows = sqlite_desk.services.read_calendar()
    storm = SpecialDay(date(2026, 11, 27), True, "Nghỉ tránh bão")
    after = replace(rows, days=(*rows.days, storm))
    told: list[float] = []
    begun = perf_counter()

    def go_on(_done: int, _whole: int) -> bool:
        told.append(perf_counter())
        return True

    look = sqlite_desk.services.look_at_calendar(rows, after, go_on)
    looked = perf_counter() - begun
    assert len(look.moved) == OPEN
    gaps = [later - earlier for earlier, later in pairwise(told)]
    begun = perf_counter()
    sqlite_desk.services.change_calendar(ChangeCalendar(after, "Bão", OFFICER, look.mark))
    kept = perf_counter() - begun
    table.add("clock", "5,000 open dossiers looked through", f"{looked:.2f} s")
    table.add("clock", "longest wait between two words of progress", f"{max(gaps) * 1000:.0f} ms")
    table.add("clock", "the change kept, an entry each", f"{kept:.2f} s")
    assert sqlite_desk.services.verify().ok
