"""The reference desk: 1,591 dossiers settled in time from January to the third of August 2021."""

import json
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import pytest

from onestop_desktop.application.demo_desk import MakeDemo, make_demo
from onestop_desktop.domain.errors import StoreExists
from onestop_desktop.domain.moments import VIETNAM
from onestop_desktop.persistence.first_page import own_clock
from tests.support.demo import OFFICE_HOURS, Demo, days_off, vietnamese
from tests.support.desk import Clock, Desk, open_desk

OPENED = datetime(2021, 8, 3, 9, 30, tzinfo=VIETNAM)
STANDS = "2021-08-03T02:30:00Z"


@pytest.fixture
def demo(reference_demo: Demo) -> Demo:
    """The reference desk; the tests only look at it."""
    return reference_demo


def test_exactly_1591_are_settled_and_a_handful_is_open(demo: Demo) -> None:
    assert demo.sql("SELECT count(settled_at) FROM dossier") == [(1591,)]
    states = demo.counts("state")
    still_open = demo.made.dossiers - 1591
    assert 6 <= still_open <= 12
    assert states["returned"] + states["settled"] == 1591
    assert 1 <= states["settled"] <= 12
    rest = {name: count for name, count in states.items() if name not in ("returned", "settled")}
    assert set(rest) == {"received", "in_process", "awaiting_papers"}
    assert sum(rest.values()) == still_open
    came = demo.sql(
        "SELECT count(*) FROM dossier WHERE settled_at IS NULL AND received_at >= ?", "2021-08-03"
    )
    assert came[0][0] >= 3


def test_every_one_is_settled_early_or_on_time(demo: Demo) -> None:
    assert set(demo.counts("verdict")) == {"early", "on_time", ""}
    assert demo.counts("verdict")["early"] > 200
    late = demo.sql(
        "SELECT code FROM dossier WHERE date(settled_at, '+7 hours') > date(due_at, '+7 hours')"
    )
    assert late == []
    overdue = demo.sql("SELECT code FROM dossier WHERE settled_at IS NULL AND due_at <= ?", STANDS)
    assert overdue == []
    missed = demo.sql(
        "SELECT code FROM dossier WHERE settled_at > promised_at AND settled_at > received_at"
    )
    assert missed == []


def test_the_year_begins_on_4_january_and_stands_at_half_past_nine(demo: Demo) -> None:
    ((first, last),) = demo.sql("SELECT min(settled_at), max(settled_at) FROM dossier")
    assert vietnamese(first).date().isoformat() == "2021-01-04"
    assert vietnamese(last) <= OPENED
    assert demo.sql("SELECT max(recorded_at) FROM entry") == [(STANDS,)]
    assert demo.made.at == OPENED
    assert own_clock(str(demo.path)) == STANDS
    assert demo.services.view_desk().agency.demo_clock


def test_only_a_demo_has_a_clock_of_its_own(sqlite_desk: Desk, tmp_path: Path) -> None:
    sqlite_desk.receive()
    assert own_clock(sqlite_desk.address) == ""
    assert own_clock(str(tmp_path / "none.sqlite")) == ""


def test_nothing_happens_on_days_off_or_outside_office_hours(demo: Demo) -> None:
    off = days_off(2021)
    moments = [vietnamese(at) for (at,) in demo.sql("SELECT recorded_at FROM entry")]
    assert len(moments) > 7000
    assert not [at for at in moments if at.date() in off or at.weekday() > 4]
    assert all(any(opens <= at.time() < closes for opens, closes in OFFICE_HOURS) for at in moments)
    assert moments == sorted(moments)


def test_mondays_and_the_weeks_before_tet_are_busier(demo: Demo) -> None:
    came = [vietnamese(at) for (at,) in demo.sql("SELECT received_at FROM dossier")]
    week = Counter(at.weekday() for at in came)
    assert week[0] > max(week[day] for day in (1, 2, 3, 4))
    days = Counter(at.date() for at in came)
    before_tet = [count for day, count in days.items() if "2021-01-25" <= str(day) <= "2021-02-09"]
    assert sum(before_tet) / len(before_tet) > 1.25 * 1591 / len(days)


def test_the_journal_and_its_copies_hold(demo: Demo) -> None:
    check = demo.services.verify()
    assert check.ok
    assert check.faults == ()


def test_each_certification_stands_once_in_its_book_numbered_without_a_gap(demo: Demo) -> None:
    rows = demo.sql("SELECT book, number, dossier, title FROM certification ORDER BY book, number")
    books: dict[str, list[int]] = defaultdict(list)
    for book, number, _dossier, _title in rows:
        books[book].append(number)
    assert set(books) == {"copies", "signatures", "translations", "deeds"}
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in books.values())
    assert len({(dossier, title) for _book, _number, dossier, title in rows}) == len(rows)
    lane = demo.sql(
        "SELECT code FROM dossier WHERE procedure IN (SELECT DISTINCT d.procedure FROM dossier d "
        "JOIN certification c ON c.dossier = d.code)"
    )
    assert {code for (code,) in lane} == {row[2] for row in rows}
    assert 0.7 < len(lane) / demo.made.dossiers < 0.8


def test_every_known_fee_is_paid_once_and_the_till_is_emptied(demo: Demo) -> None:
    paid = dict(demo.sql("SELECT dossier, sum(amount) FROM payment GROUP BY 1"))
    facts = demo.sql(
        "SELECT e.dossier, f.facts FROM entry e JOIN entry_facts f USING (sequence) "
        "WHERE e.step = 'receive'"
    )
    owed = {code: json.loads(told)["fee"]["amount"] for code, told in facts}
    assert paid == {code: amount for code, amount in owed.items() if amount}
    handed = [
        json.loads(told)["amount"]
        for (told,) in demo.sql(
            "SELECT f.facts FROM entry e JOIN entry_facts f USING (sequence) WHERE e.step = 'hand_cash'"
        )
    ]
    assert len(handed) >= 20
    held = demo.services.counter.read_cash(OPENED.date()).held
    assert sum(handed) + held == sum(paid.values())
    assert 0 < held < sum(paid.values()) / 20


def test_who_stands_in_for_the_leader_signs_under_a_delegation(demo: Demo) -> None:
    signed = demo.sql("SELECT DISTINCT officer FROM entry WHERE step = 'settle'")
    assert {name for (name,) in signed} == {"Lưu Đình Minh", "Đỗ Văn Nam", "Vũ Thị Hường"}
    assert demo.sql("SELECT count(*) FROM delegation") == [(2,)]


def test_no_store_is_written_over_and_one_called_off_leaves_none(
    demo: Demo, tmp_path: Path
) -> None:
    def again(path: Path) -> object:
        clock = Clock()
        desk = open_desk(str(path), clock)
        return make_demo(
            MakeDemo(),
            store=desk.store,
            draw_secret=desk.services.draw_secret,
            passwords=desk.services.passwords,
            read_resource=desk.services.read_resource,
            set_clock=lambda moment: clock.set(moment.isoformat()),
            progress=lambda _done, _whole: False,
        )

    with pytest.raises(StoreExists):
        again(demo.path)
    assert demo.services.verify().ok
    assert again(tmp_path / "new.sqlite") is None
    assert list(tmp_path.iterdir()) == []
