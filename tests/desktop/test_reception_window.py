"""A whole reception with key and input-method events only, and what may go wrong on the way."""

from PySide6.QtCore import Qt

from tests.support.window import CARD, CTRL, DeskWindow


def test_card_procedure_pages_copies_and_one_key_make_a_dossier(desk_window: DeskWindow) -> None:
    desk = desk_window
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    keys = 0
    for letter in "ctbs":
        desk.type(letter)
        keys += 1
    for text in ("\n", "2", "\n", "3"):
        desk.type(text)
        keys += 1
    desk.receive()
    keys += 1
    assert keys <= 12
    desk.rest()
    print(
        desk.said(),
        desk.reception.form(),
        desk.reception.refusal.sentence(),
        desk.window.screen_shown(),
        desk.failures,
    )
    (row,) = desk.dossiers()
    assert row.applicant == "Nguyễn Thị Đường"
