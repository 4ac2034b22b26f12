"""A whole day with keys alone: received, handed over, settled, asked for papers, refused, voided, returned."""

from PySide6.QtCore import Qt

from onestop_desktop.desktop.choose_dialog import ChooseDialog
from onestop_desktop.desktop.step_dialog import StepDialog
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk_people import HUONG, QUY, THUONG, sit_down, state
from tests.support.window import ALT, CTRL, DeskWindow, dialog

CARD = (
    "03018500{n:04d}||{name}|02031985|Nữ|Thôn Bùi Xá, xã Đoàn Kết, Thanh Miện, Hải Dương|01012021"
)
NAMES = (
    *("Lò Thị Ế", "Vừ A Ổ", "Ksor H'Bia", "Nguyễn Thị Đường", "Trần Đỗ Quyền"),
    *("Phạm Thị Ngưỡng", "Vũ Đình Khuyến", "Đỗ Huỳnh Thuật", "Bùi Thị Nguyệt Uyển", "Hoàng Nghiễn"),
)


def receive_all(desk: DeskWindow) -> list[str]:
    """Ten citizens at the desk, each by card, procedure and one key."""
    for number, name in enumerate(NAMES):
        desk.press(Qt.Key.Key_F2)
        desk.scan(CARD.format(n=4000 + number, name=name))
        desk.type("ctbs\n2\n1")
        desk.receive()
        desk.rest()
    return sorted(row.code for row in desk.dossiers())


def step_from_page(desk: DeskWindow, code: str, step: Step, **words: str) -> None:
    """Open a dossier by its slip, choose the step in the list, answer its question."""
    desk.press(Qt.Key.Key_F3)
    desk.scan(code)
    desk.rest()
    desk.receive()
    question = dialog(desk, ChooseDialog)
    assert question.table.select_key(step)
    desk.enter()
    asked = dialog(desk, StepDialog)
    for name, text in words.items():
        field = asked.fields[name]
        assert isinstance(field, TextBox)
        desk.write(field.edit, text)
    desk.receive()
    desk.rest()


def hand_the_rest_over(desk: DeskWindow) -> None:
    """The desk ticks all that is left and gives it to the specialist, who accepts and proposes."""
    desk.press(Qt.Key.Key_F5)
    desk.rest()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.receive()
    desk.type("Tư pháp")
    desk.receive()
    desk.rest()
    desk.clock.set("2026-11-25T10:00:00")
    sit_down(desk, QUY)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_N, ALT)
    desk.rest()
    desk.press(Qt.Key.Key_F6)
    desk.rest()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.receive()
    desk.rest()


def settle_three_then_the_rest(desk: DeskWindow, codes: list[str]) -> None:
    """The leader: three one by one, then all at once."""
    desk.clock.set("2026-11-25T14:00:00")
    sit_down(desk, THUONG)
    desk.press(Qt.Key.Key_F7)
    desk.rest()
    for done in range(1, 4):
        desk.receive()
        desk.rest()
        assert [state(desk, code) for code in codes].count("settled") == done
    desk.press(Qt.Key.Key_A, CTRL)
    desk.receive()
    desk.rest()
    assert {state(desk, code) for code in codes} == {"settled"}


def return_by_scan(desk: DeskWindow, codes: list[str]) -> None:
    """The citizens come back with their slips."""
    desk.clock.set("2026-11-25T16:30:00")
    sit_down(desk, HUONG)
    desk.press(Qt.Key.Key_F8)
    desk.rest()
    for code in codes:
        desk.scan(code)
        desk.rest()
        desk.receive()
        desk.rest()
    assert {state(desk, code) for code in codes} == {"returned"}


def test_ten_dossiers_and_everybody_at_his_work(desk_window: DeskWindow) -> None:
    desk = desk_window
    codes = receive_all(desk)
    assert len(codes) == 10
    step_from_page(desk, codes[0], Step.VOID, reason="Nhận nhầm người")
    asked = {"papers": "Bản chính bằng tốt nghiệp", "reason": "Thiếu bản chính"}
    step_from_page(desk, codes[1], Step.ASK_SUPPLEMENT, **asked)
    step_from_page(desk, codes[2], Step.REFUSE, reason="Bản chính đã bị sửa chữa")
    left = codes[3:]
    hand_the_rest_over(desk)
    settle_three_then_the_rest(desk, left)
    return_by_scan(desk, left)
    ended = [state(desk, code) for code in codes[:3]]
    assert ended == ["voided", "awaiting_papers", "not_received"]
    verdicts = {desk.services.show_dossier(code).dossier.verdict for code in left}
    assert verdicts == {"on_time"}
    assert [row.code for row in desk.dossiers()] == [codes[1]]
    assert desk.services.verify().ok
