"""Receptions of every kind: cases, proxies, organisations, post, exemptions, provisional appointments."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from onestop_desktop.domain.procedure import Procedure
from tests.support.window import CARD, DeskWindow

WITH_CASES, WITHOUT_TERM, WITH_EXEMPTIONS = "1.004873", "1.011606", "1.001022"


def begin(desk: DeskWindow, procedure: str) -> None:
    """Reception in front, card read, procedure chosen by its code."""
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    desk.type(f"{procedure}\n")
    desk.rest()


def received(desk: DeskWindow) -> dict[str, object]:
    """Ctrl+Enter; the stored dossier's facts."""
    desk.receive()
    desk.rest()
    assert desk.reception.refusal.sentence() == ""
    (row,) = desk.dossiers()
    return dict(desk.services.show_dossier(row.code).dossier.facts)


def shipped(desk: DeskWindow, code: str) -> Procedure:
    """A procedure of the catalogue."""
    return next(p for p in desk.services.view_desk().procedures if p.code == code)


def test_another_case_has_its_own_papers(desk_window: DeskWindow) -> None:
    begin(desk_window, WITH_CASES)
    choice = desk_window.reception.procedure.case
    assert choice.isVisible()
    procedure = shipped(desk_window, WITH_CASES)
    choice.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    assert choice.value() == "2"
    names = [" ".join(paper.name.split()) for paper in procedure.papers_of(2)]
    shown = [row.name for row in desk_window.reception.papers.table.rows()]
    assert shown
    assert set(shown) <= set(names)
    desk_window.reception.papers.table.setFocus()
    desk_window.type("+")
    assert received(desk_window)["case"] == 2


def test_the_case_of_one_procedure_is_not_the_case_of_the_next(desk_window: DeskWindow) -> None:
    begin(desk_window, WITH_CASES)
    desk_window.reception.procedure.case.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    desk_window.reception.procedure.box.setFocus()
    desk_window.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk_window.type("1.004859\n")
    assert desk_window.reception.procedure.case.value() == "1"


def test_a_proxy_needs_a_name_and_stands_in_the_dossier(desk_window: DeskWindow) -> None:
    begin(desk_window, WITH_CASES)
    desk_window.reception.submitter.choose("proxy")
    desk_window.receive()
    desk_window.rest()
    name = desk_window.reception.applicant.proxy_name
    assert name.isVisible()
    assert (name.fault(), name.edit.hasFocus()) == ("error", True)
    desk_window.write(name, "Lò Văn Ố")
    desk_window.write(desk_window.reception.applicant.authorisation, "Giấy ủy quyền 12/2026")
    facts = received(desk_window)
    proxy = facts["proxy"]
    assert isinstance(proxy, dict)
    assert proxy["name"] == "Lò Văn Ố"


def test_an_organisation_is_asked_for_its_own_number(desk_window: DeskWindow) -> None:
    desk_window.press(Qt.Key.Key_F2)
    view = desk_window.reception
    view.kind.choose("organisation")
    assert view.applicant.name.label.text() == "Tên tổ chức"
    assert not view.applicant.born.isVisible()
    desk_window.write(view.applicant.identity, "0800123456")
    desk_window.write(view.applicant.name, "Công ty TNHH Cơ khí Đoàn Kết")
    view.procedure.box.setFocus()
    desk_window.type("ctbs\n2\n1")
    facts = received(desk_window)
    applicant = facts["applicant"]
    assert isinstance(applicant, dict)
    assert (applicant["kind"], applicant["identity"]) == ("organisation", "0800123456")
    assert view.applicant.name.label.text() == "Họ và tên"


@pytest.mark.parametrize("channel", ["post", "online_full"])
def test_other_channels_are_kept(desk_window: DeskWindow, channel: str) -> None:
    begin(desk_window, WITH_CASES)
    desk_window.reception.channel.choose(channel)
    assert received(desk_window)["channel"] == channel


def test_an_exemption_of_the_procedure_takes_the_fee_away(desk_window: DeskWindow) -> None:
    begin(desk_window, WITH_EXEMPTIONS)
    choice = desk_window.reception.fee.exemption
    choice.box.setFocus()
    desk_window.press(Qt.Key.Key_Down)
    assert choice.value()
    assert desk_window.reception.fee.amount.text() == "0 đ"
    assert desk_window.reception.fee.how.whole() == choice.box.currentText()
    facts = received(desk_window)
    fee = facts["fee"]
    assert isinstance(fee, dict)
    assert fee["amount"] == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_choice_is_made_by_letters_and_enter_moves_on(desk_window: DeskWindow) -> None:
    begin(desk_window, WITH_EXEMPTIONS)
    box = desk_window.reception.fee.return_by.box
    box.setFocus()
    desk_window.type("b")
    assert desk_window.reception.fee.return_by.value() == "post"
    desk_window.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.view().isVisible()
    desk_window.press(Qt.Key.Key_Escape)
    box.setFocus()
    desk_window.enter()
    assert desk_window.focus() is desk_window.reception.fee.sets.edit


def test_a_procedure_without_a_term_says_why_it_cannot_be_received(
    desk_window: DeskWindow,
) -> None:
    begin(desk_window, WITHOUT_TERM)
    assert "chưa có thời hạn" in desk_window.reception.side.appointment._why.text()
    desk_window.receive()
    desk_window.rest()
    assert not desk_window.dossiers()
    assert "chưa có thời hạn" in desk_window.reception.procedure.fault()
    assert desk_window.reception.procedure.box.hasFocus()


def test_a_procedure_no_longer_in_force_is_refused(desk_window: DeskWindow) -> None:
    old = replace(shipped(desk_window, WITH_CASES), code="1.999999", in_force_to=date(2026, 6, 30))
    with desk_window.services.unit_of_work(write=True) as uow:
        uow.catalogue.add(old)
        uow.commit()
    begin(desk_window, "1.999999")
    desk_window.receive()
    desk_window.rest()
    assert not desk_window.dossiers()
    assert "không có hiệu lực" in desk_window.reception.procedure.fault()


def test_a_provisional_appointment_is_agreed_to_by_a_second_key(desk_window: DeskWindow) -> None:
    desk_window.clock.set("2026-12-30T09:00:00")
    begin(desk_window, WITH_CASES)
    desk_window.receive()
    desk_window.rest()
    assert "tạm tính" in desk_window.reception.refusal._head.text()
    assert not desk_window.dossiers()
    desk_window.receive()
    desk_window.rest()
    (row,) = desk_window.dossiers()
    assert row.provisional


def test_the_yes_to_one_appointment_is_no_yes_to_another(desk_window: DeskWindow) -> None:
    desk_window.clock.set("2026-12-30T09:00:00")
    begin(desk_window, WITH_CASES)
    desk_window.receive()
    desk_window.rest()
    desk_window.reception.procedure.box.setFocus()
    desk_window.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk_window.type("1.001022\n")
    desk_window.receive()
    desk_window.rest()
    assert not desk_window.dossiers()
