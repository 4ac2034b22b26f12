"""The shell over the made-up screens: keys, rail, narrow form, toast, languages, names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop import language, tokens
from onestop_desktop.desktop.actions import ACTIONS, EVERYWHERE, of_screen, qt_keys
from onestop_desktop.desktop.window import Window
from tests.desktop.conftest import RESOURCES
from tests.desktop.gallery import SCREENS, Queue, Reception
from tests.desktop.gallery_facts import Facts
from tests.support.qt import bring_up, press_key, press_shortcut, spoken_name, type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
# Keys that input methods, X11 editing and window managers take for themselves.
NEVER = ("Ctrl+Shift", "Alt+Shift", "Ctrl+Space", "Alt+Z", "Ctrl+Alt", "F10")
X11 = ("Ctrl+K", "Ctrl+U", "Ctrl+E", "Ctrl+D", "Ctrl+H")


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(SCREENS, Facts())
    qtbot.addWidget(made)
    made.resize(1366, 698)
    made.show_screen("reception")
    bring_up(made)
    return made


def test_a_screen_is_built_when_it_is_first_shown(window: Window) -> None:
    assert window.page("queue") is None
    press_shortcut(window, Qt.Key.Key_F3)
    assert isinstance(window.page("queue"), Queue)
    assert window.screen_shown() == "queue"
    page = window.page("queue")
    press_shortcut(window, Qt.Key.Key_F2)
    press_shortcut(window, Qt.Key.Key_F3)
    assert window.page("queue") is page


def test_rarer_screens_are_reached_with_shift(window: Window) -> None:
    press_shortcut(window, Qt.Key.Key_F9, SHIFT)
    assert window.screen_shown() == "settings"


def test_the_search_is_one_key_away_and_esc_comes_back(qtbot: QtBot, window: Window) -> None:
    press_shortcut(window, Qt.Key.Key_F, CTRL)
    search = window.top_bar.search
    assert search.hasFocus()
    type_text(search, "Đường")
    with qtbot.waitSignal(window.searched) as heard:
        press_key(search, Qt.Key.Key_Return, "\r")
    assert heard.args == ["Đường"]
    press_key(search, Qt.Key.Key_Escape)
    page = window.page("reception")
    assert isinstance(page, Reception)
    assert page.identity.edit.hasFocus()
    assert search.text() == "Đường"


def test_esc_leaves_a_dossiers_page_for_the_list_it_came_from(window: Window) -> None:
    window.show_screen("queue")
    window.show_screen("dossier")
    press_key(window, Qt.Key.Key_Escape)
    assert window.screen_shown() == "queue"
    press_key(window, Qt.Key.Key_Escape)
    assert window.screen_shown() == "queue"


def test_what_was_typed_is_there_after_a_look_elsewhere(window: Window) -> None:
    page = window.page("reception")
    assert isinstance(page, Reception)
    type_text(page.name.edit, "Nguyễn Thị Đường")
    window.show_screen("queue")
    window.show_screen("reception")
    assert page.name.text() == "Nguyễn Thị Đường"


def test_the_key_sheet_opens_and_gives_the_focus_back(window: Window) -> None:
    before = QApplication.focusWidget()
    press_shortcut(window, Qt.Key.Key_F1)
    assert window.key_sheet.isVisible()
    press_key(window.key_sheet, Qt.Key.Key_Escape)
    assert not window.key_sheet.isVisible()
    assert QApplication.focusWidget() is before
    press_shortcut(window, Qt.Key.Key_F1)
    press_shortcut(window, Qt.Key.Key_F1)
    assert not window.key_sheet.isVisible()


def test_the_rail_shows_counts_and_says_them(window: Window) -> None:
    window.show_counts({"queue": 14})
    names = [spoken_name(row) for row in window.rail.findChildren(type(window.rail._keys))]
    assert "Hồ sơ trong ngày 14, F3" in names
    assert "Bàn giao, F5" in names


def test_a_narrow_window_has_a_narrow_rail(window: Window) -> None:
    assert window.rail.width() == tokens.RAIL
    window.resize(1280, 642)
    assert window.rail.width() == tokens.RAIL_NARROW


def test_a_toast_lies_at_the_bottom_right_and_is_undone_by_key(
    qtbot: QtBot, window: Window
) -> None:
    window.say("Đã tiếp nhận …-0011", "đã in 2 liên", undo=True)
    corner = window.toast.geometry()
    assert window.width() - corner.right() - 1 == tokens.PAGE_MARGIN
    with qtbot.waitSignal(window.undo_wanted):
        press_shortcut(window, Qt.Key.Key_H, ALT)
    assert not window.toast.isVisible()
    with qtbot.waitSignal(window.undo_wanted):  # whoever took the step knows whether it can be
        press_shortcut(window, Qt.Key.Key_H, ALT)


def test_the_language_is_asked_for_at_the_rails_foot(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.language_chosen) as heard:
        window.rail._languages.choose("en")
    assert heard.args == ["en"]
    language.speak("en", RESOURCES / "i18n")
    other = Window(SCREENS, Facts())
    qtbot.addWidget(other)
    assert other.windowTitle() == "One-stop"


def test_the_ring_is_around_what_has_the_focus(window: Window) -> None:
    page = window.page("reception")
    assert isinstance(page, Reception)
    page.address.edit.setFocus()
    ring = window._ring
    assert ring.isVisible()
    corner = page.address.edit.mapTo(window, page.address.edit.rect().topLeft())
    assert (corner.x() - ring.x(), corner.y() - ring.y()) == (3, 3)
    page.papers.setFocus()
    assert not ring.isVisible()


def test_the_printers_state_has_mark_and_word(window: Window) -> None:
    window.top_bar.show_printer("Máy in hết giấy", ready=False)
    assert window.top_bar.printer.mark() == "soon"
    assert window.top_bar.printer.text() == "Máy in hết giấy"


def test_no_key_means_two_things_on_one_screen() -> None:
    for screen in {name for action in ACTIONS for name in action.screens}:
        keys = [action.key for action in of_screen(screen)]
        if screen != EVERYWHERE:
            keys += [a.key for a in of_screen(EVERYWHERE) if a.key not in ("Enter", "Ctrl+1…9")]
        assert len(keys) == len(set(keys)), screen


def test_no_key_belongs_to_an_input_method_or_is_a_single_letter() -> None:
    for action in ACTIONS:
        assert not any(never in action.key for never in NEVER), action
        assert action.key not in X11, action
        assert len(action.key) > 1, action


def test_enter_is_on_the_number_pad_too() -> None:
    assert [key.toString() for key in qt_keys("Ctrl+Enter")] == ["Ctrl+Return", "Ctrl+Enter"]
