"""The dossier's page by hand: its due times, its due time reckoned anew, what a narrow window shows."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.desktop.choose_dialog import ChooseDialog
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk import OFFICER, plain_order
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
    shown = [(label.text(), value.whole()) for label, value in desk_window.dossier._facts]
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
    shown = [words for pair in page._facts for words in pair if words.isVisible()]
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
