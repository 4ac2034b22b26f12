"""A day at the counter with keys alone: yesterday's seal, the certification lane, a dossier, the closing."""

from datetime import date

from PySide6.QtCore import Qt

from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.screens.closing.view import ClosingView
from tests.support.desk_people import HUONG, QUY, THUONG, sit_down, state
from tests.support.paper import codes, printed
from tests.support.recount import recount
from tests.support.window import ALT, CARD, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray

OTHER = "030090001234||Bùi Văn Ân|01011990|Nam|Thôn Đông, xã Đoàn Kết|01012021"
MORNING, EVENING = "2026-11-26T07:30", "2026-11-26T16:55"


def seal_on(sheet: bytes) -> str:
    """What a scanner reads off the printed day sheet."""
    (found,) = (text for kind, text in codes(printed(sheet, 203)) if text.startswith("MC-"))
    return found


def close_yesterday(desk: DeskWindow, tray: Tray) -> str:
    """The day before: nothing happened, closed and printed by one key."""
    desk.clock.set("2026-11-25T17:00")
    desk.press(Qt.Key.Key_F12)
    desk.rest()
    desk.receive()
    desk.rest()
    return seal_on(tray.sheets.pop())


def certify_three(desk: DeskWindow) -> None:
    """Two papers of one citizen, one of another; the signer is typed once."""
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    desk.type("ctbs\n2\n3\n\n")
    assert desk.reception.fee.signer.edit.hasFocus()
    desk.type(THUONG)
    desk.press(Qt.Key.Key_T, ALT)
    desk.rest()
    desk.press(Qt.Key.Key_M, ALT)
    desk.type("1\n1")
    desk.press(Qt.Key.Key_T, ALT)
    desk.rest()
    desk.scan(OTHER)
    desk.type("ctbs\n8\n1")
    desk.press(Qt.Key.Key_T, ALT)
    desk.rest()


def through_the_house(desk: DeskWindow) -> str:
    """An ordinary dossier: received, given on, worked out, signed."""
    desk.press(Qt.Key.Key_F2)
    desk.scan(OTHER)
    desk.type("1.001193\n")
    desk.receive()
    desk.rest()
    (row,) = desk.dossiers()
    desk.press(Qt.Key.Key_F5)
    desk.rest()
    desk.receive()
    desk.type("Tư pháp")
    desk.receive()
    desk.rest()
    sit_down(desk, QUY)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_N, ALT)
    desk.rest()
    desk.press(Qt.Key.Key_F6)
    desk.rest()
    desk.receive()
    desk.rest()
    sit_down(desk, THUONG)
    desk.press(Qt.Key.Key_F7)
    desk.rest()
    desk.receive()
    desk.rest()
    assert state(desk, row.code) == "settled"
    return row.code


def return_and_ask(desk: DeskWindow, code: str) -> None:
    sit_down(desk, HUONG)
    desk.press(Qt.Key.Key_F8)
    desk.rest()
    desk.scan(code)
    desk.rest()
    desk.receive()
    desk.rest()
    desk.press(Qt.Key.Key_1, ALT)
    desk.rest()
    assert state(desk, code) == "returned"


def close_today(desk: DeskWindow) -> ClosingView:
    """The cash goes to the accountant, then the day is sealed."""
    desk.clock.set(EVENING)
    desk.press(Qt.Key.Key_F12)
    desk.rest()
    desk.press(Qt.Key.Key_G, ALT)
    dialog(desk, FieldsDialog)
    desk.type("Phạm Thị Nhàn")
    desk.receive()
    desk.rest()
    desk.receive()
    desk.rest()
    page = desk.window.page("closing")
    assert isinstance(page, ClosingView)
    return page


def test_from_yesterdays_seal_to_the_closing(desk_window: DeskWindow, tray: Tray) -> None:
    desk, today = desk_window, date(2026, 11, 26)
    seal = close_yesterday(desk, tray)
    desk.clock.set(MORNING)
    desk.restart()
    desk.scan(seal)
    desk.rest()
    assert "Đúng sổ của ngày 25/11/2026" in desk.said()
    certify_three(desk)
    code = through_the_house(desk)
    return_and_ask(desk, code)
    page = close_today(desk)
    counter = desk.services.counter
    sealed = counter.read_sheet(today)
    assert page.seal.text() == sealed.seal.words
    assert seal_on(tray.sheets[-1]) == sealed.seal.code
    figures, mine = sealed.sheet.figures, recount(desk.store).figures(today, today)
    assert {name: figures[name] for name in mine} == mine
    assert (figures["received"], figures["on_time"], figures["returned"]) == (4, 4, 4)
    assert (figures["pleased"], sealed.sheet.open, sealed.sheet.late) == (1, 0, ())
    # 3 copies of 2 pages, 1 of 1, 1 of 8: 12,000 + 2,000 + 10,000.
    money = sealed.sheet.money
    assert (money.cash, money.handed, money.held) == (24_000, 24_000, 0)
    (book,) = sealed.sheet.books
    assert (book.book, book.first, book.last, book.count) == ("copies", 1, 3, 3)
    assert desk.services.verify().ok
