"""Closing the day: what is left open is told, the sheet is frozen, the seal finds another or an older store."""

import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.keep_books import SpoilNumber
from onestop_desktop.application.seal_words import seal_check_words
from onestop_desktop.application.take_money import HandCash, RefundFee
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.day_sheet import BookLine, SealedSheet
from onestop_desktop.domain.moments import read_moment
from tests.support.desk import (
    LEADER,
    OFFICER,
    Clock,
    Desk,
    make_desk,
    make_order,
    open_desk,
    plain_order,
)

TODAY = date(2026, 11, 25)


def close(desk: Desk, reason: str = "") -> SealedSheet:
    return desk.services.counter.close_day(CloseDay(OFFICER, reason)).sealed


def a_day(desk: Desk) -> None:
    """Two certifications, one dossier of three days, cash of one hand-over."""
    counter = desk.services.counter
    for _ in range(2):
        counter.certify(Certify(make_order(), OFFICER, LEADER))
    counter.spoil_number(SpoilNumber("copies", 2026, 2, "Đóng dấu nhòe", OFFICER))
    desk.receive(order=plain_order())
    counter.hand_cash(HandCash(20_000, LEADER, OFFICER))
    desk.clock.set("2026-11-25T17:05")


def test_the_sheet_holds_the_days_figures_money_books_and_what_stays_open(desk: Desk) -> None:
    a_day(desk)
    sheet = close(desk).sheet
    assert (sheet.figures["received"], sheet.figures["on_time"], sheet.figures["returned"]) == (
        3,
        2,
        2,
    )
    assert (sheet.carried, sheet.open, sheet.late, sheet.tomorrow) == (0, 1, (), ())
    assert asdict(sheet.money) == {
        "before": 0,
        "cash": 24_000,
        "transfer": 0,
        "refunded": 0,
        "handed": 20_000,
        "held": 4_000,
        "first_receipt": 1,
        "last_receipt": 2,
    }
    assert sheet.books == (BookLine("copies", 1, 1, 2, 2, 1),)
    assert sheet.unprinted == 1
    assert sheet.head["number"] == 1
    assert desk.services.verify().ok


def test_a_day_that_leaves_dossiers_unaccounted_for_needs_a_reason(desk: Desk) -> None:
    desk.receive(order=plain_order())
    desk.clock.set("2026-11-30T16:59")
    look = desk.services.counter.look_at_day()
    assert len(look.unaccounted) == 1
    last = desk.store.news(0).mark
    with pytest.raises(step_errors.DayUnaccounted) as refused:
        close(desk)
    assert refused.value.facts["count"] == 1
    assert desk.store.news(0).mark == last
    sheet = close(desk, "Lãnh đạo đi họp, sáng mai giải quyết").sheet
    assert sheet.reason == "Lãnh đạo đi họp, sáng mai giải quyết"
    assert len(sheet.tomorrow) == 1


def test_a_parked_reception_and_results_not_returned_are_told(desk: Desk) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    desk.step(code, "propose", "Lê Văn Nam", decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    desk.services.park_reception({"name": "Nguyễn"}, "Nguyễn", OFFICER)
    look = desk.services.counter.look_at_day()
    assert [row.code for row in look.to_return] == [code]
    assert len(look.parked) == 1
    with pytest.raises(step_errors.DayUnaccounted):
        close(desk)


def test_what_is_due_tomorrow_is_named_on_the_sheet(desk: Desk) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    desk.clock.set("2026-11-27T17:05")
    sheet = close(desk).sheet
    assert [line.code for line in sheet.tomorrow] == [code]
    assert sheet.tomorrow[0].due_at == "2026-11-30T17:00:00+07:00"


def test_what_is_due_later_today_is_unaccounted_for_until_it_is_settled_or_apologised(
    desk: Desk,
) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    desk.clock.set("2026-11-30T14:00")
    assert [each.row.code for each in desk.services.counter.look_at_day().unaccounted] == [code]
    with pytest.raises(step_errors.DayUnaccounted):
        close(desk)
    desk.step(code, "withdraw", reason="Đổi ý")
    assert close(desk).sheet.reason == ""


def test_a_sheet_carries_over_what_came_before_and_names_the_late_apart_from_tomorrows(
    desk: Desk,
) -> None:
    late, gone = (desk.receive(order=plain_order()).dossier.code for _ in range(2))
    desk.clock.set("2026-12-01T09:00")
    desk.step(gone, "withdraw", reason="Đổi ý")
    paid = desk.services.counter.certify(Certify(make_order(), OFFICER, LEADER)).dossier.code
    desk.services.counter.refund_fee(RefundFee(paid, "1/2026", "Thu nhầm", OFFICER, 2_000))
    sheet = close(desk, "Chờ xác minh").sheet
    assert (sheet.carried, sheet.open, sheet.figures["not_counted"]) == (2, 1, 1)
    assert ([line.code for line in sheet.late], sheet.tomorrow) == ([late], ())
    assert (sheet.figures["received"], sheet.year["received"]) == (1, 3)
    assert (sheet.money.cash, sheet.money.refunded, sheet.money.held) == (12_000, 2_000, 10_000)
    assert (sheet.money.first_receipt, sheet.money.last_receipt) == (1, 1)


def test_the_seal_of_the_newest_sheet_confirms_the_store(desk: Desk) -> None:
    a_day(desk)
    first = close(desk).seal
    desk.clock.set("2026-11-26T07:30")
    check = desk.services.counter.check_seal(first.code)
    assert (check.kind, check.good) == ("same", True)
    assert "25/11/2026" in seal_check_words(check)
    desk.receive()
    assert desk.services.counter.check_seal(first.code.lower()).good
    desk.clock.set("2026-11-26T17:05")
    desk.clock.moment = read_moment("2026-11-26T17:05")
    close(desk, "còn một hồ sơ")
    again = desk.services.counter.check_seal(first.code)
    assert (again.kind, again.latest) == ("older_sheet", date(2026, 11, 26))


def test_an_older_copy_of_the_store_is_noticed(sqlite_desk: Desk, tmp_path: Path) -> None:
    a_day(sqlite_desk)
    sqlite_desk.store.close()
    older = tmp_path / "older.sqlite"
    shutil.copyfile(sqlite_desk.address, older)
    seal = close(sqlite_desk).seal
    with_older = open_desk(str(older), Clock("2026-11-26T07:30"))
    check = with_older.services.counter.check_seal(seal.code)
    assert (check.kind, check.good) == ("older_store", False)
    assert "CŨ HƠN" in seal_check_words(check)
    # Work goes on over the old copy, past that entry: another entry stands in its place.
    with_older.receive()
    with_older.receive()
    assert with_older.services.counter.check_seal(seal.code).kind == "differs"
    with_older.store.close()


def test_the_sheet_of_another_desk_is_noticed(sqlite_desk: Desk, tmp_path: Path) -> None:
    other = make_desk(str(tmp_path / "other.sqlite"))
    seal = close(other).seal
    other.store.close()
    for _ in range(3):
        sqlite_desk.receive()
    assert sqlite_desk.services.counter.check_seal(seal.code).kind == "other_desk"


def test_an_entry_changed_below_the_seal_is_noticed(sqlite_desk: Desk) -> None:
    a_day(sqlite_desk)
    seal = close(sqlite_desk).seal
    sqlite_desk.sql("DROP TRIGGER entry_no_update")
    sqlite_desk.sql("UPDATE entry SET digest = ? WHERE sequence = ?", "0" * 64, seal.entries)
    assert sqlite_desk.services.counter.check_seal(seal.code).kind == "differs"


def test_a_day_closed_twice_has_the_later_sheet(desk: Desk) -> None:
    first = close(desk)
    desk.receive()
    second = close(desk, "nhận thêm một hồ sơ")
    assert desk.services.counter.read_sheet(TODAY) == second
    assert second.sheet.figures["received"] == first.sheet.figures["received"] + 1
    assert desk.services.counter.read_day_seal(TODAY) == second.seal


def test_the_sheet_of_a_nothing_on_record_has_no_number_and_the_figures_of_that_day(
    desk: Desk,
) -> None:
    code = desk.receive(order=plain_order()).dossier.code
    desk.clock.set("2026-11-26T09:00")
    desk.step(code, "withdraw", reason="Đổi ý")
    desk.receive()
    sealed = desk.services.counter.read_sheet(TODAY)
    assert sealed.sheet.head["number"] == 0
    assert (sealed.sheet.figures["received"], sealed.sheet.open) == (1, 1)
    assert sealed.seal.entries == 2  # the desk's opening, the reception
    with pytest.raises(step_errors.DayInFuture):
        desk.services.counter.read_sheet(date(2026, 11, 27))
    with pytest.raises(step_errors.NothingOnRecord):
        desk.services.counter.read_day_seal(date(2026, 11, 24))


def test_a_reason_of_strange_letters_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    last = desk.store.news(0).mark
    with pytest.raises(errors.HiddenCharacter):
        close(desk, "a\u202eb")
    with pytest.raises(errors.FieldTooLong):
        close(desk, "a" * 1001)
    assert desk.store.news(0).mark == last
