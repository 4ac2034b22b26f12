"""The second monitor: which one it is, and a window that fills it without taking anybody's keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def other_screen(beside: QWidget) -> QScreen | None:
    """Another monitor than the window's, None where there is none."""
    mine = beside.screen()
    return next((each for each in QGuiApplication.screens() if each is not mine), None)


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Show a window over a whole monitor; `showFullScreen` would take the focus, whatever it is for."""
    window.setGeometry(screen.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()
