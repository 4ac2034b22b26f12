"""What is half typed is never lost: parked, resumed, kept over a restart and another language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.application import park_reception
from onestop_desktop.desktop.screens.reception.parked_dialog import ParkedDialog
from onestop_desktop.domain.errors import DiskFull
from tests.support.window import CARD, CTRL, DeskWindow


def begin(desk: DeskWindow, name: str = "Lò Thị Ế") -> None:
    """A half-typed reception of a certification."""
    desk.press(Qt.Key.Key_F2)
    desk.write(desk.reception.applicant.name, name)
    desk.write(desk.reception.applicant.phone, "0912345678")
    desk.reception.procedure.box.setFocus()
    desk.type("ctbs\n2+1\n4")


def park(desk: DeskWindow) -> None:
    """Ctrl+S."""
    desk.press(Qt.Key.Key_S, CTRL)
    desk.rest()


def dialog(desk: DeskWindow) -> ParkedDialog:
    """Ctrl+L; the list of what was put aside."""
    desk.press(Qt.Key.Key_L, CTRL)
    desk.until(lambda: isinstance(QApplication.activeModalWidget(), ParkedDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, ParkedDialog)
    return found


def test_a_parked_reception_is_resumed_as_it_was(desk_window: DeskWindow) -> None:
    begin(desk_window)
    before = desk_window.reception.form()
    park(desk_window)
    assert desk_window.reception.form()["name"] == ""
    dialog(desk_window)
    desk_window.enter()
    desk_window.rest()
    assert desk_window.reception.form() == before
    desk_window.receive()
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == ["Lò Thị Ế"]
    assert desk_window.services.parked_receptions() == ()


def test_several_are_parked_and_one_is_thrown_away(desk_window: DeskWindow) -> None:
    for name in ("Lò Thị Ế", "Vừ A Ổ", "Ksor H'Bia"):
        begin(desk_window, name)
        park(desk_window)
    shown = dialog(desk_window)
    assert shown.table.rows.rowCount() == 3
    desk_window.press(Qt.Key.Key_Down)
    desk_window.press(Qt.Key.Key_Delete)
    desk_window.rest()
    titles = [row.title for row in desk_window.services.parked_receptions()]
    assert [title.partition(" · ")[0] for title in titles] == ["Ksor H'Bia", "Lò Thị Ế"]


def test_resuming_one_parks_what_is_typed_now(desk_window: DeskWindow) -> None:
    begin(desk_window, "Lò Thị Ế")
    park(desk_window)
    begin(desk_window, "Vừ A Ổ")
    dialog(desk_window)
    desk_window.enter()
    desk_window.rest()
    assert desk_window.reception.form()["name"] == "Lò Thị Ế"
    titles = {row.title.partition(" · ")[0] for row in desk_window.services.parked_receptions()}
    assert titles == {"Lò Thị Ế", "Vừ A Ổ"}


def test_esc_leaves_the_list_and_the_typing_alone(desk_window: DeskWindow) -> None:
    begin(desk_window)
    park(desk_window)
    begin(desk_window, "Vừ A Ổ")
    dialog(desk_window)
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert desk_window.reception.form()["name"] == "Vừ A Ổ"
    assert len(desk_window.services.parked_receptions()) == 1


def test_ctrl_n_puts_aside_instead_of_throwing_away(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.press(Qt.Key.Key_N, CTRL)
    desk_window.rest()
    assert desk_window.reception.form()["name"] == ""
    assert len(desk_window.services.parked_receptions()) == 1


def test_closing_parks_and_a_restart_resumes(desk_window: DeskWindow) -> None:
    begin(desk_window)
    before = desk_window.reception.form()
    desk_window.restart()
    desk_window.press(Qt.Key.Key_F2)
    dialog(desk_window)
    desk_window.enter()
    desk_window.rest()
    assert desk_window.reception.form() == before
    # Closed once more without a change it is still one, not two.
    desk_window.restart()
    assert len(desk_window.services.parked_receptions()) == 1


def test_an_empty_list_says_so(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_L, CTRL)
    desk_window.rest()
    assert desk_window.said().startswith("Không có hồ sơ nào để tạm")
    park(desk_window)
    assert desk_window.said().startswith("Chưa gõ gì để tạm")


def test_another_language_keeps_what_is_typed(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("1.004873\n+")
    before = desk_window.reception.form()
    desk_window.speak("en")
    assert desk_window.window.screen_shown() == "reception"
    assert desk_window.reception.form() == before
    assert desk_window.reception.receive.text() == "Receive and print"
    assert desk_window.station().language == "en"
    desk_window.speak("vi")
    assert desk_window.reception.form() == before
    desk_window.receive()
    desk_window.rest()
    assert len(desk_window.dossiers()) == 1


def test_another_language_on_another_screen_keeps_the_reception_too(
    desk_window: DeskWindow,
) -> None:
    begin(desk_window)
    before = desk_window.reception.form()
    desk_window.press(Qt.Key.Key_F3)
    desk_window.speak("en")
    desk_window.press(Qt.Key.Key_F2)
    assert desk_window.reception.form() == before


def test_a_store_that_is_away_as_the_window_closes_loses_nothing(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk_window)
    with monkeypatch.context() as patch:

        def full(*_: object, **__: object) -> int:
            raise DiskFull

        patch.setattr(park_reception, "park_reception", full)
        desk_window.close()
    desk_window.open()
    desk_window.rest()
    (parked,) = desk_window.services.parked_receptions()
    assert parked.form["name"] == "Lò Thị Ế"
    assert "Ctrl+L" in desk_window.said()
    desk_window.restart()
    assert len(desk_window.services.parked_receptions()) == 1
