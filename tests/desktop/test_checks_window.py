"""*Kiểm tra sổ* by keys: run, called off, a seal looked at, the report printed; the clock confirmed by two."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.pages import JournalCheck, Room
from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.screens.checks.view import ChecksView
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.persistence.store import SqlStore
from tests.persistence.test_journal import lift_guards
from tests.support.desk import LEADER, OFFICER, plain_order
from tests.support.paper import texts
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(desk: DeskWindow) -> ChecksView:
    desk.press(Qt.Key.Key_F7, SHIFT)
    desk.rest()
    found = desk.window.page("checks")
    assert isinstance(found, ChecksView)
    return found


def lines(view: ChecksView) -> list[str]:
    model = view.faults.model()
    return [
        str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for at in range(model.rowCount())
    ]


def test_a_sound_store_is_said_so_and_the_report_is_printed(
    desk_window: DeskWindow, tray: Tray
) -> None:
    desk_window.store.receive(plain_order())
    view = opened(desk_window)
    assert not view.buttons["print_check"].isEnabled()
    desk_window.receive()
    desk_window.rest()
    assert view.result.text() == "Sổ nguyên vẹn: 2 bản ghi."
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    first, again = (" ".join(texts(sheet)) for sheet in tray.sheets)
    assert "BIÊN BẢN KIỂM TRA SỔ" in first
    assert "sổ nguyên vẹn, không có chỗ sai" in first
    assert "Số: 0001/BBKT" in first
    assert "(Bản in lại 1)" in again


def test_each_fault_is_a_sentence_and_opens_its_dossier(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.store.sql("UPDATE dossier SET holder = 'Người khác'")
    view = opened(desk_window)
    desk_window.press(Qt.Key.Key_D, ALT)
    desk_window.rest()
    assert view.result.text() == "Sổ có 1 chỗ sai trong 2 bản ghi, chỗ sớm nhất ghi trước."
    (line,) = lines(view)
    assert line.startswith(f"Hồ sơ {code}: dòng trong danh sách")
    desk_window.press(Qt.Key.Key_Return)
    desk_window.rest()
    assert desk_window.window.screen_shown() == "dossier"


def test_a_changed_entry_is_named_by_its_number(desk_window: DeskWindow) -> None:
    desk_window.store.receive(plain_order())
    lift_guards(desk_window.store)
    desk_window.store.sql("UPDATE entry SET officer = 'Người khác' WHERE sequence = 2")
    view = opened(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert lines(view) == ["Bản ghi số 2 đã bị sửa ngoài chương trình."]


def test_esc_calls_a_running_check_off(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_store: SqlStore, progress: object) -> None:
        assert callable(progress)
        at = 0
        while progress(at % 100, 100):
            at += 1
        raise CalledOff

    monkeypatch.setattr(SqlStore, "verify", endless)
    view = opened(desk_window)
    desk_window.receive()
    desk_window.until(lambda: "Esc" in view.head.hint.toolTip() or "Esc" in view.head.hint.text())
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
    assert view.result.text() == "Đã dừng giữa chừng."
    assert desk_window.window.screen_shown() == "checks"


def test_a_typed_seal_says_whether_this_is_the_store(desk_window: DeskWindow) -> None:
    closed = desk_window.services.counter.close_day(CloseDay(OFFICER, "Hết giờ"))
    code = closed.sealed.seal.code
    view = opened(desk_window)
    view.seal.set_text(code)
    desk_window.press(Qt.Key.Key_S, ALT)
    desk_window.rest()
    assert "niêm phong khớp" in view.seal_said.text()
    number = int(code.split("-")[2])
    view.seal.set_text(code.replace(f"-{number}-", f"-{number + 7}-"))
    desk_window.press(Qt.Key.Key_S, ALT)
    desk_window.rest()
    assert "CŨ HƠN" in view.seal_wrong.text()
    assert view.seal_wrong.isVisible()


def test_where_the_clock_is_behind_two_confirm_and_the_work_goes_on(
    desk_window: DeskWindow,
) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    desk_window.clock.set("2026-11-25T08:00:00")
    desk_window.application.desk.open_dossier(code)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_F12)
    desk_window.rest()
    desk_window.receive()
    asked = dialog(desk_window, FieldsDialog)
    assert set(asked.fields) == {"leader", "administrator", "reason"}
    for name, text in (("leader", LEADER), ("administrator", "Đào Quản Trị")):
        asked.fields[name].set_text(text)
    desk_window.press(Qt.Key.Key_Return, CTRL)  # without a reason it is asked again
    asked = dialog(desk_window, FieldsDialog)
    desk_window.until(lambda: asked.fields["leader"].text() == LEADER)
    asked.fields["reason"].set_text("Máy từng chạy sai giờ")
    desk_window.press(Qt.Key.Key_Return, CTRL)
    desk_window.rest()
    assert QApplication.activeModalWidget() is None
    assert desk_window.store.receive(plain_order()).dossier.received_at.hour == 8
    assert desk_window.services.verify().ok


def test_a_disk_nearly_full_is_told_once(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    desk = desk_window.application.desk
    desk.warned.connect(lambda title, detail: said.append(f"{title} {detail}"))
    monkeypatch.setattr(SqlStore, "room", lambda _store: Room(150 * 1024 * 1024, low=True))
    working = desk_window.application.working
    assert working is not None
    for _ in range(2):
        desk.start(working.care.look_at_room(), desk)
        desk_window.rest()
    assert said == ["Ổ đĩa sắp đầy Còn 150 MB. Dọn bớt tệp trước khi máy phải từ chối ghi."]


def test_a_damaged_store_is_put_aside_as_the_window_opens_and_said_in_words(
    desk_window: DeskWindow,
) -> None:
    desk_window.store.receive(plain_order())
    desk_window.store.store.close()
    desk_window.close()
    data = bytearray(desk_window.path.read_bytes())
    data[4096 * 2 : 4096 * 30] = bytes(4096 * 28)
    desk_window.path.write_bytes(data)
    desk_window.open(wait=False)
    said: list[str] = []
    desk_window.application.desk.warned.connect(lambda title, detail: said.append(title + detail))
    desk_window.until(lambda: said)
    (aside,) = desk_window.path.parent.glob("desk.sqlite.hong-20261125-090000")
    assert aside.read_bytes() == bytes(data)
    assert str(aside) in said[0]
    assert "chưa mở sổ mới" in said[0]
    assert not desk_window.path.exists()


def test_pages_damaged_behind_the_first_rows_are_found_as_the_desk_begins(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    desk, working = desk_window.application.desk, desk_window.application.working
    assert working is not None
    desk.warned.connect(lambda title, detail: said.append(f"{title}: {detail}"))
    desk.start(working.care.look_over(), desk)
    desk_window.rest()
    assert said == []
    damaged = JournalCheck(0, ({"page": "Tree 12 page 40", "fault": "page_damaged"},))
    monkeypatch.setattr(SqlStore, "quick_look", lambda _store: damaged)
    desk.start(working.care.look_over(), desk)
    desk_window.rest()
    assert said[0].startswith("Sổ bị hỏng: Tệp sổ hỏng: Tree 12 page 40.")
