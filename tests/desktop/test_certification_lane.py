"""The certification lane by keys: card, initials, pages, copies, one key; the numbers stand large."""

from datetime import date

from PySide6.QtCore import Qt

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.widgets.words import Words
from tests.support.paper import texts
from tests.support.window import ALT, CARD, CTRL, DeskWindow
from tests.support.window_ports import Tray

SIGNER = "Lưu Đình Minh"


def with_signer(desk: DeskWindow) -> None:
    """Who signed the last one is remembered by this PC."""
    desk.press(Qt.Key.Key_F2)
    desk.application.desk.keep_workstation(signer=SIGNER)
    desk.reception.usual_signer = SIGNER
    desk.reception.fee.signer.set_text(SIGNER)


def certify(desk: DeskWindow) -> int:
    """From the scan to *returned*; answers how many keys were pressed after the scan."""
    desk.scan(CARD)
    keys = "ctbs\n2\n3"
    desk.type(keys)
    desk.press(Qt.Key.Key_T, ALT)
    desk.rest()
    return len(keys) + 1


def rows(desk: DeskWindow) -> tuple[DossierRow, ...]:
    """Every dossier, the returned ones too."""
    return desk.services.list_dossiers().rows


def large_numbers(desk: DeskWindow) -> list[str]:
    panel = desk.reception.side.numbers
    return [each.text() for each in panel.findChildren(Words) if each.text().isdigit()]


def test_ten_keys_after_the_scan_the_paper_is_certified_and_returned(
    desk_window: DeskWindow, tray: Tray
) -> None:
    with_signer(desk_window)
    assert certify(desk_window) <= 12
    (row,) = rows(desk_window)
    assert (row.state, row.verdict) == ("returned", "on_time")
    (line,) = desk_window.services.counter.read_book("copies", 2026).lines
    assert (line.certificate.written, line.signed_by) == ("01 quyển số 01/2026-SCT/BS", SIGNER)
    assert large_numbers(desk_window) == ["01"]
    assert "quyển số 01/2026-SCT/BS" in desk_window.reception.side.numbers.accessibleName()
    assert "000001/2026" in desk_window.reception.side.numbers.accessibleDescription()
    assert not tray.sheets
    assert desk_window.services.counter.read_cash(row_day(desk_window)).cash == 12_000
    assert not desk_window.reception.form()["identity"]
    assert desk_window.reception.fee.signer.text() == SIGNER


def row_day(desk: DeskWindow) -> date:
    return desk.clock().date()


def test_the_same_again_keeps_citizen_and_procedure(desk_window: DeskWindow) -> None:
    with_signer(desk_window)
    certify(desk_window)
    desk_window.press(Qt.Key.Key_M, ALT)
    view = desk_window.reception
    assert view.applicant.name.text() == "Nguyễn Thị Đường"
    assert view.fee.pages.edit.hasFocus()
    assert not view.fee.pages.text()
    desk_window.type("4+1\n2")
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    assert large_numbers(desk_window) == ["02", "03"]
    assert len(rows(desk_window)) == 2


def test_a_slip_comes_when_it_is_asked_for(desk_window: DeskWindow, tray: Tray) -> None:
    with_signer(desk_window)
    certify(desk_window)
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    (sheet,) = tray.sheets
    assert "Nguyễn Thị Đường".upper() in " ".join(texts(sheet)).upper()


def test_alt_h_takes_the_return_back(desk_window: DeskWindow) -> None:
    with_signer(desk_window)
    certify(desk_window)
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    (row,) = rows(desk_window)
    assert row.state == "settled"


def test_without_a_signer_nothing_is_stored_and_the_cursor_is_at_the_field(
    desk_window: DeskWindow,
) -> None:
    desk_window.press(Qt.Key.Key_F2)
    certify(desk_window)
    view = desk_window.reception
    assert not rows(desk_window)
    assert view.fee.signer.edit.hasFocus()
    assert "Thiếu người ký" in view.fee.signer.edit.accessibleDescription()
    desk_window.type(SIGNER)
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    (row,) = rows(desk_window)
    assert row.state == "returned"
    assert desk_window.application.desk.workstation.signer == SIGNER


def test_the_officer_who_received_it_signs_only_under_a_delegation(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    officer = desk_window.application.desk.officer
    desk_window.scan(CARD)
    desk_window.type("ctbs\n2\n3")
    desk_window.write(desk_window.reception.fee.signer.edit, officer)
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    assert not rows(desk_window)
    assert not desk_window.reception.refusal.isHidden()
    assert desk_window.reception.fee.signer.edit.hasFocus()
    assert "ủy quyền" in desk_window.reception.fee.signer.edit.accessibleDescription()
    given = {"number": "12/UQ", "officer": officer, "signed_by": SIGNER}
    days = {"from_on": "2026-11-01", "to_on": "2026-12-31"}
    desk_window.services.record_delegation({**given, **days}, SIGNER)
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    (row,) = rows(desk_window)
    settled = desk_window.services.show_dossier(row.code).dossier.settlement
    assert settled is not None
    assert (settled.facts["signed_by"], settled.facts["delegation"]) == (officer, "12/UQ")


def test_a_procedure_of_no_book_is_received_as_usual(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("1.004873\n")
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    assert not rows(desk_window)
    assert not desk_window.reception.fee.signer.isVisible()
    assert desk_window.reception.applicant.name.text() == "Nguyễn Thị Đường"


def test_pages_of_ten_thousand_are_refused_at_their_field(desk_window: DeskWindow) -> None:
    with_signer(desk_window)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n10000\n3")
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    assert not rows(desk_window)
    assert desk_window.reception.fee.pages.edit.hasFocus()


def test_a_fee_by_transfer_or_not_yet_taken_is_kept_as_said(desk_window: DeskWindow) -> None:
    with_signer(desk_window)
    for choice in ("transfer", ""):
        desk_window.scan(CARD)
        desk_window.type("ctbs\n2\n3")
        desk_window.reception.fee.payment.choose(choice)
        desk_window.press(Qt.Key.Key_T, ALT)
        desk_window.rest()
    cash = desk_window.services.counter.read_cash(row_day(desk_window))
    assert (cash.cash, cash.transfer) == (0, 12_000)


def test_the_keys_go_dead_while_one_is_stored_and_nothing_is_certified_twice(
    desk_window: DeskWindow,
) -> None:
    with_signer(desk_window)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n2\n3")
    for _ in range(3):
        desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    assert len(rows(desk_window)) == 1
