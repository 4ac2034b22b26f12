"""The hall's window: numbers by key and touch, calls heard, slips and cards scanned."""

import re

from PySide6.QtCore import Qt

from onestop_desktop.application.call_ticket import CallTicket
from tests.support.desk import plain_order
from tests.support.hall_window import (
    hall,
    names_taken,
    opened,
    printed,
    words,
)
from tests.support.paper import page_size
from tests.support.window import CARD, DeskWindow
from tests.support.window_ports import Tray


def test_a_key_takes_a_number_that_is_printed_and_then_forgotten(
    desk_window: DeskWindow, tray: Tray
) -> None:
    shown = opened(desk_window)
    assert [each.kind.letter for each in shown.kinds][:2] == ["A", "B"]
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_F2)
    desk_window.rest()
    assert names_taken(desk_window) == ["B001"]
    assert shown.ticket.number.text() == "B001"
    assert "người kế tiếp" in shown.ticket.lines.text()
    assert "B001" in printed(tray)
    assert shown._idle.isActive()
    assert shown._idle.interval() <= 10_000
    shown._idle.timeout.emit()
    assert shown.is_home()
    assert "B001" not in words(shown)
    assert shown.kinds[1].accessibleName() == "Hộ tịch, F2, 1 đang chờ"


def test_a_touch_takes_one_too_and_the_paper_follows_this_pc(
    desk_window: DeskWindow, tray: Tray
) -> None:
    desk_window.application.desk.keep_workstation(paper="K80")
    shown = opened(desk_window)
    desk_window.click(shown.kinds[0])
    desk_window.rest()
    assert names_taken(desk_window) == ["A001"]
    assert [page_size(sheet)[0] for sheet in tray.sheets] == [80]


def test_a_jammed_printer_leaves_the_number_to_be_remembered(
    desk_window: DeskWindow, tray: Tray
) -> None:
    shown = opened(desk_window)
    tray.jammed = True
    desk_window.press(Qt.Key.Key_F1)
    desk_window.rest()
    assert shown.ticket.number.text() == "A001"
    assert "xin nhớ số này" in shown.ticket.lines.text()
    assert "kẹt giấy" in desk_window.said()


def test_a_printer_that_hangs_keeps_nobody_waiting_and_shows_nobody_twice(
    desk_window: DeskWindow, tray: Tray
) -> None:
    shown = opened(desk_window)
    tray.hanging = tray.jammed = True
    desk_window.press(Qt.Key.Key_F1)
    desk_window.until(tray.reached.is_set)
    shown._idle.timeout.emit()
    desk_window.press(Qt.Key.Key_F2)
    desk_window.until(lambda: shown.ticket.number.text() == "B001")
    shown._idle.timeout.emit()
    tray.go.set()
    desk_window.rest()
    assert shown.is_home()
    assert names_taken(desk_window) == ["A001", "B001"]
    assert not re.search("[AB]001", words(shown))


def test_what_another_counter_calls_is_shown_and_heard(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    services = desk_window.services.hall
    for kind in "AAB":
        services.take(kind)
    chimes, working = desk_window.opening, desk_window.application.working
    assert working is not None
    for counter, again in (("Quầy 1", False), ("Quầy 2", False), ("Quầy 2", True)):
        services.call(CallTicket(counter, again=again))
        working.live.ask()
        desk_window.rest()
    assert shown.called.shown() == [("A002", "Quầy 2"), ("A001", "Quầy 1")]
    assert chimes.chimes == 3
    desk_window.application.desk.keep_workstation(sounds=False)
    services.call(CallTicket("Quầy 1"))
    working.live.ask()
    desk_window.rest()
    assert shown.called.shown()[0] == ("B001", "Quầy 1")
    assert chimes.chimes == 3


def test_yesterdays_numbers_are_gone_at_midnight(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    services = desk_window.services.hall
    services.take("A")
    services.call(CallTicket("Quầy 1"))
    hall(desk_window).read()
    desk_window.rest()
    assert shown.called.shown()
    desk_window.clock.set("2026-11-26T00:00:10")
    hall(desk_window)._clock.timeout.emit()
    desk_window.rest()
    assert shown.called.shown() == []
    assert shown.clock.text() == "00:00"


def test_a_slip_shows_its_status_and_an_identity_card_nothing(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order(name="Lò Thị Ế")).dossier.code
    shown = opened(desk_window)
    desk_window.scan(code)
    desk_window.rest()
    assert shown.status.head.text() == "Đã tiếp nhận"
    assert code in shown.status.lines.text()
    assert "Hẹn trả: " in shown.status.lines.text()
    assert "Lò Thị Ế" not in words(shown)
    desk_window.scan(CARD)
    desk_window.rest()
    assert "mã căn cước" in shown.status.lines.text()
    assert "không lưu gì" in shown.status.lines.text()
    assert code not in words(shown)
    assert not re.search(r"\d{12}|Đường", words(shown))
    assert desk_window.application.desk.typed == {}
    assert desk_window.window.screen_shown() == "queue"
    desk_window.scan("X12.34.56-260101-0001")
    desk_window.rest()
    assert "nơi khác cấp" in shown.status.lines.text()
    shown._idle.timeout.emit()
    assert "260101" not in words(shown)
    desk_window.type("030185004417")  # half a scan, and whoever began it has gone
    assert shown._idle.isActive()
    shown._idle.timeout.emit()
    desk_window.enter()
    assert shown.is_home()
    desk_window.scan("8934563138165")  # from a packet of noodles
    desk_window.rest()
    assert "không phải mã hồ sơ" in shown.status.lines.text()
    assert desk_window.opening.tones[-1] is False
    steps = [step for (step,) in desk_window.store.sql("SELECT step FROM entry")]
    assert "view" not in steps


def test_a_store_held_by_another_says_so_and_takes_no_number(desk_window: DeskWindow) -> None:
    shown = opened(desk_window)
    with desk_window.store.store.unit_of_work(write=True):
        desk_window.press(Qt.Key.Key_F1)
        desk_window.until(lambda: not shown.is_home())
    assert shown.status.head.text() == "Chưa lấy được số"
    assert names_taken(desk_window) == []
    desk_window.enter()
    assert shown.is_home()
    desk_window.press(Qt.Key.Key_F1)
    desk_window.rest()
    assert names_taken(desk_window) == ["A001"]
