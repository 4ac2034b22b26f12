"""Several procedures of one citizen: each stored at once, one slip for all of them at the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop.screens.reception.presenter import ReceptionPresenter
from tests.support.paper import texts
from tests.support.window import ALT, CARD, CTRL, DeskWindow
from tests.support.window_ports import Tray

OTHER_CARD = "030090001234||Bùi Văn Ân|01011990|Nam|Thôn Đông, xã Đoàn Kết|01012021"


def first(desk: DeskWindow) -> None:
    """A card, copies to certify, and the citizen stays."""
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    desk.type("ctbs\n2\n3")
    desk.press(Qt.Key.Key_Return, ALT)
    desk.rest()


def resume(desk: DeskWindow) -> None:
    """Take up the only reception that was put aside."""
    (parked,) = desk.services.parked_receptions()
    desk.application.desk.resume_wanted.emit({**parked.form, "parked": parked.id})


def codes(desk: DeskWindow) -> list[str]:
    return sorted(row.code for row in desk.dossiers())


def test_two_procedures_come_out_on_one_slip(desk_window: DeskWindow, tray: Tray) -> None:
    first(desk_window)
    assert not tray.sheets
    view = desk_window.reception
    assert view.applicant.identity.text() == "030185004417"
    assert view.procedure.box.hasFocus()
    assert "261125-0001" in view.applicant.head.pill.text()
    desk_window.type("1.001193\n")
    desk_window.receive()
    desk_window.rest()
    one, two = codes(desk_window)
    (sheet,) = tray.sheets
    for half in ("left", "right"):
        text = " ".join(texts(sheet, part=half))
        assert one in text
        assert two in text
    assert not view.form()["identity"]
    assert not view.applicant.head.pill.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_N])
def test_nothing_more_to_hand_in_prints_the_slip(
    desk_window: DeskWindow, tray: Tray, key: Qt.Key
) -> None:
    first(desk_window)
    desk_window.press(Qt.Key.Key_Return, ALT)  # pressed again by mistake: nothing happens
    desk_window.rest()
    assert not tray.sheets
    desk_window.press(key, CTRL)
    desk_window.rest()
    assert len(codes(desk_window)) == len(tray.sheets) == 1
    assert not desk_window.services.parked_receptions()
    assert not desk_window.reception.form()["identity"]


def test_another_citizen_has_a_slip_of_his_own(desk_window: DeskWindow, tray: Tray) -> None:
    first(desk_window)
    desk_window.reception.applicant.identity.edit.setFocus()
    desk_window.scan(OTHER_CARD)
    assert desk_window.reception.card.hasFocus()  # another card over typed fields is only offered
    desk_window.enter()
    desk_window.rest()
    assert desk_window.reception.applicant.identity.text() == "030090001234"
    assert desk_window.reception.applicant.head.pill.text().startswith("Đọc từ thẻ")
    desk_window.reception.procedure.box.setFocus()
    desk_window.type("ctbs\n1\n1")
    desk_window.receive()
    desk_window.rest()
    one, two = codes(desk_window)
    pages = [" ".join(texts(sheet, part="left")) for sheet in tray.sheets]
    assert len(pages) == 2
    assert [(one in page, two in page) for page in pages] == [(True, False), (False, True)]


def test_put_aside_in_the_middle_the_next_one_still_joins_the_slip(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.type("1.001193\n")
    desk_window.press(Qt.Key.Key_S, CTRL)
    desk_window.rest()
    assert len(tray.sheets) == 1  # the slip so far does not wait for the one put aside
    resume(desk_window)
    desk_window.receive()
    desk_window.rest()
    one, two = codes(desk_window)
    text = " ".join(texts(tray.sheets[1], part="left"))
    assert one in text
    assert two in text


def test_the_preview_shows_all_that_will_stand_on_the_slip(desk_window: DeskWindow) -> None:
    first(desk_window)
    desk_window.type("1.001193\n")
    (presenter,) = desk_window.reception.findChildren(ReceptionPresenter)
    draft = presenter.drafting.draft
    assert draft is not None
    assert draft.receipt is not None
    assert [each.code for each in draft.receipt.dossiers] == [*codes(desk_window), ""]


def test_another_language_keeps_the_slip_that_waits(desk_window: DeskWindow, tray: Tray) -> None:
    first(desk_window)
    desk_window.speak("en")
    assert "261125-0001" in desk_window.reception.applicant.head.pill.text()
    desk_window.press(Qt.Key.Key_N, CTRL)
    desk_window.rest()
    assert len(tray.sheets) == 1
    assert not desk_window.services.parked_receptions()


def test_closing_in_the_middle_keeps_the_slip_that_waits(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.restart()
    desk_window.press(Qt.Key.Key_F2)
    resume(desk_window)
    desk_window.receive()  # nothing more to hand in
    desk_window.rest()
    assert len(tray.sheets) == 1
    assert not desk_window.services.parked_receptions()


def test_put_aside_and_corrected_it_has_a_slip_of_its_own(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.type("1.001193\n")
    desk_window.press(Qt.Key.Key_S, CTRL)
    desk_window.rest()
    resume(desk_window)
    desk_window.write(desk_window.reception.applicant.phone, "0912345678")
    desk_window.receive()
    desk_window.rest()
    assert len(codes(desk_window)) == 2
    text = " ".join(texts(tray.sheets[1], part="left"))
    assert codes(desk_window)[0] not in text
    assert codes(desk_window)[1] in text


def test_the_last_key_pressed_too_soon_is_not_lost(desk_window: DeskWindow, tray: Tray) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n2\n3")
    desk_window.press(Qt.Key.Key_Return, ALT)
    desk_window.receive()
    desk_window.rest()
    assert len(codes(desk_window)) == len(tray.sheets) == 1


def test_a_corrected_person_or_another_card_never_loses_the_slip_that_waits(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.write(desk_window.reception.applicant.phone, "0912345678")
    desk_window.speak("en")
    desk_window.reception.procedure.box.setFocus()
    desk_window.type("ctbs\n1\n1")
    desk_window.receive()
    desk_window.rest()
    assert len(tray.sheets) == 2
    assert len(codes(desk_window)) == 2


def test_emptied_fields_and_a_new_reception_print_what_waits(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.reception.fill({})
    desk_window.reception.edited.emit()
    desk_window.press(Qt.Key.Key_N, CTRL)
    desk_window.rest()
    assert len(tray.sheets) == 1


def test_a_given_up_reception_prints_what_was_received_before_it(
    desk_window: DeskWindow, tray: Tray
) -> None:
    first(desk_window)
    desk_window.restart()
    desk_window.press(Qt.Key.Key_F2)
    desk_window.press(Qt.Key.Key_L, CTRL)
    desk_window.until(lambda: QApplication.activeModalWidget() is not None)
    desk_window.press(Qt.Key.Key_Delete)
    desk_window.rest()
    assert not desk_window.services.parked_receptions()
    assert len(tray.sheets) == 1
