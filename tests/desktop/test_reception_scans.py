"""Scans at the reception: a card over other text, damaged letters, a VNeID code, a citizen met before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.desk import make_order
from tests.support.window import ALT, CARD, CTRL, DeskWindow

OTHER = "030090007777||Vừ A Ổ|01011990|Nam|Bản Pó, xã Đoàn Kết|02022022"
DAMAGED = "030185004417||Nguy?n Th? ???ng|02031985|N?|Th?n B?i X?, x? ?o?n K?t|01012021"
VNEID = "https://vneid.gov.vn/?a|b|c|d|e|f|g"


def begin(desk: DeskWindow) -> None:
    """Reception in front."""
    desk.press(Qt.Key.Key_F2)


@pytest.mark.parametrize("name", ["identity", "name", "born", "phone", "address", "email", "sets"])
def test_a_scan_in_any_field_changes_no_text_of_it(desk_window: DeskWindow, name: str) -> None:
    begin(desk_window)
    field = desk_window.reception.texts[name]
    field.edit.setFocus()
    desk_window.scan("H23.123.08-261125-0001")
    desk_window.rest()
    assert field.text() == ("1" if name == "sets" else "")
    assert desk_window.said().startswith("Không mở được")
    assert desk_window.opening.tones == [False]


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_a_card_scanned_on_another_screen_opens_the_reception(
    desk_window: DeskWindow, key: Qt.Key
) -> None:
    desk_window.press(key)
    desk_window.scan(CARD)
    assert desk_window.window.screen_shown() == "reception"
    assert desk_window.reception.applicant.name.text() == "Nguyễn Thị Đường"
    assert desk_window.reception.procedure.box.hasFocus()


def test_a_card_scanned_in_the_procedure_opens_no_list(desk_window: DeskWindow) -> None:
    begin(desk_window)
    box = desk_window.reception.procedure.box
    box.setFocus()
    desk_window.scan(CARD)
    assert (box.text(), box.popup_visible()) == ("", False)


def test_fields_read_from_a_card_are_marked_until_they_are_typed_over(
    desk_window: DeskWindow,
) -> None:
    begin(desk_window)
    desk_window.scan(CARD)
    who = desk_window.reception.applicant
    assert who.name.from_card()
    assert who.head.pill.text() == "Đọc từ thẻ căn cước 09:00 · 5 ô"
    desk_window.write(who.name, "x")
    assert not who.name.from_card()
    assert who.identity.from_card()


def test_a_card_over_other_text_is_offered_and_taken_by_enter(desk_window: DeskWindow) -> None:
    begin(desk_window)
    who = desk_window.reception.applicant
    desk_window.write(who.name, "Nguyen Thi Duong")
    desk_window.scan(CARD)
    offer = desk_window.reception.card
    assert offer.isVisible()
    assert offer.hasFocus()
    assert "Nguyễn Thị Đường" in offer._read.whole()
    assert "Nguyen Thi Duong" in offer._typed.whole()
    assert who.name.text() == "Nguyen Thi Duong"
    desk_window.enter()
    assert not offer.isVisible()
    assert who.name.text() == "Nguyễn Thị Đường"


def test_esc_keeps_what_was_typed(desk_window: DeskWindow) -> None:
    begin(desk_window)
    who = desk_window.reception.applicant
    desk_window.write(who.name, "Nguyen Thi Duong")
    desk_window.scan(CARD)
    desk_window.press(Qt.Key.Key_Escape)
    assert who.name.text() == "Nguyen Thi Duong"
    assert who.identity.text() == ""
    assert desk_window.window.screen_shown() == "reception"


def test_a_second_card_leaves_nothing_of_the_first(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.scan(CARD)
    desk_window.scan("030090007777||Vừ A Ổ|1990|||02022022")
    who = desk_window.reception.applicant
    texts = (who.identity, who.name, who.born, who.sex, who.address)
    assert [field.text() for field in texts] == ["030090007777", "Vừ A Ổ", "", "", ""]


def test_damaged_letters_are_not_filled_in(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.scan(DAMAGED)
    who = desk_window.reception.applicant
    assert who.identity.text() == "030185004417"
    assert (who.name.text(), who.address.text()) == ("", "")
    assert (who.name.fault(), who.address.fault()) == ("warning", "warning")
    assert "gõ theo thẻ" in who.name.message.text()
    assert desk_window.opening.tones == [False]
    desk_window.write(who.phone, "0912")
    assert who.name.fault() == "warning"
    desk_window.write(who.name, "Nguyễn Thị Đường")
    assert who.name.fault() == ""


def test_a_vneid_code_has_its_own_sentence(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.application.desk.card_scanned.emit("https://vneid.gov.vn/abcdef")
    assert "VNeID" in desk_window.said()
    assert desk_window.opening.tones == [False]
    assert desk_window.reception.applicant.identity.text() == ""


def test_a_scan_while_a_dossier_is_being_stored_is_the_next_citizens(
    desk_window: DeskWindow,
) -> None:
    begin(desk_window)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n2\n1")
    desk_window.receive()
    desk_window.scan(OTHER)
    desk_window.until(lambda: desk_window.reception.applicant.name.text() == "Vừ A Ổ")
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == ["Nguyễn Thị Đường"]


def test_a_citizen_met_before_is_recognised_and_taken_by_a_key(desk_window: DeskWindow) -> None:
    desk_window.store.receive(make_order())
    begin(desk_window)
    who = desk_window.reception.applicant
    desk_window.write(who.identity, "030185001234")
    desk_window.rest()
    assert "Nguyễn Thị Đường, 1 hồ sơ" in who.met.whole()
    desk_window.write(who.phone, "0987654321")
    desk_window.press(Qt.Key.Key_L, ALT)
    assert who.name.text() == "Nguyễn Thị Đường"
    assert who.address.text() == "Thôn Bùi Xá, xã Đoàn Kết"
    assert who.phone.text() == "0987654321"


def test_the_same_procedure_still_open_is_told(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(make_order()).dossier.code
    begin(desk_window)
    desk_window.write(desk_window.reception.applicant.identity, "030185001234")
    desk_window.reception.procedure.box.setFocus()
    desk_window.type("ctbs\n")
    desk_window.rest()
    verdict = desk_window.reception.procedure.head.verdict
    assert verdict.isVisible()
    assert verdict.mark() == "soon"
    assert code.partition("-")[2] in verdict.text()


def test_a_serial_scanner_reads_the_same_card(desk_window: DeskWindow) -> None:
    desk_window.application.desk.keep_workstation(scanner_port="/dev/ttyACM0")
    assert desk_window.opening.ports == ["/dev/ttyACM0"]
    desk_window.opening.heard(CARD)
    desk_window.until(lambda: desk_window.window.screen_shown() == "reception")
    assert desk_window.reception.applicant.name.text() == "Nguyễn Thị Đường"
    desk_window.application.desk.keep_workstation(scanner_port="")
    assert desk_window.opening.ports == []


def test_the_proxys_card_never_replaces_the_applicant(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.scan(CARD)
    view = desk_window.reception
    view.submitter.choose("proxy")
    desk_window.scan("030090001234||Bùi Văn Ân|01011990|Nam|Thôn Đông, xã Đoàn Kết|01012021")
    desk_window.rest()
    assert view.applicant.identity.text() == "030185004417"
    assert view.applicant.proxy_identity.text() == "030090001234"
    assert view.applicant.proxy_name.text() == "Bùi Văn Ân"


def test_a_card_is_a_persons(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.reception.kind.choose("organisation")
    desk_window.scan(CARD)
    assert desk_window.reception.kind.value() == "person"


def test_a_damaged_scan_replaces_nothing_good(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.scan(CARD)
    before = desk_window.reception.form()
    desk_window.scan("030185004417||Nguyn Th ng|02031985|N|Thn Bi X|01012021")
    after = desk_window.reception.form()
    for name in ("name", "address", "sex", "born"):
        assert after[name] == before[name]
    assert desk_window.opening.tones[-1] is False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://vneid.gov.vn/x?id=123456", "VNeID"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx", "VNeID"),
        ("030185004417||", "thẻ căn cước"),
        ("H99.99.99-261399-0001", "thẻ căn cước"),
    ],
)
def test_what_is_neither_card_nor_slip_is_refused_aloud(
    desk_window: DeskWindow, text: str, words: str
) -> None:
    begin(desk_window)
    desk_window.reception.applicant.phone.edit.setFocus()
    desk_window.scan(text)
    desk_window.rest()
    assert desk_window.reception.applicant.phone.text() == ""
    assert desk_window.opening.tones == [False]
    assert words in desk_window.said()


def test_a_scan_behind_an_open_question_does_nothing(desk_window: DeskWindow) -> None:
    begin(desk_window)
    desk_window.write(desk_window.reception.applicant.name, "Lò Thị Ế")
    desk_window.press(Qt.Key.Key_S, CTRL)
    desk_window.rest()
    desk_window.press(Qt.Key.Key_L, CTRL)
    desk_window.until(lambda: QApplication.activeModalWidget() is not None)
    desk_window.scan(CARD)
    assert desk_window.reception.form()["identity"] == ""
    assert desk_window.opening.tones == [False]
    desk_window.press(Qt.Key.Key_Escape)
    desk_window.rest()
