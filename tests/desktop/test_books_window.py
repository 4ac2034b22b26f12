"""The registers by keys: printed, a number spoilt, a volume begun, a year closed, the tracking book exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from onestop_desktop.application.certify import Certify
from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.screens.books.view import BooksView
from onestop_desktop.desktop.widgets.rows import RowRole
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.domain.books import BookYear
from tests.support.desk import LEADER, OFFICER, make_order, plain_order
from tests.support.paper import texts
from tests.support.qt import bring_up
from tests.support.spreadsheet import rows as sheet_rows
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier


def certified(desk: DeskWindow, count: int = 2) -> None:
    for _ in range(count):
        desk.services.counter.certify(Certify(make_order(), OFFICER, LEADER))


def opened(desk: DeskWindow) -> BooksView:
    desk.press(Qt.Key.Key_F4, SHIFT)
    desk.rest()
    page = desk.window.page("books")
    assert isinstance(page, BooksView)
    return page


def keys(table: RowsTable) -> list[str]:
    model = table.model()
    return [model.index(at, 0).data(RowRole.KEY) for at in range(model.rowCount())]


def copies(desk: DeskWindow) -> BookYear:
    return desk.services.counter.read_book("copies", 2026)


def test_every_register_of_the_year_stands_there(desk_window: DeskWindow) -> None:
    certified(desk_window)
    desk_window.store.receive(order=plain_order())
    view = opened(desk_window)
    assert keys(view.registers) == [
        *("book:copies", "book:signatures", "book:translations", "book:deeds"),
        *("tracking:Chứng thực", "tracking:Hộ tịch", "money:11"),
    ]
    assert [key.partition(":")[0] for key in keys(view.lines)] == ["2", "1"]
    assert "2 số, 0 hỏng · 6 bản · 24.000 đồng" in view.said.whole()
    desk_window.press(Qt.Key.Key_Left, ALT)
    desk_window.rest()
    assert "2025" in view.head.title.text()
    assert not keys(view.lines)


def test_a_month_is_printed_for_binding(desk_window: DeskWindow, tray: Tray) -> None:
    certified(desk_window)
    opened(desk_window)
    desk_window.press(Qt.Key.Key_P, CTRL)
    assert dialog(desk_window, FieldsDialog).answer()["month"] == "11"
    desk_window.receive()
    desk_window.rest()
    (sheet,) = tray.sheets
    whole = " ".join(texts(sheet))
    assert "SCT/BS" in whole
    assert "Bằng tốt nghiệp THPT" in whole


def test_a_month_13_asks_again(desk_window: DeskWindow, tray: Tray) -> None:
    certified(desk_window)
    opened(desk_window)
    desk_window.press(Qt.Key.Key_P, CTRL)
    first = dialog(desk_window, FieldsDialog)
    first.fields["month"].set_text("13")
    desk_window.receive()
    desk_window.until(lambda: not first.isVisible())
    again = dialog(desk_window, FieldsDialog)
    assert again is not first
    assert again.fields["month"].edit.accessibleDescription()
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert not tray.sheets


def test_a_number_is_spoilt_with_its_reason_and_keeps_its_place(desk_window: DeskWindow) -> None:
    certified(desk_window)
    view = opened(desk_window)
    desk_window.press(Qt.Key.Key_X, ALT)
    assert dialog(desk_window, FieldsDialog).answer()["number"] == "2"
    desk_window.type("Đóng dấu nhòe")
    desk_window.receive()
    desk_window.rest()
    assert [line.spoilt for line in copies(desk_window).lines] == ["", "Đóng dấu nhòe"]
    assert "1 hỏng" in view.said.whole()


def test_numbers_go_on_in_a_new_volume(desk_window: DeskWindow) -> None:
    certified(desk_window)
    opened(desk_window)
    desk_window.press(Qt.Key.Key_Q, ALT)
    desk_window.rest()
    certified(desk_window, 1)
    last = copies(desk_window).lines[-1].certificate
    assert (last.number, last.volume) == (3, 2)


def test_a_year_is_closed_on_31_december_and_not_before(
    desk_window: DeskWindow, tray: Tray
) -> None:
    certified(desk_window)
    opened(desk_window)
    desk_window.press(Qt.Key.Key_S, ALT)
    asked = dialog(desk_window, FieldsDialog)
    asked.fields["signed_by"].set_text(LEADER)
    desk_window.receive()
    desk_window.until(lambda: not asked.isVisible())
    dialog(desk_window, FieldsDialog)
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert copies(desk_window).closed_at is None
    desk_window.clock.set("2026-12-31T16:00")
    bring_up(desk_window.window)
    desk_window.press(Qt.Key.Key_S, ALT)
    dialog(desk_window, FieldsDialog).fields["signed_by"].set_text(LEADER)
    desk_window.receive()
    desk_window.rest()
    assert copies(desk_window).closed_by == LEADER
    assert LEADER in " ".join(texts(tray.sheets[-1]))
    view = opened(desk_window)
    assert not view.buttons["spoil"].isVisible()


@pytest.mark.parametrize(("said", "name"), [("", "Nguyễn T. Đ."), ("Có", "Nguyễn Thị Đường")])
def test_the_tracking_book_goes_into_a_table_with_names_only_where_asked_for(
    desk_window: DeskWindow, tmp_path: Path, said: str, name: str
) -> None:
    desk_window.store.receive(order=plain_order())
    view = opened(desk_window)
    view.registers.select_key("tracking:Hộ tịch")
    desk_window.press(Qt.Key.Key_S, CTRL)
    out = tmp_path / "so.xlsx"
    asked = dialog(desk_window, FieldsDialog)
    asked.fields["out"].set_text(str(out))
    asked.fields["names"].set_text(said)
    desk_window.receive()
    desk_window.rest()
    assert f"'{name}'" in str(sheet_rows(out.read_bytes()))
    assert "Hộ tịch" in desk_window.said()


def test_a_file_of_another_kind_is_refused_and_none_is_made(
    desk_window: DeskWindow, tmp_path: Path
) -> None:
    desk_window.store.receive(order=plain_order())
    view = opened(desk_window)
    view.registers.select_key("tracking:Hộ tịch")
    desk_window.press(Qt.Key.Key_S, CTRL)
    asked = dialog(desk_window, FieldsDialog)
    asked.fields["out"].set_text(str(tmp_path / "so.doc"))
    desk_window.receive()
    desk_window.until(lambda: not asked.isVisible())
    again = dialog(desk_window, FieldsDialog)
    assert ".doc" in again.fields["out"].edit.accessibleDescription()
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert not list(tmp_path.glob("so.*"))


def test_the_months_statement_is_printed_for_the_treasury(
    desk_window: DeskWindow, tray: Tray
) -> None:
    certified(desk_window)
    view = opened(desk_window)
    view.registers.select_key("money:11")
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert "24.000" in " ".join(texts(tray.sheets[0]))
