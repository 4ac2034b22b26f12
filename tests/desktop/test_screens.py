"""Every screen of the real window: room for its words, names for its controls, keys that work, live lists."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.live import BEFORE_ALL
from onestop_desktop.desktop.screens import SCREENS
from onestop_desktop.desktop.widgets.keycap import KeyCap
from onestop_desktop.domain.procedure import PaperKind
from tests.support.desk import make_order, plain_order
from tests.support.qt import clipped_texts, unnamed
from tests.support.window import ALT, CARD, CTRL, DeskWindow

SIZES = ((1366, 698), (1366, 768), (1280, 642))
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = {
    "reception": (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    "queue": (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
    "search": (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    "hand_over": (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
    "work": (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
    "leader": (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
    "return_result": (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    "waiting": (Qt.Key.Key_F8, SHIFT),
    "calendar": (Qt.Key.Key_F3, SHIFT),
    "accounts": (Qt.Key.Key_F6, SHIFT),
    "settings": (Qt.Key.Key_F9, SHIFT),
    "closing": (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
    "books": (Qt.Key.Key_F4, SHIFT),
    "backups": (Qt.Key.Key_F5, SHIFT),
    "board": (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
    "checks": (Qt.Key.Key_F7, SHIFT),
    "province": (Qt.Key.Key_F2, SHIFT),
}
NAMES = ("Lò Thị Ế", "Vừ A Ổ", "Nguyễn Phan Hoàng Bảo Ngọc Khánh Đường", "Ksor H'Bia")


def receive_some(desk: DeskWindow) -> list[str]:
    """Dossiers of several kinds, received beside the window."""
    codes = [
        desk.store.receive(make_order(name=name, identity=f"03018500123{at}")).dossier.code
        for at, name in enumerate(NAMES)
    ]
    codes.append(desk.store.receive(plain_order(name="Đặng Thuỳ Nhưỡng")).dossier.code)
    return codes


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_screen_has_room_and_names(
    desk_window: DeskWindow,
    desk_app: QApplication,
    language: str,
    scheme: str,
    size: tuple[int, int],
) -> None:
    codes = receive_some(desk_window)
    theme.apply(desk_app, scheme)
    if language == "en":
        desk_window.speak("en")
    desk_window.window.resize(*size)
    found = []
    for screen in SCREENS:
        if screen.name == "dossier":
            desk_window.application.desk.open_dossier(codes[-1])
        else:
            desk_window.press(*KEYS[screen.name])
        if screen.name == "reception":
            desk_window.scan(CARD)
            desk_window.type("ctbs\n2+2\n3")
        desk_window.rest()
        desk_window.window.grab()
        assert desk_window.window.screen_shown() == screen.name
        found += [f"{screen.name}: {text}" for text in clipped_texts(desk_window.window)]
        found += [f"{screen.name}: {name}" for name in unnamed(desk_window.window)]
    assert found == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_a_refusal_has_room_too(
    desk_window: DeskWindow, language: str, size: tuple[int, int]
) -> None:
    if language == "en":
        desk_window.speak("en")
    desk_window.window.resize(*size)
    desk_window.press(Qt.Key.Key_F2)
    desk_window.type("0301850044177")
    desk_window.receive()
    desk_window.rest()
    desk_window.window.grab()
    assert clipped_texts(desk_window.window) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_name_of_919_letters_and_55_papers_break_no_screen(
    desk_window: DeskWindow, size: tuple[int, int]
) -> None:
    first = desk_window.services.view_desk().procedures[0]
    paper = replace(first.papers[0], case=0, kind=PaperKind.REQUIRED, name="Giấy tờ rất dài " * 20)
    papers = tuple(replace(paper, no=number) for number in range(1, 56))
    name = ("Thủ tục có tên dài nhất cả nước " * 40)[:919]
    with desk_window.services.unit_of_work(write=True) as uow:
        uow.catalogue.add(replace(first, code="1.919055", name=name, papers=papers))
        uow.commit()
    desk_window.restart()
    desk_window.window.resize(*size)
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("1.919055")
    desk_window.window.grab()
    desk_window.enter()
    desk_window.rest()
    table = desk_window.reception.papers.table
    assert table.rows()[-1].key == "55"
    desk_window.window.grab()
    assert clipped_texts(desk_window.window) == []
    assert desk_window.window.size().toTuple() == size
    assert table.viewport().height() % tokens.FORM_ROW == 0
    if first.is_certification:
        desk_window.type("1\n1")
    desk_window.receive()
    desk_window.rest()
    (row,) = desk_window.dossiers()
    desk_window.application.desk.open_dossier(row.code)
    desk_window.rest()
    desk_window.window.grab()
    assert clipped_texts(desk_window.window) == []
    assert desk_window.window.size().toTuple() == size


def test_every_f_key_works_from_every_screen(desk_window: DeskWindow) -> None:
    for start, target in product(KEYS.items(), KEYS.items()):
        desk_window.press(*start[1])
        desk_window.press(*target[1])
        assert desk_window.window.screen_shown() == target[0]
    desk_window.press(Qt.Key.Key_F1)
    assert desk_window.window.key_sheet.isVisible()
    desk_window.press(Qt.Key.Key_Escape)
    assert not desk_window.window.key_sheet.isVisible()


def test_the_key_sheet_names_the_keys_of_the_screen(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_F1)
    shown = {cap.key() for cap in desk_window.window.key_sheet.findChildren(KeyCap)}
    assert {"Ctrl+Enter", "Ctrl+S", "Ctrl+L", "Alt+L", "Alt+V", "Alt+C", "Ctrl+P"} <= shown
    desk_window.press(Qt.Key.Key_Escape)


def test_the_window_begins_in_the_list_under_the_keys(desk_window: DeskWindow) -> None:
    receive_some(desk_window)
    desk_window.restart()
    assert desk_window.window.screen_shown() == "queue"
    assert desk_window.queue.table.hasFocus()


def test_search_by_words_enter_enter_opens_the_dossier(desk_window: DeskWindow) -> None:
    codes = receive_some(desk_window)
    desk_window.press(Qt.Key.Key_F, CTRL)
    desk_window.type("nhuong")
    desk_window.enter()
    desk_window.rest()
    assert desk_window.window.screen_shown() == "search"
    assert desk_window.search.table.selected_key() == codes[-1]
    desk_window.enter()
    desk_window.enter()
    desk_window.rest()
    assert desk_window.window.screen_shown() == "dossier"
    assert desk_window.dossier.code.text() == codes[-1]
    desk_window.press(Qt.Key.Key_Escape)
    assert desk_window.window.screen_shown() == "search"
    assert desk_window.search.field.text() == "nhuong"


def test_search_while_typing_and_by_code(desk_window: DeskWindow) -> None:
    codes = receive_some(desk_window)
    desk_window.press(Qt.Key.Key_F4)
    desk_window.type("ksor")
    desk_window.until(lambda: desk_window.search.table.selected_key() == codes[3])
    desk_window.press(Qt.Key.Key_F, CTRL)
    desk_window.type(codes[1])
    desk_window.enter()
    desk_window.rest()
    assert desk_window.window.screen_shown() == "dossier"
    assert desk_window.dossier.name.whole() == NAMES[1]
    desk_window.press(Qt.Key.Key_F4)
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.type("khong ai het")
    desk_window.until(lambda: "Không thấy" in desk_window.search.head.hint.whole())


def test_chips_count_truly_and_filter_by_ctrl_digit(desk_window: DeskWindow) -> None:
    receive_some(desk_window)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 5)
    counts = {key: desk_window.queue.chips.count(key) for key in ("late", "soon", "today", "later")}
    assert counts == {"late": 0, "soon": 0, "today": 4, "later": 1}
    for digit, rows in ((Qt.Key.Key_4, 4), (Qt.Key.Key_5, 1), (Qt.Key.Key_2, 0), (Qt.Key.Key_1, 5)):
        desk_window.press(digit, CTRL)
        assert desk_window.queue.table.rows.rowCount() == rows
    assert desk_window.queue.table.hasFocus()


def test_the_queue_follows_other_windows_and_keeps_the_row(desk_window: DeskWindow) -> None:
    receive_some(desk_window)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 5)
    desk_window.press(Qt.Key.Key_Down)
    desk_window.press(Qt.Key.Key_Down)
    chosen = desk_window.queue.table.selected_key()
    working = desk_window.application.working
    assert working is not None
    desk_window.until(lambda: working.live._mark < BEFORE_ALL)
    desk_window.store.receive(make_order(name="Ông Mới", identity="030185001299"))
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 6)
    assert desk_window.queue.table.selected_key() == chosen
    assert desk_window.queue.table.hasFocus()


def test_a_dossiers_page_shows_facts_entries_and_binds_a_code(desk_window: DeskWindow) -> None:
    codes = receive_some(desk_window)
    desk_window.application.desk.open_dossier(codes[-1])
    desk_window.rest()
    page = desk_window.dossier
    assert page.name.whole() == "Đặng Thuỳ Nhưỡng"
    assert page.due.text().startswith("Hẹn trả ")
    assert page.entries.rows.rowCount() == 1
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert page.entries.rows.rowCount() == 2
    desk_window.press(Qt.Key.Key_K, ALT)
    assert page.copies_shown()
    desk_window.scan("000.23.41.H23-261125-0042")
    desk_window.until(lambda: page.official.text().endswith("000.23.41.H23-261125-0042"))
    assert page.entries.rows.rowCount() == 3
