"""Form 06 on paper: who gave the dossier to whom and when, block by block, blank for the pen below."""

from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desktop.domain.notices import form_of
from onestop_desktop.forms.registry import draw_form
from tests.forms import notice_facts as facts
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"
TITLE = "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"
CODE = {"today": "H99.99.99-261125-0001", "2021": "H23.123.08-210803-0001"}
# Circular 03/2025, form 06, and 01/2018, form 05: the fields, then the table row by row.
FIELDS = {
    "today": (
        "Số: 0001/PKS-TTPVHCC",
        TITLE,
        "Mã số hồ sơ: H99.99.99-261125-0001",
        "Cơ quan giải quyết hồ sơ: Ủy ban nhân dân xã Hòa Mẫu",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an xã",
        "Ngày nhận hồ sơ: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026",
        "Hẹn trả kết quả: 16 giờ 30 phút, ngày 01 tháng 12 năm 2026",
        "Tên đơn vị",
        "Thời gian giao, nhận hồ sơ",
        "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)",
        "Ghi chú",
        "1. Giao: Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
        "09 giờ 10 phút, ngày 25 tháng 11 năm 2026",
        "Người giao: Trần Thị Hoa",
        "2. Nhận: Công chức Tư pháp - Hộ tịch",
        "10 giờ 05 phút, ngày 25 tháng 11 năm 2026",
        "Người nhận: Lê Văn Định",
        "đúng hạn",
        "1. Giao: Công chức Tư pháp - Hộ tịch",
        "Người giao: Lê Văn Định",
        "2. Nhận: Lãnh đạo Ủy ban nhân dân xã",
        "Người nhận: Phạm Văn Bách",
        "trước hạn",
        "Đã xác minh qua Cơ sở dữ liệu hộ tịch",
        "1. Giao: Lãnh đạo Ủy ban nhân dân xã",
        "16 giờ 40 phút, ngày 01 tháng 12 năm 2026",
        "2. Nhận: Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
        "Người nhận: …",
        "1. Giao: …",
        "Người giao: …",
        "2. Nhận: …",
        "Người nhận: …",
        "cột Kết quả giải quyết hồ sơ do bên nhận ghi",
    ),
    "2021": (
        "Số: 0001/PKS-TNHS",
        TITLE,
        "Mã số hồ sơ: H23.123.08-210803-0001",
        "Cơ quan giải quyết hồ sơ: Ủy ban nhân dân xã Đoàn Kết",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an xã",
        "Ngày nhận hồ sơ: 09 giờ 00 phút, ngày 03 tháng 8 năm 2021",
        "Hẹn trả kết quả: 16 giờ 30 phút, ngày 09 tháng 8 năm 2021",
        "1. Giao: Bộ phận Tiếp nhận và Trả kết quả UBND xã Đoàn Kết",
        "Người giao: Trần Thị Hoa",
        "2. Nhận: Công chức Tư pháp - Hộ tịch",
        "đúng hạn",
        "trước hạn",
        "2. Nhận: Bộ phận Tiếp nhận và Trả kết quả UBND xã Đoàn Kết",
        "cột Kết quả giải quyết hồ sơ do bên nhận ghi",
    ),
}


@pytest.mark.parametrize("profile", FIELDS)
def test_fields_and_blocks_stand_in_the_order_of_the_circular(profile: str) -> None:
    number = form_of("06" if profile == "today" else "05", profile)
    (text,) = texts(draw_form(number, facts.control(profile)))
    at = 0
    for field in FIELDS[profile]:
        found = text.find(field, at)
        assert found >= 0, f"{field!r} is not after {text[max(0, at - 40) : at]!r} in {text}"
        at = found + len(field)


@pytest.mark.parametrize("size", ["A4", "A4L", "A5"])
def test_it_lies_on_one_broad_page_whatever_paper_is_asked(size: str) -> None:
    pdf = draw_form("06", facts.control(), size=size)
    assert page_size(pdf) == (297, 210)
    assert page_count(pdf) == 1


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("profile", CODE)
def test_bar_code_and_qr_are_read_back(profile: str, dpi: int) -> None:
    pdf = draw_form("06", facts.control(profile))
    assert codes(printed(pdf, dpi)) == [("Code128", CODE[profile]), ("QRCode", CODE[profile])]


def test_a_legacy_code_of_25_letters_stays_clear_of_the_title() -> None:
    code = "000.00.06.H56-231027-0361"
    pdf = draw_form("06", facts.control(code=code))
    assert codes(printed(pdf, 203)) == [("Code128", code), ("QRCode", code)]
    assert TITLE in texts(pdf)[0]


def test_there_are_four_blocks_at_least_and_the_desk_gives_first() -> None:
    (text,) = texts(draw_form("06", facts.control(blocks=())))
    assert text.count("1. Giao:") == text.count("2. Nhận:") == 4
    assert text.count("Người giao:") == text.count("Người nhận:") == 4
    assert "1. Giao: Trung tâm Phục vụ hành chính công xã Hòa Mẫu" in text


@pytest.mark.parametrize(
    ("result", "words"), [("early", "trước hạn"), ("on_time", "đúng hạn"), ("late", "quá hạn")]
)
def test_the_result_is_said_in_the_law_s_words(result: str, words: str) -> None:
    (blank,) = texts(draw_form("06", facts.control(blocks=(facts.block(result=""),))))
    (text,) = texts(draw_form("06", facts.control(blocks=(facts.block(result=result),))))
    assert text.count(words) == blank.count(words) + 1


def test_forty_hand_overs_flow_and_each_page_repeats_the_head() -> None:
    blocks = tuple(
        facts.block(giver=f"Người {n}", receiver=f"Kẻ {n}", note=f"Chuyển lần {n}.")
        for n in range(1, 41)
    )
    pages = texts(draw_form("06", facts.control(blocks=blocks)))
    assert len(pages) > 5
    whole = " ".join(pages)
    for n in range(1, 41):
        for words in (f"Người giao: Người {n} ", f"Người nhận: Kẻ {n} ", f"Chuyển lần {n}."):
            assert words in whole
    for at, page in enumerate(pages, start=1):
        for words in (TITLE, CODE["today"], "Tên đơn vị", f"Trang {at}/{len(pages)}"):
            assert words in page


def test_a_note_of_2000_letters_goes_on_below_and_keeps_every_word() -> None:
    words = [f"chữ{n}" for n in range(300)]
    blocks = (facts.block(note=" ".join(words)[:2000]), facts.block(giver="Vũ Quốc Anh"))
    pages = texts(draw_form("06", facts.control(blocks=blocks)))
    there = set(" ".join(pages).split())
    assert [word for word in " ".join(words)[:2000].split() if word not in there] == []
    assert "Người giao: Vũ Quốc Anh" in " ".join(pages)


def test_what_looks_like_markup_is_printed_as_text() -> None:
    strange = facts.block(giver_unit="<b>Phòng</b>", receiver="A & B <i>", note="&lt;<para/>")
    (text,) = texts(draw_form("06", facts.control(blocks=(strange,))))
    for words in ("<b>Phòng</b>", "A & B <i>", "&lt;<para/>"):
        assert words in text


def test_a_reprint_differs_by_its_mark_alone_and_equal_facts_by_nothing() -> None:
    first, second = (draw_form("06", replace(facts.control())) for _ in range(2))
    assert first == second
    again = texts(draw_form("06", facts.control(), reprint=3))
    assert [page.replace("(Bản in lại 3) ", "") for page in again] == texts(first)
    assert "(Bản in lại 3)" in again[0]


@pytest.mark.parametrize("profile", CODE)
def test_the_page_looks_as_it_was_approved(profile: str, golden: Golden) -> None:
    golden(GOLDEN / f"form-06-{profile}.png", picture(draw_form("06", facts.control(profile)), 80))
