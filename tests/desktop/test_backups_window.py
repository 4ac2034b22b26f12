"""The copies by keys: made, tried, put back after two questions; the second place and its age on the bar."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from onestop_desktop.application.back_up import BackUp, KeepCopy
from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.lines_dialog import LinesDialog
from onestop_desktop.desktop.screens.backups.view import BackupsView
from onestop_desktop.desktop.widgets.rows import RowRole
from onestop_desktop.domain.store_copy import CopyKind
from tests.support.desk import OFFICER, make_desk, plain_order
from tests.support.paper import texts
from tests.support.qt import clipped_texts
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier
PASSPHRASE = "mười hai con giáp"


def opened(desk: DeskWindow) -> BackupsView:
    desk.press(Qt.Key.Key_F5, SHIFT)
    desk.rest()
    page = desk.window.page("backups")
    assert isinstance(page, BackupsView)
    return page


def keys(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(at, 0).data(RowRole.KEY)) for at in range(model.rowCount())]


def kinds(view: BackupsView) -> list[str]:
    model = view.copies.model()
    return [str(model.index(at, 1).data(RowRole.CELL).text) for at in range(model.rowCount())]


def yes(desk: DeskWindow) -> tuple[str, ...]:
    """Agree to the question now open; its lines."""
    asked = dialog(desk, LinesDialog)
    lines = asked.lines
    desk.receive()
    return lines


def choose_place(desk: DeskWindow, folder: Path, *, printed: bool) -> None:
    desk.press(Qt.Key.Key_N, ALT)
    asked = dialog(desk, FieldsDialog)
    asked.fields["folder"].set_text(str(folder))
    asked.fields["passphrase"].set_text(PASSPHRASE)
    desk.receive()
    dialog(desk, LinesDialog)
    desk.press(Qt.Key.Key_Return, CTRL) if printed else desk.press(Qt.Key.Key_Escape)
    desk.rest()


def test_one_key_makes_a_copy_and_it_stands_in_the_list(desk_window: DeskWindow) -> None:
    view = opened(desk_window)
    assert kinds(view) == []
    assert "Chưa đặt nơi sao lưu thứ hai" in view.place.whole()
    assert not desk_window.window.top_bar.backup.isVisible()
    desk_window.receive()
    desk_window.rest()
    assert kinds(view) == ["Theo yêu cầu"]
    assert desk_window.said().startswith("Đã sao lưu và kiểm tra: desk.theo-yeu-cau.")


def test_a_copy_is_tried_and_the_store_is_not_touched(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    later = desk_window.store.receive(plain_order()).dossier.code
    opened(desk_window)
    desk_window.press(Qt.Key.Key_T, ALT)
    lines = yes(desk_window)
    desk_window.rest()
    assert "Ngày cuối 25/11/2026: nhận 1" in " ".join(lines)
    assert code in " ".join(lines)
    assert "mất 2 bản ghi có sau 09:00 Thứ Tư 25/11/2026" in lines[-1]
    assert {row.code for row in desk_window.dossiers()} == {code, later}


def test_a_damaged_store_at_the_start_is_put_aside_and_the_newest_copy_offered(
    desk_window: DeskWindow,
) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    desk_window.store.store.close()
    desk_window.close()
    whole = bytearray(desk_window.path.read_bytes())
    whole[100:8192] = bytes(8092)  # its first pages
    desk_window.path.write_bytes(whole)
    for side in ("-wal", "-shm"):
        Path(f"{desk_window.path}{side}").unlink(missing_ok=True)
    desk_window.open(wait=False)
    desk_window.until(lambda: desk_window.window.screen_shown() == "backups")
    desk_window.rest()
    view = desk_window.window.page("backups")
    assert isinstance(view, BackupsView)
    assert "cất riêng" in desk_window.said()
    assert kinds(view) == ["Kết thúc ngày"]
    desk_window.press(Qt.Key.Key_R, ALT)
    assert "không còn sổ nào để thay" not in " ".join(yes(desk_window))
    asked = " ".join(yes(desk_window))
    assert "không còn sổ nào để thay" in asked
    assert "giữ lại" not in asked
    desk_window.until(lambda: "Đã khôi phục sổ" in desk_window.said())
    desk_window.rest()
    assert [row.code for row in desk_window.dossiers()] == [code]
    aside = [file for file in desk_window.path.parent.iterdir() if ".hong-" in file.name]
    assert any(file.read_bytes() == bytes(whole) for file in aside)


def test_a_copy_takes_the_stores_place_after_two_questions(desk_window: DeskWindow) -> None:
    first = desk_window.store.receive(plain_order()).dossier.code
    desk_window.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    desk_window.store.receive(plain_order())
    desk_window.store.store.close()
    view = opened(desk_window)
    desk_window.press(Qt.Key.Key_R, ALT)
    yes(desk_window)
    assert "mất 2 bản ghi" in yes(desk_window)[-1]
    desk_window.until(lambda: "Đã khôi phục sổ" in desk_window.said())
    desk_window.rest()
    assert [row.code for row in desk_window.dossiers()] == [first]
    assert kinds(view) == ["Sổ trước khi khôi phục", "Kết thúc ngày"]
    desk_window.press(Qt.Key.Key_F3)
    desk_window.rest()
    assert keys(desk_window.queue.table) == [first]
    # The window works on in the restored store, and hears of others there.
    other = desk_window.store.receive(plain_order()).dossier.code
    desk_window.until(lambda: other in keys(desk_window.queue.table))
    assert desk_window.services.verify().ok


@pytest.mark.parametrize("left_at", [1, 2])
def test_left_at_either_question_nothing_is_replaced(desk_window: DeskWindow, left_at: int) -> None:
    desk_window.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.store.store.close()
    opened(desk_window)
    desk_window.press(Qt.Key.Key_R, ALT)
    if left_at == 2:
        yes(desk_window)
    dialog(desk_window, LinesDialog)
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert [row.code for row in desk_window.dossiers()] == [code]


def test_a_store_open_elsewhere_is_a_sentence(desk_window: DeskWindow) -> None:
    desk_window.services.keeping.keep_copy(KeepCopy(CopyKind.CLOSING, OFFICER))
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.store.store.close()
    opened(desk_window)
    with closing(sqlite3.connect(desk_window.address)) as somebody:
        somebody.execute("SELECT 1 FROM entry").fetchone()
        desk_window.press(Qt.Key.Key_R, ALT)
        yes(desk_window)
        yes(desk_window)
        desk_window.rest()
        assert "đang được mở" in desk_window.said()
    assert [row.code for row in desk_window.dossiers()] == [code]


def test_another_desks_sealed_copy_is_shown_and_never_put_in_place(
    desk_window: DeskWindow, tmp_path: Path
) -> None:
    other = make_desk(str(tmp_path / "khac" / "desk.sqlite"))
    file = tmp_path / "khac.sealed"
    other.services.keeping.back_up(BackUp(str(file), OFFICER, PASSPHRASE))
    other.store.close()
    opened(desk_window)
    desk_window.press(Qt.Key.Key_O, CTRL)
    asked = dialog(desk_window, FieldsDialog)
    asked.fields["file"].set_text(str(file))
    asked.fields["passphrase"].set_text("mười hai con khác")
    desk_window.receive()
    desk_window.until(lambda: "Sai cụm mật khẩu" in _refusal(desk_window))
    again = dialog(desk_window, FieldsDialog)
    again.fields["passphrase"].set_text(PASSPHRASE)
    desk_window.receive()
    assert "bàn khác" in yes(desk_window)[-1]
    desk_window.rest()
    assert desk_window.services.verify().ok


def _refusal(desk: DeskWindow) -> str:
    return str(dialog(desk, FieldsDialog)._refusal.text())


def test_the_second_place_is_chosen_once_and_every_closing_goes_there(
    desk_window: DeskWindow, tray: Tray, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    opened(desk_window)
    choose_place(desk_window, usb, printed=True)
    assert desk_window.station().backup_to == str(usb)
    assert len(list(usb.glob("*.sealed"))) == 1
    (sheet,) = tray.sheets
    assert PASSPHRASE in " ".join(texts(sheet))
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert PASSPHRASE not in " ".join(texts(tray.sheets[-1]))
    told = desk_window.store.sql("SELECT facts FROM entry_facts ORDER BY sequence DESC LIMIT 2")
    assert PASSPHRASE not in str(told)
    bar = desk_window.window.top_bar.backup
    assert bar.isVisible()
    assert bar.text() == "Sao lưu: mới trong ngày"
    desk_window.clock.moment += timedelta(hours=8)
    desk_window.press(Qt.Key.Key_F12)
    desk_window.receive()
    desk_window.rest()
    # Of one day's copies the newest stays.
    assert [path.name.split(".")[1] for path in usb.iterdir()] == ["ket-thuc-ngay"]


def test_its_age_is_red_after_two_days(desk_window: DeskWindow, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    opened(desk_window)
    choose_place(desk_window, usb, printed=False)
    bar = desk_window.window.top_bar.backup
    for days, words, tone in ((2, "2 ngày trước", "text2"), (3, "3 ngày trước", "late")):
        desk_window.clock.set("2026-11-25T09:00")
        desk_window.clock.moment += timedelta(days=days)
        desk_window.application.desk.copied.emit()
        desk_window.rest()
        assert (bar.text(), bar._tone) == (f"Sao lưu: {words}", tone)
    for size in ((1366, 768), (1280, 642)):
        desk_window.window.resize(*size)
        desk_window.rest()
        desk_window.window.grab()
        assert clipped_texts(desk_window.window) == []


def test_a_closing_stands_where_no_copy_can_be_made(
    desk_window: DeskWindow, tmp_path: Path
) -> None:
    (tmp_path / "sao-luu").write_text("một tệp thay cho thư mục", "utf-8")
    desk_window.press(Qt.Key.Key_F12)
    desk_window.rest()
    desk_window.receive()
    desk_window.rest()
    assert desk_window.said().startswith("Chưa sao lưu được: Không ghi được vào")
    day = desk_window.clock().date()
    assert desk_window.services.counter.newest_closing() == day
