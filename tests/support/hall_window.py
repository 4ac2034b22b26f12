"""The hall's window in a test: opened as it is used, read to its last word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from onestop_desktop.desktop.hall import presenter
from onestop_desktop.desktop.hall.presenter import Hall
from onestop_desktop.desktop.hall.view import HallWindow
from tests.support.paper import texts
from tests.support.qt import bring_up
from tests.support.window import DeskWindow
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier


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
