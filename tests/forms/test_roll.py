"""Roll paper of 80 mm: every field of form 01, codes that scan at the head's 203 dpi, a computed length."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from PIL import ImageFilter

from onestop_desktop.domain.slips import Receipt, SlipPaper, read_receipt
from onestop_desktop.domain.ticket_slip import TicketSlip
from onestop_desktop.forms.registry import draw_form
from tests.support.desk import make_desk, make_order
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"
CODE, KEY = "H99.99.99-261125-0001", "2611250001"
FIELDS = (
    *("ỦY BAN NHÂN DÂN", "XÃ HÒA MẪU", "TRUNG TÂM PHỤC VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    *("Độc lập - Tự do - Hạnh phúc", "Hòa Mẫu, ngày 25 tháng 11 năm 2026"),
    *("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", f"Mã hồ sơ: {CODE}", KEY, "Số: 0001/TTPVHCC"),
    *("NGUYỄN THỊ ĐƯỜNG", "030185001234", "Địa chỉ: Thôn Bùi Xá, xã Đoàn Kết", "0912345678"),
    *("duong@example.vn", "Nội dung yêu cầu giải quyết: Chứng thực bản sao từ bản chính"),
    *("Thành phần hồ sơ", "Bằng tốt nghiệp THPT (2 trang): 1 bản chính, 3 bản chụp"),
    *("Số lượng hồ sơ: 01 (bộ)", "12.000 đồng", "trong ngày làm việc"),
    "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026",
    "Thời gian trả kết quả: 16 giờ 30 phút, ngày 25 tháng 11 năm 2026",
    *("Đăng ký nhận kết quả tại", "Quyển số: 01", "Số thứ tự: 0001"),
    *("NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Trần Thị Hoa", "Kết quả có thể có sớm hơn"),
)
TICKET = TicketSlip(
    "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
    *("A012", "Chứng thực", "2026-11-25T09:00:00+07:00", 3),
)


@pytest.fixture(scope="module")
def receipt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receipt]:
    """The receipt of one reception."""
    desk = make_desk(str(tmp_path_factory.mktemp("roll") / "desk.sqlite"))
    code = desk.receive(make_order(email="duong@example.vn")).dossier.code
    with desk.services.unit_of_work() as work:
        yield read_receipt(work.slips.of_dossier(code).facts)
    desk.store.close()


def draw(receipt: Receipt, reprint: int = 0) -> bytes:
    return draw_form("01", receipt, size="K80", reprint=reprint)


def with_address(receipt: Receipt) -> Receipt:
    address = "https://tra-cuu.xa-hoa-mau.example.vn/hs/"
    return replace(receipt, agency={**receipt.agency, "lookup_address": address})


def test_every_field_of_form_01_stands_on_both_copies(receipt: Receipt) -> None:
    copies = texts(draw(receipt))
    assert [("Liên 1" in text, "Liên 2" in text) for text in copies] == [
        (True, False),
        (False, True),
    ]
    for text in copies:
        assert [field for field in FIELDS if field not in text] == []


@pytest.mark.parametrize("dpi", [203, 300])
def test_key_and_qr_are_read_back_from_both_copies(receipt: Receipt, dpi: int) -> None:
    pdf = draw(receipt)
    for page in range(2):
        assert codes(printed(pdf, dpi, page)) == [("Code128", KEY), ("QRCode", CODE)]
    far = with_address(receipt)
    target = far.agency["lookup_address"] + far.token
    assert codes(printed(draw(far), dpi)) == [("Code128", KEY), ("QRCode", target)]


def test_each_bar_is_whole_dots_of_the_head(receipt: Receipt) -> None:
    """At 203 dpi no dot is grey, and each bar and gap of the key is one to four times three dots."""
    shades = picture(draw(receipt), 203).convert("L")
    lines = [
        tuple(shades.getpixel((x, y)) for x in range(34, 405)) for y in range(shades.height // 2)
    ]
    (bars, times), *_ = Counter(line for line in lines if set(line) == {0, 255}).most_common(1)
    assert times >= 80  # ten millimetres high and more
    runs = [len(list(run)) for _, run in groupby(bars)]
    assert len(runs) == 2 + 3 * 6 + 4 * 6 + 7  # start, five pairs, check; the stop has seven
    assert {length % 3 for length in runs[1:-1]} == {0}
    assert sum(runs[1:-1]) == 90 * 3
    assert min(runs[0], runs[-1]) >= 48  # six millimetres beside it


def test_a_head_that_burns_too_wide_is_still_read(receipt: Receipt) -> None:
    burnt = printed(draw(receipt), 406).filter(ImageFilter.MinFilter(3))
    assert ("Code128", KEY) in codes(burnt)


def test_the_length_follows_from_what_stands_on_it(receipt: Receipt) -> None:
    short = draw(receipt)
    papers = tuple(SlipPaper(f"Giấy tờ số {n} của hồ sơ", 1, 0, 1) for n in range(1, 31))
    dossier = replace(receipt.dossiers[0], papers=papers)
    long = draw(replace(receipt, dossiers=(dossier,)))
    assert (page_size(short)[0], page_size(long)[0]) == (80, 80)
    assert 180 <= page_size(short)[1] <= 230
    assert page_size(long)[1] >= page_size(short)[1] + 29 * 3.5
    assert page_count(long) == 2
    assert page_size(long, 0) == page_size(long, 1)
    found = texts(long)[0]
    assert [paper.name for paper in papers if paper.name not in found] == []


def test_equal_facts_give_equal_bytes_and_a_reprint_its_mark(receipt: Receipt) -> None:
    assert draw(receipt) == draw(replace(receipt))
    assert len(draw(receipt)) <= 90_000
    again = texts(draw(receipt, 2))[0]
    assert "Bản in lại 2" in again
    assert again.replace(" – Bản in lại 2", "") == texts(draw(receipt))[0]


def test_what_is_typed_before_there_is_a_code_can_be_looked_at(receipt: Receipt) -> None:
    before = replace(receipt, number=0, dossiers=(replace(receipt.dossiers[0], code=""),))
    text = texts(draw(before))[0]
    assert "Số: …" in text
    assert codes(printed(draw(before), 203)) == []


@pytest.mark.parametrize(("size", "millimetres"), [("K80", (80, 81)), ("A5", (148, 210))])
def test_a_ticket_says_its_number_and_nobodys_name(size: str, millimetres: tuple[int, int]) -> None:
    pdf = draw_form("ticket", TICKET, size=size)
    assert (page_size(pdf), page_count(pdf)) == (millimetres, 1)
    (text,) = texts(pdf)
    for words in (TICKET.desk, "A012", "Chứng thực", "Còn 3 người", "09 giờ 00 phút, ngày 25"):
        assert words in text
    assert draw_form("ticket", replace(TICKET), size=size) == pdf


def test_a_kind_with_a_long_name_makes_a_longer_ticket() -> None:
    long = replace(TICKET, kind="Lĩnh vực rất dài " * 12, number="B120000")
    pdf = draw_form("ticket", long, size="K80")
    assert page_size(pdf)[1] > 90
    assert "B120000" in texts(pdf)[0]


def test_the_roll_looks_as_it_was_approved(receipt: Receipt, golden: Golden) -> None:
    golden(GOLDEN / "receipt-today-K80.png", picture(draw(receipt), 110))


@pytest.mark.parametrize("size", ["K80", "A5"])
def test_the_ticket_looks_as_it_was_approved(size: str, golden: Golden) -> None:
    golden(GOLDEN / f"ticket-{size}.png", picture(draw_form("ticket", TICKET, size=size), 80))
