"""Both demo desks counted once more from their journals: figures, money, books, sheets and seals agree."""

import hashlib
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from onestop_desktop.domain.seal import Seal
from tests.support.demo import Demo
from tests.support.recount import Told, count, journal

CASH = "cash"


@pytest.fixture(params=["reference_demo", "demo_today"])
def demo(request: pytest.FixtureRequest) -> Demo:
    """Each of the two."""
    found: Demo = request.getfixturevalue(request.param)
    return found


def days_of(demo: Demo) -> tuple[date, date]:
    """The first day anything was received, and the day the demo stands at."""
    ((first,),) = demo.sql("SELECT min(date(received_at, '+7 hours')) FROM dossier")
    return date.fromisoformat(first), demo.made.at.date()


def months_of(demo: Demo) -> list[tuple[date, date]]:
    """Every month of the demo, the last one up to its day."""
    first, today = days_of(demo)
    found, begins = [], first.replace(day=1)
    while begins <= today:
        following = (begins + timedelta(31)).replace(day=1)
        found.append((begins, min(following - timedelta(1), today)))
        begins = following
    return found


def test_every_period_says_what_the_journal_says_and_adds_up(demo: Demo) -> None:
    mine = count(journal(demo))
    first, today = days_of(demo)
    single = [(day, day) for day in (first, today, today - timedelta(1), today - timedelta(5))]
    for begins, ends in [(first, today), *months_of(demo), *single]:
        period = demo.services.counter.read_period(begins, ends)
        expected = mine.figures(begins, ends)
        told = {name: getattr(period.figures, name) for name in expected}
        assert told == expected, (begins, ends)
        assert period.open == mine.open_at(ends)
        assert period.carried == mine.open_at(begins - timedelta(1))
        assert expected["received"] + period.carried == (
            sum(expected[name] for name in ("early", "on_time", "late"))
            + expected["not_counted"]
            + period.open
        )


def test_the_board_says_what_the_journal_says(demo: Demo) -> None:
    mine, board = count(journal(demo)), demo.services.counter.read_board()
    today = demo.made.at.date()
    assert board.at == demo.made.at
    for period, first in (
        ("day", today),
        ("month", today.replace(day=1)),
        ("year", today.replace(month=1, day=1)),
    ):
        expected = mine.figures(first, today)
        figures = board.of(period)
        assert {name: getattr(figures, name) for name in expected} == expected, period
    assert {each.row.code for each in board.now.overdue} == mine.late_at(demo.made.at)
    not_settled = {
        row.code for rows in board.now.waiting.values() for row in rows if row.state != "settled"
    }
    assert not_settled >= {code for code, life in mine.lives.items() if life.is_open(today)}


def test_the_reference_desks_head_figure_is_1591_and_100_percent(reference_demo: Demo) -> None:
    first, today = days_of(reference_demo)
    period = reference_demo.services.counter.read_period(date(2021, 1, 4), date(2021, 8, 3))
    assert (first, today) == (date(2021, 1, 4), date(2021, 8, 3))
    figures = period.figures
    assert (figures.settled, figures.share, figures.late) == (1591, 100.0, 0)
    board = reference_demo.services.counter.read_board()
    assert (board.year.settled, board.year.share, board.year.late) == (1591, 100.0, 0)


def test_each_months_statement_is_the_sum_of_its_entries(demo: Demo) -> None:
    for first, _last in months_of(demo):
        statement = demo.services.counter.read_statement(first.year, first.month)
        lines = demo.sql(
            "SELECT json_extract(f.facts, '$.procedure'), sum(json_extract(f.facts, '$.amount')), "
            "sum(e.step = 'take_fee'), sum(e.step = 'refund') "
            "FROM entry e JOIN entry_facts f USING (sequence) "
            "WHERE e.step IN ('take_fee', 'refund') "
            "AND strftime('%Y-%m', e.happened_at, '+7 hours') = ? GROUP BY 1 ORDER BY 1",
            f"{first:%Y-%m}",
        )
        told = [
            (line.procedure, line.total, line.payments, line.refunds) for line in statement.lines
        ]
        assert told == lines
        assert statement.total == sum(line[1] for line in lines)


def test_receipts_are_numbered_without_a_gap_each_year(demo: Demo) -> None:
    given: dict[int, list[int]] = defaultdict(list)
    for each in journal(demo):
        if each.step == "take_fee":
            given[each.facts["year"]].append(each.facts["number"])
    assert given
    for numbers in given.values():
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_books_hold_each_certification_once_and_name_what_is_spoilt(demo: Demo) -> None:
    told = journal(demo)
    written = [
        (each["book"], each["year"], each["number"], entry.dossier, each["title"], each["fee"])
        for entry in told
        if entry.step == "settle"
        for each in entry.facts.get("certificates", ())
    ]
    kept = demo.sql("SELECT book, year, number, dossier, title, fee FROM certification")
    assert sorted(kept) == sorted(written)
    series: dict[tuple[str, int], list[int]] = defaultdict(list)
    for book, year, number, *_rest in sorted(written):
        series[book, year].append(number)
    for numbers in series.values():
        assert numbers == list(range(1, len(numbers) + 1))
    spoilt = {
        (each.facts["book"], each.facts["year"], each.facts["number"]): each.facts["reason"]
        for each in told
        if each.step == "spoil_number"
    }
    settles = {each.sequence: each for each in told if each.step == "settle"}
    for undo in (each for each in told if each.step == "undo" and each.facts["undoes"] in settles):
        for each in settles[undo.facts["undoes"]].facts.get("certificates", ()):
            reason = undo.facts.get("reason") or "Hoàn tác"
            spoilt[each["book"], each["year"], each["number"]] = reason
    marked = demo.sql("SELECT book, year, number, spoilt FROM certification WHERE spoilt <> ''")
    assert {row[:3]: row[3] for row in marked} == spoilt
    assert all(spoilt.values())


def money_of(told: list[Told], day: date) -> dict[str, int]:
    """A day's money once more."""
    sums: Counter[str] = Counter()
    receipts = [0]
    for each in told:
        on = each.happened.date()
        amount = each.facts.get("amount", 0)
        if each.step in ("take_fee", "refund"):
            in_cash = each.facts["method"] == CASH
            if on < day:
                sums["before"] += amount * in_cash
            elif on == day:
                if in_cash and each.step == "refund":
                    sums["refunded"] -= amount
                else:
                    sums["cash" if in_cash else "transfer"] += amount
                receipts += [each.facts["number"]] * (each.step == "take_fee")
        elif each.step == "hand_cash":
            sums["before" if on < day else "handed"] += -amount if on < day else amount
    given = [number for number in receipts if number]
    return {
        **{name: sums[name] for name in ("before", "cash", "transfer", "refunded", "handed")},
        "held": sums["before"] + sums["cash"] - sums["refunded"] - sums["handed"],
        "first_receipt": min(given, default=0),
        "last_receipt": max(given, default=0),
    }


def books_of(told: list[Told], day: date) -> list[dict[str, Any]]:
    """The numbers a day gave, by book and volume, once more."""
    spoilt = {
        (each.facts["book"], each.facts["year"], each.facts["number"])
        for each in told
        if each.step == "spoil_number"
    }
    gone = {each.facts["undoes"] for each in told if each.step == "undo"}
    lines: dict[tuple[str, int], list[tuple[int, bool]]] = defaultdict(list)
    for entry in told:
        if entry.step == "settle" and entry.happened.date() == day:
            for each in entry.facts.get("certificates", ()):
                place = (each["book"], each["year"], each["number"])
                is_spoilt = place in spoilt or entry.sequence in gone
                lines[each["book"], each["volume"]].append((each["number"], is_spoilt))
    return [
        {
            "book": book,
            "volume": volume,
            "first": min(numbers)[0],
            "last": max(numbers)[0],
            "count": len(numbers),
            "spoilt": sum(is_spoilt for _, is_spoilt in numbers),
        }
        for (book, volume), numbers in sorted(lines.items())
    ]


def test_every_day_sheet_is_the_recount_of_its_day(demo: Demo) -> None:
    told = journal(demo)
    held, closed = None, []
    for at, closing in enumerate(told):
        if closing.step != "close_day":
            continue
        sheet, until, day = closing.facts, told[:at], date.fromisoformat(closing.facts["day"])
        mine = count(until)
        assert day == closing.recorded.date()
        assert sheet["figures"] == mine.figures(day, day)
        assert sheet["year"] == mine.figures(day.replace(month=1, day=1), day)
        assert sheet["open"] == mine.open_at(day)
        assert sheet["carried"] == mine.open_at(day - timedelta(1))
        assert {line["code"] for line in sheet["late"]} == mine.late_at(closing.recorded)
        assert sheet["money"] == money_of(until, day)
        assert sheet["books"] == books_of(until, day)
        assert held is None or sheet["money"]["before"] == held
        held = sheet["money"]["held"]
        closed.append(day)
    worked = sorted({each.recorded.date() for each in told if each.dossier})
    assert closed == worked[-len(closed) - 1 : -1]  # every day but the one that goes on
    assert len(closed) > 15


def test_the_seal_of_every_closed_day_confirms_the_store(demo: Demo) -> None:
    digests = dict(demo.sql("SELECT sequence, digest FROM entry"))
    closings = [each for each in journal(demo) if each.step == "close_day"]
    kinds = []
    for closing in closings:
        day = date.fromisoformat(closing.facts["day"])
        seal = demo.services.counter.read_day_seal(day)
        text = f"{day} {closing.sequence} {digests[closing.sequence]}"
        mark = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        desk = int.from_bytes(hashlib.sha256(digests[1].encode()).digest()[:4], "big") % 1_000_000
        assert seal == Seal(day, closing.sequence, desk, mark)
        kinds.append(demo.services.counter.check_seal(seal.code).kind)
    assert kinds == ["older_sheet"] * (len(closings) - 1) + ["same"]
