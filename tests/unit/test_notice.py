"""A notice of days off: what each line may say, what is refused with its line, what the calendar becomes."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from onestop_desktop.application.create_desk import shipped_calendar
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.domain.calendar import CalendarRows, OfficeHours, SpecialDay, YearNotice
from onestop_desktop.domain.calendar_check import calendar_faults
from onestop_desktop.domain.calendar_errors import HoursUnreadable
from onestop_desktop.domain.holidays import proposed_days
from onestop_desktop.domain.notice import put_over, read_notice
from onestop_desktop.domain.office_week import hours_from, read_hours, write_hours
from tests.support.desk import read_resource

HEAD = "date,kind,name,notice,confirmed\n"


def shipped() -> CalendarRows:
    return shipped_calendar(read_resource)


def refused(text: str) -> list[tuple[int, str]]:
    return [(line, fault.code) for line, fault in read_notice(HEAD + text)[1]]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2027-02-30,off,Tết,1/TB,yes", "date_impossible"),
        ("30/02/2027,off,Tết,1/TB,yes", "date_impossible"),
        ("hôm nay,off,Tết,1/TB,yes", "date_impossible"),
        ("1827-02-03,off,Tết,1/TB,yes", "number_out_of_range"),
        ("2027-02-03,half,Tết,1/TB,yes", "choice_unknown"),
        ("2027-02-03,off,Tết,1/TB,maybe", "choice_unknown"),
        ("2027-02-03,off,,1/TB,yes", "field_missing"),
        (f"2027-02-03,off,{'T' * 201},1/TB,yes", "field_too_long"),
        ("2027-02-03,off,T\u202eết,1/TB,yes", "hidden_character"),
        ("2027-02-03,off,Tết,1/TB,yes,thêm", "notice_line_too_long"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_is_read(line: str, code: str) -> None:
    rows, faults = read_notice(
        f"{HEAD}2027-02-04,off,Tết,1/TB,yes\n{line}\n2027-02-05,nghỉ,Tết,1/TB,có\n"
    )
    assert [(number, fault.code) for number, fault in faults] == [(3, code)]
    assert [(row.line, row.on.day, row.confirmed) for row in rows] == [(2, 4, True), (4, 5, True)]


def test_a_day_both_off_and_worked_is_refused() -> None:
    assert refused("2027-02-06,off,Tết,1/TB,yes\n2027-02-06,makeup,Bù,1/TB,yes\n") == [
        (3, "day_twice")
    ]


def test_a_year_has_one_line() -> None:
    assert refused("2027,year,,1/TB,yes\n2027-01-01,off,Tết,1/TB,yes\n01/02/2027,year,,,no\n") == [
        (4, "year_twice")
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [("2027-02-03,off,,1/TB,yes", "tên ngày"), ("2027-02-03,half,Tết,1/TB,yes", "loại ngày")],
)
def test_a_refusal_uses_the_words_of_a_calendar(line: str, told: str) -> None:
    ((_, fault),) = read_notice(HEAD + line)[1]
    assert told in error_sentence(fault)


def test_a_make_up_day_has_the_hours_of_the_first_day_worked() -> None:
    rows = shipped()
    hours = tuple(row for row in rows.hours if row.weekday not in (1, 2))
    assert len(hours) < len(rows.hours)
    saturday = SpecialDay(date(2026, 1, 10), False, "Làm bù")
    calendar = replace(rows, hours=hours, days=(saturday,)).working()
    assert not calendar.is_working(date(2026, 1, 12))
    assert f"{calendar.close_of(saturday.on):%H:%M}" == "17:00"


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", 'date,kind\n"2027', "Kính gửi\n"])
def test_what_is_no_notice_is_said_so(text: str) -> None:
    with pytest.raises(Exception, match="notice_unreadable"):
        read_notice(text)


def test_rows_stand_in_place_of_what_was_on_their_days() -> None:
    text = (
        "2027-02-08,none,,2/TB,yes\n2027-02-04,off,Nghỉ Tết,2/TB,yes\n"
        "2027-02-20,makeup,Làm bù,2/TB,yes\n2027,year,,2/TB,yes\n2028,year,,,no\n"
    )
    rows, faults = read_notice(HEAD + text)
    assert not faults
    after = put_over(shipped(), rows)
    assert calendar_faults(after) == ()
    calendar = after.working()
    assert calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 2, 20))  # a Saturday
    assert calendar.name_of(date(2027, 2, 4)) == "Nghỉ Tết"
    assert calendar.is_confirmed(date(2027, 6, 1))
    assert after.years[2028] == YearNotice(False, "")
    assert calendar.close_of(date(2027, 2, 20)).time() == time(17)


def hours(weekday: int, opens: int, closes: int, **other: date | None) -> OfficeHours:
    return OfficeHours(
        weekday, time(opens), time(closes), from_on=other.get("first"), to_on=other.get("last")
    )


SUMMER = (date(2026, 4, 15), date(2026, 10, 15))


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"hours": (hours(1, 13, 13),)}, ["hours_end_before_start"]),
        ({"hours": (hours(1, 8, 12), hours(1, 11, 17))}, ["hours_overlap"]),
        ({"hours": (hours(1, 8, 12), hours(1, 12, 17))}, []),
        ({"hours": (hours(1, 8, 12), hours(2, 11, 17))}, []),
        (
            {"hours": (hours(1, 8, 12), hours(1, 7, 11, first=SUMMER[0], last=SUMMER[1]))},
            ["hours_overlap"],
        ),
        (
            {"hours": (hours(1, 8, 12, last=date(2026, 4, 14)), hours(1, 7, 11, first=SUMMER[0]))},
            [],
        ),
        (
            {"hours": (hours(1, 7, 11, first=SUMMER[1], last=SUMMER[0]),)},
            ["hours_end_before_start", "hours_missing"],
        ),
        ({"hours": ()}, ["hours_missing"]),
        (
            {"years": {2026: YearNotice(True), 2028: YearNotice()}, "days": ()},
            ["calendar_years_broken"],
        ),
        ({"years": {}, "days": ()}, ["calendar_years_broken"]),
        ({"days": (SpecialDay(date(2031, 1, 1), True, "Tết"),)}, ["day_outside_years"]),
        ({"days": (SpecialDay(date(2026, 11, 25), False, "Bù"),)}, ["makeup_on_working_day"]),
        ({"days": (SpecialDay(date(2026, 11, 28), False, "Bù"),)}, []),
        (
            {
                "days": (
                    SpecialDay(date(2026, 11, 28), False, "Bù"),
                    SpecialDay(date(2026, 11, 28), True, "Nghỉ"),
                )
            },
            ["day_twice"],
        ),
    ],
)
def test_what_cannot_stand_in_a_calendar(changed: dict[str, Any], codes: list[str]) -> None:
    assert [fault.code for fault in calendar_faults(replace(shipped(), **changed))] == codes


def test_the_shipped_calendar_has_no_fault() -> None:
    assert calendar_faults(shipped()) == ()


def test_a_proposal_follows_the_labour_code_and_is_never_confirmed() -> None:
    days, missing = proposed_days(2027)
    named = {day.on: day.name for day in days}
    assert missing == ()
    assert not any(day.confirmed for day in days)
    assert all(day.is_off for day in days)
    # 1 May 2027 is a Saturday: Monday 3 May instead (Art. 111.3). Tết from Friday 5 February to
    # Tuesday 9; its Saturday and Sunday are made good on Wednesday 10 and Thursday 11.
    off = [
        date(2027, 5, 3),
        date(2027, 2, 10),
        date(2027, 2, 11),
        date(2027, 11, 24),
        date(2027, 4, 16),
    ]
    assert all(day in named for day in off)
    assert date(2027, 2, 12) not in named
    assert named[date(2027, 5, 3)] == "Ngày Quốc tế Lao động (nghỉ bù)"


def test_what_the_law_leaves_to_a_notice_is_named_not_guessed() -> None:
    days, missing = proposed_days(2031)
    assert missing == ("tet", "hung_kings")
    assert date(2031, 1, 1) in {day.on for day in days}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("07:30-11:30, 13:00-17:00", [("07:30", "11:30", True), ("13:00", "17:00", True)]),
        ("7h30 – 11h30; 13h00–16h30", [("07:30", "11:30", True), ("13:00", "16:30", True)]),
        ("08:00-11:00 mở", [("08:00", "11:00", False)]),
        ("", []),
    ],
)
def test_hours_as_someone_writes_them(typed: str, read: list[tuple[str, str, bool]]) -> None:
    rows = read_hours(6, typed)
    assert [(f"{r.opens:%H:%M}", f"{r.closes:%H:%M}", r.counts) for r in rows] == read
    again = read_hours(6, write_hours(rows, 6, date(2026, 11, 25)))
    assert again == rows


@pytest.mark.parametrize(
    "typed", ["7-11", "07:30", "25:00-26:00", "07:30-11:30 nghỉ", "07:60-08:00"]
)
def test_hours_that_cannot_be_read(typed: str) -> None:
    with pytest.raises(HoursUnreadable):
        read_hours(1, typed)


def test_other_hours_from_a_day_on_leave_the_days_before() -> None:
    before = shipped().hours
    after = hours_from(before, {1: read_hours(1, "8:00-12:00")}, date(2026, 12, 1))
    calendar = replace(shipped(), hours=after).working()
    assert f"{calendar.close_of(date(2026, 11, 30)):%H:%M}" == "17:00"
    assert f"{calendar.close_of(date(2026, 12, 7)):%H:%M}" == "12:00"
    assert not calendar.is_working(date(2026, 12, 1))
    assert hours_from(before, {1: read_hours(1, "8:00-12:00")}, None) == read_hours(1, "8:00-12:00")


def test_a_year_and_its_first_day_are_no_day_twice() -> None:
    rows, faults = read_notice(HEAD + "2028,year,,,no\n2028-01-01,off,Tết,,no\n")
    assert not faults
    assert calendar_faults(put_over(shipped(), rows)) == ()


def test_a_day_opens_no_year_that_nobody_asked_for() -> None:
    rows, faults = read_notice(HEAD + "2028-01-01,off,Tết,,no\n")
    assert not faults
    (fault,) = calendar_faults(put_over(shipped(), rows))
    assert fault.code == "day_outside_years"


@pytest.mark.parametrize("text", ["date;kind;name\r\n27/11/2026;nghỉ;Bão, lũ\r\n"])
def test_a_spreadsheets_semicolons_and_line_ends_are_read(text: str) -> None:
    (row,), faults = read_notice("\ufeff" + text)
    assert not faults
    assert (row.on, row.name, row.line) == (date(2026, 11, 27), "Bão, lũ", 2)
