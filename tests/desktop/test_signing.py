"""Signing in at the window: the cover, wrong and right passwords, another officer, the first run, by keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from onestop_desktop.application.demo_accounts import PEOPLE
from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.desktop.cover import Cover
from onestop_desktop.desktop.flow import Ask, Flow
from onestop_desktop.desktop.password_again import PasswordDialog
from onestop_desktop.desktop.sign_in_forms import DEMO_WAYS
from tests.support.desk import LEADER, OFFICER, Clock, open_desk, plain_order
from tests.support.window import ALT, CARD, DeskWindow
from tests.support.window_ports import Tray

PASSWORD, OTHER = "bốn con mèo lười", "năm con chó ngoan"
CITIZEN = "Nguyễn Thị Đường"


@pytest.fixture
def staffed(
    qtbot: QtBot, sqlite_template: Path, tmp_path: Path, tray: Tray
) -> Iterator[DeskWindow]:
    """A desk with a dossier and three accounts, its window just opened: covered."""
    path = tmp_path / "desk.sqlite"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o600)
    desk = open_desk(str(path), Clock())
    desk.receive(plain_order())
    accounts = desk.services.accounts
    for name, role, officer, password in (
        ("huong", "desk", OFFICER, PASSWORD),
        ("minh", "leader", LEADER, OTHER),
        ("moi", "desk", "Ngô Văn Mới", ""),
        ("tri", "administrator", "Đặng Văn Trị", PASSWORD),
    ):
        kept = accounts.add(AddAccount(name, role, officer, password))
        if kept.password:
            (tmp_path / "first").write_text(kept.password, "utf-8")
    desk.store.close()
    made = DeskWindow(qtbot, path, Clock(), tray, serial=False).open(wait=False)
    made.until(lambda: made.application.signing.covered)
    made.rest()
    yield made
    made.close()
    made.store.store.close()


def cover(desk: DeskWindow) -> Cover:
    found = desk.application.signing.cover
    assert found is not None
    return found


def sign_in(desk: DeskWindow, name: str, password: str) -> None:
    """By keys, from wherever the cover has put the cursor."""
    fields = cover(desk).fields
    if "name" in fields:
        desk.write(fields["name"].edit, "")
        fields["name"].edit.clear()
        desk.type(name)
        desk.enter()
    desk.type(password)
    desk.enter()
    desk.rest()


def spoken(item: QAccessibleInterface) -> str:
    """Every name, value and description that a reader of the screen could come upon."""
    text = " ".join(item.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
    children = (item.child(at) for at in range(item.childCount()))
    return " ".join([text, *(spoken(child) for child in children if child is not None)])


def parked(desk: DeskWindow) -> list[tuple[str, str]]:
    """By whom which receptions were put aside, looked at beside the program."""
    found = desk.store.sql("SELECT officer, title FROM parked_reception")
    return [(officer, title.partition(" ·")[0]) for officer, title in found]


def names(desk: DeskWindow) -> str:
    found = QAccessible.queryAccessibleInterface(desk.window)
    assert found is not None
    return desk.window.windowTitle() + spoken(found)


def test_nothing_of_the_store_is_seen_before_somebody_signs_in(staffed: DeskWindow) -> None:
    assert staffed.application.desk.view is None
    assert CITIZEN not in names(staffed)
    assert staffed.application.desk.open_dossiers.rows() == ()
    staffed.press(Qt.Key.Key_F2)
    assert staffed.window.page("reception") is None
    assert cover(staffed).fields["password"].edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_wrong_password_is_said_and_the_right_one_opens(staffed: DeskWindow) -> None:
    sign_in(staffed, "huong", "sai rồi nhé")
    assert "Sai tên đăng nhập" in cover(staffed).refusal.text()
    assert cover(staffed).fields["name"].text() == "huong"
    assert cover(staffed).fields["password"].edit.hasFocus()
    staffed.type(PASSWORD)
    staffed.enter()
    staffed.until(lambda: staffed.application.desk.view is not None)
    staffed.rest()
    assert not staffed.application.signing.covered
    assert CITIZEN in names(staffed)
    assert "cán bộ tiếp nhận" in names(staffed)
    assert staffed.application.desk.officer == OFFICER


def test_an_idle_window_is_covered_and_keeps_the_half_typed_reception(staffed: DeskWindow) -> None:
    sign_in(staffed, "huong", PASSWORD)
    staffed.press(Qt.Key.Key_F2)
    staffed.scan(CARD)
    staffed.rest()
    typed = staffed.reception.applicant.name.text()
    assert typed == CITIZEN
    idle = staffed.application.signing.idle
    assert idle.isActive()
    assert idle.interval() == 5 * 60 * 1000
    idle.timeout.emit()
    staffed.rest()
    assert CITIZEN not in names(staffed)
    staffed.scan(CARD)
    staffed.press(Qt.Key.Key_F3)
    assert cover(staffed).fields.keys() == {"password"}
    cover(staffed).fields["password"].edit.clear()
    sign_in(staffed, "", PASSWORD)
    assert staffed.window.screen_shown() == "reception"
    assert staffed.reception.applicant.name.text() == CITIZEN
    assert not parked(staffed)


def test_another_officer_finds_it_parked_under_the_first_ones_name(staffed: DeskWindow) -> None:
    sign_in(staffed, "huong", PASSWORD)
    staffed.press(Qt.Key.Key_F2)
    staffed.scan(CARD)
    staffed.rest()
    staffed.application.signing.lock()
    staffed.rest()
    staffed.press(Qt.Key.Key_K, ALT)
    assert "name" in cover(staffed).fields
    sign_in(staffed, "minh", OTHER)
    assert not staffed.application.signing.covered
    assert staffed.window.screen_shown() == "queue"
    assert staffed.reception.applicant.name.text() == ""
    assert staffed.application.desk.officer == LEADER
    assert parked(staffed) == [(OFFICER, CITIZEN)]


def test_a_disabled_account_is_covered_at_its_next_act(staffed: DeskWindow) -> None:
    sign_in(staffed, "huong", PASSWORD)
    other = staffed.services.accounts
    other.sign_in(SignIn("tri", PASSWORD))
    other.disable("huong")
    staffed.application.desk.open_dossier(staffed.dossiers()[0].code)
    staffed.until(lambda: staffed.application.signing.covered)
    sign_in(staffed, "", PASSWORD)
    assert "đã khóa" in cover(staffed).refusal.text()


def test_a_first_password_is_changed_before_anything_else(
    staffed: DeskWindow, tmp_path: Path
) -> None:
    sign_in(staffed, "moi", (tmp_path / "first").read_text("utf-8"))
    assert cover(staffed).fields.keys() == {"new", "again"}
    for once, again, words in (
        ("ngắn", "ngắn", "ít nhất 8"),
        ("sáu con gà con", "sáu con gà non", "khác nhau"),
    ):
        staffed.type(once)
        staffed.enter()
        staffed.type(again)
        staffed.enter()
        staffed.rest()
        assert words in cover(staffed).refusal.text()
    for _ in range(2):
        staffed.type("sáu con gà con")
        staffed.enter()
    staffed.until(lambda: staffed.application.desk.view is not None)
    staffed.rest()
    assert staffed.application.desk.officer == "Ngô Văn Mới"


def test_leaving_the_change_of_a_password_does_not_open_a_locked_window(
    staffed: DeskWindow,
) -> None:
    sign_in(staffed, "huong", PASSWORD)
    staffed.application.signing.change_password()
    staffed.rest()
    staffed.application.signing.idle.timeout.emit()
    staffed.rest()
    assert cover(staffed).fields.keys() == {"password"}
    staffed.press(Qt.Key.Key_Escape)
    assert staffed.application.signing.covered
    assert CITIZEN not in names(staffed)


def test_nothing_is_said_or_asked_over_the_cover(staffed: DeskWindow) -> None:
    sign_in(staffed, "huong", PASSWORD)
    desk, asked = staffed.application.desk, []

    def flow() -> Flow:
        answer = yield Ask(PasswordDialog(CITIZEN, "", staffed.window))
        asked.append(answer)

    staffed.application.signing.lock()
    desk.done.emit("Đã tiếp nhận", CITIZEN, True)
    desk.start(flow(), staffed.application)
    staffed.rest()
    assert asked == [None]
    assert CITIZEN not in names(staffed)
    assert QApplication.activeModalWidget() is None
    sign_in(staffed, "", PASSWORD)
    assert CITIZEN in staffed.said()


def test_the_first_run_makes_the_administrator(
    desk_window: DeskWindow,
) -> None:
    desk_window.close()
    staffed = desk_window.open(wait=False, is_new=True)
    staffed.until(lambda: staffed.application.signing.covered)
    for text in ("Đặng Văn Trị", "tri", PASSWORD, PASSWORD):
        staffed.type(text)
        staffed.enter()
    staffed.until(lambda: staffed.application.desk.view is not None)
    staffed.rest()
    (account,) = staffed.services.accounts.read()
    assert (account.name, account.officer, account.role.value) == (
        "tri",
        "Đặng Văn Trị",
        "administrator",
    )


def test_the_demo_desks_buttons_are_its_accounts() -> None:
    assert [name for name, _words, _key in DEMO_WAYS] == [each.name for each in PEOPLE]
