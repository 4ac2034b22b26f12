"""The registers on paper: months and closings of certification books, the tracking book of any length."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from onestop_desktop.domain.book_facts import book_totals
from onestop_desktop.domain.books import SYMBOLS, Book
from onestop_desktop.domain.register_words import TITLES
from onestop_desktop.forms.registry import draw_form
from onestop_desktop.forms.wrapping import wide_of, wrapped
from tests.forms import register_facts as facts
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"
BOOK_COLUMNS = (
    "Số chứng thực Ngày chứng thực Người yêu cầu chứng thực Tên giấy tờ, văn bản Số trang Số bản "
    "Phí (đồng) Người ký chứng thực Ghi chú"
)
TRACKING_COLUMNS = (
    *("STT", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Địa chỉ, số điện thoại"),
    *("Cơ quan chủ trì", "Nhận hồ sơ", "Hẹn trả", "Trả kết quả"),
    *("Phương thức nhận kết quả", "Ký nhận"),
)


def stand_in_order(text: str, *fields: str) -> None:
    at = 0
    for field in fields:
        found = text.find(field, at)
        assert found >= 0, f"{field!r} is not after {text[max(0, at - 60) : at]!r} in {text}"
        at = found + len(field)


# -- a month of a certification book
def test_a_month_has_every_number_its_totals_and_who_signs() -> None:
    pdf = draw_form("book", facts.month())
    assert page_size(pdf) == (297, 210)
    stand_in_order(
        " ".join(texts(pdf)).replace("Sốtrang", "Số trang"),
        "Quyển số: 01/2026-SCT/BS",
        "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH Tháng 11 năm 2026",
        BOOK_COLUMNS,
        "101 18/11/2026 Công ty TNHH Một thành viên Thương mại Bùi Xá Căn cước công dân 2 1 4.000",
        "105 22/11/2026",
        "Số hỏng: Đóng dấu nhòe, cấp lại số khác",
        "Cộng tháng 11: 09 số, từ số 101 đến số 109, trong đó 01 số hỏng; 15 bản; phí 72.000 đồng.",
        "hết tháng 11: 12 số, từ số 98 đến số 109, trong đó 01 số hỏng; 21 bản; phí 100.000 đồng.",
        "NGƯỜI GHI SỔ",
        facts.CLERK,
        "NGƯỜI THỰC HIỆN CHỨNG THỰC",
    )


@pytest.mark.parametrize("book", Book)
def test_each_book_has_its_title_and_sign(book: Book) -> None:
    text = texts(draw_form("book", facts.month(2, book=book)))[0]
    assert TITLES[book] in text
    assert f"Quyển số: 01/2026-{SYMBOLS[book]}" in text


@pytest.mark.parametrize("count", [0, 1, 8, 9, 200])
def test_numbers_flow_and_every_page_has_its_number_and_head(count: int) -> None:
    pages = texts(draw_form("book", facts.month(count, spoilt=-1)))
    whole = " ".join(pages)
    for number in range(101, 101 + count):
        assert f" {number} {1 + number % 28:02d}/11/2026 " in whole
    for at, page in enumerate(pages, start=1):
        assert f"Trang {at}/{len(pages)}" in page
        assert "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH" in page
        assert "Người yêu cầu chứng thực" in page
    if count:
        assert f" {100 + count} " in pages[-1]  # the signatures never stand alone
    assert "NGƯỜI GHI SỔ" in pages[-1]
    assert ("Không cấp số chứng thực nào." in whole) == (count == 0)


def test_a_volume_that_begins_within_the_month_is_told_where_it_begins() -> None:
    month = facts.month(4)
    lines = (*month.lines[:2], *(replace(line, volume=2) for line in month.lines[2:]))
    text = texts(draw_form("book", replace(month, lines=lines, volumes=(1, 2))))[0]
    stand_in_order(
        text,
        *("Quyển số: 01, 02/2026-SCT/BS", "Quyển số 01/2026-SCT/BS", "102 19/11/2026"),
        *("Quyển số 02/2026-SCT/BS", "103 20/11/2026"),
    )


def test_an_endless_title_is_kept_whole_and_strange_signs_are_letters() -> None:
    title = " ".join(f"phần{n}" for n in range(300))
    line = replace(
        facts.month(1).lines[0], title=title, applicant="<b>A</b> & Co\u0302ng", spoilt="x" * 90
    )
    there = " ".join(texts(draw_form("book", replace(facts.month(1), lines=(line,)))))
    assert [word for word in title.split() if word not in there.split()] == []
    assert "<b>A</b> & Công" in there
    assert there.count("x") >= 90


def test_equal_facts_are_equal_bytes_and_a_reprint_differs_by_its_mark() -> None:
    for form, of in (("book", facts.month(30)), ("book_closing", facts.closing())):
        first, second = (draw_form(form, of) for _ in range(2))
        assert first == second
        again = texts(draw_form(form, of, reprint=2))
        assert "(Bản in lại 2)" in again[0]
        assert [page.replace("(Bản in lại 2) ", "") for page in again] == texts(first)


# -- the closing of a year
def test_the_closing_says_what_the_months_come_to() -> None:
    closing = facts.closing()
    pdf = draw_form("book_closing", closing)
    assert page_count(pdf) == 1
    stand_in_order(
        texts(pdf)[0],
        *("Sổ: 2026-SCT/BS", "Khóa sổ năm 2026", "16 giờ 45 phút, ngày 31 tháng 12 năm 2026"),
        "Từ số 01 21 41",
        "Trong đó số hỏng 0 0 1",
        "Phí (đồng)",
        "Tổng cộng: 240 số, từ số 01 đến số 240, trong đó 04 số hỏng; 473 bản; phí 2.208.000 đồng.",
        "Bằng chữ: Hai triệu hai trăm linh tám nghìn đồng.",
        "Số quyển của năm: 02.",
        *("NGƯỜI THỰC HIỆN CHỨNG THỰC", facts.LEADER),
    )
    for name in ("numbers", "spoilt", "copies", "fee"):
        assert sum(getattr(each, name) for each in closing.months) == getattr(
            closing.year_totals, name
        )
    assert [a.last + 1 for a in closing.months[:-1]] == [b.first for b in closing.months[1:]]


def test_a_year_of_nothing_is_closed_too_and_a_huge_one_fits() -> None:
    empty = facts.closing(1)
    none = replace(empty, months=(book_totals(()),) * 12, year_totals=book_totals(()))
    assert "Tổng cộng: không có số nào." in texts(draw_form("book_closing", none))[0]
    huge = replace(empty.year_totals, numbers=1_234_567, first=1, last=1_234_567, fee=9_876_543_210)
    pdf = draw_form("book_closing", replace(empty, months=(huge,) * 12, year_totals=huge))
    assert page_count(pdf) == 1
    assert "9.876.543.210" in texts(pdf)[0].replace(" ", "")


# -- the tracking book
def test_form_07_has_every_column_and_the_numbers_of_the_slips() -> None:
    lines = [
        facts.tracked(1),
        facts.tracked(2, returned_at="", receiver="", state="in_process", return_by="post"),
        facts.tracked(3, returned_at="", receiver="", state="voided"),
        facts.tracked(4, volume="02"),
    ]
    pdf = draw_form("07", facts.tracking_head(), lines=lines)
    assert page_size(pdf) == (297, 210)
    text = " ".join(texts(pdf))
    for column in TRACKING_COLUMNS:
        assert column in text
    stand_in_order(
        text,
        *("Số: 0003/STD-TTPVHCC", "SỔ THEO DÕI HỒ SƠ Lĩnh vực Hộ tịch, năm 2026"),
        *("Nhận và trả kết quả", "Quyển số 01", "1 H99.99.99- 261125-0001"),
        *("09:00 25/11/2026 16:30 30/11/2026 10:15 27/11/2026 Trực tiếp H'Nưr Êban",),
        *("16:30 30/11/2026 Bưu chính công ích", "16:30 30/11/2026 Tiếp nhận nhầm,"),
        *("Quyển số 02", "4 H99.99.99- 261125-0004", "Tổng số: 04 hồ sơ.", "NGƯỜI GHI SỔ"),
    )


def test_form_07_of_2021_has_its_suffix_and_an_empty_one_prints() -> None:
    (text,) = texts(draw_form("07", facts.tracking_head("2021")))
    for words in ("Số: 0003/STD-TNHS", "Chưa có hồ sơ nào.", "Tổng số: 00 hồ sơ."):
        assert words in text


def test_a_long_register_goes_into_a_file_as_it_does_into_memory() -> None:
    lines = [facts.tracked(number) for number in range(1, 301)]
    into = BytesIO()
    assert draw_form("07", facts.tracking_head(), lines=iter(lines), into=into) == b""
    pdf = into.getvalue()
    assert pdf == draw_form("07", facts.tracking_head(), lines=lines)
    pages = texts(pdf)
    assert [f"Trang {at}/{len(pages)}" in page for at, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    numbers = [int(line) for page in pages for line in _numbers(page)]
    assert numbers == list(range(1, 301))
    for page in pages[1:]:
        assert "SỔ THEO DÕI HỒ SƠ Lĩnh vực Hộ tịch, năm 2026" in page
        assert "Cơ quan chủ trì" in page


def _numbers(page: str) -> list[str]:
    words = page.split()
    return [number for number, code in pairwise(words) if code == "H99.99.99-"]


# -- text that is parted by its words' widths
def test_lines_are_never_wider_than_their_cell_and_nothing_is_lost() -> None:
    texts_ = ("Nguyễn Thị Đường", "H99.99.99-261125-0001", "x" * 99, "a\nb", " ", "Ẵ" * 40)
    for text in texts_:
        for breadth in (20.0, 45.0, 200.0):
            lines = wrapped(text, breadth, 9)
            assert all(wide_of(line) * 9 / 1000 <= breadth + 0.01 for line in lines)
            assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


# -- looked at by eye
@pytest.mark.parametrize("page", [0, 1])
def test_a_month_looks_as_it_was_approved(page: int, golden: Golden) -> None:
    pdf = draw_form("book", facts.month(), reprint=page and 1)
    golden(GOLDEN / f"book-month-{page + 1}.png", picture(pdf, 80, page))


def test_an_empty_month_looks_as_it_was_approved(golden: Golden) -> None:
    month = facts.month(0, book=Book.SIGNATURES)
    golden(GOLDEN / "book-empty.png", picture(draw_form("book", month), 60))


def test_a_closing_looks_as_it_was_approved(golden: Golden) -> None:
    golden(GOLDEN / "book-closing.png", picture(draw_form("book_closing", facts.closing()), 80))


@pytest.mark.parametrize("page", [0, 1])
def test_a_tracking_book_looks_as_it_was_approved(page: int, golden: Golden) -> None:
    long = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất " * 9
    lines = [
        *(facts.tracked(number) for number in range(1, 4)),
        facts.tracked(4, returned_at="", receiver="", state="withdrawn", procedure=long),
        facts.tracked(5, volume="02", phone="", returned_at="", receiver="", state="in_process"),
    ]
    pdf = draw_form("07", facts.tracking_head(), lines=lines)
    golden(GOLDEN / f"tracking-{page + 1}.png", picture(pdf, 80, page))
