"""A deadline tried on the calendar's page, and the year's cursor beside it."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt

from onestop_desktop.desktop.screens.calendar.facts import read_typed_term
from onestop_desktop.domain.ruler import BarKind
from tests.support.calendar_page import begin
from tests.support.window import DeskWindow


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("3 ngày làm việc", "3 working days"),
        ("0,5 ngày làm việc", "0.5 working days"),
        ("2.5 ngay lam viec", "2.5 working days"),
        ("8 giờ", "8 working hours"),
        ("15 ngày", "15 calendar days"),
        ("1 tháng", "1 months"),
        ("trong ngày", "same day"),
        ("Giải quyết ngay", "at once"),
        ("5 working days", "5 working days"),
        ("0 ngày làm việc", None),
        ("-1 ngày làm việc", None),
        ("0,25 ngày làm việc", None),
        ("ctbs", None),
        ("", None),
    ],
)
def test_terms_as_officers_type_them(typed: str, term: str | None) -> None:
    read = read_typed_term(typed)
    assert (str(read) if read else None) == term


def test_a_deadline_is_tried_while_typing(desk_window: DeskWindow) -> None:
    page = begin(desk_window)
    trial = page.trial
    desk_window.write(trial.received, "")
    trial.received.set_text("23/11/2026 15:20")
    trial.pause.set_text("25/11 10:00 - 26/11 15:00")
    trial.term.set_text("")
    desk_window.write(trial.term, "3 ngày làm việc")
    # Tuesday 24 is a holiday; Wednesday opened, Thursday opened in the pause, Friday, Monday.
    assert (trial._hour.text(), trial._date.text()) == ("17:00", "Thứ Hai 30/11/2026")
    assert "Ngày Văn hóa Việt Nam" in trial.why()
    assert "Dừng tính từ 10:00 Thứ Tư 25/11/2026" in trial.why()
    ruler = trial._ruler._ruler
    assert ruler is not None
    assert BarKind.PAUSE in {bar.kind for bar in ruler.bars}
    assert page.year._due == date(2026, 11, 30)
    assert page.year._counted == {date(2026, 11, 25), date(2026, 11, 27)}
    # Dates are counted on the calendar: the weekend too.
    trial.term.set_text("5 days")
    trial.pause.set_text("")
    trial.received.set_text("2026-11-23T15:20")
    trial.edited.emit()
    assert trial._date.text() == "Thứ Hai 30/11/2026"
    assert "cuối tuần" not in trial.why().partition("Ngày cuối")[0]
    trial.term.set_text("8 days")
    trial.edited.emit()
    assert date(2026, 11, 29) in page.year._counted
    trial.received.set_text("23/11/2026 15:20")
    trial.pause.set_text("26/11 15:00 - 25/11 10:00")
    trial.edited.emit()
    assert trial.why() == "Lúc tính tiếp phải sau lúc dừng."
    trial.pause.set_text("")
    trial.term.set_text("ctbs")
    trial.edited.emit()
    assert "2.000815" in trial._what.whole()
    trial.term.set_text("zzzz")
    trial.edited.emit()
    assert trial._hour.text() == "–"


def test_a_deadline_tried_is_there_in_the_other_language(desk_window: DeskWindow) -> None:
    page = begin(desk_window)
    page.trial.received.set_text("")
    desk_window.write(page.trial.received, "23/11/2026 15:20")
    desk_window.speak("en")
    desk_window.rest()
    again = begin(desk_window)
    assert again is not page
    assert again.trial.received.text() == "23/11/2026 15:20"


def test_in_a_low_window_the_cursor_of_the_year_stays_in_sight(desk_window: DeskWindow) -> None:
    desk_window.window.resize(911, 500)
    page = begin(desk_window)
    page.year.setFocus()
    for _ in range(60):
        desk_window.press(Qt.Key.Key_Up)
    desk_window.rest()
    spot = page.year.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(spot, QRect)
    assert page.year.visibleRegion().boundingRect().contains(spot)
