"""Pauses of every kind of term, at every edge (convention 8)."""

import pytest

from onestop_desktop.domain.deadline import ClockRules, DayRule, Pause, TermRules, appoint
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.terms import read_term
from tests.unit.shipped import calendar


def paused(*spans: tuple[str, str]) -> tuple[Pause, ...]:
    return tuple(Pause(read_moment(begins), read_moment(ends)) for begins, ends in spans)


# Received on Wednesday 25 November 2026 at 09:00.
@pytest.mark.parametrize(
    ("term", "begins", "ends", "due"),
    [
        # A day counts when the clock runs at its opening.
        ("2 working days", "2026-11-26T07:30:00", "2026-11-26T07:31:00", "2026-11-30 17:00"),
        ("2 working days", "2026-11-26T07:31:00", "2026-11-26T16:59:00", "2026-11-27 17:00"),
        ("2 working days", "2026-11-26T06:00:00", "2026-11-26T07:30:00", "2026-11-27 17:00"),
        # What would end at a close ends there unless the clock had stopped before it.
        ("1 working days", "2026-11-26T17:00:00", "2026-11-27T10:00:00", "2026-11-26 17:00"),
        ("1 working days", "2026-11-26T16:59:00", "2026-11-26T17:00:00", "2026-11-27 17:00"),
        ("same day", "2026-11-25T16:00:00", "2026-11-26T09:00:00", "2026-11-26 17:00"),
        ("at once", "2026-11-25T10:00:00", "2026-11-25T10:30:00", "2026-11-25 17:00"),
        # Hours move by what the pause took of them: 16:30 to 17:00 and 07:30 to 08:00.
        ("8 working hours", "2026-11-25T16:30:00", "2026-11-26T08:00:00", "2026-11-26 10:00"),
        ("8 working hours", "2026-11-26T09:00:00", "2026-11-27T09:00:00", "2026-11-26 09:00"),
        # Dates: midnight decides.
        ("2 calendar days", "2026-11-26T00:00:00", "2026-11-26T01:00:00", "2026-11-30 17:00"),
        ("2 calendar days", "2026-11-26T00:01:00", "2026-11-26T23:00:00", "2026-11-27 17:00"),
        ("2 calendar days", "2026-11-25T20:00:00", "2026-11-26T00:00:00", "2026-11-27 17:00"),
        # Received in a pause, it starts when the pause is over.
        ("8 working hours", "2026-11-25T09:00:00", "2026-11-25T10:00:00", "2026-11-26 10:00"),
        ("8 working hours", "2026-11-25T08:00:00", "2026-11-25T09:00:00", "2026-11-26 09:00"),
    ],
)
def test_where_a_pause_meets_an_edge(term: str, begins: str, ends: str, due: str) -> None:
    received = read_moment("2026-11-25T09:00:00")
    rules, spans = TermRules(read_term(term)), paused((begins, ends))
    found = appoint(rules, received, calendar(), ClockRules(), pauses=spans)
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == due


# Received on Saturday 28 November 2026 at 10:00, paused at 11:00: the start is Monday 30 at 07:30.
@pytest.mark.parametrize(
    ("term", "ends", "due"),
    [
        ("1 working days", "2026-11-30T17:30:00", "2026-12-01 17:00"),
        ("1 working days", "2026-12-01T08:00:00", "2026-12-02 17:00"),
        ("same day", "2026-11-30T15:30:00", "2026-11-30 17:00"),
        ("same day", "2026-11-30T18:00:00", "2026-12-01 17:00"),
        ("at once", "2026-11-30T15:30:00", "2026-11-30 17:00"),
        ("2 calendar days", "2026-11-30T17:30:00", "2026-12-02 17:00"),
        ("1 months", "2026-11-30T17:30:00", "2026-12-30 17:00"),
        # Hours, half days and the same clock time wait for the resumption.
        ("8 working hours", "2026-11-30T09:30:00", "2026-12-01 09:30"),
        ("0.5 working days", "2026-11-30T09:30:00", "2026-11-30 15:00"),
    ],
)
def test_a_pause_that_runs_when_the_clock_would_start(term: str, ends: str, due: str) -> None:
    rules, spans = TermRules(read_term(term)), paused(("2026-11-28T11:00:00", ends))
    received = read_moment("2026-11-28T10:00:00")
    found = appoint(rules, received, calendar(), ClockRules(), pauses=spans)
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == due
    assert "paused" in [reason.code for reason in found.why]


def test_with_the_same_clock_time_an_end_in_a_pause_waits_for_the_resumption() -> None:
    found = appoint(
        TermRules(read_term("1 working days")),
        read_moment("2026-11-25T14:00:00"),
        calendar(),
        ClockRules(day_rule=DayRule.SAME_CLOCK_TIME),
        pauses=paused(("2026-11-26T10:00:00", "2026-11-27T06:00:00")),
    )
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == "2026-11-27 07:30"


def test_several_pauses_add_up_and_those_that_touch_nothing_are_not_told() -> None:
    found = appoint(
        TermRules(read_term("8 working hours")),
        read_moment("2026-11-25T09:00:00"),
        calendar(),
        ClockRules(day_rule=DayRule.SAME_CLOCK_TIME),
        pauses=paused(
            ("2026-11-25T14:00:00", "2026-11-25T15:00:00"),
            ("2026-11-25T09:30:00", "2026-11-25T10:00:00"),
            ("2026-11-24T09:00:00", "2026-11-25T09:00:00"),
            ("2026-11-26T10:30:00", "2026-11-27T09:00:00"),
        ),
    )
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == "2026-11-26 10:30"
    assert [reason.facts["from"][11:16] for reason in found.why if reason.code == "paused"] == [
        "09:30",
        "14:00",
    ]


def test_paused_from_the_first_minute_the_clock_time_is_that_of_the_resumption() -> None:
    found = appoint(
        TermRules(read_term("1 working days")),
        read_moment("2026-11-25T09:00:00"),
        calendar(),
        ClockRules(day_rule=DayRule.SAME_CLOCK_TIME),
        pauses=paused(("2026-11-25T09:00:00", "2026-11-25T10:15:00")),
    )
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == "2026-11-26 10:15"


@pytest.mark.parametrize(
    ("term", "due"),
    [
        # Paused on Thursday 26 after its opening, resumed on Saturday 28: Monday 30 is the second.
        ("2 working days", "2026-11-30 17:00"),
        # Another procedure or case found meanwhile: the same pause, another term (convention 8).
        ("5 working days", "2026-12-03 17:00"),
        ("same day", "2026-11-25 17:00"),
        ("20 working hours", "2026-12-01 10:30"),
        ("1 months", "2026-12-28 17:00"),
    ],
)
def test_resumed_on_a_day_off_whatever_the_term_becomes(term: str, due: str) -> None:
    found = appoint(
        TermRules(read_term(term)),
        read_moment("2026-11-25T09:00:00"),
        calendar(),
        ClockRules(),
        pauses=paused(("2026-11-26T10:00:00", "2026-11-28T10:00:00")),
    )
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == due
