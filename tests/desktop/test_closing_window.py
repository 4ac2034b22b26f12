"""The closing by keys: what is left, swept, cash handed over, sealed; the next opening scans the sheet."""

from PySide6.QtCore import Qt

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.screens.closing.view import ClosingView
from onestop_desktop.desktop.widgets.rows import RowRole
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from tests.support.desk import LEADER, OFFICER, SPECIALIST, make_order, plain_order
from tests.support.paper import texts
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray


def page(desk: DeskWindow) -> ClosingView:
    found = desk.window.page("closing")
    assert isinstance(found, ClosingView)
    return found


def opened(desk: DeskWindow) -> ClosingView:
    desk.press(Qt.Key.Key_F12)
    desk.rest()
    return page(desk)


def settled(desk: DeskWindow) -> str:
    """A result that waits for its citizen."""
    code = desk.store.receive(order=plain_order()).dossier.code
    desk.store.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.store.step(code, "settle", LEADER)
    return code


def keys(table: RowsTable) -> list[str]:
    model = table.model()
    return [model.index(at, 0).data(RowRole.KEY) for at in range(model.rowCount())]


def count(view: ClosingView, key: str) -> str:
    model = view.left.model()
    cell = model.index(keys(view.left).index(key), 1).data(RowRole.CELL)
    return str(cell.text)


def test_an_empty_day_is_closed_by_one_key_and_its_sheet_printed(
    desk_window: DeskWindow, tray: Tray
) -> None:
    view = opened(desk_window)
    assert not view.reason.isVisible()
    desk_window.receive()
    desk_window.rest()
    (sheet,) = tray.sheets
    seal = desk_window.services.counter.read_day_seal(desk_window.clock().date())
    assert view.seal.text() == seal.words
    assert seal.code in " ".join(texts(sheet))
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert "(Bản in lại 1)" in " ".join(texts(tray.sheets[1]))


def test_esc_leads_from_the_dossiers_of_a_figure_back_to_the_closing(
    desk_window: DeskWindow,
) -> None:
    desk_window.store.receive(make_order())
    view = opened(desk_window)
    view.left.opened.emit("due")
    desk_window.rest()
    assert desk_window.window.screen_shown() == "search"
    desk_window.press(Qt.Key.Key_Escape)
    assert desk_window.window.screen_shown() == "closing"
    desk_window.press(Qt.Key.Key_F4)
    desk_window.type("Nguyễn")
    desk_window.press(Qt.Key.Key_Escape)
    assert desk_window.window.screen_shown() == "search"


def test_with_dossiers_due_a_reason_is_asked_and_nothing_is_stored_before(
    desk_window: DeskWindow, tray: Tray
) -> None:
    desk_window.store.receive(make_order())
    view = opened(desk_window)
    assert count(view, "due") == "1"
    last = desk_window.store.store.news(0).mark
    desk_window.receive()
    desk_window.rest()
    assert view.reason.edit.hasFocus()
    assert "1 hồ sơ chưa rõ" in view.reason.edit.accessibleDescription()
    assert desk_window.store.store.news(0).mark == last
    desk_window.type("Sáng mai giải quyết tiếp")
    desk_window.receive()
    desk_window.rest()
    assert len(tray.sheets) == 1
    assert "Sáng mai giải quyết tiếp" in " ".join(texts(tray.sheets[0]))


def test_results_the_citizens_have_already_are_swept_with_a_tick(desk_window: DeskWindow) -> None:
    mine, other = settled(desk_window), settled(desk_window)
    view = opened(desk_window)
    desk_window.press(Qt.Key.Key_2, CTRL)
    assert view.results.hasFocus()
    desk_window.press(Qt.Key.Key_Space)
    desk_window.press(Qt.Key.Key_R, ALT)
    desk_window.rest()
    states = {row.code: row.state for row in desk_window.services.read_rows((mine, other))}
    assert sorted(states.values()) == ["returned", "settled"]
    assert len(keys(view.results)) == 1
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert len(keys(view.results)) == 2


def test_a_line_opens_its_dossiers(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(make_order()).dossier.code
    view = opened(desk_window)
    view.left.select_key("due")
    desk_window.enter()
    desk_window.rest()
    assert desk_window.window.screen_shown() == "search"
    assert keys(desk_window.search.table) == [code]


def test_cash_is_handed_over_between_two_and_the_record_printed(
    desk_window: DeskWindow, tray: Tray
) -> None:
    desk_window.services.counter.certify(Certify(make_order(), OFFICER, LEADER))
    opened(desk_window)
    desk_window.press(Qt.Key.Key_G, ALT)
    asked = dialog(desk_window, FieldsDialog)
    assert asked.fields["amount"].text() == "12.000"
    desk_window.type(desk_window.application.desk.officer)
    desk_window.receive()
    again = dialog(desk_window, FieldsDialog)
    desk_window.until(lambda: "không tự nhận" in again.fields["to"].edit.accessibleDescription())
    again.fields["to"].set_text(LEADER)
    desk_window.receive()
    desk_window.rest()
    cash = desk_window.services.counter.read_cash(desk_window.clock().date())
    assert (cash.held, cash.handed[0].to) == (0, LEADER)
    assert len(tray.sheets) == 1
    desk_window.press(Qt.Key.Key_I, ALT)
    desk_window.rest()
    assert len(tray.sheets) == 2
    assert "(Bản in lại 1)" in texts(tray.sheets[1])[0]


def test_the_next_opening_asks_for_yesterdays_seal_and_confirms_it_by_one_scan(
    desk_window: DeskWindow,
) -> None:
    counter = desk_window.services.counter
    seal = counter.close_day(CloseDay(OFFICER)).sealed.seal
    desk_window.clock.set("2026-11-26T07:30")
    desk_window.restart()
    desk_window.until(lambda: "25/11/2026" in desk_window.said())
    desk_window.scan(seal.code)
    desk_window.rest()
    assert "Đúng sổ của ngày 25/11/2026" in desk_window.said()
    assert desk_window.opening.tones[-1] is True
    wrong = seal.code[:-1] + str((int(seal.code[-1]) + 1) % 10)
    desk_window.scan(wrong)
    desk_window.rest()
    assert "KHÔNG khớp" in desk_window.said()
    assert desk_window.opening.tones[-1] is False


def test_a_jammed_printer_leaves_the_closing_standing(desk_window: DeskWindow, tray: Tray) -> None:
    tray.jammed = True
    view = opened(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert view.seal.text()
    assert desk_window.services.counter.newest_closing() == desk_window.clock().date()
    assert "Chưa in được" in desk_window.said()
