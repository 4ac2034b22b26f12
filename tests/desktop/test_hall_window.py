"""The hall's window: numbers by key and touch, calls heard, slips and cards scanned, left by staff alone."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from onestop_desktop.application.call_ticket import CallTicket
from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.desktop.hall import presenter
from onestop_desktop.desktop.hall.presenter import Hall
from onestop_desktop.desktop.hall.view import HallWindow
from tests.support.desk import OFFICER, plain_order
from tests.support.paper import page_size, texts
from tests.support.qt import bring_up
from tests.support.window import CARD, DeskWindow
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier
PASSWORD = "bốn con mèo lười"


def hall(desk: DeskWindow) -> Hall:
    found = desk.application.hall
    assert found is not None
    return found


def window(desk: DeskWindow) -> HallWindow:
    found = hall(desk).window
    assert found is not None
    return found


def is_left(desk: DeskWindow) -> bool:
    return hall(desk).window is None


def is_covered(desk: DeskWindow) -> bool:
    return desk.application.signing.covered


def opened(desk: DeskWindow) -> HallWindow:
    """By its key, in front as a window manager puts it."""
    desk.press(Qt.Key.Key_F11, SHIFT)
    bring_up(window(desk))
    desk.rest()
    return window(desk)


def beside(desk: DeskWindow, monkeypatch: pytest.MonkeyPatch) -> HallWindow:
    """As on a PC with a second monitor."""
    monkeypatch.setattr(presenter, "other_screen", lambda of: of.screen())
    desk.press(Qt.Key.Key_F11, SHIFT)
    desk.rest()
    desk.window.activateWindow()  # this platform has no window that takes no focus
    desk.until(lambda: QApplication.focusWidget() is not None)
    return window(desk)


def names_taken(desk: DeskWindow) -> list[str]:
    return [each.name for each in desk.services.hall.tickets()]


def words(of: QWidget) -> str:
    """Every word that the window shows, hides or tells a screen reader."""
    parts = [of.windowTitle(), of.accessibleName()]
    for each in of.findChildren(QWidget):
        parts += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, (QLabel, QLineEdit)):
            parts.append(each.text())
    return " ".join(parts)


def printed(tray: Tray) -> str:
    return " ".join(text for sheet in tray.sheets for text in texts(sheet))


def test_a_key_takes_a_number_that_is_printed_and_then_forgotten(
    desk_window: DeskWindow, tray: Tray
) -> None:
    shown = opened(desk_window)
    assert [each.kind.letter for each in shown.kinds][:2] == ["A", "B"]
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_F2)
    desk_window.rest()
    assert names_taken(desk_window) == ["B001"]
    assert shown.ticket.number.text() == "B001"
    assert "người kế tiếp" in shown.ticket.lines.text()
    assert "B001" in printed(tray)
    assert shown._idle.isActive()
    assert shown._idle.interval() <= 10_000
    shown._idle.timeout.emit()
    assert shown.is_home()
    assert "B001" not in words(shown)
    assert shown.kinds[1].accessibleName() == "Hộ tịch, F2, 1 đang chờ"


def test_a_touch_takes_one_too_and_the_paper_follows_this_pc(
    desk_window: DeskWindow, tray: Tray
) -> None:
    desk_window.application.desk.keep_workstation(paper="K80")
    shown = opened(desk_window)
    desk_window.click(shown.kinds[0])
    desk_window.rest()
    assert names_taken(desk_window) == ["A001"]
    assert [page_size(sheet)[0] for sheet in tray.sheets] == [80]


def test_a_jammed_printer_leaves_the_number_to_be_remembered(
    desk_window: DeskWindow, tray: Tray
) -> None:
    shown = opened(desk_window)
    tray.jammed = True
    desk_window.press(Qt.Key.Key_F1)
    desk_window.rest()
    assert shown.ticket.number.text() == "A001"
    assert "xin nhớ số này" in shown.ticket.lines.text()
    assert "kẹt giấy" in desk_window.said()


def test_what_another_counter_calls_is_shown_and_heard(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    services = desk_window.services.hall
    for kind in "AAB":
        services.take(kind)
    chimes, working = desk_window.opening, desk_window.application.working
    assert working is not None
    for counter, again in (("Quầy 1", False), ("Quầy 2", False), ("Quầy 2", True)):
        services.call(CallTicket(counter, again=again))
        working.live.ask()
        desk_window.rest()
    assert shown.called.shown() == [("A002", "Quầy 2"), ("A001", "Quầy 1")]
    assert chimes.chimes == 3
    desk_window.application.desk.keep_workstation(sounds=False)
    services.call(CallTicket("Quầy 1"))
    working.live.ask()
    desk_window.rest()
    assert shown.called.shown()[0] == ("B001", "Quầy 1")
    assert chimes.chimes == 3


def test_yesterdays_numbers_are_gone_at_midnight(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    services = desk_window.services.hall
    services.take("A")
    services.call(CallTicket("Quầy 1"))
    hall(desk_window).read()
    desk_window.rest()
    assert shown.called.shown()
    desk_window.clock.set("2026-11-26T00:00:10")
    hall(desk_window)._clock.timeout.emit()
    desk_window.rest()
    assert shown.called.shown() == []
    assert shown.clock.text() == "00:00"


def test_a_slip_shows_its_status_and_an_identity_card_nothing(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order(name="Lò Thị Ế")).dossier.code
    shown = opened(desk_window)
    desk_window.scan(code)
    desk_window.rest()
    assert shown.status.head.text() == "Đã tiếp nhận"
    assert code in shown.status.lines.text()
    assert "Hẹn trả: " in shown.status.lines.text()
    assert "Lò Thị Ế" not in words(shown)
    desk_window.scan(CARD)
    desk_window.rest()
    assert "mã căn cước" in shown.status.lines.text()
    assert "không lưu gì" in shown.status.lines.text()
    assert code not in words(shown)
    assert not re.search(r"\d{12}|Đường", words(shown))
    assert desk_window.application.desk.typed == {}
    assert desk_window.window.screen_shown() == "queue"
    desk_window.scan("X12.34.56-260101-0001")
    desk_window.rest()
    assert "nơi khác cấp" in shown.status.lines.text()
    shown._idle.timeout.emit()
    assert "260101" not in words(shown)
    steps = [step for (step,) in desk_window.store.sql("SELECT step FROM entry")]
    assert "view" not in steps


def test_a_desk_without_accounts_is_left_by_the_key_of_its_staff(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    shown.close()
    desk_window.until(lambda: is_left(desk_window))
    shown = opened(desk_window)
    desk_window.press(Qt.Key.Key_Escape)
    assert window(desk_window) is shown
    desk_window.press(Qt.Key.Key_Escape, SHIFT)
    assert is_left(desk_window)


def test_a_desk_with_accounts_is_left_by_a_password_alone(desk_window: DeskWindow) -> None:
    for name, role, officer in (
        ("huong", "desk", OFFICER),
        ("tri", "administrator", "Lý Văn Trị"),
    ):
        desk_window.services.accounts.add(AddAccount(name, role, officer, PASSWORD))
    desk_window.close()
    desk_window.open(wait=False)
    desk_window.until(lambda: desk_window.application.signing.covered)
    desk_window.rest()
    cover = desk_window.application.signing.cover
    assert cover is not None
    cover.submitted.emit({"name": "huong", "password": PASSWORD})
    desk_window.until(lambda: desk_window.application.desk.view is not None)
    desk_window.rest()
    shown = opened(desk_window)
    assert is_covered(desk_window)
    shown.close()
    assert shown.isVisible()
    desk_window.until(lambda: not shown.is_home())
    assert OFFICER in shown.way_out.says.text()
    for typed, words_of_it in (("sai", "Sai tên đăng nhập"), ("", "")):
        desk_window.type(typed)
        desk_window.enter()
        desk_window.rest()
        assert words_of_it in shown.way_out.refusal.text()
        assert window(desk_window) is shown
    assert shown.way_out.password.text() == ""
    desk_window.type(PASSWORD)
    desk_window.enter()
    desk_window.rest()
    assert is_left(desk_window)
    assert not is_covered(desk_window)
    assert desk_window.application.desk.services.session.account == "huong"


def test_beside_the_officer_it_takes_no_key_and_no_touch_of_his(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = beside(desk_window, monkeypatch)
    assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert shown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert shown.staff.isHidden()
    assert not shown.note.whole()
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.scan(code)  # the officer's scanner, the officer's page
    desk_window.rest()
    assert desk_window.window.screen_shown() == "dossier"
    assert shown.is_home()
    signing = desk_window.application.signing
    signing._account = "huong"
    signing._watch()
    signing.idle.setInterval(50_000)
    desk_window.click(shown.kinds[0])
    assert signing.idle.interval() == 50_000  # a citizen's touch leaves his window to be covered
    desk_window.rest()
    assert names_taken(desk_window) == ["A001"]
    desk_window.click(desk_window.window.top_bar)
    assert signing.idle.interval() == 300_000
    signing.stop()
    signing._account = ""
    shown.close()  # the taskbar's cross: it is no citizen's, and nobody's by mistake
    assert window(desk_window) is shown
    desk_window.press(Qt.Key.Key_F11, SHIFT)
    assert is_left(desk_window)


def test_a_store_held_by_another_says_so_and_takes_no_number(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    with desk_window.store.store.unit_of_work(write=True):
        desk_window.press(Qt.Key.Key_F1)
        desk_window.until(lambda: not shown.is_home())
    assert shown.status.head.text() == "Chưa lấy được số"
    assert names_taken(desk_window) == []
    desk_window.enter()
    assert shown.is_home()
    desk_window.press(Qt.Key.Key_F1)
    desk_window.rest()
    assert names_taken(desk_window) == ["A001"]


def test_another_language_leaves_no_hall_behind(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    desk_window.application._speak("en")
    desk_window.rest()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert is_left(desk_window)
    shown = opened(desk_window)
    assert shown.kinds[0].accessibleName() == "Chứng thực, F1"
    assert shown.called.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape, SHIFT)
