"""The month's statement and the record of cash on paper."""

from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desktop.domain.money_facts import amount_in_words
from onestop_desktop.forms.registry import draw_form
from tests.forms import register_facts as facts
from tests.forms.test_registers import stand_in_order
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"


def test_a_statement_has_each_kind_of_fee_and_what_goes_to_the_treasury() -> None:
    pdf = draw_form("statement", facts.statement(*facts.november()))
    assert (page_size(pdf), page_count(pdf)) == ((297, 210), 1)
    stand_in_order(
        texts(pdf)[0],
        *("Số: 0011/BK-TTPVHCC", "BẢNG KÊ PHÍ, LỆ PHÍ ĐÃ THU Tháng 11 năm 2026"),
        *("Từ ngày 01/11/2026 đến ngày 30/11/2026.",),
        *("Biên lai từ số 000012/2026 đến số 000045/2026.",),
        *("Số biên lai Tiền mặt Chuyển khoản Đã hoàn trả Còn phải nộp",),
        *("1 2.000815", "28 336.000 0 0 336.000"),
        *("2 2.000884 Chứng thực chữ ký 5 50.000 0 10.000 (1 lần) 40.000",),
        *("3 2.001035", "1 0 50.000 0 50.000"),
        *("Cộng 34 386.000 50.000 10.000 (1 lần) 426.000",),
        *("426.000 đồng (Bằng chữ: Bốn trăm hai mươi sáu nghìn đồng).", "05/12/2026"),
        *("NGƯỜI LẬP", facts.CLERK, "THỦ TRƯỞNG ĐƠN VỊ"),
    )


def test_a_month_without_fees_and_one_of_refunds_alone_print() -> None:
    (empty,) = texts(draw_form("statement", facts.statement()))
    for words in ("Trong tháng không có biên lai nào.", "không thu khoản nào.", "Không đồng"):
        assert words in empty
    back = facts.payment(7, amount=-12_000, reason="Thu nhầm")
    (refunds,) = texts(draw_form("statement", facts.statement(back)))
    assert "phải nộp: -12.000 đồng." in refunds


def test_december_is_due_in_january() -> None:
    made = facts.statement()
    of = replace(
        made.statement,
        first=made.statement.first.replace(month=12),
        last=made.statement.last.replace(month=12, day=31),
    )
    assert "05/01/2027" in texts(draw_form("statement", replace(made, statement=of)))[0]


def test_many_kinds_flow_over_pages() -> None:
    many = [
        facts.payment(n, procedure=f"3.{n:06d}", procedure_name=f"Loại phí thứ {n} " * 12)
        for n in range(1, 61)
    ]
    pages = texts(draw_form("statement", facts.statement(*many)))
    assert len(pages) > 2
    whole = " ".join(pages)
    assert all(f"{n} 3.{n:06d} Loại phí thứ {n}" in whole for n in range(1, 61))
    assert "Cộng 60 720.000" in pages[-1]


def test_a_record_of_cash_names_both_and_the_amount_in_words() -> None:
    pdf = draw_form("cash", facts.cash())
    assert page_size(pdf) == (210, 297)
    stand_in_order(
        texts(pdf)[0],
        *("Số: 0007/BBBG-TTPVHCC", "BIÊN BẢN BÀN GIAO TIỀN MẶT"),
        *("16 giờ 45 phút, ngày 30 tháng 11 năm 2026",),
        *("Bên giao: Trần Thị Hoa", "Bên nhận: Vũ Thị Lan", "1.234.000 đồng"),
        *("Một triệu hai trăm ba mươi tư nghìn đồng", "NGƯỜI GIAO", "NGƯỜI NHẬN"),
    )


def test_equal_facts_are_equal_bytes_and_a_reprint_is_marked() -> None:
    for form, of in (("statement", facts.statement(*facts.november())), ("cash", facts.cash())):
        first, second = (draw_form(form, of) for _ in range(2))
        assert first == second
        assert "(Bản in lại 1)" in texts(draw_form(form, of, reprint=1))[0]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (105, "Một trăm linh năm đồng"),
        (64_000, "Sáu mươi tư nghìn đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (2_015_005, "Hai triệu không trăm mười lăm nghìn không trăm linh năm đồng"),
        (25_000_104_000, "Hai mươi lăm tỷ một trăm linh bốn nghìn đồng"),
    ],
)
def test_amounts_are_spelt_as_people_say_them(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


def test_a_statement_looks_as_it_was_approved(golden: Golden) -> None:
    pdf = draw_form("statement", facts.statement(*facts.november()))
    golden(GOLDEN / "statement.png", picture(pdf, 80))


def test_a_record_of_cash_looks_as_it_was_approved(golden: Golden) -> None:
    golden(GOLDEN / "cash.png", picture(draw_form("cash", facts.cash()), 80))
