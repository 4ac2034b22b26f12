"""Convention 13: early, on time, late; what is left of an open dossier's time."""

from datetime import datetime

import pytest

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.terms import read_term
from onestop_desktop.domain.timeliness import (
    Verdict,
    entry_time_left,
    is_appointment_missed,
    judge,
    judge_by_minute,
    time_left,
)
from onestop_desktop.domain.urgency import TimeLeft, Urgency
from tests.unit.shipped import calendar

DUE = "2026-11-25T17:00:00"


@pytest.mark.parametrize(
    ("term", "settled", "verdict"),
    [
        ("3 working days", "2026-11-24T23:59:59", "early"),
        ("3 working days", "2026-11-25T00:00:00", "on_time"),
        ("3 working days", "2026-11-25T17:00:01", "on_time"),  # the day is not over yet
        ("3 working days", "2026-11-25T23:59:59", "on_time"),
        ("3 working days", "2026-11-26T00:00:00", "late"),
        ("same day", "2026-11-25T18:00:00", "on_time"),
        ("at once", "2026-11-25T09:00:00", "on_time"),
        ("15 calendar days", "2026-11-26T07:30:00", "late"),
        ("1 months", "2026-11-25T19:00:00", "on_time"),
        ("0.5 working days", "2026-11-25T17:30:00", "on_time"),
        ("8 working hours", "2026-11-25T16:59:59", "early"),
        ("8 working hours", "2026-11-25T17:00:59", "on_time"),
        ("8 working hours", "2026-11-25T17:01:00", "late"),
    ],
)
def test_days_are_judged_by_the_day_and_hours_by_the_minute(
    term: str, settled: str, verdict: str
) -> None:
    found = judge(read_moment(settled), read_moment(DUE), read_term(term))
    assert found is Verdict(verdict)


@pytest.mark.parametrize(
    ("settled", "verdict"),
    [
        ("2026-11-25T16:59:00", "early"),
        ("2026-11-25T17:00:30", "on_time"),
        ("2026-11-25T17:01:00", "late"),
    ],
)
def test_a_service_target_and_the_provinces_time_are_judged_by_the_minute(
    settled: str, verdict: str
) -> None:
    assert judge_by_minute(read_moment(settled), read_moment(DUE)) is Verdict(verdict)


@pytest.mark.parametrize(
    ("settled", "missed"),
    [
        ("2026-11-25T16:30:00", False),
        ("2026-11-25T16:30:01", True),
        ("2026-11-25T20:00:00", True),
        ("2026-11-26T08:00:00", False),  # late, which is counted as such
    ],
)
def test_an_appointment_missed_on_the_due_day_is_counted_apart(settled: str, missed: bool) -> None:
    promised, due = read_moment("2026-11-25T16:30:00"), read_moment(DUE)
    assert is_appointment_missed(read_moment(settled), promised, due) is missed


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-11-23T10:00:00", TimeLeft(Urgency.LATER, days=1)),  # the 24th is a holiday
        ("2026-11-24T10:00:00", TimeLeft(Urgency.LATER, days=1)),
        ("2026-11-25T08:00:00", TimeLeft(Urgency.TODAY, 450)),
        ("2026-11-25T16:00:00", TimeLeft(Urgency.SOON, 60)),
        ("2026-11-25T15:59:00", TimeLeft(Urgency.TODAY, 61)),
        ("2026-11-25T17:00:01", TimeLeft(Urgency.SOON, 0)),  # due today, not late
        ("2026-11-25T23:59:59", TimeLeft(Urgency.SOON, 0)),
        ("2026-11-26T00:00:00", TimeLeft(Urgency.LATE)),
        ("2026-11-26T14:12:00", TimeLeft(Urgency.LATE, 312)),
        ("2026-11-26T17:00:00", TimeLeft(Urgency.LATE, days=1)),
        ("2026-11-30T09:00:00", TimeLeft(Urgency.LATE, days=3)),
        ("2026-11-28T09:00:00", TimeLeft(Urgency.LATE, days=2)),  # a Saturday: two worked days over
    ],
)
def test_what_is_left_of_an_open_dossiers_time(now: str, left: TimeLeft) -> None:
    assert time_left(read_moment(DUE), read_moment(now), calendar()) == left


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-11-25T10:00:59", TimeLeft(Urgency.SOON, 0)),
        ("2026-11-25T10:01:00", TimeLeft(Urgency.LATE, 1)),
        ("2026-11-25T16:42:00", TimeLeft(Urgency.LATE, 312)),
    ],
)
def test_a_term_in_hours_is_late_by_the_minute(now: str, left: TimeLeft) -> None:
    due = read_moment("2026-11-25T10:00:00")
    assert time_left(due, read_moment(now), calendar(), by_minute=True) == left


@pytest.mark.parametrize(
    ("received", "now", "expected"),
    [
        ("2026-11-25T09:00", "2026-11-25T09:00", TimeLeft(Urgency.TODAY, minutes=480)),
        ("2026-11-25T09:00", "2026-11-25T16:30", TimeLeft(Urgency.TODAY, minutes=120)),
        ("2026-11-25T09:00", "2026-11-26T08:40", TimeLeft(Urgency.SOON, minutes=20)),
        ("2026-11-25T09:00", "2026-11-26T09:00", TimeLeft(Urgency.SOON, minutes=0)),
        ("2026-11-25T09:00", "2026-11-26T09:10", TimeLeft(Urgency.LATE, minutes=10)),
        # Over the week-end: Friday afternoon to Monday and Tuesday.
        ("2026-11-20T16:00", "2026-11-23T16:00", TimeLeft(Urgency.SOON, minutes=0)),
        ("2026-11-20T16:00", "2026-11-26T16:00", TimeLeft(Urgency.LATE, days=2)),
    ],
)
def test_eight_working_hours_are_left_to_enter_a_reception(
    received: str, now: str, expected: TimeLeft
) -> None:
    received_at, at = (datetime.fromisoformat(f"{text}:00+07:00") for text in (received, now))
    assert entry_time_left(received_at, at, calendar()) == expected
