"""The provincial system by keys: a code typed beside its row, a list taken in, evidence printed."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from onestop_desktop.desktop.ask_fields import FieldsDialog
from onestop_desktop.desktop.lines_dialog import LinesDialog
from onestop_desktop.desktop.screens.province.mapping import MappingDialog
from onestop_desktop.desktop.screens.province.view import BEHIND, REFUSED, WAITING, ProvinceView
from onestop_desktop.desktop.widgets.rows import RowRole
from tests.support.desk import LEADER, SPECIALIST, plain_order
from tests.support.paper import texts
from tests.support.qt import bring_up
from tests.support.window import CTRL, DeskWindow, dialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
HEADING = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận;Hạn trả;Trạng thái"
OFFICIAL = "H99.99-261124-{:04d}"


def line(number: int, state: str = "Đang xử lý", due: str = "24/11/2026 17:00") -> str:
    return f"{OFFICIAL.format(number)};1.004873;Lò Thị {number};23/11/2026 08:15;{due};{state}"


def opened(desk: DeskWindow) -> ProvinceView:
    desk.press(Qt.Key.Key_F2, SHIFT)
    desk.rest()
    page = desk.window.page("province")
    assert isinstance(page, ProvinceView)
    return page


def cells(page: ProvinceView, name: str) -> list[tuple[str, ...]]:
    model = page.tables[name].model()
    return [
        tuple(
            str(model.index(at, column).data(RowRole.CELL).text)
            for column in range(model.columnCount())
        )
        for at in range(model.rowCount())
    ]


def counts(page: ProvinceView) -> tuple[int, int, int]:
    return page.chips.count(WAITING), page.chips.count(BEHIND), page.chips.count(REFUSED)


def choose(desk: DeskWindow, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.press(Qt.Key.Key_O, CTRL)


def take(desk: DeskWindow) -> tuple[str, ...]:
    """Agree to take the list in; what was said before."""
    asked = dialog(desk, LinesDialog)
    lines = asked.lines
    desk.receive()
    desk.until(lambda: "Đã nhận danh sách" in desk.said())
    desk.rest()
    return lines


def test_receptions_not_entered_stand_with_their_hours_and_a_code_typed_takes_them_away(
    desk_window: DeskWindow,
) -> None:
    first = desk_window.store.receive(plain_order()).dossier.code
    desk_window.clock.set("2026-11-25T16:30:00+07:00")
    second = desk_window.store.receive(plain_order()).dossier.code
    desk_window.window.resize(1366, 698)
    bring_up(desk_window.window)
    page = opened(desk_window)
    assert counts(page) == (2, 0, 0)
    left = [row[0] for row in cells(page, WAITING)]
    # Received at 09:00 of a day of eight hours (7:30-11:30, 13:00-17:00), the second just now.
    assert left == ["Còn 2 giờ 00", "Còn 8 giờ 00"]
    labels = [str(page.panel.lines.model().index(0, 1).data(RowRole.CELL).text)]
    assert labels == [desk_window.services.show_dossier(first).dossier.procedure]
    desk_window.focus()
    page.panel.official_code.edit.setFocus()
    desk_window.type(OFFICIAL.format(1))
    desk_window.enter()
    desk_window.until(lambda: counts(page) == (1, 0, 0))
    desk_window.rest()
    assert desk_window.services.show_dossier(first).dossier.official_code == OFFICIAL.format(1)
    assert page.tables[WAITING].selected_key() == second


def test_a_list_is_looked_at_then_taken_in_and_who_is_behind_is_printed(
    desk_window: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tinh.csv"
    file.write_text("\n".join([HEADING, line(1), line(2), line(3)]), "utf-8")
    page = opened(desk_window)
    choose(desk_window, monkeypatch, file)
    assert take(desk_window) == ("3 hồ sơ mới sẽ được tiếp nhận",)
    code = desk_window.services.find_dossiers(OFFICIAL.format(1))[0].code
    desk_window.store.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk_window.store.step(code, "settle", LEADER)
    file.write_text(
        "\n".join([HEADING, line(1, "Quá hạn"), line(2), "không phải mã;x;y;24/11/2026"]), "utf-8"
    )
    choose(desk_window, monkeypatch, file)
    lines = take(desk_window)
    assert "1 hồ sơ xong ở đây mà tỉnh ghi chưa xong" in lines
    assert "1 dòng không nhận, xem lý do ở danh sách" in lines
    assert counts(page) == (0, 1, 1)
    assert cells(page, REFUSED)[0][0] == "4"
    desk_window.press(Qt.Key.Key_2, CTRL)
    (row,) = cells(page, BEHIND)
    assert row[:3] == (OFFICIAL.format(1), "Quá hạn", "17:00 24/11/2026")
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.until(lambda: "Đã gửi máy in" in desk_window.said())
    paper = " ".join(texts(desk_window.tray.sheets[-1]))
    assert "HỆ THỐNG CỦA TỈNH CHƯA GHI HOÀN THÀNH" in paper
    assert OFFICIAL.format(1) in paper
    assert "Lò Thị" not in paper


def test_headings_nobody_knows_are_chosen_once_and_remembered(
    desk_window: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "la.csv"
    heading = HEADING.replace("Chủ hồ sơ", "Bà con")
    file.write_text("\n".join([heading, line(1)]), "utf-8")
    opened(desk_window)
    choose(desk_window, monkeypatch, file)
    asked = dialog(desk_window, MappingDialog)
    guessed = {"official_code": "Mã hồ sơ", "procedure": "Mã TTHC", "due_at": "Hạn trả"}
    assert guessed.items() <= asked.answer().items()
    assert asked.focusWidget() is asked.choices["applicant"].box
    desk_window.receive()
    assert asked.isVisible()
    asked.choices["applicant"].choose("Bà con")
    desk_window.receive()
    take(desk_window)
    file.write_text("\n".join([heading, line(1), line(2)]), "utf-8")
    choose(desk_window, monkeypatch, file)
    assert take(desk_window) == ("1 hồ sơ mới sẽ được tiếp nhận", "1 hồ sơ như cũ")


def test_what_changed_is_exported_for_the_portal(desk_window: DeskWindow, tmp_path: Path) -> None:
    desk_window.store.receive(plain_order())
    opened(desk_window)
    out = tmp_path / "ra.json"
    desk_window.press(Qt.Key.Key_S, CTRL)
    asked = dialog(desk_window, FieldsDialog)
    asked.fields["out"].set_text(str(out))
    desk_window.receive()
    desk_window.until(lambda: "Đã xuất" in desk_window.said())
    told: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert len(told["hoSo"]) == 1


def test_a_list_that_cannot_be_read_is_a_sentence(
    desk_window: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(desk_window)
    file = tmp_path / "hong.xlsx"
    file.write_bytes(b"PK nothing")
    choose(desk_window, monkeypatch, file)
    desk_window.until(lambda: "hong.xlsx" in desk_window.said())
    assert desk_window.dossiers() == ()
