"""Buttons, fields, segments, chips and notices as an officer's hands and a reader meet them."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton, Segment
from onestop_desktop.desktop.widgets.chips import Chips
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.notices import ClockView, EmptyState, RefusalStrip, Toast
from onestop_desktop.desktop.widgets.words import ElidedWords, Words
from tests.desktop.gallery_facts import CHIPS, at
from tests.support.qt import (
    bring_up,
    press_key,
    press_shortcut,
    spoken_name,
    type_into_focus,
    type_text,
)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    bring_up(page)
    if widgets:
        widgets[0].setFocus()


def test_a_button_is_named_with_its_key(page: QWidget) -> None:
    button = KeyButton("Trả lại chuyên viên…", "Ctrl+R")
    show(page, button)
    assert spoken_name(button) == "Trả lại chuyên viên, Ctrl R"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_an_action_is_pressed_by_its_key_on_either_enter(
    qtbot: QtBot, page: QWidget, key: Qt.Key
) -> None:
    button = action_button("receive", PRIMARY)
    show(page, Field("Họ và tên"), button)
    with qtbot.waitSignal(button.clicked):
        press_shortcut(page, key, CTRL)


def test_a_hidden_button_has_no_key(qtbot: QtBot, page: QWidget) -> None:
    button = action_button("receive", PRIMARY)
    show(page, Field("Họ và tên"), button)
    button.hide()
    with qtbot.assertNotEmitted(button.clicked):
        press_shortcut(page, Qt.Key.Key_Return, CTRL)


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, page: QWidget) -> None:
    button = KeyButton("Bàn giao")
    show(page, button)
    with qtbot.waitSignal(button.clicked):
        press_key(button, Qt.Key.Key_Return, "\r")


def test_a_locked_button_takes_the_focus_and_says_why(qtbot: QtBot, page: QWidget) -> None:
    button = action_button("receive", PRIMARY)
    show(page, button)
    button.lock("Chưa chọn thủ tục.")
    assert button.hasFocus()
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(button.locked_pressed) as said:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.args == ["Chưa chọn thủ tục."]
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(button.locked_pressed):
        press_shortcut(page, Qt.Key.Key_Return, CTRL)
    button.lock("")
    with qtbot.waitSignal(button.clicked):
        press_key(button, Qt.Key.Key_Space, " ")


def test_enter_moves_from_field_to_field(page: QWidget) -> None:
    identity, name = Field("Số định danh"), Field("Họ và tên")
    show(page, identity, name)
    type_into_focus("030185004417\nNguyễn Thị Đường")
    assert (identity.text(), name.text()) == ("030185004417", "Nguyễn Thị Đường")


def test_a_field_read_from_the_card_loses_its_mark_when_typed_over(page: QWidget) -> None:
    name = Field("Họ và tên")
    show(page, name)
    name.set_from_card("Nguyễn Thị Đường")
    assert name.from_card()
    type_text(name.edit, "g")
    assert not name.from_card()


def test_a_fault_is_shown_said_and_taken_away(page: QWidget) -> None:
    identity, row = Field("Số định danh", width=144), QWidget()
    line = QHBoxLayout(row)
    line.addWidget(identity)
    line.addWidget(Field("Họ và tên"), 1)
    page.resize(600, 200)
    show(page, row)
    height = identity.sizeHint().height()
    identity.show_error("Số định danh có 13 chữ số, cần đúng 12.")
    assert identity.fault() == "error"
    assert identity.edit.accessibleDescription() == "Số định danh có 13 chữ số, cần đúng 12."
    assert identity.message.isVisible()
    assert identity.message.mark() == "late"
    assert identity.message.width() >= identity.message.sizeHint().width() > identity.width()
    assert identity.sizeHint().height() > height
    identity.show_warning("Tỉnh lạ, vẫn nhận được.")
    assert (identity.fault(), identity.message.mark()) == ("warning", "soon")
    identity.clear_fault()
    assert identity.fault() == ""
    assert not identity.message.isVisible()
    assert identity.sizeHint().height() == height


def test_text_with_signs_comes_back_exactly(page: QWidget) -> None:
    field = Field("Họ và tên")
    show(page, field)
    for text in ("<b>Đậm</b>", "=1+1", "Ch'Nưr", "x" * 10_000, "\u202eabc"):
        field.set_text(text)
        assert field.text() == text
    assert Words("<b>Đậm</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_section_is_asked_for_by_its_key(qtbot: QtBot, page: QWidget) -> None:
    head, field = SectionHead("2", "Thủ tục", "Ctrl+2"), Field("Thủ tục")
    show(page, field, head)
    with qtbot.waitSignal(head.asked):
        press_shortcut(page, Qt.Key.Key_2, CTRL)
    head.show_pill("hand", "card", "Nhập tay, không quét thẻ")
    head.show_verdict("check", "Đủ 2/2 giấy tờ", "ready")
    assert head.pill.isVisible()
    assert head.verdict.text() == "Đủ 2/2 giấy tờ"
    head.show_pill("hand", "card", "")
    assert not head.pill.isVisible()


def test_a_segment_moves_by_arrows(qtbot: QtBot, page: QWidget) -> None:
    segment = Segment("Cách nộp", (("counter", "Tại quầy"), ("post", "Bưu chính")))
    show(page, segment)
    assert segment.value() == "counter"
    first = segment.findChildren(QWidget)[0]
    first.setFocus()
    with qtbot.waitSignal(segment.chosen) as heard:
        press_key(first, Qt.Key.Key_Right)
    assert heard.args == ["post"]
    segment.choose("counter")
    assert segment.value() == "counter"


def test_chips_show_true_counts_and_are_chosen_by_digit(qtbot: QtBot, page: QWidget) -> None:
    chips = Chips("Lọc", CHIPS)
    show(page, Field("Tìm"), chips)
    chips.show_counts({"late": 3})
    names = [spoken_name(child) for child in chips.findChildren(QWidget)]
    assert "Quá hạn 3, Ctrl 2" in names
    assert "Tạm dừng 0, Ctrl 5" in names
    with qtbot.waitSignal(chips.chosen) as heard:
        press_shortcut(page, Qt.Key.Key_2, CTRL)
    assert heard.args == ["late"]
    assert chips.value() == "late"


def test_a_refusal_is_a_strip_with_a_way_to_the_field(qtbot: QtBot, page: QWidget) -> None:
    strip = RefusalStrip()
    show(page, Field("Họ và tên"), strip)
    assert strip.sentence() == ""
    strip.show_refusal("Chưa tiếp nhận.", "1 ô cần sửa.")
    with qtbot.waitSignal(strip.to_fault):
        strip.button.click()
    assert strip.sentence() == "1 ô cần sửa."


def test_a_toast_offers_undo_only_where_there_is_one(qtbot: QtBot, page: QWidget) -> None:
    toast = Toast(page)
    show(page)
    toast.say("Đã tiếp nhận …-0011", "đã in 2 liên", undo=True)
    with qtbot.waitSignal(toast.undo_wanted):
        toast.button.click()
    toast.say("Đã để tạm")
    assert not toast.button.isVisible()
    assert toast.title() == "Đã để tạm"


def test_an_empty_list_offers_one_act(qtbot: QtBot, page: QWidget) -> None:
    empty = EmptyState("Chưa có hồ sơ nào hôm nay.", "Tiếp nhận", "F2")
    show(page, empty)
    with qtbot.waitSignal(empty.acted):
        empty.findChildren(KeyButton)[0].click()


def test_the_clock_shows_the_desks_time_and_says_when_it_is_made_up(page: QWidget) -> None:
    moments = [at(15, 9, 42), at(16, 7, 30)]

    def now() -> datetime:
        return moments[0]

    clock = ClockView(now, made_up=True)
    show(page, clock)
    assert (clock.hour.text(), clock.day.text()) == ("09:42", "Thứ Năm 15/07/2021")
    moments.pop(0)
    clock.tick()
    assert (clock.hour.text(), clock.day.text()) == ("07:30", "Thứ Sáu 16/07/2021")


def test_words_that_give_way_keep_the_whole(page: QWidget) -> None:
    words = ElidedWords("Thời hạn: trong ngày, nhận sau 15:00 thì ngày làm việc kế tiếp " * 4)
    page.resize(200, 60)
    show(page, words)
    assert words.text().endswith("…")
    assert words.toolTip() == words.whole() == spoken_name(words)
