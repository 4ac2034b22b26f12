"""The calendar in resources/, against figures typed from the notices, never from the file."""

import csv
from datetime import date, time
from pathlib import Path

import pytest

CALENDAR = Path(__file__).resolve().parents[2] / "resources" / "calendar"

# Weekdays off, "d/m" or "d-d/m"; weekends that are holidays as well are not listed.
WEEKDAYS_OFF = {
    2019: "1/1 4-8/2 15/4 29-30/4 1/5 2/9",
    2020: "1/1 23-24/1 27-29/1 2/4 30/4 1/5 2/9",
    2021: "1/1 10-12/2 15-16/2 21/4 30/4 3/5 2-3/9",
    2022: "3/1 31/1 1-4/2 11/4 2-3/5 1-2/9",
    2023: "2/1 20/1 23-26/1 1-3/5 1/9 4/9",
    2024: "1/1 8-9/2 12-14/2 18/4 29-30/4 1/5 2-3/9",
    2025: "1/1 27-31/1 7/4 30/4 1-2/5 1-2/9",
    2026: "1-2/1 16-20/2 27/4 30/4 1/5 31/8 1-2/9 24/11",
}
WORKING_SATURDAYS = {2019: "5/1 4/5", 2024: "4/5", 2025: "26/4", 2026: "10/1 22/8"}
CERTAIN_2027 = "1/1 16/4 30/4 3/5 2/9 24/11"


def _typed(year: int, words: str) -> set[date]:
    days = set()
    for word in words.split():
        span, month = word.split("/")
        first, _, last = span.partition("-")
        days |= {date(year, int(month), day) for day in range(int(first), int(last or first) + 1)}
    return days


def _rows(name: str) -> list[dict[str, str]]:
    with (CALENDAR / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _days(year: int, kind: str) -> set[date]:
    days = {date.fromisoformat(row["date"]) for row in _rows("days.csv") if row["kind"] == kind}
    return {day for day in days if day.year == year}


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_the_days_off_are_those_of_the_notice(year: int) -> None:
    weekdays = {day for day in _days(year, "off") if day.weekday() < 5}
    assert weekdays == _typed(year, WEEKDAYS_OFF[year])


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_make_up_days_are_the_saturdays_of_the_notice(year: int) -> None:
    assert _days(year, "makeup") == _typed(year, WORKING_SATURDAYS.get(year, ""))
    assert all(day.weekday() == 5 for day in _days(year, "makeup"))


def test_2027_is_not_confirmed_and_holds_the_certain_days() -> None:
    assert _typed(2027, CERTAIN_2027) <= _days(2027, "off")
    assert {row["confirmed"] for row in _rows("days.csv") if row["date"] > "2026"} == {"yes", "no"}
    assert all(row["confirmed"] == "no" for row in _rows("days.csv") if row["date"] > "2027")
    years = {int(row["year"]): row["confirmed"] for row in _rows("years.csv")}
    assert years == {**dict.fromkeys(range(2019, 2027), "yes"), 2027: "no"}


def test_each_day_stands_once_in_order_with_a_name() -> None:
    rows = _rows("days.csv")
    assert [row["date"] for row in rows] == sorted({row["date"] for row in rows})
    assert all(row["name"] for row in rows)
    assert {row["kind"] for row in rows} == {"off", "makeup"}


def test_office_hours_are_eight_from_monday_to_friday() -> None:
    hours: dict[int, int] = {}
    for row in _rows("office_hours.csv"):
        opens, closes = time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"])
        minutes = (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
        hours[int(row["weekday"])] = hours.get(int(row["weekday"]), 0) + minutes
        assert (row["open"], row["counts"], row["from"], row["to"]) == ("yes", "yes", "", "")
    assert hours == dict.fromkeys(range(1, 6), 480)
