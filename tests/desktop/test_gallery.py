"""The kit as whole pages: every word has room, everything is named, no size or scheme breaks it.

`pytest tests/desktop/test_gallery.py --basetemp=DIR` leaves the pictures in DIR to be looked at.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop import language, theme
from onestop_desktop.desktop.window import Window
from tests.desktop.conftest import RESOURCES
from tests.desktop.gallery import SCREENS, Reception
from tests.desktop.gallery_facts import PROCEDURES, Facts
from tests.support.qt import bring_up, clipped_texts, focusable, picture, spoken_name, unnamed

SIZES = ((1366, 698), (1366, 768), (1280, 642), (1920, 1017))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(SCREENS, Facts())
    qtbot.addWidget(made)
    made.top_bar.show_printer("Máy in sẵn sàng", ready=True)
    made.show_counts({"queue": 14, "hand_over": 3, "approve": 6, "return": 5})
    made.resize(1366, 698)
    made.show_screen("reception")
    bring_up(made)
    return made


def reception(window: Window) -> Reception:
    page = window.show_screen("reception")
    assert isinstance(page, Reception)
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", ["reception", "queue"])
def test_every_word_has_room(
    desk_app: QApplication,
    window: Window,
    tmp_path: Path,
    size: tuple[int, int],
    scheme: str,
    screen: str,
) -> None:
    theme.apply(desk_app, scheme)
    window.resize(*size)
    page = reception(window)
    page.read_card()
    page.procedure.set_row(PROCEDURES[0], "ctbs")
    window.show_screen(screen)
    desk_app.processEvents()
    for scale in (1.0, 1.5):
        picture(window, scale, tmp_path / f"{screen}-{scheme}-{size[0]}x{size[1]}-{scale}.png")
    assert clipped_texts(window) == []
    assert window.width() == size[0]
    assert window.height() == size[1]


@pytest.mark.parametrize("screen", ["reception", "queue"])
def test_everything_one_can_reach_has_a_name(window: Window, screen: str) -> None:
    window.show_screen(screen)
    assert len(list(focusable(window))) > 3
    assert unnamed(window) == []


def test_tab_goes_through_the_sections_in_order(window: Window) -> None:
    page = reception(window)
    page.identity.edit.setFocus()
    names = [spoken_name(page.identity.edit)]
    for _ in range(6):
        window.focusNextChild()
        focus = window.focusWidget()
        assert focus is not None
        names.append(spoken_name(focus))
    assert names[:6] == [
        "Số định danh",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Điện thoại",
        "Nơi thường trú",
    ]


def test_a_refusal_moves_nothing_out_of_the_window(
    desk_app: QApplication, window: Window, tmp_path: Path
) -> None:
    page = reception(window)
    page.read_card()
    page.refuse()
    window.say("Đã tiếp nhận …-0011", "đã in 2 liên · còn 4 phút", undo=True)
    desk_app.processEvents()
    picture(window, 1.0, tmp_path / "refusal.png")
    assert clipped_texts(window) == []
    for field in (page.identity, page.phone):
        message = field.message
        assert message.width() >= message.sizeHint().width(), message.text()
    assert page.identity.edit.hasFocus()
    strip = page.refusal.geometry()
    assert page.rect().contains(strip)


def test_pictures_are_the_same_twice(window: Window) -> None:
    reception(window).papers.setFocus(Qt.FocusReason.OtherFocusReason)
    assert picture(window) == picture(window)


def test_english_words_have_room_too(desk_app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    language.speak(language.ENGLISH, RESOURCES / "i18n")
    window = Window(SCREENS, Facts())
    qtbot.addWidget(window)
    window.resize(1366, 698)
    bring_up(window)
    for screen in ("reception", "queue"):
        window.show_screen(screen)
        desk_app.processEvents()
        picture(window, 1.0, tmp_path / f"{screen}-en.png")
        assert clipped_texts(window) == []
