"""Forms 02 to 05 on paper: the law's fields in its order, codes that scan, long texts that flow."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.forms.registry import draw_form
from tests.forms import notice_facts as facts
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"
MADE: dict[str, Callable[..., Any]] = {
    "02": facts.supplement,
    "03": facts.refusal,
    "04": facts.apology,
    "05": facts.stop,
}
PAPERS = [
    *[(number, "today") for number in ("02", "03", "04", "05")],
    *[(number, "2021") for number in ("02", "03", "04")],
]
"""In 2018 there was no notice of stop: 05 was the control slip."""
TITLES = {
    "02": "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
    "03": "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
    "04": "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
    "05": "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
}
HEADS = {
    "today": (
        "ỦY BAN NHÂN DÂN",
        "XÃ HÒA MẪU",
        "TRUNG TÂM PHỤC VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa Mẫu, ngày 25 tháng 11 năm 2026",
    ),
    "2021": (
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐOÀN KẾT",
        "BỘ PHẬN TIẾP NHẬN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đoàn Kết, ngày 03 tháng 8 năm 2021",
    ),
}
# The fields of Circular 03/2025, forms 02 to 04, in its order, with the values of these facts;
# {suffix}, {code}, {desk}, {phone} and {agency} are the profile's own.
FIELDS = {
    "02": (
        "Số: 0001/PBS-{suffix}",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Bà H'NƯR ÊBAN",
        "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân",
        "Địa chỉ: Thôn Bùi Xá, xã Đoàn Kết",
        "Số điện thoại: 0912345678",
        "Email: hnur@example.vn",
        "1. Tờ khai theo mẫu, có chữ ký",
        "2. Bản sao Giấy chứng nhận kết hôn",
        "Lý do: Giấy tờ nộp chưa đủ theo quy định; bản chụp đã mờ, không đọc được.",
        "liên hệ với Trần Thị Hoa, số điện thoại {phone}",
        "NGƯỜI HƯỚNG DẪN",
        "(Ký và ghi rõ họ tên)",
        "Trần Thị Hoa",
    ),
    "03": (
        "Số: 0001/PTC-{suffix}",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "{desk}",
        "Tiếp nhận hồ sơ của: Bà H'NƯR ÊBAN",
        "Số định danh cá nhân: 066185001234",
        "Địa chỉ: Thôn Bùi Xá, xã Đoàn Kết",
        "Số điện thoại: 0912345678",
        "Email: hnur@example.vn",
        "Mã hồ sơ: {code}",
        "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân",
        "không tiếp nhận, giải quyết hồ sơ",
        "Yêu cầu không thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Trần Thị Hoa",
    ),
    "04": (
        "Số: 0001/PXL",
        "PHIẾU XIN LỖI VÀ",
        "Kính gửi: Bà H'NƯR ÊBAN",
        "Ngày {received}, {agency} tiếp nhận hồ sơ",
        "thủ tục: Cấp Giấy xác nhận tình trạng hôn nhân, của Bà H'Nưr Êban",
        "Số định danh cá nhân: 066185001234",
        "Mã số hồ sơ: {code}",
        "Thời gian hẹn trả kết quả: 16 giờ 30 phút, ngày {promised}",
        "{agency} không trả được kết quả giải quyết hồ sơ cho Bà đúng thời gian đã hẹn",
        "Lý do: Phải xác minh tình trạng hôn nhân tại nơi thường trú trước đây.",
        "{agency} xin lỗi Bà về sự chậm trễ này",
        "Thời gian trả kết quả mới: 16 giờ 30 phút, ngày {new}",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "Phạm Văn Bách",
    ),
    "05": (
        "Số: 0001/TBD-{suffix}",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Bà H'NƯR ÊBAN",
        "Số định danh cá nhân: 066185001234",
        "Địa chỉ: Thôn Bùi Xá, xã Đoàn Kết",
        "Số điện thoại: 0912345678",
        "Email: hnur@example.vn",
        "Mã hồ sơ: {code}",
        "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân",
        "Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 24 tháng 11 năm 2026",
        "{desk} thông báo dừng giải quyết hồ sơ nêu trên kể từ 09 giờ 00 phút, ngày 25 tháng 11",
        "Lý do đề nghị dừng: Công dân không còn nhu cầu.",
        "Bước giải quyết khi dừng: Đang xử lý",
        "Phí, lệ phí: Chưa thu, không phải hoàn trả",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
    ),
}
VALUES = {
    "today": {
        "suffix": "TTPVHCC",
        "code": "H99.99.99-261125-0001",
        "desk": "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
        "phone": "0200 000 0000",
        "agency": "Ủy ban nhân dân xã Hòa Mẫu",
        "received": "25 tháng 11 năm 2026",
        "promised": "27 tháng 11 năm 2026",
        "new": "01 tháng 12 năm 2026",
    },
    "2021": {
        "suffix": "TNHS",
        "code": "H23.123.08-210803-0001",
        "desk": "Bộ phận Tiếp nhận và Trả kết quả UBND xã Đoàn Kết",
        "phone": "0220 3000 000",
        "agency": "Ủy ban nhân dân xã Đoàn Kết",
        "received": "03 tháng 8 năm 2021",
        "promised": "05 tháng 8 năm 2021",
        "new": "09 tháng 8 năm 2021",
    },
}


def long_notice(number: str) -> tuple[Any, list[str]]:
    """A notice whose every text is as long as the desk allows, and the words it must keep."""
    reason = " ".join(f"lý{n}" for n in range(340))[:2000]
    reason = f"Thứ nhất:\n{reason}\nThứ hai: Đắk Lắk."
    procedure = " ".join(f"phần{n}" for n in range(140))[:919]
    notice = MADE[number](procedure=procedure)
    notice = replace(notice, reason=reason)
    items = [f"Giấy tờ số {n}, bản sao có chứng thực của cơ quan{n}" for n in range(1, 61)]
    if number == "02":
        notice = replace(notice, items=tuple(items))
    kept = [*reason.split(), *procedure.split()]
    return notice, kept + [word for item in items for word in item.split() if number == "02"]


@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize(("number", "profile"), PAPERS)
def test_every_field_stands_in_the_order_of_the_circular(
    number: str, profile: str, size: str
) -> None:
    (text,) = texts(draw_form(number, MADE[number](profile), size=size))
    assert [words for words in HEADS[profile] if words not in text] == []
    at = 0
    for field in FIELDS[number]:
        words = field.format(**VALUES[profile])
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not after {text[max(0, at - 40) : at]!r} in {text}"
        at = found + len(words)


def test_the_apology_is_called_as_its_year_calls_it() -> None:
    now, then = (texts(draw_form("04", facts.apology(year)))[0] for year in ("today", "2021"))
    assert "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in now
    assert "đề nghị gia hạn thời gian giải quyết" in now
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in then
    assert "gia hạn" not in then


def test_a_second_apology_names_the_first_as_what_told_the_hour() -> None:
    (first,), (second,) = (
        texts(draw_form("04", replace(facts.apology(), again=again))) for again in (False, True)
    )
    assert "đã hẹn trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả." in first
    assert "đã hẹn trong Phiếu xin lỗi lần trước." in second


@pytest.mark.parametrize("number", MADE)
@pytest.mark.parametrize(
    ("size", "millimetres"), [("A4", (210, 297)), ("A4L", (210, 297)), ("A5", (148, 210))]
)
def test_a_letter_is_one_upright_page(number: str, size: str, millimetres: tuple[int, int]) -> None:
    pdf = draw_form(number, MADE[number](), size=size)
    assert page_size(pdf) == millimetres
    assert page_count(pdf) == 1


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize(("number", "profile"), PAPERS)
def test_bar_code_and_qr_are_read_back(number: str, profile: str, size: str, dpi: int) -> None:
    pdf = draw_form(number, MADE[number](profile), size=size)
    code = VALUES[profile]["code"]
    assert codes(printed(pdf, dpi)) == [("Code128", code), ("QRCode", code)]


@pytest.mark.parametrize("number", ["02", "03", "05"])
def test_before_there_is_a_dossier_no_code_is_printed(number: str) -> None:
    pdf = draw_form(number, MADE[number](code=""))
    assert codes(printed(pdf, 203)) == []
    assert "Mã hồ sơ (nếu có): …" in texts(pdf)[0]
    assert "Số: 0001/" in texts(pdf)[0]


@pytest.mark.parametrize("number", MADE)
def test_equal_facts_give_equal_bytes_and_little_of_them(number: str) -> None:
    first, second = (draw_form(number, MADE[number]()) for _ in range(2))
    assert first == second
    assert len(first) <= 90_000


@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize("number", MADE)
def test_a_reprint_differs_by_its_mark_alone(number: str, size: str) -> None:
    first, again = (texts(draw_form(number, MADE[number](), size=size, reprint=n)) for n in (0, 2))
    assert "in lại" not in first[0]
    assert [page.replace("(Bản in lại 2) ", "") for page in again] == first
    assert "(Bản in lại 2)" in again[0]


@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize("number", MADE)
def test_long_texts_flow_over_pages_and_no_word_is_lost(number: str, size: str) -> None:
    notice, kept = long_notice(number)
    pages = texts(draw_form(number, notice, size=size))
    assert len(pages) > 1
    there = set(" ".join(pages).split())
    assert [word for word in kept if word not in there and f"{word}," not in there] == []
    for at, page in enumerate(pages, start=1):
        assert TITLES[number] in page
        assert "H99.99.99-261125-0001" in page
        assert f"Trang {at}/{len(pages)}" in page
    assert sum("Ký" in page for page in pages) == 1


@pytest.mark.parametrize("count", range(1, 61, 3))
def test_nobody_signs_a_page_with_nothing_to_sign(count: int) -> None:
    items = tuple(f"Giấy tờ số {n}" for n in range(1, count + 1))
    pages = texts(draw_form("02", replace(facts.supplement(), items=items)))
    assert "để được hướng dẫn." in pages[-1]
    assert "NGƯỜI HƯỚNG DẪN" in pages[-1]


@pytest.mark.parametrize("number", MADE)
@pytest.mark.parametrize("name", ["<b>Đậm</b>", "Nguyễn & Con <i>", "&lt;", "<para/>", "{0} %s"])
def test_what_looks_like_markup_is_printed_as_text(number: str, name: str) -> None:
    applicant = {**facts.PERSON, "name": name, "address": name}
    made = replace(MADE[number](applicant=applicant, officer=name), reason=name)
    (text,) = texts(draw_form(number, made))
    assert name.upper() in text
    assert text.count(name) >= 2


def test_an_organisation_is_called_so_and_an_unknown_sex_both_ways() -> None:
    unit = {**facts.PERSON, "kind": "organisation", "name": "Công ty An Phú", "sex": ""}
    (text,) = texts(draw_form("03", facts.refusal(applicant=unit)))
    assert "của: Tổ chức CÔNG TY AN PHÚ" in text
    assert "Số định danh tổ chức: 066185001234" in text
    (text,) = texts(draw_form("03", facts.refusal(applicant={**facts.PERSON, "sex": ""})))
    assert "của: Ông (Bà) H'NƯR ÊBAN" in text


def test_an_unsigned_apology_leaves_the_name_to_the_pen() -> None:
    (text,) = texts(draw_form("04", replace(facts.apology(), signer="")))
    assert "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên và đóng dấu) Trung tâm" in text


@pytest.mark.parametrize("number", MADE)
def test_the_page_looks_as_it_was_approved(number: str, golden: Golden) -> None:
    pdf = draw_form(number, MADE[number]())
    golden(GOLDEN / f"form-{number}-today-A4.png", picture(pdf, 80))


def test_the_refusal_without_a_dossier_looks_as_it_was_approved(golden: Golden) -> None:
    pdf = draw_form("03", facts.refusal(code=""), size="A5", reprint=1)
    golden(GOLDEN / "form-03-no-code-A5.png", picture(pdf, 80))


@pytest.mark.parametrize("page", [0, 1])
def test_sixty_papers_look_as_they_were_approved(page: int, golden: Golden) -> None:
    notice, _ = long_notice("02")
    pdf = draw_form("02", notice)
    golden(GOLDEN / f"form-02-long-{page + 1}.png", picture(pdf, 60, page))
