"""The day sheet and the board on paper: figures that add up, the seal read back, the charts in grey."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from onestop_desktop.application.board_shapes import board_pages
from onestop_desktop.application.certify import Certify
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.domain.day_sheet import SealedSheet, SheetLine
from onestop_desktop.forms.registry import draw_form
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, make_order, plain_order
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"


def sealed(desk: Desk, **changes: Any) -> SealedSheet:
    """A closed day with a bit of everything; its seal as of a journal whose digests are fixed."""
    counter = desk.services.counter
    counter.certify(Certify(make_order(), OFFICER, LEADER))
    for _ in range(3):
        desk.receive(order=plain_order())
    done = counter.close_day(CloseDay(OFFICER, "Lãnh đạo đi họp")).sealed
    return replace(
        done, sheet=replace(done.sheet, **changes), seal=replace(done.seal, mark=5, desk=7)
    )


def test_the_sheet_says_the_balance_the_money_the_books_and_the_seal(sqlite_desk: Desk) -> None:
    done = sealed(sqlite_desk)
    pdf = draw_form("day_sheet", done)
    whole = " ".join(texts(pdf))
    for words in (
        "TỜ TỔNG HỢP CUỐI NGÀY",
        "Thứ Tư 25/11/2026",
        "Số: 0001/THN-TTPVHCC",
        "0 chuyển sang + 4 tiếp nhận = 1 giải quyết + 0 không tính + 3 còn mở.",
        "đầu ngày 0 đồng + thu 12.000 đồng − hoàn 0 đồng − bàn giao 0 đồng = còn trong két 12.000 đồng",
        "Biên lai 000001/2026 đến 000001/2026.",
        "SCT/BS quyển 01: số 01 đến 01 (1 số)",
        "Lãnh đạo đi họp",
        done.seal.words,
        done.seal.code,
        "LÃNH ĐẠO",
    ):
        assert words in whole, words
    assert page_size(pdf) == (210, 297)
    assert ("QRCode", done.seal.code) in codes(printed(pdf, 203))


def test_a_sheet_not_closed_says_so_and_has_no_number(sqlite_desk: Desk) -> None:
    done = sealed(sqlite_desk)
    sheet = replace(done.sheet, head={**done.sheet.head, "number": 0}, officer="")
    (text,) = texts(draw_form("day_sheet", replace(done, sheet=sheet)))
    assert "(chưa kết thúc ngày)" in text
    assert "Số: …" in text


def test_hundreds_of_late_dossiers_flow_and_the_seal_stays_whole(sqlite_desk: Desk) -> None:
    line = SheetLine(
        "H99.99.99-261125-0001", "Thủ tục " * 20, "<b>A</b> & Con", "2026-11-25T17:00:00+07:00"
    )
    done = sealed(sqlite_desk, late=(line,) * 200)
    pages = texts(draw_form("day_sheet", done))
    assert len(pages) > 5
    assert done.seal.code in pages[-1]
    assert "LÃNH ĐẠO" in pages[-1]
    assert " ".join(pages).count("<b>A</b> & Con") == 200


def test_equal_facts_give_equal_bytes(sqlite_desk: Desk) -> None:
    done = sealed(sqlite_desk)
    assert draw_form("day_sheet", done) == draw_form("day_sheet", done)


def test_the_sheet_looks_as_it_was_approved(sqlite_desk: Desk, golden: Golden) -> None:
    line = SheetLine(
        "H99.99.99-261124-0003",
        "Đăng ký lại khai sinh",
        "Đỗ Thị Ngưỡng",
        "2026-11-24T17:00:00+07:00",
    )
    pdf = draw_form("day_sheet", sealed(sqlite_desk, late=(line,), tomorrow=(line, line)))
    golden(GOLDEN / "day-sheet.png", picture(pdf, 80))


def test_the_board_prints_its_charts_a_page_each(sqlite_desk: Desk, golden: Golden) -> None:
    sealed(sqlite_desk)
    code = sqlite_desk.receive(order=plain_order()).dossier.code
    sqlite_desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    sqlite_desk.step(code, "settle", LEADER)
    board = sqlite_desk.services.counter.read_board()
    pdf = draw_form("board", board_pages(board, "vi"))
    pages = texts(pdf)
    assert page_count(pdf) == 3
    assert page_size(pdf) == (297, 210)
    assert "2 trên 2" in pages[0]
    assert "số liệu đến 09:00 25/11/2026" in pages[0]
    assert "Chứng thực bản sao từ bản chính" in pages[1]
    assert SPECIALIST in pages[2]
    golden(GOLDEN / "board-day.png", picture(pdf, 60))
    golden(GOLDEN / "board-officers.png", picture(pdf, 60, 2))
