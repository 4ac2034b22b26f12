"""The settings of the real window, and what it says where there is no store to open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.screens.settings.delegating import DelegationDialog
from onestop_desktop.lookup.reading import Reader
from tests.desktop.test_screens import KEYS
from tests.support.desk import Clock, plain_order
from tests.support.window import ALT, DeskWindow, dialog
from tests.support.window_ports import Tray


def test_settings_keep_the_agency_the_printer_and_the_paper(desk_window: DeskWindow) -> None:
    desk_window.press(*KEYS["settings"])
    desk_window.rest()
    view = desk_window.settings
    view.agency["short_name"].edit.selectAll()
    desk_window.write(view.agency["short_name"], "UBND xã Mới")
    view.printer.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    view.paper.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    desk_window.receive()
    desk_window.rest()
    assert desk_window.services.view_desk().agency.short_name == "UBND xã Mới"
    assert desk_window.station().printer == "máy in thử"
    assert desk_window.station().paper == "A5"
    assert desk_window.said().startswith("Đã lưu thiết lập")


def test_a_place_for_the_look_up_is_filled_at_once(desk_window: DeskWindow, tmp_path: Path) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.press(*KEYS["settings"])
    desk_window.rest()
    view = desk_window.settings
    view.lookup_procedures.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    desk_window.write(view.lookup_to, str(tmp_path / "tra-cuu"))
    desk_window.receive()
    desk_window.rest()
    assert desk_window.services.view_desk().agency.lookup_procedures == "yes"
    assert desk_window.station().lookup_to == str(tmp_path / "tra-cuu")
    (shown,) = Reader(tmp_path / "tra-cuu").slip(f"{1:032x}")[:1]
    assert shown.code == code
    assert shown.procedure


def test_a_wrong_identifier_is_refused_and_what_is_typed_stays(desk_window: DeskWindow) -> None:
    desk_window.press(*KEYS["settings"])
    desk_window.rest()
    field = desk_window.settings.agency["identifier"]
    before = field.text()
    field.edit.selectAll()
    desk_window.write(field, "xã Đoàn Kết")
    desk_window.receive()
    desk_window.rest()
    assert (field.fault(), field.edit.hasFocus()) == ("error", True)
    assert desk_window.services.view_desk().agency.identifier == before
    desk_window.press(*KEYS["queue"])
    desk_window.press(*KEYS["settings"])
    assert field.text() == "xã Đoàn Kết"
    desk_window.press(Qt.Key.Key_E, ALT)
    assert field.edit.hasFocus()


@pytest.mark.parametrize("content", [None, b"", b"not a store at all" * 50])
def test_a_store_missing_or_damaged_is_a_sentence(
    qtbot: QtBot, tmp_path: Path, content: bytes | None, tray: Tray
) -> None:
    path = tmp_path / "desk.sqlite"
    if content is not None:
        path.write_bytes(content)
    desk = DeskWindow(qtbot, path, Clock(), tray, serial=False).open(wait=False)
    desk.until(lambda: desk.said().startswith("Chưa mở được sổ: "))
    assert desk.window.toast.warns
    desk.press(Qt.Key.Key_F2)
    desk.type("030185001234")
    desk.receive()
    desk.rest()
    assert desk.reception.refusal.sentence() == "Sổ chưa mở được; mọi ô đã gõ vẫn còn nguyên."
    assert desk.reception.applicant.identity.text() == "030185001234"
    desk.application.desk.typed = {}
    desk.close()


def test_a_store_that_comes_back_is_opened(
    qtbot: QtBot, tmp_path: Path, sqlite_template: Path, tray: Tray
) -> None:
    path = tmp_path / "desk.sqlite"
    desk = DeskWindow(qtbot, path, Clock(), tray, serial=False).open(wait=False)
    desk.until(lambda: desk.said().startswith("Chưa mở được sổ: "))
    path.write_bytes(sqlite_template.read_bytes())
    path.chmod(0o600)
    desk.until(lambda: desk.application.desk.view is not None)
    desk.rest()
    desk.close()
    desk.store.store.close()


def test_another_language_keeps_what_is_not_saved(desk_window: DeskWindow) -> None:
    desk_window.press(*KEYS["settings"])
    desk_window.rest()
    desk_window.settings.counter.edit.selectAll()
    desk_window.write(desk_window.settings.counter, "Quầy 9")
    desk_window.settings.paper.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    desk_window.speak("en")
    assert desk_window.settings.counter.text() == "Quầy 9"
    assert desk_window.settings.paper.value() == "A5"
    desk_window.receive()
    desk_window.rest()
    assert desk_window.station().counter == "Quầy 9"
    assert desk_window.application.desk.unsaved == {}


def test_a_delegation_is_recorded_and_a_fault_loses_nothing(desk_window: DeskWindow) -> None:
    desk_window.press(*KEYS["settings"])
    desk_window.rest()
    desk_window.press(Qt.Key.Key_U, ALT)
    asked = dialog(desk_window, DelegationDialog)
    typed = {"number": "12/QĐ-UBND", "officer": "Vũ Thị Hường", "signed_by": "Lưu Đình Minh"}
    for name, text in typed.items():
        desk_window.write(asked.fields[name].edit, text)
    desk_window.receive()
    asked = dialog(desk_window, DelegationDialog)
    assert asked.fields["to_on"].fault() == "error"
    assert asked.fields["number"].text() == "12/QĐ-UBND"
    desk_window.write(asked.fields["to_on"].edit, "31/12/2026")
    desk_window.receive()
    desk_window.rest()
    (kept,) = desk_window.services.read_delegations()
    assert (kept.number, kept.officer, kept.procedures) == ("12/QĐ-UBND", "Vũ Thị Hường", ())
    view = desk_window.application.desk.view
    assert view is not None
    assert view.delegations == (kept,)
