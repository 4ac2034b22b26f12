"""The why of a due time, as data, reason by reason; pauses and the longer term (conventions 8, 10, 11).

Mutants of `deadline.py` that live on, and why: 01:00 instead of midnight in `is_target_later`,
`_start` and `_count` (all lie before any opening); parts of no length kept in
`_running` (they hold no minute); a pause that ends at the very moment asked for in `_running_from`
(the answer is that moment); another day of the year in `_unconfirmed` (a year is asked for).
"""

from dataclasses import replace
from datetime import time

import pytest

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import (
    ClockRules,
    Pause,
    Reason,
    TermRules,
    appoint,
    is_target_later,
)
from onestop_desktop.domain.errors import NoLongerTerm
from onestop_desktop.domain.moments import read_day, read_moment
from onestop_desktop.domain.terms import read_term
from tests.unit.shipped import calendar


def paused(*spans: tuple[str, str]) -> tuple[Pause, ...]:
    return tuple(Pause(read_moment(begins), read_moment(ends)) for begins, ends in spans)


EVERY_REASON = (
    Reason("lengthened", {"term": "4.5 working days"}),
    Reason(
        "received_on_day_off",
        {
            "from": "2026-12-26T10:00:00+07:00",
            "to": "2026-12-28T07:30:00+07:00",
            "day": "2026-12-26",
            "name": "",
        },
    ),
    Reason(
        "counted_working_days",
        {
            "count": "4.5",
            "start": "2026-12-28T07:30:00+07:00",
            "due": "2027-01-06T11:30:00+07:00",
        },
    ),
    Reason("paused", {"from": "2026-12-29T09:00:00+07:00", "to": "2026-12-30T10:00:00+07:00"}),
    Reason(
        "days_skipped",
        {
            "days": [
                {"on": "2027-01-01", "name": "Tết Dương lịch"},
                {"on": "2027-01-02", "name": ""},
                {"on": "2027-01-03", "name": ""},
            ]
        },
    ),
    Reason("provisional", {"years": [2027]}),
    Reason("promised_target", {"promised": "2026-12-31T17:00:00+07:00"}),
)


def test_every_reason_in_its_order() -> None:
    rules = TermRules(
        read_term("3 working days"),
        read_term("2 working days"),
        verified=read_term("4.5 working days"),
    )
    found = appoint(
        rules,
        read_moment("2026-12-26T10:00:00"),  # a Saturday
        calendar(),
        ClockRules(),
        pauses=paused(("2026-12-29T09:00:00", "2026-12-30T10:00:00")),
        lengthened=True,
    )
    assert found.received_at == read_moment("2026-12-26T10:00:00")
    # Monday 28 is the start; 29 opened, 30 opened in the pause, 31, 1/1 is off, 4 and 5 January:
    # four days; then four hours on Wednesday 6.
    assert f"{found.due_at:%Y-%m-%d %H:%M}" == "2027-01-06 11:30"
    assert found.why == EVERY_REASON


@pytest.mark.parametrize(
    ("term", "count", "code"),
    [
        ("0.5 working days", "0.5", "counted_half_day"),
        ("1.5 working days", "1.5", "counted_working_days"),
        ("3 working days", "3", "counted_working_days"),
        ("8 working hours", "8", "counted_working_hours"),
        ("2 calendar days", "2", "counted_calendar_days"),
        ("1 months", "1", "counted_months"),
    ],
)
def test_the_count_is_told_as_the_term_has_it(term: str, count: str, code: str) -> None:
    received = read_moment("2026-11-25T09:00:00")
    found = appoint(TermRules(read_term(term)), received, calendar(), ClockRules())
    assert (found.why[0].code, found.why[0].facts["count"]) == (code, count)
    assert found.why[0].facts["start"] == "2026-11-25T09:00:00+07:00"


def test_a_term_that_is_not_longer_cannot_be_taken() -> None:
    rules, received = TermRules(read_term("3 working days")), read_moment("2026-11-25T09:00:00")
    with pytest.raises(NoLongerTerm) as refused:
        appoint(rules, received, calendar(), ClockRules(), lengthened=True)
    assert refused.value.field == "procedure"


def test_no_target_is_no_later_one() -> None:
    assert not is_target_later(TermRules(read_term("same day")), calendar(), read_day("2026-11-25"))


@pytest.mark.parametrize(
    ("term", "due", "skipped"),
    [
        # Saturday 28 November 2026 moves to Monday; the weekend before it was counted.
        ("3 calendar days", "2026-11-30", ["2026-11-28", "2026-11-29"]),
        ("5 calendar days", "2026-11-30", []),
        ("7 calendar days", "2026-12-02", []),
        ("1 months", "2026-12-25", []),
    ],
)
def test_on_the_calendar_only_days_off_at_the_end_are_not_counted(
    term: str, due: str, skipped: list[str]
) -> None:
    received = read_moment("2026-11-25T09:00:00")
    found = appoint(TermRules(read_term(term)), received, calendar(), ClockRules())
    assert found.due_at.date() == read_day(due)
    told = {reason.code: reason.facts for reason in found.why}
    assert "days_skipped" not in told
    assert [day["on"] for day in told.get("last_day_off", {"days": []})["days"]] == skipped


def test_a_start_moved_by_the_cutoff_or_a_named_day_says_so() -> None:
    late = appoint(
        TermRules(read_term("3 working days"), start_cutoff=True),
        read_moment("2026-11-23T15:00:01"),
        calendar(),
        ClockRules(),
    )
    assert late.why[0] == Reason(
        "start_after_cutoff",
        {
            "from": "2026-11-23T15:00:01+07:00",
            "to": "2026-11-25T07:30:00+07:00",
            "cutoff": "15:00",
        },
    )
    holiday = appoint(
        TermRules(read_term("same day")),
        read_moment("2026-11-24T10:00:00"),
        calendar(),
        ClockRules(),
    )
    assert holiday.why[0].facts["name"] == "Ngày Văn hóa Việt Nam"


def test_a_target_that_is_the_due_time_itself_is_promised_without_a_word() -> None:
    rules = TermRules(read_term("3 working days"), read_term("3 working days"))
    found = appoint(rules, read_moment("2026-11-25T09:00:00"), calendar(), ClockRules())
    assert f"{found.promised_at:%Y-%m-%d %H:%M}" == "2026-11-30 17:00"
    assert found.promised_at == found.due_at
    assert [reason.code for reason in found.why] == ["counted_working_days", "days_skipped"]


def test_a_seven_hour_day_drifts_by_no_day() -> None:
    """Days are days of the calendar, never blocks of eight hours (convention 6)."""
    seven = tuple(
        replace(row, closes=time(16, 0)) if row.opens > time(12) else row
        for row in calendar().hours
    )
    short = WorkingCalendar(seven, calendar().days, calendar().years)
    received = read_moment("2026-11-02T08:00:00")
    for over, close in ((calendar(), "17:00"), (short, "16:00")):
        found = appoint(TermRules(read_term("15 working days")), received, over, ClockRules())
        assert f"{found.due_at:%Y-%m-%d %H:%M}" == f"2026-11-23 {close}"
    hours = appoint(TermRules(read_term("8 working hours")), received, short, ClockRules())
    assert f"{hours.due_at:%Y-%m-%d %H:%M}" == "2026-11-03 09:00"
