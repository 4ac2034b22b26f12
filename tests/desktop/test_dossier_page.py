"""The dossier's page by hand: its due times, its due time reckoned anew, what a narrow window shows."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.desktop.choose_dialog import ChooseDialog
from onestop_desktop.desktop.screens.dossier.facts import promise
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.ruler import BarKind, Ruler
from tests.support.desk import LEADER, OFFICER, plain_order
from tests.support.window import ALT, DeskWindow, dialog


def reckon_anew(desk: DeskWindow) -> None:
    desk.receive()
    question = dialog(desk, ChooseDialog)
    assert question.table.select_key(Step.RECOMPUTE)
    desk.enter()
    desk.rest()


def test_one_dossier_is_reckoned_anew_from_its_page(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.application.desk.open_dossier(code)
    desk_window.rest()
    reckon_anew(desk_window)
    assert desk_window.said() == f"Hạn không đổi: {code}"
    with desk_window.services.unit_of_work(write=True) as work:
        rows = work.desk.calendar_rows()
        storm = SpecialDay(date(2026, 11, 27), True, "Bão")
        work.desk.keep_calendar(replace(rows, days=(*rows.days, storm)))
        work.commit()
    reckon_anew(desk_window)
    assert desk_window.services.find_dossiers(code)[0].due_at[:16] == "2026-12-01T17:00"
    entries = desk_window.dossier.entries.rows
    assert "Tính lại hạn: 17:00 Thứ Ba 01/12/2026" in {
        entries.row_at(at).cells[1].text for at in range(entries.rowCount())
    }


def test_the_provinces_due_time_stands_below_the_desks(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    order = BindOfficialCode(code, "H23.55.19-261125-0042", OFFICER, due_at="04/12/2026 11:00")
    desk_window.services.bind_official_code(order)
    desk_window.application.desk.open_dossier(code)
    desk_window.rest()
    shown = [(label.text(), value.whole()) for label, value in desk_window.dossier.facts.pairs]
    at = shown.index(("Hạn theo luật", "17:00 30/11/2026"))
    assert shown[at + 1] == ("Hạn của tỉnh", "11:00 04/12/2026")


@pytest.mark.parametrize("size", [(911, 500), (1366, 768)])
def test_no_fact_is_cut_where_the_window_is_low(
    desk_window: DeskWindow, size: tuple[int, int]
) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.window.resize(*size)
    desk_window.application.desk.open_dossier(code)
    desk_window.rest()
    page = desk_window.dossier
    shown = [words for pair in page.facts.pairs for words in pair if words.isVisible()]
    assert len(shown) == 20
    assert all(words.height() >= words.fontMetrics().height() for words in shown)


def test_in_a_narrow_window_the_copy_panel_stands_in_for_the_journal(
    desk_window: DeskWindow,
) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.window.resize(911, 500)
    desk_window.application.desk.open_dossier(code)
    desk_window.rest()
    page = desk_window.dossier
    assert page.entries.isVisible()
    assert not page.preview.isVisible()
    desk_window.press(Qt.Key.Key_K, ALT)
    desk_window.rest()
    assert not page.entries.isVisible()
    assert page.copies.lines.hasFocus()
    right = page.copies.mapTo(page, QPoint(page.copies.width(), 0)).x()
    assert right <= page.width()
    desk_window.window.resize(1366, 768)
    assert page.entries.isVisible()
    assert page.copies.isVisible()


def promised(
    desk: DeskWindow, step: Step, officer: str, **facts: object
) -> tuple[str, str, Ruler | None]:
    """Appointment, why and drawing after a step."""
    code = desk.store.receive(plain_order()).dossier.code
    desk.services.take_step(TakeStep(code, step, facts, officer))
    return promise(desk.services.show_dossier(code).dossier, desk.application.desk)


def test_after_an_apology_only_the_new_appointment_is_told(desk_window: DeskWindow) -> None:
    later = {"new_promised_at": "2026-12-02T16:30", "reason": "Hỏng máy"}
    due, why, _ = promised(desk_window, Step.EXTEND, LEADER, **later)
    assert due == "Hẹn trả 16:30 Thứ Tư 02/12/2026"
    assert why.startswith("Đã xin lỗi, hẹn lại. ")
    assert "16:30" not in why


def test_what_ended_without_a_result_has_no_appointment(desk_window: DeskWindow) -> None:
    shown = promised(desk_window, Step.STOP, OFFICER, reason="Không cần nữa")
    assert shown == ("Không còn hẹn trả", "", None)


def test_while_it_waits_for_the_citizen_the_clock_is_drawn_standing(
    desk_window: DeskWindow,
) -> None:
    desk = desk_window.application.desk
    code = desk_window.store.receive(plain_order()).dossier.code
    asked = {"papers": ["Tờ khai"], "reason": "Thiếu"}
    desk_window.services.take_step(TakeStep(code, Step.ASK_SUPPLEMENT, asked, OFFICER))
    desk_window.store.clock.set("2026-11-26T10:00+07:00")
    _, _, ruler = promise(desk_window.services.show_dossier(code).dossier, desk)
    assert ruler is not None
    assert BarKind.PAUSE in {bar.kind for bar in ruler.bars}
    assert BarKind.PAST not in {bar.kind for bar in ruler.bars}
