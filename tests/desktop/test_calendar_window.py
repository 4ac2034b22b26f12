"""The calendar's page by hand: a year turned, a deadline tried, a change shown, agreed to, kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from onestop_desktop.application.change_calendar import ChangeCalendar
from onestop_desktop.desktop.screens.calendar.dialogs import ChangeDialog, DayDialog, HoursDialog
from onestop_desktop.desktop.screens.calendar.facts import DayKind
from onestop_desktop.desktop.screens.calendar.presenter import CalendarPresenter
from onestop_desktop.domain.calendar import SpecialDay
from tests.support.calendar_page import begin
from tests.support.desk import plain_order
from tests.support.window import ALT, CTRL, DeskWindow, dialog

D = TypeVar("D", bound=QDialog)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def due(desk: DeskWindow, code: str) -> str:
    return desk.services.find_dossiers(code)[0].due_at[:16]


def test_the_year_is_shown_and_turned(desk_window: DeskWindow) -> None:
    page = begin(desk_window)
    assert page.head.title.text() == "Lịch làm việc 2026"
    assert page.confirmed.text() == "Đã xác nhận"
    assert page.alarm.text() == "Lịch nghỉ 2027 chưa xác nhận"
    faces = page.year._faces
    assert faces[date(2026, 11, 24)].kind is DayKind.OFF
    assert "Ngày Văn hóa Việt Nam" in faces[date(2026, 11, 24)].sentence
    assert faces[date(2026, 8, 22)].kind is DayKind.MAKEUP
    assert faces[date(2026, 11, 28)].kind is DayKind.WEEKEND
    desk_window.press(Qt.Key.Key_Right, ALT)
    desk_window.rest()
    assert page.head.title.text() == "Lịch làm việc 2027"
    assert page.confirmed.text() == "Chưa xác nhận"
    assert page.year._faces[date(2027, 2, 8)].kind is DayKind.OFF_UNSURE
    desk_window.press(Qt.Key.Key_Left, ALT)
    desk_window.rest()
    assert page.head.title.text() == "Lịch làm việc 2026"


def test_the_cursor_walks_the_days_and_says_them(desk_window: DeskWindow) -> None:
    page = begin(desk_window)
    page.year.setFocus()
    assert page.year.cursor_day() == date(2026, 11, 25)
    desk_window.press(Qt.Key.Key_Left)
    assert "Ngày Văn hóa Việt Nam" in page.year.accessibleDescription()
    desk_window.press(Qt.Key.Key_Down)
    assert page.year.cursor_day() == date(2026, 12, 1)


def test_a_day_off_is_added_and_moves_what_was_agreed_to(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    page = begin(desk_window)
    desk_window.press(Qt.Key.Key_N, CTRL)
    asked = dialog(desk_window, DayDialog)
    asked.first.set_text("27/11/2026")
    desk_window.receive()  # Ctrl+Enter without a name: said at its field
    assert "tên ngày" in asked.name.message.text()
    desk_window.write(asked.name, "Nghỉ tránh bão")
    desk_window.receive()
    change = dialog(desk_window, ChangeDialog)
    (row,) = change.table.rows.row_at(0).cells[3:4]
    assert row.text == "17:00 T3 01/12"
    desk_window.receive()  # no reason
    assert "lý do" in change.reason.message.text()
    assert due(desk_window, code) == "2026-11-30T17:00"
    desk_window.write(change.reason, "Bão số 12")
    desk_window.receive()
    desk_window.rest()
    assert due(desk_window, code) == "2026-12-01T17:00"
    assert page.year._faces[date(2026, 11, 27)].kind is DayKind.OFF
    assert "1 hồ sơ đổi hạn" in desk_window.said()
    assert desk_window.services.verify().ok


def test_esc_leaves_everything_as_it_was(desk_window: DeskWindow) -> None:
    before = desk_window.services.read_calendar()
    page = begin(desk_window)
    page.year.setFocus()
    desk_window.enter()
    asked = dialog(desk_window, DayDialog)
    desk_window.write(asked.name, "Thử")
    desk_window.receive()
    dialog(desk_window, ChangeDialog)
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert desk_window.services.read_calendar() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date,kind,name\n2026-11-26,makeup,Bù\n", "vốn là ngày làm việc"),
        ("date,kind,name\n2026-02-30,off,Tết\n", "Dòng 2"),
        ("Kính gửi", "Không đọc được tệp lịch nghỉ"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(
    desk_window: DeskWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    words: str,
) -> None:
    file = tmp_path / "tb.csv"
    file.write_text(text, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = begin(desk_window)
    desk_window.press(Qt.Key.Key_O, CTRL)
    desk_window.rest()
    assert words in page.refusal.sentence()


def test_a_notice_confirms_the_next_year(
    desk_window: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tb-2027.csv"
    file.write_text("date,kind,name,notice,confirmed\n2027,year,,1/TB-BNV,yes\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = begin(desk_window)
    desk_window.press(Qt.Key.Key_O, CTRL)
    change = dialog(desk_window, ChangeDialog)
    assert change.reason.text() == "tb-2027.csv"
    desk_window.receive()
    desk_window.rest()
    assert page.alarm.isHidden()
    assert desk_window.services.read_calendar().years[2027].confirmed


def test_other_office_hours_from_a_day_on(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.press(Qt.Key.Key_O, ALT)
    asked = dialog(desk_window, HoursDialog)
    asked.first.set_text("01/12/2026")
    asked.week[5].set_text("07:30-11:30, 13:00")
    desk_window.receive()
    assert "07:30-11:30" in asked.week[5].message.text()
    asked.week[5].set_text("17:00-13:00")
    desk_window.receive()
    assert "kết thúc trước khi bắt đầu" in asked.week[5].message.text()
    for field in asked.week.values():
        field.set_text("")
    desk_window.receive()
    assert "ít nhất một khung giờ" in asked.week[1].message.text()
    for field in list(asked.week.values())[:5]:
        field.set_text("07:30-11:30, 13:00-17:00")
    asked.first.set_text("01/01/0001")
    desk_window.receive()
    assert "Ngày không có thật" in asked.first.message.text()
    asked.first.set_text("01/12/2026")
    asked.week[5].set_text("7:30-11:30, 13:30-16:00")
    asked.week[6].set_text("08:00-11:00 mở")
    desk_window.receive()
    change = dialog(desk_window, ChangeDialog)
    assert "Bỏ giờ làm việc" in change.shown.text()
    assert "Giờ làm việc mới từ 01/12/2026: Thứ Hai đến Thứ Năm: 07:30–11:30" in change.shown.text()
    desk_window.write(change.reason, "Giờ mùa đông")
    desk_window.receive()
    desk_window.rest()
    calendar = desk_window.services.read_calendar().working()
    assert f"{calendar.close_of(date(2026, 11, 27)):%H:%M}" == "17:00"
    assert f"{calendar.close_of(date(2026, 12, 4)):%H:%M}" == "16:00"
    assert not calendar.is_working(date(2026, 12, 5))
    assert len(calendar.open_stretches(date(2026, 12, 5))) == 1


def test_hours_typed_while_another_counter_changed_the_calendar_undo_nothing(
    desk_window: DeskWindow,
) -> None:
    page = begin(desk_window)
    desk_window.press(Qt.Key.Key_O, ALT)
    asked = dialog(desk_window, HoursDialog)
    asked.week[5].set_text("7:30-11:30, 13:30-16:00")
    rows = desk_window.services.read_calendar()
    storm = SpecialDay(date(2026, 12, 24), True, "Bão")
    theirs = ChangeCalendar(replace(rows, days=(*rows.days, storm)), "Bão", "Nam")
    desk_window.services.change_calendar(theirs)
    desk_window.receive()
    desk_window.rest()
    assert page.refusal.sentence().startswith("Máy khác vừa đổi lịch")
    assert storm in desk_window.services.read_calendar().days


def test_the_year_after_the_last_is_proposed_never_confirmed(desk_window: DeskWindow) -> None:
    page = begin(desk_window)
    desk_window.press(Qt.Key.Key_Right, ALT)
    desk_window.rest()
    assert "2028" in page.after.text()
    desk_window.press(Qt.Key.Key_Right, ALT)
    change = dialog(desk_window, ChangeDialog)
    assert "chưa rõ Giỗ Tổ" in change.reason.text()
    desk_window.receive()
    desk_window.rest()
    assert page.head.title.text() == "Lịch làm việc 2028"
    rows = desk_window.services.read_calendar()
    assert not rows.years[2028].confirmed
    assert not any(day.confirmed for day in rows.days if day.on.year == 2028)


def test_looking_through_many_is_told_and_called_off(desk_window: DeskWindow) -> None:
    for number in range(60):
        desk_window.store.receive(plain_order(name=f"Người {number}"))
    page = begin(desk_window)
    (presenter,) = page.findChildren(CalendarPresenter)
    told: list[str] = []
    presenter.progressed.connect(lambda _done, _whole: told.append(page.head.hint.whole()))
    presenter._stopped.set()
    desk_window.press(Qt.Key.Key_Right, ALT)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_Right, ALT)
    desk_window.rest()
    assert page.refusal.sentence() == "Đã dừng giữa chừng; chưa ghi gì."
    assert told == ["Đang xem 50/60 hồ sơ… Esc: dừng"]
    assert 2028 not in desk_window.services.read_calendar().years


def test_past_the_calendar_the_first_year_missing_is_named(desk_window: DeskWindow) -> None:
    desk_window.clock.set("2029-03-01T09:00:00")
    desk_window.restart()
    assert begin(desk_window).alarm.text() == "Lịch nghỉ 2028 chưa xác nhận"


@pytest.mark.parametrize(
    ("today", "told"), [("2026-11-30T09:00:00", False), ("2026-12-01T09:00:00", True)]
)
def test_from_december_on_an_unconfirmed_year_is_told_at_the_opening(
    desk_window: DeskWindow, today: str, told: bool
) -> None:
    desk_window.clock.set(today)
    desk_window.restart()
    assert ("Lịch nghỉ 2027 chưa xác nhận" in desk_window.said()) is told
