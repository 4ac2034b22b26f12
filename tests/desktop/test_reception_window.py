"""A whole reception with key and input-method events only: scan, procedure, one key; then the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.support.qt import commit_text, type_text
from tests.support.window import ALT, CARD, CTRL, DeskWindow
from tests.support.window_ports import Tray

OFFICIAL = "000.23.41.H23-261125-0042"


def begin(desk: DeskWindow) -> None:
    """Reception in front, the card read."""
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)


def receive_copies(desk: DeskWindow, pages: str = "2+2", copies: str = "3") -> int:
    """From the scan to the stored dossier; how many keys it took."""
    keys = f"ctbs\n{pages}\n{copies}"
    desk.type(keys)
    desk.receive()
    desk.rest()
    return len(keys) + 1


def test_after_the_scan_at_most_twelve_keys_make_a_dossier(
    desk_window: DeskWindow, tray: Tray
) -> None:
    begin(desk_window)
    assert receive_copies(desk_window) == 11
    (row,) = desk_window.dossiers()
    assert (row.applicant, row.identity) == ("Nguyễn Thị Đường", "030185004417")
    dossier = desk_window.services.show_dossier(row.code).dossier
    assert [item["copies"] for item in dossier.facts["items"]] == [3, 3]
    assert dossier.facts["fee"]["amount"] == 24_000
    (pdf,) = tray.sheets
    assert pdf.startswith(b"%PDF")
    assert "Đã gửi máy in" in desk_window.said()
    assert desk_window.opening.tones == [True]


def test_the_next_citizen_finds_an_empty_reception(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window)
    form = desk_window.reception.form()
    assert not any(form[name] for name in ("identity", "name", "procedure", "pages", "papers"))
    assert desk_window.reception.applicant.identity.edit.hasFocus()
    assert desk_window.application.desk.typed == {}


def test_the_queue_shows_the_new_dossier(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.rest()
    (row,) = desk_window.dossiers()
    assert desk_window.queue.table.selected_key() == row.code
    assert desk_window.queue.chips.count("all") == 1


def test_each_field_is_copied_by_one_key_in_order(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window, "2", "1")
    assert desk_window.reception.side.copies_shown()
    copied = []
    for _ in range(4):
        desk_window.press(Qt.Key.Key_C, ALT)
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["2.000815", "030185004417", "Nguyễn Thị Đường", "02/03/1985"]


def test_another_order_of_copies_is_kept_on_this_pc(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window, "2", "1")
    lines = desk_window.reception.side.copies.lines
    lines.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    desk_window.press(Qt.Key.Key_Up, ALT)
    assert desk_window.station().copy_order[:2] == ("Số định danh", "Mã thủ tục")
    desk_window.restart()
    desk_window.speak("en")
    begin(desk_window)
    receive_copies(desk_window, "1", "1")
    desk_window.press(Qt.Key.Key_C, ALT)
    assert QGuiApplication.clipboard().text() == "030185004417"


def test_the_provincial_code_is_typed_and_bound(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window, "2", "1")
    field = desk_window.reception.side.copies.official_code
    field.edit.setFocus()
    desk_window.type("khong dung\n")
    desk_window.rest()
    assert field.fault() == "error"
    field.edit.selectAll()
    desk_window.type(f"{OFFICIAL.lower()}\n")
    desk_window.rest()
    (row,) = desk_window.dossiers()
    assert row.official_code == OFFICIAL
    assert field.fault() == ""


def test_the_provincial_code_is_scanned_and_bound(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window, "2", "1")
    desk_window.scan(OFFICIAL)
    desk_window.rest()
    (row,) = desk_window.dossiers()
    assert row.official_code == OFFICIAL
    assert desk_window.reception.applicant.identity.text() == ""


def test_our_own_slip_scanned_opens_its_dossier(desk_window: DeskWindow) -> None:
    begin(desk_window)
    receive_copies(desk_window, "2", "1")
    (row,) = desk_window.dossiers()
    desk_window.scan(row.code)
    desk_window.rest()
    assert desk_window.window.screen_shown() == "dossier"
    assert desk_window.dossier.code.text() == row.code


def test_ctrl_enter_twice_is_one_dossier(desk_window: DeskWindow, tray: Tray) -> None:
    begin(desk_window)
    desk_window.type("ctbs\n2\n1")
    desk_window.receive()
    desk_window.receive()  # the worker is still busy with the first
    desk_window.rest()
    desk_window.receive()  # and once more when all is done
    desk_window.rest()
    assert len(desk_window.dossiers()) == 1
    assert len(tray.sheets) == 1
    assert desk_window.reception.refusal.isHidden()


def test_a_telex_name_and_procedure_are_typed_by_an_input_method(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    who = desk_window.reception.applicant
    who.name.edit.setFocus()
    commit_text(who.name.edit, "Nguyễn ", preedit="Nguyên")
    commit_text(who.name.edit, "Thị ", preedit="Thi")
    commit_text(who.name.edit, "Đường", preedit="Đương")
    assert who.name.text() == "Nguyễn Thị Đường"
    box = desk_window.reception.procedure.box
    box.setFocus()
    commit_text(box, "chứng thực bản sao", preedit="chứng thực bản sa")
    row = box.current()
    assert row is not None
    assert row.code == "2.000815"
    desk_window.type("\n1\n1")
    desk_window.receive()
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == ["Nguyễn Thị Đường"]


def test_plain_typing_never_asks_the_store(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.rest()
    asked: list[str] = []
    lane = desk_window.application.runner._lane

    def noted(name: str) -> object:
        asked.append(name)
        return lane(name)

    monkeypatch.setattr(desk_window.application.runner, "_lane", noted)
    who = desk_window.reception.applicant
    for field in (who.name, who.born, who.phone, who.address, who.email):
        field.edit.setFocus()
        type_text(field.edit, "Đường 12")
    desk_window.reception.procedure.box.setFocus()
    desk_window.type("ctbs\n12\n3")
    assert "store" not in asked
    who.identity.edit.setFocus()
    desk_window.type("030185001")
    assert asked.count("store") == 1  # the ninth digit: who is it?


def test_everything_is_reached_by_keys_in_the_papers(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.type("1.004873\n")
    table = desk_window.reception.papers.table
    assert table.hasFocus()
    desk_window.type("+")
    assert all(row.counts == row.expected for row in table.rows() if row.settled is None)
    verdict = desk_window.reception.papers.head.verdict
    assert verdict.text().startswith("Đủ")
    desk_window.type("0")
    assert verdict.text().startswith("Còn thiếu")
    desk_window.press(Qt.Key.Key_4, CTRL)
    assert desk_window.focus() is desk_window.reception.fee.exemption.box
