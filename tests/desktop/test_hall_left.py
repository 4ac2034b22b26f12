"""The hall's window beside the officer and alone: whose keys it takes, and who leaves it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.keep_accounts import AddAccount
from tests.support.desk import OFFICER, plain_order
from tests.support.hall_window import (
    SHIFT,
    beside,
    is_covered,
    is_left,
    names_taken,
    opened,
    window,
    words,
)
from tests.support.window import DeskWindow

PASSWORD = "bốn con mèo lười"


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
    assert OFFICER not in words(shown)
    desk_window.type("huong")
    desk_window.enter()
    for typed, words_of_it in (("sai", "Sai tên đăng nhập"), ("", "")):
        desk_window.type(typed)
        desk_window.enter()
        desk_window.rest()
        assert words_of_it in shown.way_out.refusal.text()
        assert window(desk_window) is shown
    assert shown.way_out.password.text() == ""
    shown._idle.timeout.emit()
    assert "huong" not in words(shown)
    desk_window.press(Qt.Key.Key_Escape, SHIFT)
    desk_window.type("tri")  # whoever is staff
    desk_window.enter()
    desk_window.type(PASSWORD)
    desk_window.enter()
    desk_window.rest()
    assert is_left(desk_window)
    assert not is_covered(desk_window)
    assert desk_window.application.desk.services.session.account == "tri"


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
    gone = QApplication.screens()[0]
    QApplication.instance().screenRemoved.emit(gone)  # type: ignore[union-attr]
    assert is_left(desk_window)
    beside(desk_window, monkeypatch)
    desk_window.press(Qt.Key.Key_F11, SHIFT)
    assert is_left(desk_window)


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
