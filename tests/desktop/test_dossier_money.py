"""A dossier's money on its page: taken, by another amount only with a reason, given back under its receipt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.choose_dialog import ChooseDialog
from tests.support.desk import make_order
from tests.support.window import CTRL, DeskWindow, dialog


def on_its_page(desk: DeskWindow) -> str:
    """A dossier whose fee of 12,000 is not taken yet."""
    code = desk.store.receive(make_order()).dossier.code
    desk.application.desk.open_dossier(code)
    desk.rest()
    return code


def choose(desk: DeskWindow, key: str) -> FieldsDialog:
    desk.press(Qt.Key.Key_Return, CTRL)
    asked = dialog(desk, ChooseDialog)
    asked.table.select_key(key)
    assert asked.answer() == key
    desk.receive()
    return dialog(desk, FieldsDialog)


def cash(desk: DeskWindow) -> int:
    return desk.services.counter.read_cash(desk.clock().date()).cash


def test_what_is_owed_is_taken_by_two_keys_and_stands_on_the_page(desk_window: DeskWindow) -> None:
    on_its_page(desk_window)
    asked = choose(desk_window, "take_fee")
    assert asked.answer()["amount"] == "12.000"
    desk_window.receive()
    desk_window.rest()
    assert cash(desk_window) == 12_000
    assert "000001/2026" in desk_window.said()
    values = [value.whole() for _, value in desk_window.dossier.facts.pairs]
    assert any("đã thu 12.000 đ, biên lai 000001/2026" in value for value in values)


def test_another_amount_without_a_reason_asks_again_and_stores_nothing(
    desk_window: DeskWindow,
) -> None:
    on_its_page(desk_window)
    asked = choose(desk_window, "take_fee")
    asked.fields["amount"].set_text("5.000")
    desk_window.receive()
    desk_window.until(
        lambda: (
            isinstance(QApplication.activeModalWidget(), FieldsDialog)
            and QApplication.activeModalWidget() is not asked
        )
    )
    again = dialog(desk_window, FieldsDialog)
    assert "phải ghi lý do" in again.fields["reason"].edit.accessibleDescription()
    assert again.answer()["amount"] == "5.000"
    assert cash(desk_window) == 0
    again.fields["reason"].set_text("Hộ nghèo, giảm theo nghị quyết")
    desk_window.receive()
    desk_window.rest()
    assert cash(desk_window) == 5_000


def test_money_goes_back_under_its_receipt_with_a_reason(desk_window: DeskWindow) -> None:
    code = on_its_page(desk_window)
    choose(desk_window, "take_fee")
    desk_window.receive()
    desk_window.rest()
    asked = choose(desk_window, "refund")
    assert asked.answer()["receipt"] == "000001/2026"
    asked.fields["reason"].set_text("Dân rút hồ sơ")
    desk_window.receive()
    desk_window.rest()
    assert cash(desk_window) == 0
    steps = [entry.step.value for entry in desk_window.services.show_dossier(code).entries]
    assert steps == ["receive", "take_fee", "refund"]


def test_what_is_no_amount_is_refused_and_a_refund_may_go_by_transfer(
    desk_window: DeskWindow,
) -> None:
    on_its_page(desk_window)
    choose(desk_window, "take_fee")
    desk_window.receive()
    desk_window.rest()
    asked = choose(desk_window, "refund")
    assert asked.answer()["method"] == "Tiền mặt"
    for name, typed in (("reason", "Thu nhầm"), ("amount", "1.5"), ("method", "chuyển khoản")):
        asked.fields[name].set_text(typed)
    desk_window.receive()
    desk_window.until(lambda: QApplication.activeModalWidget() not in (None, asked))
    again = dialog(desk_window, FieldsDialog)
    assert again.fields["amount"].edit.accessibleDescription()
    assert again.answer()["method"] == "chuyển khoản"
    assert cash(desk_window) == 12_000
    again.fields["amount"].set_text("2 000")
    desk_window.receive()
    desk_window.rest()
    day = desk_window.services.counter.read_cash(desk_window.clock().date())
    assert (day.cash, day.transfer) == (12_000, -2_000)
