"""Who is behind in the provincial system, on paper: what was done here when, what is said there, nobody's name."""

from dataclasses import replace
from pathlib import Path

from onestop_desktop.domain.province_facts import BehindFacts, BehindLine
from onestop_desktop.forms.registry import draw_form
from tests.forms import register_facts
from tests.forms.test_registers import stand_in_order
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"
LATE = BehindLine(
    code="H99.99.99-261124-0003",
    official_code="H99.99.99-261124-1003",
    procedure="Đăng ký lại khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân",
    due_at="2026-11-25T17:00:00+07:00",
    settled_at="2026-11-24T16:10:00+07:00",
    verdict="early",
    state_there="Đang xử lý",
    due_there="2026-11-25T08:00:00+07:00",
    late_there=True,
)
OPEN = replace(
    LATE,
    code="H99.99.99-261124-0004",
    official_code="H99.99.99-261124-1004",
    procedure="Chứng thực <b>&",
    verdict="on_time",
    state_there="",
    due_there="",
    late_there=False,
)
FACTS = BehindFacts(
    profile="today",
    agency=register_facts.cash().agency,
    number=7,
    at="2026-11-25T16:05:00+07:00",
    officer="Trần Thị Hoa",
    taken_at="2026-11-25T15:58:00+07:00",
    file="ho-so-25-11.xlsx",
    lines=(LATE, replace(LATE, state_there="Quá hạn xử lý"), OPEN),
)


def test_each_dossier_is_a_row_and_the_late_ones_are_counted() -> None:
    pdf = draw_form("province_behind", FACTS)
    assert (page_size(pdf), page_count(pdf)) == ((297, 210), 1)
    (page,) = texts(pdf)
    stand_in_order(
        page,
        *("Số: 0007/DSĐC-TTPVHCC", "HỆ THỐNG CỦA TỈNH CHƯA GHI HOÀN THÀNH"),
        *("15 giờ 58 phút, ngày 25 tháng 11 năm 2026", "ho-so-25-11.xlsx"),
        *("H99.99.99-261124-1003", "trước hạn", "Quá hạn xử lý", "H99.99.99-261124-1004"),
        *("Chứng thực <b>&", "đúng hạn", "Tổng số: 03 hồ sơ", "quá hạn 02 hồ sơ"),
        *("NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ"),
    )
    assert " ".join(page.split()).count("Đang xử lý, quá hạn") == 1


def test_many_rows_flow_and_the_total_stays_with_the_last() -> None:
    pages = texts(draw_form("province_behind", replace(FACTS, lines=(LATE,) * 60)))
    assert len(pages) > 2
    assert "Tổng số: 60 hồ sơ" in pages[-1]
    assert "H99.99.99-261124-1003" in pages[-1]


def test_equal_facts_give_equal_bytes_and_a_reprint_is_marked() -> None:
    assert draw_form("province_behind", FACTS) == draw_form("province_behind", FACTS)
    assert "(Bản in lại 1)" in texts(draw_form("province_behind", FACTS, reprint=1))[0]


def test_the_page_looks_as_it_did(golden: Golden) -> None:
    golden(GOLDEN / "province-behind.png", picture(draw_form("province_behind", FACTS), 80))
