"""What another officer did meanwhile, and what was typed before: neither is lost by a key here."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.desktop.screens.return_result.view import ReturnView
from onestop_desktop.desktop.step_dialog import StepDialog
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk_people import (
    HUONG,
    THUONG,
    proposed,
    received,
    settled,
    sit_down,
    state,
    take,
)
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray


def page_of(desk: DeskWindow, name: str, key: Qt.Key) -> Any:
    desk.press(key)
    desk.rest()
    return desk.window.page(name)


def leader(desk: DeskWindow) -> PileView:
    sit_down(desk, THUONG)
    page = page_of(desk, "leader", Qt.Key.Key_F7)
    assert isinstance(page, PileView)
    return page


def test_a_dialog_left_open_does_not_annul_what_was_decided_meanwhile(
    desk_window: DeskWindow,
) -> None:
    (code,) = proposed(desk_window, "Lò Thị Ế")
    leader(desk_window)
    desk_window.press(Qt.Key.Key_R, CTRL)
    dialog(desk_window, StepDialog)
    desk_window.type("Sai tên")
    take(desk_window, code, Step.SETTLE, "Phó Chủ tịch", result_no="77/2026")
    desk_window.receive()
    again = dialog(desk_window, StepDialog)
    assert "Phó Chủ tịch làm “Giải quyết”" in again._refusal.text()
    assert again.answer() == {"reason": "Sai tên"}
    assert state(desk_window, code) == "settled"
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()


def test_alt_h_takes_back_what_was_done_here_and_nothing_later(desk_window: DeskWindow) -> None:
    (code,) = proposed(desk_window, "Lò Thị Ế")
    leader(desk_window)
    desk_window.receive()
    desk_window.rest()
    take(desk_window, code, Step.RETURN_RESULT, THUONG, receiver="Lò Thị Ế")
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert state(desk_window, code) == "returned"
    assert "Trả kết quả" in desk_window.said()
    take(desk_window, code, Step.UNDO, THUONG)
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert state(desk_window, code) == "in_process"
    assert desk_window.said() == "Hoàn tác: Giải quyết · Lò Thị Ế"


def test_what_was_done_of_many_is_taken_back_though_one_was_refused(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    leader(desk_window)
    desk_window.press(Qt.Key.Key_A, CTRL)
    monkeypatch.setattr(desk_window.application.desk.open_dossiers, "read", lambda: None)
    take(desk_window, codes[1], Step.SETTLE, "Phó Chủ tịch")
    desk_window.receive()
    desk_window.rest()
    assert desk_window.said().startswith("1 hồ sơ xong, 1 hồ sơ chưa")
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert (state(desk_window, codes[0]), state(desk_window, codes[1])) == ("in_process", "settled")


def test_a_jam_after_a_step_leaves_its_undo(desk_window: DeskWindow, tray: Tray) -> None:
    (code,) = received(desk_window, "Lò Thị Ế")
    tray.jammed = True
    sit_down(desk_window, HUONG)
    desk_window.application.desk.stepping.begin(code, Step.ASK_SUPPLEMENT, desk_window.window)
    asked = dialog(desk_window, StepDialog)
    asked.fill({"papers": ["Tờ khai"], "reason": "Thiếu"})
    desk_window.receive()
    desk_window.rest()
    assert "In lại: trang hồ sơ, Alt+P, mẫu 02." in desk_window.said()
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert state(desk_window, code) == "received"


def test_one_by_one_means_the_one_that_is_ticked(desk_window: DeskWindow) -> None:
    codes = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ", "Ksor H'Bia")
    page = leader(desk_window)
    page.table.tick(codes[0])
    page.table.select_key(codes[2])
    desk_window.press(Qt.Key.Key_R, CTRL)
    dialog(desk_window, StepDialog)
    desk_window.type("Sai tên")
    desk_window.receive()
    desk_window.rest()
    states = [desk_window.services.show_dossier(code).dossier.proposal for code in codes]
    assert [each is None for each in states] == [True, False, False]
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.press(Qt.Key.Key_R, CTRL)
    desk_window.rest()
    assert page.count.whole().startswith("Việc này làm từng hồ sơ một")


def test_what_was_typed_is_there_again_after_esc(desk_window: DeskWindow) -> None:
    (code,) = proposed(desk_window, "Lò Thị Ế")
    leader(desk_window)
    desk_window.press(Qt.Key.Key_R, CTRL)
    dialog(desk_window, StepDialog)
    desk_window.type("Thiếu tờ khai")
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert state(desk_window, code) == "in_process"
    desk_window.window.activateWindow()  # as the window manager does
    desk_window.until(desk_window.window.isActiveWindow)
    desk_window.press(Qt.Key.Key_R, CTRL)
    assert dialog(desk_window, StepDialog).answer() == {"reason": "Thiếu tờ khai"}
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()


def test_another_language_leaves_the_result_before_the_officer_and_the_scanner(
    desk_window: DeskWindow,
) -> None:
    first, second = settled(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    sit_down(desk_window, HUONG)
    page_of(desk_window, "return_result", Qt.Key.Key_F8)
    desk_window.scan(first)
    desk_window.rest()
    desk_window.speak("en")
    desk_window.rest()
    page = desk_window.window.page("return_result")
    assert isinstance(page, ReturnView)
    assert page.name.whole() == "Lò Thị Ế"
    desk_window.scan(second)
    desk_window.rest()
    assert (page.name.whole(), desk_window.window.screen_shown()) == ("Vừ A Ổ", "return_result")


def test_who_comes_in_the_applicants_place_says_his_own_name(desk_window: DeskWindow) -> None:
    (code,) = settled(desk_window, "Lò Thị Ế")
    sit_down(desk_window, HUONG)
    page = page_of(desk_window, "return_result", Qt.Key.Key_F8)
    assert isinstance(page, ReturnView)
    desk_window.scan(code)
    desk_window.rest()
    page.receiver.set_text("Người Khác Hẳn")
    desk_window.receive()
    desk_window.rest()
    assert state(desk_window, code) == "settled"
    assert "không phải chủ hồ sơ (Lò Thị Ế)" in page.verdict.text()
    page.receiver.set_text("Lò Thị Ế")
    page.how.choose("proxy")
    assert page.receiver.text() == ""
    page.how.choose("applicant")
    assert page.receiver.text() == "Lò Thị Ế"


def test_every_empty_field_is_marked_and_the_first_has_the_cursor(desk_window: DeskWindow) -> None:
    (code,) = received(desk_window, "Lò Thị Ế")
    desk_window.application.desk.stepping.begin(code, Step.EXTEND, desk_window.window)
    asked = dialog(desk_window, StepDialog)
    desk_window.receive()
    desk_window.until(lambda: QApplication.activeModalWidget() not in (None, asked))
    again = dialog(desk_window, StepDialog)
    marked = {
        name: field.message.text() for name, field in again.fields.items() if field.message.text()
    }
    assert list(marked) == ["new_promised_at", "reason"]
    assert again.fields["new_promised_at"].focusProxy() is QApplication.focusWidget()
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()


def test_a_scan_ticks_on_the_leaders_pile_too(desk_window: DeskWindow) -> None:
    _, second = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    page = leader(desk_window)
    desk_window.scan(second)
    desk_window.rest()
    assert (page.table.ticked(), desk_window.window.screen_shown()) == ((second,), "leader")
