"""The one question after a return: three faces on the citizen's monitor, or told to the officer; skippable."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.faces import Faces
from tests.support.desk import LEADER, SPECIALIST, plain_order
from tests.support.window import ALT, DeskWindow


def returned(desk: DeskWindow) -> str:
    """A result handed out by scan."""
    code = desk.store.receive(order=plain_order()).dossier.code
    desk.store.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.store.step(code, "settle", LEADER)
    desk.press(Qt.Key.Key_F8)
    desk.rest()
    desk.scan(code)
    desk.rest()
    desk.receive()
    desk.rest()
    return code


def rating(desk: DeskWindow, code: str) -> int:
    return desk.services.show_dossier(code).dossier.rating


def test_the_officer_keeps_what_the_citizen_says_by_one_key(desk_window: DeskWindow) -> None:
    code = returned(desk_window)
    desk_window.press(Qt.Key.Key_1, ALT)
    desk_window.rest()
    assert rating(desk_window, code) == 3
    assert "Hài lòng" in desk_window.said()
    desk_window.press(Qt.Key.Key_3, ALT)
    desk_window.rest()
    assert rating(desk_window, code) == 3
    assert "đã có ý kiến" in desk_window.said()


def test_skipping_leaves_no_trace(desk_window: DeskWindow) -> None:
    code = returned(desk_window)
    steps = [entry.step.value for entry in desk_window.services.show_dossier(code).entries]
    assert "rate" not in steps
    board = desk_window.services.counter.read_board()
    assert (board.day.rated, board.day.satisfaction) == (0, None)


def test_before_any_return_there_is_nothing_to_ask_about(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F8)
    desk_window.press(Qt.Key.Key_1, ALT)
    desk_window.rest()
    assert "Chưa trả kết quả nào" in desk_window.said()


def test_with_one_monitor_no_window_comes_up(desk_window: DeskWindow) -> None:
    returned(desk_window)
    assert desk_window.application.working is not None
    faces = desk_window.application.working.rating.faces
    assert faces is not None
    assert not faces.isVisible()


@pytest.mark.parametrize(("at", "expected"), [(0, 3), (1, 2), (2, 1)])
def test_each_face_answers_by_keys(
    desk_window: DeskWindow, at: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Faces, "ask", QWidget.show)
    code = returned(desk_window)
    assert desk_window.application.working is not None
    faces = desk_window.application.working.rating.faces
    assert faces is not None
    assert faces.faces[at].accessibleName()
    faces.faces[at].setFocus()
    faces.faces[at].click()
    desk_window.rest()
    assert rating(desk_window, code) == expected
    assert not faces.isVisible()
