"""The board's figures against the journal counted anew, for random desks: the identity holds in every period."""

import re
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import event

from onestop_desktop.application.read_board import FIGURES
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.moments import read_moment
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, plain_order
from tests.support.random_desk import live
from tests.support.recount import recount

FIRST = date(2026, 11, 25)


def check(desk: Desk, first: date, last: date) -> None:
    """Every figure of a period, its list, and how they add up."""
    counter, mine = desk.services.counter, recount(desk)
    period = counter.read_period(first, last)
    figures, expected = period.figures, mine.figures(first, last)
    assert {name: getattr(figures, name) for name in expected} == expected
    assert period.open == mine.open_at(last)
    assert period.carried == mine.open_at(first - timedelta(1))
    assert period.carried + figures.received == (
        figures.settled + figures.not_counted + period.open
    )
    for name in FIGURES:
        listed = counter.list_behind(name, first, last)
        assert len(listed) == getattr(figures, name), name
        assert len({row.code for row in listed}) == len(listed)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=some.integers(0, 10**6), days=some.lists(some.integers(0, 60), min_size=2, max_size=2))
def test_figures_of_a_random_desk_are_those_of_its_journal(
    sqlite_desk: Desk, seed: int, days: list[int]
) -> None:
    live(sqlite_desk, Random(seed), steps=60)
    today = sqlite_desk.clock().date()
    first, last = sorted(min(FIRST + timedelta(day), today) for day in days)
    check(sqlite_desk, first, last)
    check(sqlite_desk, FIRST.replace(month=1, day=1), today)
    assert sqlite_desk.services.verify().ok


def test_parts_by_procedure_and_officer_add_up_to_the_whole(desk: Desk) -> None:
    live(desk, Random(7), steps=150)
    board = desk.services.counter.read_board()
    for parts in (board.procedures, board.officers):
        assert sum(part.figures.received for part in parts) == board.year.received
        assert sum(part.figures.settled for part in parts) == board.year.settled
        assert sum(part.figures.late for part in parts) == board.year.late
    first, today = board.at.date().replace(month=1, day=1), board.at.date()
    for part in board.officers:
        listed = desk.services.counter.list_behind("settled", first, today, officer=part.key)
        assert len(listed) == part.figures.settled
    for part in board.procedures:
        listed = desk.services.counter.list_behind("received", first, today, procedure=part.key)
        assert len(listed) == part.figures.received
    assert sum(hour[1] for hour in board.hours) == board.day.received
    assert sum(hour[2] for hour in board.hours) == board.day.settled


def settle(desk: Desk, code: str, officer: str = SPECIALIST) -> None:
    desk.step(code, "propose", officer, decision="Đồng ý")
    desk.step(code, "settle", LEADER)


def test_late_with_and_without_apology_and_a_promise_missed_are_counted_apart(desk: Desk) -> None:
    late, told, missed = (desk.receive(order=plain_order()).dossier for _ in range(3))
    desk.clock.set("2026-11-27T10:00")
    promise = {"new_promised_at": "2026-12-02T10:00", "reason": "Máy chủ hỏng"}
    desk.step(told.code, "extend", OFFICER, **promise)
    desk.clock.set("2026-11-30T16:55")
    assert missed.due_at == read_moment("2026-11-30T17:00")
    settle(desk, missed.code)
    desk.clock.set("2026-12-01T09:00")
    board = desk.services.counter.read_board()
    assert [each.row.code for each in board.now.late] == [late.code]
    assert [each.row.code for each in board.now.late_apologised] == [told.code]
    settle(desk, late.code)
    settle(desk, told.code)
    year = desk.services.counter.read_board().year
    assert (year.settled, year.on_time, year.late, year.late_apologised) == (3, 1, 2, 1)
    assert year.missed == 1
    assert year.share == 33.3
    assert desk.services.verify().ok


def test_a_settlement_taken_back_is_counted_no_more_and_the_first_one_counts(desk: Desk) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    settle(desk, code)
    desk.step(code, "undo", LEADER)
    today = FIRST
    assert desk.services.counter.read_period(today, today).figures.settled == 0
    desk.step(code, "settle", LEADER)
    desk.clock.set("2026-12-08T09:00")
    desk.step(code, "send_back", LEADER, reason="Sai tên")
    settle(desk, code)
    period = desk.services.counter.read_period(today, date(2026, 12, 8))
    assert (period.figures.settled, period.figures.early, period.figures.late) == (1, 1, 0)
    check(desk, today, date(2026, 12, 8))


def test_a_settled_dossier_reopened_and_withdrawn_stays_settled_and_is_not_counted_twice(
    desk: Desk,
) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    settle(desk, code)
    desk.clock.set("2026-11-26T09:00")
    desk.step(code, "send_back", LEADER, reason="Sai tên")
    desk.step(code, "withdraw", reason="Đổi ý")
    today = date(2026, 11, 26)
    figures = desk.services.counter.read_period(FIRST, today).figures
    assert (figures.settled, figures.not_counted) == (1, 0)
    check(desk, FIRST, today)
    check(desk, today, today)


def test_a_settlement_counts_for_who_worked_it_out_a_reception_for_who_took_it(desk: Desk) -> None:
    settle(desk, desk.receive(order=plain_order()).dossier.code)
    parts = desk.services.counter.read_board().officers
    counted = {part.key: (part.figures.received, part.figures.settled) for part in parts}
    assert counted == {OFFICER: (1, 0), SPECIALIST: (0, 1)}


def test_overdue_is_judged_at_the_end_of_the_period_and_not_today(desk: Desk) -> None:
    desk.receive(order=plain_order())  # due on 30 November
    desk.clock.set("2026-12-03T09:00")
    ends = {day: desk.services.counter.read_period(FIRST, day).overdue for day in _around_due()}
    assert ends == dict(zip(_around_due(), (0, 0, 1, 1), strict=True))


def _around_due() -> tuple[date, ...]:
    return FIRST, date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 3)


def test_day_month_and_year_of_the_board_begin_where_they_say(desk: Desk) -> None:
    for at in ("2026-11-30T09:00", "2026-12-01T09:00", "2026-12-02T10:00"):
        desk.clock.set(at)
        desk.receive(order=plain_order())
    settle(desk, desk.receive(order=plain_order()).dossier.code)
    board = desk.services.counter.read_board()
    assert [board.of(name).received for name in ("day", "month", "year")] == [2, 3, 4]
    desk.clock.set("2026-12-02T14:30")
    desk.receive(order=plain_order())
    hours = {hour: (received, settled) for hour, received, settled in board.hours}
    assert hours[10] == (2, 1)
    assert desk.services.counter.read_board(parts="day").procedures[0].figures.received == 3
    assert desk.services.counter.read_board(parts="month").procedures[0].figures.received == 4
    assert desk.services.counter.read_board().hours[-1][0] == 16
    assert (14, 1, 0) in desk.services.counter.read_board().hours


def test_the_procedure_most_settled_stands_first_then_the_most_received(desk: Desk) -> None:
    once, most, received = "1.004859", "1.000689", "1.004873"
    for procedure, count in ((once, 1), (most, 2)):
        for _ in range(count):
            settle(desk, desk.receive(order=plain_order(procedure)).dossier.code)
    for _ in range(3):
        desk.receive(order=plain_order(received))
    desk.receive(order=plain_order("1.001699"))
    order = [part.key for part in desk.services.counter.read_board().procedures]
    assert order == [most, once, received, "1.001699"]


def test_voided_and_withdrawn_are_not_counted_and_the_share_ignores_them(desk: Desk) -> None:
    one, two, three = (desk.receive(order=plain_order()).dossier.code for _ in range(3))
    desk.step(one, "void", reason="Nhận nhầm")
    desk.step(two, "withdraw", reason="Đổi ý")
    desk.step(two, "stop", reason="Dân rút")
    settle(desk, three)
    figures = desk.services.counter.read_period(FIRST, FIRST).figures
    assert (figures.received, figures.not_counted, figures.settled) == (3, 2, 1)
    assert figures.share == 100
    check(desk, FIRST, FIRST)


def test_a_figure_of_a_later_day_or_of_a_period_turned_round_is_refused(desk: Desk) -> None:
    counter = desk.services.counter
    with pytest.raises(step_errors.DayInFuture):
        counter.read_period(FIRST, FIRST + timedelta(1))
    with pytest.raises(step_errors.PeriodBackwards):
        counter.read_period(FIRST, FIRST - timedelta(1))
    with pytest.raises(errors.ChoiceUnknown):
        counter.list_behind("everything", FIRST, FIRST)
    with pytest.raises(errors.ChoiceUnknown):
        counter.read_board(parts="week")


@pytest.mark.parametrize("line", ["2026-11-25", "m2026-11"])
def test_verify_names_a_figure_changed_behind_the_programs_back(desk: Desk, line: str) -> None:
    desk.receive()
    assert desk.services.verify().ok
    desk.sql("UPDATE day_count SET on_time = 5 WHERE day = ?", line)
    assert desk.services.verify().faults == (
        {"day": line, "figure": "on_time", "fault": "count_differs"},
    )


def test_a_period_of_months_and_days_is_the_sum_of_its_days(desk: Desk) -> None:
    live(desk, Random(11), steps=100)
    desk.clock.set("2027-02-10T09:00")
    live(desk, Random(12), steps=60)
    today = desk.clock().date()
    assert today >= date(2027, 2, 10)  # whole months lie within
    mine = recount(desk)
    for first, last in (
        *((FIRST, today), (date(2026, 12, 1), date(2026, 12, 31)), (date(2026, 12, 1), today)),
        *((FIRST, date(2026, 12, 31)), (date(2026, 12, 2), date(2027, 1, 30))),
        *((date(2025, 2, 28), date(2027, 1, 1)), (date(2026, 12, 31), date(2027, 1, 1))),
    ):
        figures = desk.services.counter.read_period(first, last).figures
        expected = mine.figures(first, last)
        assert {name: getattr(figures, name) for name in expected} == expected, (first, last)


@pytest.mark.parametrize("ask", ["read_board", "look_at_day", "read_period"])
def test_what_is_read_for_today_walks_no_table_of_years(sqlite_desk: Desk, ask: str) -> None:
    sqlite_desk.receive()
    asked: list[tuple[str, Any]] = []
    sqlite_desk.services.counter.read_board()
    event.listen(
        sqlite_desk.store._connect(),
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, *_rest: asked.append((statement, values)),
    )
    arguments = (FIRST.replace(month=1, day=1), FIRST) if ask == "read_period" else ()
    getattr(sqlite_desk.services.counter, ask)(*arguments)
    walked = [
        (plan[3], statement)
        for statement, values in asked
        if statement.startswith("SELECT")
        for plan in sqlite_desk.sql(f"EXPLAIN QUERY PLAN {statement}", *values)
        if re.match(r"SCAN (dossier|slip|entry|day_count|payment|certification)\b", plan[3])
        and "ix_dossier_open_due" not in plan[3]
    ]
    assert [line for line in walked if "chain_head" not in line[1]] == []
    assert len(asked) > 5
