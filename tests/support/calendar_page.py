"""The calendar's page in the window under test."""

from PySide6.QtCore import Qt

from onestop_desktop.desktop.screens.calendar.view import CalendarView
from tests.support.window import DeskWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin(desk: DeskWindow) -> CalendarView:
    """Go to the page by its key."""
    desk.press(Qt.Key.Key_F3, SHIFT)
    desk.rest()
    page = desk.window.page("calendar")
    assert isinstance(page, CalendarView)
    return page
