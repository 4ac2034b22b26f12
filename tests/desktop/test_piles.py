"""Hand-over, work, leader, waiting results by hand: ticks, true counts, what a step of many leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.desktop.step_dialog import StepDialog
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk_people import (
    HUONG,
    QUY,
    THUONG,
    proposed,
    received,
    settled,
    sit_down,
    state,
    take,
)
from tests.support.paper import texts
from tests.support.window import ALT, CTRL, DeskWindow, dialog
from tests.support.window_ports import Tray

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = {"hand_over": Qt.Key.Key_F5, "work": Qt.Key.Key_F6, "leader": Qt.Key.Key_F7}


def go(desk: DeskWindow, name: str) -> PileView:
    desk.press(*((Qt.Key.Key_F8, SHIFT) if name == "waiting" else (KEYS[name],)))
    desk.rest()
    page = desk.window.page(name)
    assert isinstance(page, PileView)
    return page


def test_the_leader_settles_what_is_ticked_and_the_count_is_true(desk_window: DeskWindow) -> None:
    codes = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ", "Ksor H'Bia")
    sit_down(desk_window, THUONG)
    page = go(desk_window, "leader")
    assert page.primary.text() == "Giải quyết 1 hồ sơ"
    desk_window.press(Qt.Key.Key_A, CTRL)
    assert page.primary.text() == "Giải quyết 3 hồ sơ"
    desk_window.press(Qt.Key.Key_Space)
    assert page.primary.text() == "Giải quyết 2 hồ sơ"
    desk_window.receive()
    desk_window.rest()
    assert [state(desk_window, code) for code in codes].count("settled") == 2
    assert page.table.rows.rowCount() == 1
    assert desk_window.said() == "Giải quyết: 2 hồ sơ"
    dossier = desk_window.services.show_dossier(codes[-1]).dossier
    assert dossier.settlement is not None
    assert dossier.settlement.facts["signed_by"] == THUONG


def test_many_are_taken_back_by_one_key(desk_window: DeskWindow) -> None:
    codes = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    sit_down(desk_window, THUONG)
    go(desk_window, "leader")
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.receive()
    desk_window.rest()
    assert {state(desk_window, code) for code in codes} == {"settled"}
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert {state(desk_window, code) for code in codes} == {"in_process"}
    assert desk_window.services.verify().ok


def test_one_settled_elsewhere_meanwhile_is_told_and_the_others_go_on(
    desk_window: DeskWindow,
) -> None:
    codes = proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    sit_down(desk_window, THUONG)
    go(desk_window, "leader")
    desk_window.press(Qt.Key.Key_A, CTRL)
    take(desk_window, codes[0], Step.SETTLE, "Nguyễn Phó Chủ Tịch")
    desk_window.receive()
    desk_window.rest()
    assert {state(desk_window, code) for code in codes} == {"settled"}
    assert desk_window.said().startswith("1 hồ sơ xong, 1 hồ sơ chưa: Hồ sơ đang “Đã xử lý xong”")


def test_who_received_it_cannot_tick_it_unless_a_delegation_covers_him(
    desk_window: DeskWindow,
) -> None:
    (code,) = received(desk_window, "Lò Thị Ế")
    take(desk_window, code, Step.PROPOSE, decision="Đủ điều kiện.")
    page = go(desk_window, "leader")
    desk_window.press(Qt.Key.Key_Space)
    assert page.table.ticked() == ()
    desk_window.receive()
    desk_window.rest()
    assert state(desk_window, code) == "in_process"
    assert page.count.whole() == "bạn đã tiếp nhận, không tự duyệt"
    given = {"number": "12/QĐ", "officer": HUONG, "signed_by": THUONG}
    desk_window.services.record_delegation(
        {**given, "from_on": "2026-11-01", "to_on": "2026-12-31"}, THUONG
    )
    desk_window.restart()
    page = go(desk_window, "leader")
    desk_window.receive()
    desk_window.rest()
    dossier = desk_window.services.show_dossier(code).dossier
    assert dossier.settlement is not None
    assert dossier.settlement.facts["delegation"] == "12/QĐ"
    view = desk_window.application.desk.view
    assert view is not None
    assert isinstance(view.delegations[0], Delegation)


def test_sent_back_with_a_reason_it_lies_before_the_specialist_again(
    desk_window: DeskWindow,
) -> None:
    (code,) = proposed(desk_window, "Lò Thị Ế")
    sit_down(desk_window, THUONG)
    go(desk_window, "leader")
    desk_window.press(Qt.Key.Key_R, CTRL)
    asked = dialog(desk_window, StepDialog)
    desk_window.receive()
    asked = dialog(desk_window, StepDialog)
    reason = asked.fields["reason"]
    assert isinstance(reason, TextBox)
    assert reason.message.text() == "Thiếu lý do; chưa ghi gì."
    desk_window.write(reason.edit, "Thiếu chữ ký của mẹ")
    desk_window.receive()
    desk_window.rest()
    dossier = desk_window.services.show_dossier(code).dossier
    assert (dossier.holder, dossier.proposal) == (QUY, None)
    sit_down(desk_window, QUY)
    work = go(desk_window, "work")
    assert work.table.selected_key() == code
    assert any(
        "Thiếu chữ ký của mẹ" in work.panel.way.rows.row_at(at).cells[1].text
        for at in range(work.panel.way.rows.rowCount())
    )


def test_a_pile_is_scanned_handed_over_printed_and_accepted(
    desk_window: DeskWindow, tray: Tray
) -> None:
    codes = received(desk_window, "Lò Thị Ế", "Vừ A Ổ", "Ksor H'Bia")
    page = go(desk_window, "hand_over")
    desk_window.scan(codes[2])
    desk_window.scan(codes[0])
    assert page.table.ticked() == (codes[0], codes[2])
    desk_window.receive()
    desk_window.rest()
    assert not any(row.handed_to for row in desk_window.dossiers())
    assert page.inputs is not None
    receiver = page.inputs.focusProxy()
    assert receiver is not None
    assert receiver.hasFocus()  # marked: who takes it over is missing
    desk_window.type("Tư pháp – hộ tịch")
    desk_window.receive()
    desk_window.rest()
    rows = {row.code: row.handed_to for row in desk_window.dossiers()}
    assert rows == {codes[0]: "Tư pháp – hộ tịch", codes[1]: "", codes[2]: "Tư pháp – hộ tịch"}
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    first, again = (" ".join(texts(sheet)) for sheet in tray.sheets)
    for words in ("0001/PBG", "Tư pháp – hộ tịch", codes[0], codes[2]):
        assert words in first
        assert words in again
    assert "Bản in lại 1" in again
    sit_down(desk_window, QUY)
    desk_window.press(Qt.Key.Key_3, CTRL)
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.press(Qt.Key.Key_N, ALT)
    desk_window.rest()
    assert {row.holder for row in desk_window.dossiers()} == {HUONG, QUY}
    assert desk_window.window.rail._rows["hand_over"]._count == 0


def test_the_specialist_proposes_in_his_words(desk_window: DeskWindow) -> None:
    (code,) = received(desk_window, "Lò Thị Ế")
    page = go(desk_window, "work")
    assert page.inputs is not None
    page.inputs.setFocus()
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.type("Cấp theo hồ sơ gốc.")
    desk_window.receive()
    desk_window.rest()
    proposal = desk_window.services.show_dossier(code).dossier.proposal
    assert proposal is not None
    assert proposal.decision == "Cấp theo hồ sơ gốc."
    assert page.table.rows.rowCount() == 0


def test_a_message_for_each_waiting_result_is_copied(desk_window: DeskWindow) -> None:
    codes = settled(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    desk_window.clock.set("2026-11-30T09:00:00")
    page = go(desk_window, "waiting")
    assert "chờ 5 ngày" in page.table.rows.row_at(0).cells[2].below[1]
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.receive()
    first, second = QGuiApplication.clipboard().text().split("\n")
    assert "Mời Lò Thị Ế đến nhận" in first
    assert codes[1] in second
    assert "030" not in first


def test_counts_wait_on_the_names_in_office_hours_alone(desk_window: DeskWindow) -> None:
    proposed(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    go(desk_window, "work")
    assert desk_window.window.rail._rows["leader"]._count == 2
    desk_window.clock.set("2026-11-25T20:00:00")
    desk_window.application.desk.open_dossiers.changed.emit()
    assert desk_window.window.rail._rows["leader"]._count == 0


@pytest.mark.parametrize("name", ["hand_over", "work", "leader", "waiting"])
def test_an_empty_pile_says_so_and_leads_on(desk_window: DeskWindow, name: str) -> None:
    page = go(desk_window, name)
    assert page.empty.isVisible()
    assert not page.primary.isEnabled()
    desk_window.press(Qt.Key.Key_Escape)
    assert desk_window.window.screen_shown() == name
