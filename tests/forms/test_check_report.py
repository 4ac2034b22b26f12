"""The report on a check of the store on paper: what an inspector reads, every fault, two signatures."""

from dataclasses import replace
from pathlib import Path

from onestop_desktop.domain.check_report import CheckReport
from onestop_desktop.forms.registry import draw_form
from tests.forms import register_facts
from tests.forms.test_registers import stand_in_order
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"
SOUND = CheckReport(
    profile="today",
    agency=register_facts.cash().agency,
    number=3,
    at="2026-11-25T16:05:00+07:00",
    officer="Trần Thị Hoa",
    program="0.1.0",
    kind="verify",
    entries=12_345,
    seal_words="ban chi – đông thua – bi ma – sơn lay",
    seal_code="MC-251126-12345-004217-09876543210987654321",
    count=0,
    faults=(),
)
FAULTY = replace(
    SOUND,
    kind="doctor",
    count=203,
    faults=(
        "Bản ghi số 1204 đã bị sửa ngoài chương trình.",
        "Hồ sơ H99.99.99-261125-0003: dòng trong danh sách khác với các bản ghi.",
        "Dãy số giấy tiếp nhận 2026: số 17 không có bản ghi nào, cũng không ghi hỏng <b>&.",
    ),
)


def test_a_sound_store_fits_one_page_and_says_what_was_checked() -> None:
    pdf = draw_form("check", SOUND)
    assert (page_size(pdf), page_count(pdf)) == ((210, 297), 1)
    stand_in_order(
        texts(pdf)[0],
        *("Số: 0003/BBKT-TTPVHCC", "BIÊN BẢN KIỂM TRA SỔ"),
        *("Thời điểm kiểm tra: 16 giờ 05 phút, ngày 25 tháng 11 năm 2026",),
        *("Người kiểm tra: Trần Thị Hoa", "tính lại chuỗi bản ghi", "phiên bản 0.1.0"),
        *("Số bản ghi đã đọc: 12.345", "ban chi – đông thua – bi ma – sơn lay"),
        *("MC-251126-12345-004217-09876543210987654321",),
        *("sổ nguyên vẹn, không có chỗ sai.", "NGƯỜI KIỂM TRA", "THỦ TRƯỞNG ĐƠN VỊ"),
    )


def test_every_fault_is_numbered_what_is_left_out_is_counted_and_nothing_is_markup() -> None:
    (page,) = texts(draw_form("check", FAULTY))
    stand_in_order(
        page,
        *("có 203 chỗ sai", "1. Bản ghi số 1204", "2. Hồ sơ H99.99.99-261125-0003"),
        *("3. Dãy số giấy tiếp nhận 2026", "<b>&.", "Và 200 chỗ sai khác."),
    )


def test_two_hundred_faults_flow_over_pages_and_the_signatures_stay_with_the_last() -> None:
    many = replace(FAULTY, count=200, faults=FAULTY.faults[:1] * 200)
    pages = texts(draw_form("check", many))
    assert len(pages) > 3
    assert "200. Bản ghi" in " ".join(pages)
    assert "NGƯỜI KIỂM TRA" in pages[-1]


def test_a_reprint_is_marked_and_equal_facts_give_equal_bytes() -> None:
    assert draw_form("check", SOUND) == draw_form("check", SOUND)
    assert "(Bản in lại 2)" in texts(draw_form("check", SOUND, reprint=2))[0]


def test_the_page_looks_as_it_did(golden: Golden) -> None:
    golden(GOLDEN / "check-report.png", picture(draw_form("check", FAULTY), 80))
