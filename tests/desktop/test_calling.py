"""The hall's numbers at the reception: called by a key, called again, kept with what is received."""

import unicodedata
from typing import Any

from PySide6.QtCore import Qt

from onestop_desktop.application.call_ticket import CallTicket
from tests.support.window import ALT, CARD, CTRL, DeskWindow


def reception(desk: DeskWindow, kinds: str) -> None:
    """The reception on a day on which these numbers were taken."""
    for kind in kinds:
        desk.services.hall.take(kind)
    desk.press(Qt.Key.Key_F2)
    desk.rest()


def fill(desk: DeskWindow) -> None:
    """A citizen by his card, a procedure by its initials, two pages."""
    desk.scan(CARD)
    desk.rest()
    desk.write(desk.reception.procedure.box, "ctbs")
    desk.enter()
    desk.write(desk.reception.fee.pages.edit, "2")


def tickets(desk: DeskWindow) -> dict[str, Any]:
    """The ticket that each dossier's reception keeps, by code."""
    found = {}
    for row in desk.dossiers():
        entry = desk.services.show_dossier(row.code).entries[0]
        found[row.code] = entry.facts.get("ticket", {}).get("number", "")
    return found


def call(desk: DeskWindow) -> None:
    desk.press(Qt.Key.Key_G, ALT)
    desk.rest()


def test_a_desk_whose_hall_is_empty_sees_nothing_of_it(desk_window: DeskWindow) -> None:
    reception(desk_window, "")
    assert desk_window.reception.call.isHidden()
    assert desk_window.reception.page_head.hint.whole() == ""


def test_one_key_calls_and_the_reception_keeps_the_number(desk_window: DeskWindow) -> None:
    reception(desk_window, "AB")
    assert desk_window.reception.call.text() == "Gọi số (2)"
    call(desk_window)
    assert desk_window.reception.page_head.hint.whole().startswith("A001 · 0 phút")
    desk_window.press(Qt.Key.Key_R, ALT)
    desk_window.rest()
    first = next(each for each in desk_window.services.hall.tickets() if each.name == "A001")
    assert (first.counter, first.calls) == ("Quầy 1", 2)
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == ["A001"]
    fill(desk_window)  # somebody who came without a number
    desk_window.receive()
    desk_window.rest()
    assert sorted(tickets(desk_window).values()) == ["", "A001"]
    call(desk_window)
    states = {each.name: each.state.value for each in desk_window.services.hall.tickets()}
    assert states == {"A001": "served", "B001": "called"}


def test_two_procedures_of_one_visit_keep_the_same_number(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    fill(desk_window)
    desk_window.press(Qt.Key.Key_Return, ALT)
    desk_window.rest()
    desk_window.write(desk_window.reception.procedure.box, "ctbs")
    desk_window.enter()
    desk_window.write(desk_window.reception.fee.pages.edit, "3")
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == ["A001", "A001"]


def test_a_parked_reception_takes_its_number_with_it(desk_window: DeskWindow) -> None:
    reception(desk_window, "AB")
    call(desk_window)
    desk_window.scan(CARD)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_S, CTRL)
    desk_window.rest()
    call(desk_window)
    assert desk_window.reception.page_head.hint.whole().startswith("B001")
    (parked,) = desk_window.services.parked_receptions()
    assert parked.form["ticket"].endswith(" A001")
    desk_window.application.desk.resume_wanted.emit({**parked.form, "parked": parked.id})
    desk_window.write(desk_window.reception.procedure.box, "ctbs")
    desk_window.enter()
    desk_window.write(desk_window.reception.fee.pages.edit, "2")
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == ["A001"]


def test_a_number_given_to_a_parked_reception_is_nobody_elses(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    desk_window.scan(CARD)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_S, CTRL)
    desk_window.rest()
    fill(desk_window)  # somebody without a number
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == [""]


def test_the_card_scanned_while_a_dossier_is_stored_brings_no_number(
    desk_window: DeskWindow,
) -> None:
    reception(desk_window, "A")
    call(desk_window)
    fill(desk_window)
    desk_window.press(Qt.Key.Key_Return, CTRL)
    desk_window.scan(CARD)
    desk_window.rest()
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert sorted(tickets(desk_window).values()) == ["", "A001"]


def test_another_officer_at_the_same_window_has_not_called_it(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    desk_window.scan(CARD)
    desk_window.rest()
    desk_window.application.desk.keep_typed()
    desk_window.application.desk.resume_wanted.emit({})  # what signing in as another one does
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == [""]


def test_a_counter_typed_in_parted_letters_is_the_same_counter(desk_window: DeskWindow) -> None:
    parted = unicodedata.normalize("NFD", " Quầy  1 ")
    desk_window.application.desk.keep_workstation(counter=parted)
    reception(desk_window, "A")
    call(desk_window)
    assert desk_window.reception.page_head.hint.whole().startswith("A001")
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == ["A001"]
    assert desk_window.store.sql("SELECT counter FROM ticket") == [("Quầy 1",)]


def test_a_number_called_while_another_is_half_typed_is_not_his(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    fill(desk_window)
    call(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == [""]
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert sorted(tickets(desk_window).values()) == ["", "A001"]


def test_yesterdays_number_is_nobodys_today(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    desk_window.clock.set("2026-11-26T08:00:00")
    for counter in ("Quầy 2",):
        desk_window.services.hall.take("A")
        desk_window.services.hall.call(CallTicket(counter))
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    assert list(tickets(desk_window).values()) == [""]


def test_a_certification_in_one_act_keeps_the_number(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    fill(desk_window)
    desk_window.reception.fee.signer.set_text("Phạm Văn Minh")
    desk_window.press(Qt.Key.Key_T, ALT)
    desk_window.rest()
    (kept,) = desk_window.store.sql("SELECT dossier FROM ticket")
    assert desk_window.services.show_dossier(kept[0]).dossier.state.value == "returned"


def test_with_nobody_waiting_it_is_said(desk_window: DeskWindow) -> None:
    reception(desk_window, "A")
    call(desk_window)
    call(desk_window)
    assert "Không còn ai chờ." in desk_window.said()
    desk_window.press(Qt.Key.Key_R, ALT)
    desk_window.rest()
    assert "chưa gọi số nào để gọi lại" in desk_window.said()


def test_a_counter_calls_the_kinds_it_serves(desk_window: DeskWindow) -> None:
    desk_window.application.desk.keep_workstation(ticket_kinds="b, c")
    reception(desk_window, "AB")
    assert desk_window.reception.call.text() == "Gọi số (1)"
    call(desk_window)
    assert desk_window.reception.page_head.hint.whole().startswith("B001")
