"""The legal clock, case by case: each due time here was counted by hand on the notices' calendar."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from onestop_desktop.application.reasons import reason_words
from onestop_desktop.domain.calendar import OfficeHours, WorkingCalendar
from onestop_desktop.domain.deadline import (
    Appointment,
    ClockRules,
    DayRule,
    TermRules,
    appoint,
    is_target_later,
)
from onestop_desktop.domain.errors import CalendarEnds
from onestop_desktop.domain.moments import read_day, read_moment
from onestop_desktop.domain.terms import read_term
from tests.unit.shipped import calendar


def appointed(
    term: str,
    received: str,
    *,
    rule: DayRule = DayRule.CLOSE_OF_DAY,
    over: WorkingCalendar | None = None,
    **rules: Any,
) -> Appointment:
    if "target" in rules:
        rules["target"] = read_term(rules["target"])
    return appoint(
        TermRules(read_term(term), **rules),
        read_moment(received),
        over or calendar(),
        ClockRules(day_rule=rule),
    )


def due(term: str, received: str, **rules: Any) -> str:
    return f"{appointed(term, received, **rules).due_at:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-25T09:00:00", "2026-11-25 17:00:00"),
        ("2026-11-25T15:00:00", "2026-11-25 17:00:00"),  # 15:00:00 is not after 15:00
        ("2026-11-25T15:00:01", "2026-11-26 17:00:00"),
        ("2026-11-25T17:00:00", "2026-11-26 17:00:00"),  # closing: the next opening
        ("2026-11-25T06:10:00", "2026-11-25 17:00:00"),
        ("2026-11-25T11:30:00", "2026-11-25 17:00:00"),
        ("2026-11-25T12:15:00", "2026-11-25 17:00:00"),
        ("2026-11-28T09:00:00", "2026-11-30 17:00:00"),  # Saturday
        ("2026-11-24T10:00:00", "2026-11-25 17:00:00"),  # Ngày Văn hóa Việt Nam
        ("2026-11-23T15:01:00", "2026-11-25 17:00:00"),  # … and the evening before it
        ("2026-08-22T09:00:00", "2026-08-22 17:00:00"),  # a Saturday worked by notice
        ("2026-08-22T15:01:00", "2026-08-24 17:00:00"),
        ("2026-02-13T15:00:00", "2026-02-13 17:00:00"),  # the last day before Tết
        ("2026-02-13T15:00:01", "2026-02-23 17:00:00"),
        ("2026-01-02T09:00:00", "2026-01-05 17:00:00"),  # swapped with Saturday 10 January
        ("2026-01-09T15:30:00", "2026-01-10 17:00:00"),
    ],
)
def test_same_day(received: str, expected: str) -> None:
    assert due("same day", received) == expected


def test_same_day_without_a_cutoff_and_at_once_end_at_the_same_close() -> None:
    assert due("same day", "2026-11-25T16:30", due_cutoff=False) == "2026-11-25 17:00:00"
    assert due("at once", "2026-11-25T16:59:59") == "2026-11-25 17:00:00"
    assert due("at once", "2026-11-25T17:00:00") == "2026-11-26 17:00:00"


@pytest.mark.parametrize(
    ("hours", "received", "expected"),
    [
        (4, "2026-11-25T07:30:00", "2026-11-25 11:30:00"),  # ends at the end, not at 13:00
        (1, "2026-11-25T10:30:00", "2026-11-25 11:30:00"),
        (1, "2026-11-25T10:30:01", "2026-11-25 13:00:01"),
        (1, "2026-11-25T11:30:00", "2026-11-25 14:00:00"),
        (1, "2026-11-25T12:00:00", "2026-11-25 14:00:00"),
        (4, "2026-11-25T08:00:00", "2026-11-25 13:30:00"),
        (8, "2026-11-25T07:30:00", "2026-11-25 17:00:00"),
        (8, "2026-11-25T09:00:00", "2026-11-26 09:00:00"),
        (1, "2026-11-23T16:30:00", "2026-11-25 08:00:00"),
        (2, "2026-02-13T16:00:00", "2026-02-23 08:30:00"),
        (1, "2026-11-25T17:00:00", "2026-11-26 08:30:00"),
        (1, "2026-11-28T08:00:00", "2026-11-30 08:30:00"),
    ],
)
def test_working_hours_run_only_in_counting_hours(hours: int, received: str, expected: str) -> None:
    assert due(f"{hours} working hours", received) == expected


@pytest.mark.parametrize(
    ("days", "received", "expected"),
    [
        ("1", "2026-11-25T09:00", "2026-11-26 17:00:00"),
        ("1", "2026-11-25T16:59", "2026-11-26 17:00:00"),
        ("1", "2026-11-25T17:00", "2026-11-27 17:00:00"),
        ("3", "2026-11-20T10:00", "2026-11-26 17:00:00"),  # over a weekend and 24/11
        ("1", "2026-11-28T09:00", "2026-12-01 17:00:00"),  # Monday is the day of the start
        ("1", "2026-11-24T09:00", "2026-11-26 17:00:00"),
        ("1", "2026-08-21T10:00", "2026-08-22 17:00:00"),
        ("5", "2026-02-13T10:00", "2026-02-27 17:00:00"),
        ("0.5", "2026-11-25T07:30", "2026-11-25 11:30:00"),
        ("0.5", "2026-11-25T09:00", "2026-11-25 14:30:00"),
        ("0.5", "2026-11-25T15:00", "2026-11-26 09:30:00"),
        ("1.5", "2026-11-25T09:00", "2026-11-27 11:30:00"),
        ("2.5", "2026-11-19T09:00", "2026-11-25 11:30:00"),
    ],
)
def test_working_days_end_at_the_close_of_the_last(days: str, received: str, expected: str) -> None:
    assert due(f"{days} working days", received) == expected


@pytest.mark.parametrize(
    ("days", "received", "expected"),
    [
        ("1", "2026-11-25T09:00", "2026-11-26 09:00:00"),
        ("3", "2026-11-20T16:20", "2026-11-26 16:20:00"),
        ("1", "2026-11-25T12:00", "2026-11-26 13:00:00"),
        ("1", "2026-11-25T17:30", "2026-11-27 07:30:00"),
        ("1.5", "2026-11-25T09:00", "2026-11-26 14:30:00"),
        ("0.5", "2026-11-25T15:00", "2026-11-26 09:30:00"),
    ],
)
def test_working_days_at_the_same_clock_time(days: str, received: str, expected: str) -> None:
    assert due(f"{days} working days", received, rule=DayRule.SAME_CLOCK_TIME) == expected


def test_a_clock_time_outside_that_days_hours_is_the_next_worked_minute() -> None:
    friday_noon = [
        replace(row, closes=time(11, 0)) if row.weekday == 5 and row.closes < time(12) else row
        for row in calendar().hours
    ]
    short = WorkingCalendar(tuple(friday_noon), calendar().days, calendar().years)
    rule = DayRule.SAME_CLOCK_TIME
    assert due("1 working days", "2026-11-26T11:10", rule=rule, over=short) == "2026-11-27 13:00:00"


@pytest.mark.parametrize(
    ("term", "received", "expected"),
    [
        ("5 calendar days", "2026-11-25T09:00", "2026-11-30 17:00:00"),
        ("10 calendar days", "2026-11-25T09:00", "2026-12-07 17:00:00"),  # 5 December: Saturday
        ("3 calendar days", "2026-02-13T09:00", "2026-02-23 17:00:00"),  # into Tết
        ("1 months", "2024-01-31T09:00", "2024-02-29 17:00:00"),  # leap day
        ("1 months", "2023-01-31T09:00", "2023-02-28 17:00:00"),
        ("2 months", "2025-12-31T09:00", "2026-03-02 17:00:00"),  # 28 February: Saturday
        ("12 months", "2024-02-29T09:00", "2025-02-28 17:00:00"),
        ("1 months", "2026-10-24T09:00", "2026-11-26 17:00:00"),  # begins Monday the 26th
        ("1 months", "2026-10-23T09:00", "2026-11-23 17:00:00"),
    ],
)
def test_calendar_days_and_months(term: str, received: str, expected: str) -> None:
    assert due(term, received) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-25T15:00:00", "2026-11-30 17:00:00"),
        ("2026-11-25T15:00:01", "2026-12-01 17:00:00"),
        ("2026-11-28T15:30:00", "2026-12-03 17:00:00"),  # a day off has no cut-off of its own
    ],
)
def test_linked_procedures_start_the_next_day_after_three(received: str, expected: str) -> None:
    assert due("3 working days", received, start_cutoff=True) == expected


def test_a_saturday_that_is_open_but_does_not_count_moves_nothing() -> None:
    saturday = OfficeHours(6, time(7, 30), time(11, 30), is_open=True, counts=False)
    opened = WorkingCalendar((*calendar().hours, saturday), calendar().days, calendar().years)
    assert due("same day", "2026-11-28T09:00", over=opened) == "2026-11-30 17:00:00"
    assert due("1 working days", "2026-11-27T09:00", over=opened) == "2026-11-30 17:00:00"
    assert opened.is_open(read_moment("2026-11-28T09:00"))
    assert not opened.is_working(read_day("2026-11-28"))


def test_summer_hours_count_while_they_are_in_force() -> None:
    summer = tuple(
        replace(row, from_on=read_day("2026-10-16"))
        if row.opens > time(12)
        else replace(row, from_on=None)
        for row in calendar().hours
    ) + tuple(
        OfficeHours(day, time(14, 0), time(18, 0), to_on=read_day("2026-10-15"))
        for day in range(1, 6)
    )
    seasonal = WorkingCalendar(summer, calendar().days, calendar().years)
    assert due("same day", "2026-10-15T09:00", over=seasonal) == "2026-10-15 18:00:00"
    assert due("same day", "2026-10-16T09:00", over=seasonal) == "2026-10-16 17:00:00"


@pytest.mark.parametrize(
    ("term", "received", "target", "expected"),
    [
        ("same day", "2026-11-25T09:00", "", "2026-11-25 16:30"),
        ("same day", "2026-11-23T15:01", "", "2026-11-25 16:30"),
        ("3 working days", "2026-11-25T09:00", "", "2026-11-30 16:30"),
        ("3 working days", "2026-11-25T09:00", "1 working days", "2026-11-26 17:00"),
        ("3 working days", "2026-11-25T09:00", "4 working hours", "2026-11-25 14:30"),
        ("at once", "2026-11-25T16:14:59", "", "2026-11-25 16:30"),
        ("at once", "2026-11-25T16:15:00", "", "2026-11-25 17:00"),  # not 15 minutes away
        ("4 working hours", "2026-11-25T07:30", "", "2026-11-25 11:30"),
        ("1 working hours", "2026-11-25T09:00", "", "2026-11-25 10:00"),
    ],
)
def test_the_promise_is_the_first_hour_a_citizen_can_keep(
    term: str, received: str, target: str, expected: str
) -> None:
    rules: dict[str, Any] = {"target": target} if target else {}
    appointment = appointed(term, received, **rules)
    assert f"{appointment.promised_at:%Y-%m-%d %H:%M}" == expected
    assert appointment.promised_at <= appointment.due_at


@pytest.mark.parametrize(
    ("term", "target", "later"),
    [
        ("3 working days", "3 working days", False),
        ("3 working days", "4 working days", True),
        ("same day", "1 working days", True),
        ("1 working days", "8 working hours", False),
        ("1 months", "10 working days", False),
        ("3 calendar days", "3 working days", True),
    ],
)
def test_a_target_later_than_the_term_is_noticed(term: str, target: str, later: bool) -> None:
    rules = TermRules(read_term(term), read_term(target))
    assert is_target_later(rules, calendar(), read_day("2026-11-26")) is later


def test_a_year_whose_notice_is_not_out_makes_it_provisional() -> None:
    sure = appointed("2 working days", "2026-12-29T09:00")
    unsure = appointed("2 working days", "2026-12-31T09:00")
    assert (sure.provisional, unsure.provisional) == (False, True)
    assert unsure.why[-2].code == "provisional"
    assert f"{unsure.due_at:%Y-%m-%d}" == "2027-01-05"


@pytest.mark.parametrize(
    ("term", "received"),
    [
        ("2 months", "2027-11-15T09:00"),
        ("1 working days", "2027-12-31T09:00"),
        ("8 working hours", "2027-12-31T16:00"),
        ("same day", "2018-12-31T09:00"),
        ("same day", "2028-01-03T09:00"),
        ("9999 months", "2026-11-25T09:00"),
        ("9999 working days", "2026-11-25T09:00"),
    ],
)
def test_past_the_calendar_nothing_is_computed_in_silence(term: str, received: str) -> None:
    with pytest.raises(CalendarEnds):
        appointed(term, received)


@pytest.mark.parametrize(
    ("term", "received", "codes"),
    [
        ("same day", "2026-11-25T09:00", ["same_day", "promised_collect_by"]),
        (
            "same day",
            "2026-11-23T15:01",
            ["same_day_after_cutoff", "days_skipped", "promised_collect_by"],
        ),
        (
            "same day",
            "2026-11-24T10:00",
            ["received_on_day_off", "same_day", "promised_collect_by"],
        ),
        ("at once", "2026-11-25T17:00", ["received_after_close", "at_once", "promised_collect_by"]),
        ("1 working hours", "2026-11-25T12:00", ["received_at_lunch", "counted_working_hours"]),
        (
            "1 working hours",
            "2026-11-25T06:00",
            ["received_before_opening", "counted_working_hours"],
        ),
    ],
)
def test_why_says_each_step_in_order_and_in_both_languages(
    term: str, received: str, codes: list[str]
) -> None:
    why = appointed(term, received).why
    assert [reason.code for reason in why] == codes
    for language in ("vi", "en"):
        words = reason_words(why, language)
        assert len(words) == len(codes)
        assert all(text and "{" not in text and len(text) < 160 for text in words)


def test_the_skipped_holiday_is_named() -> None:
    (_, skipped, _) = reason_words(appointed("same day", "2026-11-23T15:01").why)
    assert skipped == "Bỏ qua 24/11/2026 (Ngày Văn hóa Việt Nam)"
