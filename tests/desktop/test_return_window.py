"""Results returned by scan: checked, signed off, next; slips that cannot be taken say why."""

import pytest
from PySide6.QtCore import Qt

from onestop_desktop.desktop.screens.return_result.view import ReturnView
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk import plain_order
from tests.support.desk_people import HUONG, QUY, THUONG, received, settled, state, take
from tests.support.window import ALT, CARD, DeskWindow


def begin(desk: DeskWindow) -> ReturnView:
    desk.press(Qt.Key.Key_F8)
    desk.rest()
    page = desk.window.page("return_result")
    assert isinstance(page, ReturnView)
    return page


def test_a_slip_is_scanned_signed_off_and_the_next_one_waits(desk_window: DeskWindow) -> None:
    first, second = settled(desk_window, "Lò Thị Ế", "Vừ A Ổ")
    page = begin(desk_window)
    assert page.waiting.rows.rowCount() == 2
    desk_window.scan(first)
    desk_window.rest()
    assert (page.name.whole(), page.shelf.text()) == ("Lò Thị Ế", "A1")
    assert page.verdict.text() == "Đúng phiếu của quầy này"
    assert page.to_give.rows.row_at(0).cells[1].text == "1/2026"
    desk_window.receive()
    desk_window.rest()
    assert state(desk_window, first) == "returned"
    dossier = desk_window.services.show_dossier(first).dossier
    assert dossier.entries[-1].facts["receiver"] == {
        "name": "Lò Thị Ế",
        "how": "applicant",
        "identity": "",
        "paper": "",
    }
    assert page.scan.hasFocus()
    assert page.waiting.rows.rowCount() == 1
    desk_window.scan(second)
    desk_window.rest()
    assert page.name.whole() == "Vừ A Ổ"


def test_the_last_return_is_taken_back(desk_window: DeskWindow) -> None:
    (code,) = settled(desk_window, "Lò Thị Ế")
    page = begin(desk_window)
    desk_window.scan(code)
    desk_window.rest()
    desk_window.receive()
    desk_window.rest()
    assert page.done.rows.rowCount() == 1
    desk_window.press(Qt.Key.Key_H, ALT)
    desk_window.rest()
    assert state(desk_window, code) == "settled"
    assert page.done.rows.rowCount() == 0
    assert page.waiting.rows.rowCount() == 1


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("returned", "đã trả kết quả"),
        ("open", "Hồ sơ đang “Được tiếp nhận”, không làm được “Trả kết quả”."),
        ("H23.55.19-261125-0042", "Phiếu H23.55.19-261125-0042 không phải của quầy này."),
        ("H99.99.99-261125-9999", "H99.99.99-261125-9999"),
    ],
)
def test_a_slip_that_cannot_be_taken_says_why(
    desk_window: DeskWindow, which: str, told: str
) -> None:
    (done,) = settled(desk_window, "Lò Thị Ế")
    take(desk_window, done, Step.RETURN_RESULT, receiver="Lò Thị Ế")
    (running,) = received(desk_window, "Vừ A Ổ")
    page = begin(desk_window)
    desk_window.scan({"returned": done, "open": running}.get(which, which))
    desk_window.rest()
    assert told in page.verdict.text()
    assert page.name.isHidden() or not page.name.isVisible()
    assert desk_window.opening.tones[-1] is False
    desk_window.receive()
    desk_window.rest()
    assert page.verdict.text() == "Quét hoặc gõ mã hồ sơ trước."


def test_a_proxy_brings_an_authorisation_and_nothing_typed_is_lost(desk_window: DeskWindow) -> None:
    (code,) = settled(desk_window, "Lò Thị Ế")
    page = begin(desk_window)
    desk_window.scan(code)
    desk_window.rest()
    page.how.choose("proxy")
    page.receiver.set_text("")
    desk_window.write(page.receiver, "Vừ A Ổ")
    desk_window.receive()
    desk_window.rest()
    assert (page.paper.fault(), page.paper.edit.hasFocus()) == ("error", True)
    assert "giấy ủy quyền" in page.verdict.text()
    assert page.receiver.text() == "Vừ A Ổ"
    desk_window.write(page.paper, "Giấy ủy quyền 15/2026")
    desk_window.receive()
    desk_window.rest()
    assert state(desk_window, code) == "returned"


def test_a_lost_slip_is_answered_by_the_card(desk_window: DeskWindow) -> None:
    order = plain_order(name="Nguyễn Thị Đường", identity="030185004417")
    code = desk_window.store.receive(order).dossier.code
    for step, who, facts in (
        (Step.PROPOSE, QUY, {"decision": "Đủ."}),
        (Step.SETTLE, THUONG, {}),
    ):
        take(desk_window, code, step, who, **facts)
    page = begin(desk_window)
    desk_window.scan(CARD)
    desk_window.rest()
    assert (page.name.whole(), page.how.value()) == ("Nguyễn Thị Đường", "lost_slip")
    assert page.identity.text() == "030185004417"
    desk_window.receive()
    desk_window.rest()
    receiver = desk_window.services.show_dossier(code).dossier.entries[-1].facts["receiver"]
    assert (receiver["how"], receiver["identity"]) == ("lost_slip", "030185004417")


def test_without_the_page_in_front_a_card_begins_a_reception(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.scan(CARD)
    desk_window.rest()
    assert desk_window.window.screen_shown() == "reception"


def test_escape_lets_go_of_the_wrong_person(desk_window: DeskWindow) -> None:
    (code,) = settled(desk_window, "Lò Thị Ế")
    page = begin(desk_window)
    page.waiting.setFocus()
    desk_window.enter()
    desk_window.rest()
    assert page.name.whole() == "Lò Thị Ế"
    desk_window.press(Qt.Key.Key_Escape)
    assert page.scan.text() == ""
    assert state(desk_window, code) == "settled"
    assert desk_window.application.desk.officer == HUONG
