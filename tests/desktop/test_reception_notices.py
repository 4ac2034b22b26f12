"""Papers that do not do at the counter: form 02 or 03 by one key, numbered, printed, nothing typed lost."""

from PySide6.QtCore import Qt

from onestop_desktop.desktop.screens.reception.noticing import NoticeDialog
from tests.support.paper import texts
from tests.support.window import CARD, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray


def begin(desk: DeskWindow) -> None:
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    desk.type("1.004873\n")


def test_what_is_missing_is_asked_for_on_form_02(desk_window: DeskWindow, tray: Tray) -> None:
    begin(desk_window)
    desk_window.press(Qt.Key.Key_B, CTRL)
    asked = dialog(desk_window, NoticeDialog)
    wanted = asked.papers.text().splitlines()
    assert wanted
    desk_window.receive()
    assert asked.reason.message.text() == "Cần điền ô này."
    desk_window.type("Chưa có tờ khai")
    desk_window.receive()
    desk_window.rest()
    (page,) = texts(tray.sheets[0])
    assert "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ" in page
    assert "0001/PBS" in page
    assert wanted[0] in page
    assert "Chưa có tờ khai" in page
    assert desk_window.dossiers() == ()
    assert desk_window.reception.applicant.name.text() == "Nguyễn Thị Đường"
    assert desk_window.said() == "Đã gửi máy in: Mẫu 02, số 1"


def test_what_cannot_be_taken_is_refused_on_form_03(desk_window: DeskWindow, tray: Tray) -> None:
    begin(desk_window)
    desk_window.press(Qt.Key.Key_T, CTRL)
    asked = dialog(desk_window, NoticeDialog)
    assert not asked.papers.isVisible()
    desk_window.type("Không thuộc thẩm quyền")
    desk_window.receive()
    desk_window.rest()
    (page,) = texts(tray.sheets[0])
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN" in page
    assert "Không thuộc thẩm quyền" in page


def test_without_a_name_nothing_is_issued(desk_window: DeskWindow, tray: Tray) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_T, CTRL)
    dialog(desk_window, NoticeDialog)
    desk_window.type("Không thuộc thẩm quyền")
    desk_window.receive()
    desk_window.rest()
    assert tray.sheets == []
    assert desk_window.reception.refusal.sentence().startswith("Thiếu")
    assert desk_window.services.verify().entries == 1
    desk_window.scan(CARD)
    desk_window.type("1.004873\n")
    desk_window.press(Qt.Key.Key_T, CTRL)
    assert dialog(desk_window, NoticeDialog).reason.text() == "Không thuộc thẩm quyền"


def test_a_jam_keeps_the_notice_and_ctrl_p_prints_it_again(
    desk_window: DeskWindow, tray: Tray
) -> None:
    begin(desk_window)
    tray.jammed = True
    desk_window.press(Qt.Key.Key_T, CTRL)
    dialog(desk_window, NoticeDialog)
    desk_window.type("Không thuộc thẩm quyền")
    desk_window.receive()
    desk_window.rest()
    assert desk_window.said().startswith("Chưa in được: ")
    tray.jammed = False
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert desk_window.said() == "Đã gửi máy in: Mẫu 03, số 1 · bản in lại 1"
    (page,) = texts(tray.sheets[0])
    assert "0001/PTC" in page
