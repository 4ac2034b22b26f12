"""What holds of every due time, whatever term and moment hypothesis thinks of."""

from datetime import datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onestop_desktop.domain.deadline import ClockRules, DayRule, TermRules, appoint
from onestop_desktop.domain.errors import CalendarEnds
from onestop_desktop.domain.moments import VIETNAM, local
from onestop_desktop.domain.terms import Term, TermKind
from tests.unit.shipped import calendar

TERMS = st.one_of(
    st.just(Term(TermKind.AT_ONCE)),
    st.just(Term(TermKind.SAME_DAY)),
    st.integers(1, 40).map(lambda n: Term(TermKind.WORKING_HOURS, 2 * n)),
    st.integers(1, 60).map(lambda n: Term(TermKind.WORKING_DAYS, n)),
    st.integers(1, 90).map(lambda n: Term(TermKind.CALENDAR_DAYS, 2 * n)),
    st.integers(1, 12).map(lambda n: Term(TermKind.MONTHS, 2 * n)),
)
MOMENTS = st.datetimes(
    datetime(2019, 1, 1, 0, 0),  # noqa: DTZ001 (local time follows)
    datetime(2026, 11, 30, 23, 59),  # noqa: DTZ001
    timezones=st.just(VIETNAM),
).map(lambda moment: moment.replace(microsecond=0))
RULES = st.builds(TermRules, TERMS, st.none(), st.booleans(), st.booleans())
CLOCKS = st.builds(ClockRules, day_rule=st.sampled_from(DayRule))


@settings(max_examples=300, deadline=None)
@given(RULES, MOMENTS, CLOCKS)
def test_due_lies_after_reception_in_office_hours_and_promise_not_after_it(
    rules: TermRules, received: datetime, clock: ClockRules
) -> None:
    try:
        appointment = appoint(rules, received, calendar(), clock)
    except CalendarEnds:
        assume(False)
    due = local(appointment.due_at)
    assert due > received
    stretches = calendar().counting(due.date())
    assert any(stretch.start <= due <= stretch.end for stretch in stretches)
    assert appointment.promised_at <= due
    assert calendar().is_open(appointment.promised_at)
    assert appointment.why


@settings(max_examples=300, deadline=None)
@given(RULES, MOMENTS, st.integers(1, 14 * 24 * 3600), CLOCKS)
def test_who_comes_later_is_never_due_earlier(
    rules: TermRules, received: datetime, seconds: int, clock: ClockRules
) -> None:
    try:
        first = appoint(rules, received, calendar(), clock)
        second = appoint(rules, received + timedelta(seconds=seconds), calendar(), clock)
    except CalendarEnds:
        assume(False)
    assert first.due_at <= second.due_at


@settings(max_examples=150, deadline=None)
@given(MOMENTS, st.integers(1, 100))
def test_working_hours_are_worked_hours(received: datetime, hours: int) -> None:
    rules = TermRules(Term(TermKind.WORKING_HOURS, 2 * hours))
    due = appoint(rules, received, calendar(), ClockRules()).due_at
    worked, day = timedelta(), received.date()
    while day <= due.date():
        for stretch in calendar().counting(day):
            worked += max(timedelta(), min(stretch.end, due) - max(stretch.start, received))
        day += timedelta(1)
    assert worked == timedelta(hours=hours)


@settings(max_examples=150, deadline=None)
@given(MOMENTS, st.integers(1, 60))
def test_working_days_are_counted_on_the_calendar(received: datetime, days: int) -> None:
    rules = TermRules(Term(TermKind.WORKING_DAYS, 2 * days))
    due = appoint(rules, received, calendar(), ClockRules()).due_at
    start = calendar().next_counting(received).date()
    span = [start + timedelta(n) for n in range(1, (due.date() - start).days + 1)]
    assert sum(calendar().is_working(day) for day in span) == days
    assert due == calendar().close_of(due.date())
