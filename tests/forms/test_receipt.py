"""Form 01 on paper: every field in the law's order, codes that scan, the same facts the same bytes."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from onestop_desktop.domain.slips import Receipt, SlipPaper, read_receipt
from onestop_desktop.domain.text import unprintable
from onestop_desktop.forms.registry import draw_form
from tests.support.desk import RESOURCES, make_desk, make_order
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"
SIZES = ("A4L", "A5", "A4")
CODE = {"today": "H99.99.99-261125-0001", "2021": "H23.123.08-261125-0001"}
# The fields of Circular 03/2025, form 01, in its order, with the values of this order.
FIELDS = {
    "today": (
        "ỦY BAN NHÂN DÂN",
        "XÃ HÒA MẪU",
        "TRUNG TÂM PHỤC VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa Mẫu, ngày 25 tháng 11 năm 2026",
        "Số: 0001/TTPVHCC",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H99.99.99-261125-0001",
        "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
    ),
    "2021": (
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐOÀN KẾT",
        "BỘ PHẬN TIẾP NHẬN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đoàn Kết, ngày 25 tháng 11 năm 2026",
        "Số: 0001/TNHS",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H23.123.08-261125-0001",
        "Bộ phận Tiếp nhận và Trả kết quả UBND xã Đoàn Kết",
    ),
}
COMMON = (
    "NGUYỄN THỊ ĐƯỜNG",
    "030185001234",
    "Địa chỉ: Thôn Bùi Xá, xã Đoàn Kết",
    "0912345678",
    "Email: duong@example.vn",
    "Nội dung yêu cầu giải quyết: Chứng thực bản sao từ bản chính",
    "Thành phần hồ sơ",
    "Bằng tốt nghiệp THPT (2 trang)",
    "Số lượng hồ sơ: 01 (bộ)",
    "12.000 đồng",
    "trong ngày làm việc",
    "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026",
    "Thời gian trả kết quả: 16 giờ 30 phút, ngày 25 tháng 11 năm 2026",
    "Đăng ký nhận kết quả tại",
    "Quyển số: 01",
    "Số thứ tự: 0001",
    "NGƯỜI NỘP HỒ SƠ",
    "NGƯỜI TIẾP NHẬN HỒ SƠ",
    "Trần Thị Hoa",
)
IN_THE_HEAD = 7
"""These stand in two cells side by side: present, in no order that a reader gives."""


@pytest.fixture(scope="module", params=["today", "2021"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """(profile, the receipt of one reception)."""
    desk = make_desk(str(tmp_path_factory.mktemp("paper") / "desk.sqlite"), request.param)
    code = desk.receive(make_order(email="duong@example.vn")).dossier.code
    with desk.services.unit_of_work() as work:
        receipt = read_receipt(work.slips.of_dossier(code).facts)
    yield request.param, receipt
    desk.store.close()


@pytest.fixture(scope="module")
def receipt(tmp_path_factory: pytest.TempPathFactory) -> Receipt:
    """The receipt of today's profile."""
    desk = make_desk(str(tmp_path_factory.mktemp("paper") / "desk.sqlite"))
    code = desk.receive(make_order(email="duong@example.vn")).dossier.code
    with desk.services.unit_of_work() as work:
        found = read_receipt(work.slips.of_dossier(code).facts)
    desk.store.close()
    return found


def draw(receipt: Receipt, size: str = "A4L", reprint: int = 0) -> bytes:
    return draw_form("01", receipt, size=size, reprint=reprint)


def named(receipt: Receipt, name: str) -> Receipt:
    return replace(receipt, applicant={**receipt.applicant, "name": name})


def with_papers(receipt: Receipt, *papers: SlipPaper, procedure: str = "") -> Receipt:
    dossier = replace(receipt.dossiers[0], papers=papers)
    if procedure:
        dossier = replace(dossier, procedure=procedure)
    return replace(receipt, dossiers=(dossier,))


@pytest.mark.parametrize("size", SIZES)
def test_every_field_stands_in_the_order_of_the_circular(filled: Any, size: str) -> None:
    profile, receipt = filled
    pdf = draw(receipt, size)
    copies = (
        [texts(pdf, part=half)[0] for half in ("left", "right")] if size == "A4L" else texts(pdf)
    )
    assert len(copies) == 2
    for text in copies:
        at = 0
        for number, field in enumerate((*FIELDS[profile], *COMMON)):
            if number < IN_THE_HEAD:
                assert field in text
                continue
            found = text.find(field, at)
            assert found >= 0, f"{field!r} is not after {text[max(0, at - 40) : at]!r} in {text}"
            at = found
    assert "Liên 1" in copies[0]
    assert "Liên 2" in copies[1]


@pytest.mark.parametrize(
    ("size", "millimetres", "pages"),
    [("A4L", (297, 210), 1), ("A5", (148, 210), 2), ("A4", (210, 297), 2)],
)
def test_one_reception_fits_its_sheet(
    receipt: Receipt, size: str, millimetres: tuple[int, int], pages: int
) -> None:
    pdf = draw(receipt, size)
    assert page_size(pdf) == millimetres
    assert page_count(pdf) == pages


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("size", SIZES)
def test_bar_code_and_qr_are_read_back_from_every_copy(filled: Any, size: str, dpi: int) -> None:
    profile, receipt = filled
    both = [("Code128", CODE[profile]), ("QRCode", CODE[profile])]
    pdf = draw(receipt, size)
    if size == "A4L":
        assert codes(printed(pdf, dpi)) == sorted(both * 2)
        return
    for page in range(2):
        assert codes(printed(pdf, dpi, page)) == both


def test_the_qr_leads_to_the_look_up_address_once_there_is_one(receipt: Receipt) -> None:
    address = "https://tra-cuu.example.vn/hs/"
    found = replace(receipt, agency={**receipt.agency, "lookup_address": address})
    pdf = draw(found)
    assert ("QRCode", address + receipt.token) in codes(printed(pdf, 300))
    assert receipt.secret in texts(pdf, part="left")[0]
    assert receipt.secret not in texts(draw(receipt))[0]


@pytest.mark.parametrize("size", SIZES)
def test_equal_facts_give_equal_bytes_and_little_of_them(receipt: Receipt, size: str) -> None:
    first, second = draw(receipt, size), draw(replace(receipt), size)
    assert first == second
    assert len(first) <= 90_000


@pytest.mark.parametrize("size", SIZES)
def test_a_reprint_differs_by_its_mark_alone(receipt: Receipt, size: str) -> None:
    for first, again in zip(texts(draw(receipt, size)), texts(draw(receipt, size, 2)), strict=True):
        assert "in lại" not in first
        marked = [word for word in ("Bản in lại 2", "bản in lại 2") if word in again]
        assert marked
        kept = again.replace(marked[0], "").replace("–", "").split()
        assert kept == first.replace("–", "").split()


def test_55_papers_and_a_name_of_919_letters_flow_and_nothing_is_lost(receipt: Receipt) -> None:
    papers = [
        SlipPaper(f"Giấy tờ số {n} của hồ sơ, bản {n * 7}", n % 3, 0, 1) for n in range(1, 56)
    ]
    name = " ".join(f"thủ tục phần {n}" for n in range(1, 100))[:919]
    long = with_papers(receipt, *papers, procedure=name)
    for size in SIZES:
        pdf = draw(long, size)
        halves = texts(pdf, part="left") if size == "A4L" else texts(pdf)
        half = halves if size == "A4L" else halves[: len(halves) // 2]
        whole = " ".join(half)
        assert len(half) > 1
        assert name in whole
        at = 0
        for paper in papers:
            found = whole.find(paper.name, at)
            assert found > 0, paper.name
            at = found
        for number, page in enumerate(half, start=1):
            assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in page
            assert CODE["today"] in page
            assert f"Trang {number}/{len(half)}" in page
        assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in half[-1]


def test_one_paper_longer_than_a_page_goes_on_over_the_next(receipt: Receipt) -> None:
    words = [f"chữ{n}" for n in range(900)]
    whole = " ".join(
        texts(draw(with_papers(receipt, SlipPaper(" ".join(words), 1, 0, 0))), part="left")
    )
    missing = [word for word in words if f" {word} " not in f" {whole} "]
    assert missing == []


def test_a_word_without_end_is_broken_not_cut(receipt: Receipt) -> None:
    word = "Đ" * 190 + "K"
    text = "".join(texts(draw(named(receipt, word)), part="left")).replace(" ", "")
    assert word in text


@pytest.mark.parametrize(
    "name",
    ["<b>Đậm</b>", "=1+1", "Nguyễn & Con <i>", "&lt;b&gt;", "Ch'Nưr", "{0} %s", "<para/>", "&#65;"],
)
def test_what_looks_like_markup_is_printed_as_text(receipt: Receipt, name: str) -> None:
    for text in (texts(draw(named(receipt, name)), part=half)[0] for half in ("left", "right")):
        assert name.upper() in text
        assert name in text  # below the signature as it was written


def test_letters_in_parts_print_as_whole_letters(receipt: Receipt) -> None:
    name = "Nguyễn Thị Ường Đặng"
    whole, parts = (
        picture(draw(named(receipt, unicodedata.normalize(form, name))), 100)
        for form in ("NFC", "NFD")
    )
    assert whole.tobytes() == parts.tobytes()


def test_two_dossiers_of_one_visit_share_a_receipt(receipt: Receipt) -> None:
    second = replace(receipt.dossiers[0], code="H99.99.99-261125-0002", procedure="Đăng ký kết hôn")
    text = " ".join(
        texts(draw(replace(receipt, dossiers=(*receipt.dossiers, second))), part="left")
    )
    for words in ("H99.99.99-261125-0001", "H99.99.99-261125-0002", "Đăng ký kết hôn"):
        assert words in text


def test_a_proxy_stands_on_the_receipt_and_signs_it(receipt: Receipt) -> None:
    proxy = {
        "name": "Vũ Quốc Anh",
        "identity": "001090001111",
        "address": "Thôn Đông",
        "phone": "0988111222",
        "email": "",
        "authorisation": "Giấy ủy quyền số 5",
    }
    text = " ".join(texts(draw(replace(receipt, proxy=proxy)), part="left"))
    for value in (proxy["identity"], "Thôn Đông", "0988111222", "Giấy ủy quyền số 5"):
        assert value in text
    assert text.count("Vũ Quốc Anh") == 2


@pytest.mark.parametrize("size", SIZES)
def test_the_page_looks_as_it_was_approved(filled: Any, size: str, golden: Golden) -> None:
    profile, receipt = filled
    golden(GOLDEN / f"receipt-{profile}-{size}.png", picture(draw(receipt, size), 80))


def test_every_character_an_order_may_hold_is_in_every_face() -> None:
    allowed = [chr(point) for point in range(0x20, 0x3000) if unprintable(chr(point)) is None]
    assert {"Đ", "ữ", "₫", "–", "’"} <= set(allowed)
    for file in (RESOURCES / "fonts").glob("LiberationSerif-*.ttf"):
        glyphs = TTFont(file.stem, str(file)).face.charToGlyph
        missing = [
            letter
            for letter in allowed
            if ord(letter) not in glyphs and unicodedata.category(letter) not in ("Cn", "Cc", "Cf")
        ]
        assert missing == []
