"""Printing through the desk: what is refused, what is counted, what a reprint and a preview are."""

import os
from pathlib import Path

import pytest

from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.devices.folder_printer import write_private
from onestop_desktop.domain import errors
from tests.support.desk import Desk, PaperTray, make_order
from tests.support.paper import texts


def test_an_agency_that_is_not_set_up_prints_nothing(desk: Desk) -> None:
    desk.lack("phone")
    code, tray = desk.receive().dossier.code, PaperTray()
    with pytest.raises(errors.AgencyIncomplete) as refused:
        desk.services.print_form(PrintForm(code, "Hoa"), tray)
    assert refused.value.facts["fields"] == ["phone"]
    assert tray.sheets == []
    assert [entry.step.value for entry in desk.services.show_dossier(code).entries] == ["receive"]


def test_a_provisional_appointment_is_printed_only_with_the_officers_yes(desk: Desk) -> None:
    desk.clock.set("2026-12-31T09:00")
    code, tray = (
        desk.receive(make_order(procedure="1.004873", items=None)).dossier.code,
        PaperTray(),
    )
    with pytest.raises(errors.ProvisionalNotAgreed):
        desk.services.print_form(PrintForm(code, "Hoa"), tray)
    desk.services.print_form(PrintForm(code, "Hoa", provisional=True), tray)
    assert "tạm tính" in texts(tray.sheets[0][0])[0]


def test_preview_is_exactly_the_page_that_comes_out_next(desk: Desk) -> None:
    code, tray = desk.receive().dossier.code, PaperTray()
    order = PrintForm(code, "Hoa")
    for number in range(3):
        preview = desk.services.preview_form(order)
        copy = desk.services.print_form(order, tray).copy
        assert (copy, tray.sheets[-1][0]) == (number, preview)


def test_a_later_change_of_the_agency_does_not_touch_what_was_promised(desk: Desk) -> None:
    code, tray = desk.receive().dossier.code, PaperTray()
    desk.services.print_form(PrintForm(code, "Hoa"), tray)
    desk.services.change_agency({"desk_name": "Tên mới"}, "Hoa")
    desk.services.print_form(PrintForm(code, "Hoa"), tray)
    assert "Tên mới" not in texts(tray.sheets[1][0])[0]
    facts = desk.services.show_dossier(code).entries[-1].facts
    assert "drawn_otherwise" not in facts


def test_a_device_takes_the_paper_and_stays_a_device() -> None:
    null = Path(os.devnull)
    before = null.stat().st_mode
    write_private(null, b"%PDF-")
    assert null.stat().st_mode == before
    assert null.is_char_device()
