"""The accounts' page by keys: added, first password shown once, disabled, another role; refusals in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.desktop.password_again import PasswordDialog
from onestop_desktop.desktop.screens.accounts.dialogs import (
    AccountDialog,
    FirstPasswordDialog,
    RoleDialog,
)
from onestop_desktop.desktop.screens.accounts.view import AccountsView
from onestop_desktop.desktop.widgets.rows import RowRole
from onestop_desktop.domain.lifecycle import Role
from tests.support.desk import LEADER, OFFICER
from tests.support.window import ALT, CTRL, DeskWindow, dialog

PASSWORD = "bốn con mèo lười"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def signed_in(desk: DeskWindow, name: str) -> DeskWindow:
    """The window over a desk with accounts, somebody just signed in."""
    accounts = desk.store.services.accounts
    for each, role, officer in (
        ("huong", "desk", OFFICER),
        ("minh", "leader", LEADER),
        ("tri", "administrator", "Đặng Văn Trị"),
    ):
        accounts.add(AddAccount(each, role, officer, PASSWORD))
    desk.close()
    desk.open(wait=False)
    desk.until(lambda: desk.application.signing.covered)
    desk.rest()
    cover = desk.application.signing.cover
    assert cover is not None
    cover.submitted.emit({"name": name, "password": PASSWORD})
    desk.until(lambda: desk.application.desk.view is not None)
    desk.rest()
    return desk


@pytest.fixture
def administrator(desk_window: DeskWindow) -> DeskWindow:
    """The administrator at the accounts' page."""
    desk = signed_in(desk_window, "tri")
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.rest()
    return desk


def page(desk: DeskWindow) -> AccountsView:
    found = desk.window.page("accounts")
    assert isinstance(found, AccountsView)
    return found


def rows(desk: DeskWindow) -> list[str]:
    model = page(desk).table.model()
    return [model.index(at, 0).data(RowRole.KEY) for at in range(model.rowCount())]


def pick(desk: DeskWindow, name: str) -> None:
    page(desk).table.selectRow(rows(desk).index(name))


def test_an_account_is_added_and_its_first_password_shown_once(administrator: DeskWindow) -> None:
    desk = administrator
    desk.press(Qt.Key.Key_N, CTRL)
    asked = dialog(desk, AccountDialog)
    desk.type("Vũ Thị Lan")
    desk.enter()
    desk.type("Lan Lan")
    asked.role.choose(Role.CLERK.value)
    desk.receive()
    again = dialog(desk, AccountDialog)
    assert again.fields["name"].edit.hasFocus()
    assert again.fields["officer"].text() == "Vũ Thị Lan"
    again.fields["name"].edit.clear()
    desk.type("lan")
    desk.receive()
    shown = dialog(desk, FirstPasswordDialog).shown.text()
    desk.receive()
    desk.rest()
    assert rows(desk) == ["huong", "lan", "minh", "tri"]
    lan = desk.services.accounts.check_password(SignIn("lan", shown))
    assert (lan.role, lan.must_change) == (Role.CLERK, True)


def test_after_a_while_the_password_is_asked_again(administrator: DeskWindow) -> None:
    desk = administrator
    desk.clock.set("2026-11-25T09:30")
    pick(desk, "huong")
    desk.press(Qt.Key.Key_X, ALT)
    asked = dialog(desk, PasswordDialog)
    desk.type("sai rồi nhé")
    desk.receive()
    asked = dialog(desk, PasswordDialog)
    assert "Sai tên đăng nhập" in asked.password.edit.accessibleDescription()
    desk.type(PASSWORD)
    desk.receive()
    desk.rest()
    (huong, *_rest) = desk.services.accounts.read()
    assert huong.disabled


def test_a_role_is_changed_and_the_last_administrator_stays(administrator: DeskWindow) -> None:
    desk = administrator
    pick(desk, "huong")
    desk.press(Qt.Key.Key_V, ALT)
    dialog(desk, RoleDialog).role.choose(Role.SPECIALIST.value)
    desk.receive()
    desk.rest()
    assert desk.services.accounts.read()[0].role is Role.SPECIALIST
    pick(desk, "tri")
    desk.press(Qt.Key.Key_X, ALT)
    desk.rest()
    assert "quản trị cuối cùng" in desk.said()


def test_who_is_no_administrator_is_refused_in_words(desk_window: DeskWindow) -> None:
    desk = signed_in(desk_window, "huong")
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.rest()
    pick(desk, "minh")
    desk.press(Qt.Key.Key_P, ALT)
    desk.rest()
    assert "là việc của quản trị" in desk.said()
    assert QApplication.activeModalWidget() is None
    denied = desk.store.sql("SELECT officer FROM entry WHERE step = 'deny'")
    assert denied == [(OFFICER,)]
