"""The recovery sheet: one page that says what the passphrase is for, and has room for it."""

from pathlib import Path

from onestop_desktop.domain.recovery_facts import RecoverySheet
from onestop_desktop.forms.registry import draw_form
from tests.forms import register_facts as facts
from tests.forms.test_registers import stand_in_order
from tests.support.golden import Golden
from tests.support.paper import page_count, page_size, picture, texts

GOLDEN = Path(__file__).parent / "golden"


def sheet(passphrase: str = "", folder: str = "E:\\sao-luu") -> RecoverySheet:
    agency = facts.statement().agency
    return RecoverySheet(
        "today", agency, 3, "2026-11-25T17:05:00+07:00", facts.CLERK, folder, passphrase
    )


def test_without_a_passphrase_there_is_room_to_write_it(golden: Golden) -> None:
    pdf = draw_form("recovery", sheet())
    assert (page_size(pdf), page_count(pdf)) == ((210, 297), 1)
    (whole,) = texts(pdf)
    stand_in_order(
        whole,
        *("Số: 0003/TKP-TTPVHCC", "TỜ KHÔI PHỤC BẢN SAO LƯU"),
        *("Nơi giữ bản sao lưu: E:\\sao-luu", "17 giờ 05 phút, ngày 25 tháng 11 năm 2026"),
        *("Cụm mật khẩu", "....", "....", "Khôi phục", "onestop restore"),
        *("NGƯỜI LẬP", facts.CLERK),
    )
    golden(GOLDEN / "recovery.png", picture(pdf, 80))


def test_with_one_it_stands_there_letter_by_letter_and_as_no_mark_up() -> None:
    (whole,) = texts(draw_form("recovery", sheet("mười <b>hai</b> & con giáp")))
    assert "mười <b>hai</b> & con giáp" in whole
    assert "....." not in whole


def test_a_long_folder_and_a_reprint_stay_on_one_page() -> None:
    pdf = draw_form("recovery", sheet("mật khẩu " * 20, "/mnt/" + "thu-muc/" * 25), reprint=2)
    assert page_count(pdf) == 1
    assert "(Bản in lại 2)" in texts(pdf)[0]
