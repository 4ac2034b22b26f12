"""What cannot be received: the field marked and focused, a sentence, nothing stored, nothing lost."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt

from tests.support.qt import commit_text
from tests.support.window import CARD, CTRL, DeskWindow
from tests.support.window_ports import Tray


def fill(desk: DeskWindow, **texts: str) -> None:
    """A reception that could be received, typed by hand, with some fields typed otherwise."""
    desk.press(Qt.Key.Key_F2)
    usual = {"identity": "030185001234", "name": "Nguyễn Thị Đường", "born": "02/03/1985"}
    for name, text in {**usual, **texts}.items():
        desk.reception.texts[name].edit.setText("")
        if len(text) > 300:  # pasted
            commit_text(desk.reception.texts[name].edit, text)
        else:
            desk.write(desk.reception.texts[name], text)
    if not desk.reception.procedure.box.text():
        desk.reception.procedure.box.setFocus()
        desk.type("1.004873\n")


def refused(desk: DeskWindow) -> str:
    """Press Ctrl+Enter; nothing may be stored, nothing typed may be lost; the strip's sentence."""
    before = desk.reception.form()
    desk.receive()
    desk.rest()
    assert desk.reception.form() == before
    assert not desk.dossiers()
    sentence = desk.reception.refusal.sentence()
    assert sentence
    return sentence


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("identity", "0301850044177", "13 chữ số"),
        ("identity", "03018500441", "11 chữ số"),
        ("born", "31/02/1985", "không phải là ngày"),
        ("born", "01/01/2030", "tương lai"),
        ("sex", "con gái", "không nhận"),
        ("phone", "không có", "không phải số điện thoại"),
        ("email", "duong@", "không phải địa chỉ email"),
        ("name", "Đ" * 201, "201 ký tự"),
        ("address", "a" * 10_000, "10000 ký tự"),
        ("name", "Nguyễn\u202eThị", "không nhìn thấy"),
        ("sets", "x", ""),
    ],
)
def test_a_fault_is_marked_focused_and_told(
    desk_window: DeskWindow, field: str, text: str, words: str
) -> None:
    fill(desk_window, **{field: text})
    assert "1 ô cần sửa" in refused(desk_window)
    widget = desk_window.reception.texts[field]
    assert widget.fault() == "error"
    assert widget.edit.hasFocus()
    assert words in widget.message.text()
    assert widget.message.isVisible()


def test_a_missing_name_is_asked_for_and_mended(desk_window: DeskWindow) -> None:
    fill(desk_window, name="")
    refused(desk_window)
    name = desk_window.reception.applicant.name
    assert name.edit.hasFocus()
    desk_window.write(name, "Lò Thị Ế")
    assert name.fault() == ""
    assert desk_window.reception.refusal.isHidden()
    desk_window.receive()
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == ["Lò Thị Ế"]


def test_several_faults_are_counted_and_alt_e_goes_to_the_first(desk_window: DeskWindow) -> None:
    fill(desk_window, identity="1", born="31/02/1985", phone="x")
    assert "3 ô cần sửa" in refused(desk_window)
    desk_window.reception.applicant.email.edit.setFocus()
    desk_window.press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert desk_window.reception.applicant.identity.edit.hasFocus()


def test_copies_without_pages_are_refused_at_the_pages(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n\n3")
    refused(desk_window)
    pages = desk_window.reception.fee.pages
    assert pages.fault() == "error"
    assert pages.edit.hasFocus()
    assert "trang" in pages.message.text()


def test_a_procedure_that_does_not_exist_is_marked(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("9.999999")
    refused(desk_window)
    section = desk_window.reception.procedure
    assert "9.999999" in section.fault()
    assert section.message.isVisible()
    assert section.box.hasFocus()
    desk_window.press(Qt.Key.Key_A, CTRL)
    desk_window.type("ctbs\n")
    assert section.fault() == ""


def test_no_procedure_at_all_is_marked(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    refused(desk_window)
    assert desk_window.reception.procedure.box.hasFocus()
    assert "thủ tục" in desk_window.reception.procedure.fault()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("identity", "999185001234"),
        ("phone", "123 456 789"),
        ("born", "02/03/1986"),
        ("sex", "nam"),
    ],
)
def test_odd_but_possible_values_warn_and_pass(
    desk_window: DeskWindow, field: str, text: str
) -> None:
    fill(desk_window, **{field: text})
    warned = [name for name, each in desk_window.reception.texts.items() if each.fault()]
    assert warned
    assert {desk_window.reception.texts[name].fault() for name in warned} == {"warning"}
    desk_window.receive()
    desk_window.rest()
    assert len(desk_window.dossiers()) == 1


@pytest.mark.parametrize(
    "name", ["Ch'Nưr", "<b>Hoa</b> & Lan", "=1+1", "%s {0} \\n", "-- DROP", "H’Nưr Êban"]
)
def test_a_name_comes_back_exactly(desk_window: DeskWindow, name: str) -> None:
    fill(desk_window, name=name)
    desk_window.receive()
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == [name]


def test_a_decomposed_name_is_stored_composed(desk_window: DeskWindow) -> None:
    fill(desk_window, name="")
    name = desk_window.reception.applicant.name
    name.edit.setFocus()
    commit_text(name.edit, "Đường")
    desk_window.receive()
    desk_window.rest()
    assert [row.applicant for row in desk_window.dossiers()] == ["Đường"]


def test_a_jam_keeps_the_dossier_and_ctrl_p_prints_again(
    desk_window: DeskWindow, tray: Tray
) -> None:
    tray.jammed = True
    fill(desk_window)
    desk_window.receive()
    desk_window.rest()
    (row,) = desk_window.dossiers()
    assert desk_window.said().startswith("Chưa in được: ")
    assert "kẹt giấy" in desk_window.said()
    assert desk_window.window.toast.warns
    tray.jammed = False
    desk_window.press(Qt.Key.Key_P, CTRL)
    desk_window.rest()
    assert len(tray.sheets) == 1
    assert "bản in lại 1" in desk_window.said()
    prints = [
        entry.facts["reprint"]
        for entry in desk_window.services.show_dossier(row.code).entries
        if "reprint" in entry.facts
    ]
    assert prints == [0, 1]


def test_a_hanging_printer_holds_up_nothing(desk_window: DeskWindow, tray: Tray) -> None:
    tray.hanging = True
    fill(desk_window)
    desk_window.receive()
    desk_window.until(tray.reached.is_set)
    assert len(desk_window.dossiers()) == 1
    fill(desk_window, name="Lò Thị Ế", identity="030185001235")
    desk_window.until(lambda: desk_window.reception.side.preview.count() > 0)
    desk_window.receive()
    desk_window.until(lambda: len(desk_window.dossiers()) == 2)
    desk_window.press(Qt.Key.Key_F3)
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 2)
    tray.go.set()
    desk_window.rest()
    assert len(tray.sheets) == 2


def test_english_words_a_refusal_in_english(desk_window: DeskWindow) -> None:
    desk_window.speak("en")
    desk_window.press(Qt.Key.Key_F2)
    desk_window.write(desk_window.reception.applicant.identity, "12345")
    assert "Nothing was stored" in refused(desk_window)
    assert "5 digits" in desk_window.reception.applicant.identity.message.text()


@pytest.mark.parametrize("pages", ["2²", "²", "٣", "1e3", "-2", "999999999999"])
def test_odd_digits_in_pages_are_a_marked_fault(desk_window: DeskWindow, pages: str) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n")
    desk_window.write(desk_window.reception.fee.pages, pages)
    desk_window.receive()
    desk_window.rest()
    assert not desk_window.dossiers()
    assert desk_window.reception.fee.pages.fault() == "error"


@pytest.mark.parametrize("pages", ["", "+", " "])
def test_copies_to_certify_need_their_pages(desk_window: DeskWindow, pages: str) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type(f"ctbs\n{pages}")
    desk_window.receive()
    desk_window.rest()
    assert not desk_window.dossiers()
    assert desk_window.reception.fee.pages.fault() == "error"
    assert desk_window.focus() is desk_window.reception.fee.pages.edit


@pytest.mark.parametrize("pages", ["1.5", "-1", "x", "99999999"])
def test_no_fee_is_shown_for_pages_that_cannot_be(desk_window: DeskWindow, pages: str) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n")
    desk_window.write(desk_window.reception.fee.pages, pages)
    desk_window.write(desk_window.reception.fee.copies, "3")
    assert desk_window.reception.fee.amount.text() == "–"


def test_tab_goes_round_through_every_field(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n")
    view = desk_window.reception
    view.applicant.identity.edit.setFocus()
    seen = []
    for _ in range(60):
        desk_window.press(Qt.Key.Key_Tab)
        seen.append(desk_window.focus())
    for field in (view.fee.pages, view.fee.copies, view.fee.titles, view.fee.signer):
        assert field.edit in seen
    assert {view.receive_more, view.parked, *view.channel.pieces()} <= set(seen)
    first = seen.index(view.applicant.identity.edit)
    steps = [widget for widget, _cells in groupby(seen[: first + 1])]
    assert len(set(steps)) == len(steps)  # each once, then round again


def test_a_half_typed_proxy_is_put_aside_not_lost(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.reception.submitter.choose("proxy")
    desk_window.reception.applicant.proxy.setVisible(True)
    desk_window.write(desk_window.reception.applicant.proxy_name, "Lò Văn Ố")
    desk_window.press(Qt.Key.Key_N, CTRL)
    desk_window.rest()
    (parked,) = desk_window.services.parked_receptions()
    assert parked.form["proxy_name"] == "Lò Văn Ố"


def test_no_key_reaches_the_fields_while_a_dossier_is_stored(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.type("ctbs\n2\n1")
    desk_window.rest()
    view = desk_window.reception
    view.lock(True)
    assert not view.applicant.identity.isEnabled()
    assert desk_window.focus() is view
    desk_window.press(Qt.Key.Key_9)
    view.lock(False)
    assert desk_window.focus() is view.fee.copies.edit
    assert view.fee.copies.text() == "1"
    desk_window.receive()
    desk_window.rest()
    assert view.applicant.identity.isEnabled()
    assert len(desk_window.dossiers()) == 1
