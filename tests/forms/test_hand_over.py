"""The hand-over list on paper: every dossier of the pile, both signatures, the head on each page."""

from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desktop.forms.registry import draw_form
from tests.forms import notice_facts as facts
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"
COLUMNS = "TT Mã hồ sơ Chủ hồ sơ Địa chỉ Tên thủ tục hành chính Số giấy tờ Ghi chú"
FIELDS = (
    "Số: 0003/PBG-TTPVHCC",
    "PHIẾU BÀN GIAO HỒ SƠ",
    "Thời gian bàn giao: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026",
    "Người giao: Trần Thị Hoa",
    "Người nhận: Lê Văn Định",
    COLUMNS,
    "1 H99.99.99-261125-0001 Nguyễn Thị Đường 1 Thôn Bùi Xá, xã Đoàn Kết",
    "4 H99.99.99-261125-0004 Nguyễn Thị Đường 4",
    "Ngăn 4",
    "Tổng số: 06 hồ sơ.",
    "NGƯỜI GIAO",
    "Trần Thị Hoa",
    "NGƯỜI NHẬN",
    "Lê Văn Định",
)


def test_pile_rows_total_and_signatures_stand_in_order() -> None:
    pdf = draw_form("hand_over", facts.pile())
    (text,) = texts(pdf)
    at = 0
    for field in FIELDS:
        found = text.find(field, at)
        assert found >= 0, f"{field!r} is not after {text[max(0, at - 40) : at]!r} in {text}"
        at = found + len(field)
    assert page_size(pdf) == (297, 210)
    assert page_count(pdf) == 1


def test_results_going_to_the_desk_have_their_own_title_and_sign() -> None:
    (text,) = texts(draw_form("hand_over", facts.pile(2, "2021", results=True)))
    for words in ("DANH SÁCH BÀN GIAO KẾT QUẢ", "Số: 0003/DSKQ-TNHS", "Kết quả, ghi chú"):
        assert words in text
    assert "PHIẾU BÀN GIAO" not in text
    assert "Đoàn Kết, ngày 03 tháng 8 năm 2021" in text


@pytest.mark.parametrize("count", [1, 7, 8, 40, 300])
def test_hundreds_of_dossiers_flow_and_each_page_repeats_the_head(count: int) -> None:
    pages = texts(draw_form("hand_over", facts.pile(count)))
    whole = " ".join(pages)
    for n in range(1, count + 1):
        assert f"{n} H99.99.99-261125-{n:04d} Nguyễn Thị Đường {n} Thôn" in whole
    for at, page in enumerate(pages, start=1):
        for words in ("PHIẾU BÀN GIAO HỒ SƠ", "Số: 0003/PBG-TTPVHCC", COLUMNS):
            assert words in page
        assert (f"Trang {at}/{len(pages)}" in page) == (len(pages) > 1)
    assert f"H99.99.99-261125-{count:04d}" in pages[-1]
    assert "NGƯỜI GIAO" in pages[-1]
    assert whole.count("NGƯỜI GIAO") == 1


def test_an_endless_name_and_strange_signs_are_kept_whole() -> None:
    name = " ".join(f"phần{n}" for n in range(140))[:919]
    strange = replace(facts.listed(1), procedure=name, applicant="<b>A</b> & Con", note="Đ" * 90)
    pages = texts(draw_form("hand_over", replace(facts.pile(0), dossiers=(strange,))))
    there = " ".join(pages)
    assert [word for word in name.split() if word not in there.split()] == []
    assert "<b>A</b> & Con" in there
    assert there.count("Đ") >= 90


def test_a_pile_of_nothing_still_prints() -> None:
    (text,) = texts(draw_form("hand_over", facts.pile(0)))
    assert "Tổng số: 00 hồ sơ." in text


def test_a_reprint_differs_by_its_mark_alone_and_equal_facts_by_nothing() -> None:
    first, second = (draw_form("hand_over", facts.pile(30)) for _ in range(2))
    assert first == second
    again = texts(draw_form("hand_over", facts.pile(30), reprint=1))
    assert [page.replace("(Bản in lại 1) ", "") for page in again] == texts(first)
    assert "(Bản in lại 1)" in again[0]


def test_the_page_looks_as_it_was_approved(golden: Golden) -> None:
    golden(GOLDEN / "hand-over-today.png", picture(draw_form("hand_over", facts.pile()), 80))


@pytest.mark.parametrize("page", [0, 2])
def test_a_long_list_looks_as_it_was_approved(page: int, golden: Golden) -> None:
    pdf = draw_form("hand_over", facts.pile(30, results=True), reprint=1)
    golden(GOLDEN / f"hand-over-results-{page + 1}.png", picture(pdf, 60, page))
