"""Fixtures of window tests: an offscreen application with the screen face and the light scheme."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop import language, theme
from tests.support.window import desk_window, tray

__all__ = ["desk_window", "tray"]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def desk_app(qapp: QApplication) -> QApplication:
    """The application as the desk shows it, once for the session."""
    theme.load_fonts(RESOURCES / "fonts")
    theme.apply(qapp, theme.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def light_vietnamese_desk(desk_app: QApplication) -> Iterator[None]:
    """Each test begins and ends in light Vietnamese, whatever it switches to."""
    yield
    if theme.scheme() != theme.LIGHT:
        theme.apply(desk_app, theme.LIGHT)
    language.speak(language.VIETNAMESE, RESOURCES / "i18n")
