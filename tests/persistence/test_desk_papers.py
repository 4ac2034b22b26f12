"""Papers that hang on no dossier: notices before a reception, the one sheet of a pile; printed again."""

from typing import Any

import pytest

from onestop_desktop.application.issue_notice import Issued, IssueNotice
from onestop_desktop.application.print_list import ListPrinted, PrintList
from onestop_desktop.application.print_notice import PrintNotice
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.lifecycle import Step
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, PaperTray, make_order, plain_order
from tests.support.paper import texts

PERSON = make_order()["applicant"]
ASKED = {"procedure": "1.004873", "applicant": PERSON, "reason": "Thiếu", "papers": ["Tờ khai"]}
REFUSED = {name: value for name, value in ASKED.items() if name != "papers"}
SPECIALIST = "Tư pháp – hộ tịch"


def issue(desk: Desk, form: str, facts: dict[str, Any]) -> Issued:
    return desk.services.issue_notice(IssueNotice(form, facts, OFFICER, "Quầy 1"))


def print_list(desk: Desk, tray: PaperTray, *codes: str) -> ListPrinted:
    return desk.services.print_list(PrintList(codes, LEADER, "Quầy 1"), tray)


def last_text(tray: PaperTray) -> str:
    return " ".join(texts(tray.sheets[-1][0]))


# -- notices before a reception
def test_notices_without_a_dossier_are_numbered_in_one_series_with_the_others(desk: Desk) -> None:
    assert issue(desk, "02", ASKED).number == 1
    with pytest.raises(errors.FieldMissing):
        issue(desk, "02", {**ASKED, "papers": []})
    code = desk.receive(plain_order()).dossier.code
    asked = desk.step(code, "ask_supplement", OFFICER, papers=["Tờ khai"], reason="Thiếu")
    assert asked.entries[-1].facts["head"]["number"] == 2
    assert issue(desk, "02", ASKED).number == 3
    assert issue(desk, "03", REFUSED).number == 1
    assert desk.services.verify().ok
    assert desk.sql("SELECT count(*) FROM dossier") == [(1,)]


@pytest.mark.parametrize(
    ("form", "changes", "refusal", "field"),
    [
        ("04", {}, errors.FormUnknown, ""),
        ("02", {"reason": ""}, errors.FieldMissing, "reason"),
        ("02", {"papers": None}, errors.FieldMissing, "papers"),
        ("02", {"papers": ["a\u200bb"]}, errors.HiddenCharacter, "papers.1"),
        ("02", {"procedure": ""}, errors.FieldMissing, "procedure"),
        ("02", {"procedure": "9.999999"}, errors.ProcedureUnknown, "procedure"),
        ("03", {"applicant": None}, errors.FieldMissing, "applicant.kind"),
        ("03", {"applicant": {**PERSON, "name": ""}}, errors.FieldMissing, "applicant.name"),
        ("03", {"channel": "post"}, errors.FieldUnknown, "channel"),
    ],
)
def test_a_refused_notice_takes_no_number(
    desk: Desk, form: str, changes: dict[str, Any], refusal: type[errors.DeskError], field: str
) -> None:
    before = contents(desk)
    with pytest.raises(refusal) as told:
        issue(desk, form, {**ASKED, **changes})
    assert told.value.field == field
    assert contents(desk) == before


@pytest.mark.parametrize(
    ("form", "facts", "told"),
    [
        ("02", ASKED, ("HOÀN THIỆN HỒ SƠ", "0001/PBS", "Tờ khai", "Thiếu", "NGUYỄN THỊ ĐƯỜNG")),
        ("03", REFUSED, ("PHIẾU TỪ CHỐI", "0001/PTC", "Thiếu", "tình trạng hôn nhân")),
    ],
)
def test_a_notice_lost_in_the_printer_is_printed_again_under_its_number(
    desk: Desk, form: str, facts: dict[str, Any], told: tuple[str, ...]
) -> None:
    tray, order = PaperTray(jammed=True), PrintNotice(issue(desk, form, facts).entry, OFFICER)
    with pytest.raises(errors.PrinterFailed):
        desk.services.print_notice(order, tray)
    tray.jammed = False
    again = desk.services.print_notice(order, tray)
    assert (again.form, again.number, again.copy) == (form, 1, 1)
    assert [words for words in (*told, "Bản in lại 1") if words not in last_text(tray)] == []
    with desk.services.unit_of_work() as uow:
        prints = [entry.facts["reprint"] for entry in uow.desk_entries(Step.PRINT)]
    assert prints == [0, 1]
    assert issue(desk, form, facts).number == 2


def test_an_entry_that_made_no_notice_prints_nothing(desk: Desk) -> None:
    desk.receive(plain_order())
    before, tray = contents(desk), PaperTray()
    for entry in (0, 1, 2, 99):
        with pytest.raises(step_errors.NoNotice):
            desk.services.print_notice(PrintNotice(entry, OFFICER), tray)
    assert (contents(desk), tray.sheets) == (before, [])


# -- the one sheet of a pile
def test_a_pile_has_one_sheet_and_every_further_print_is_a_reprint_of_it(desk: Desk) -> None:
    codes = [desk.receive(plain_order()).dossier.code for _ in range(2)]
    for code in codes:
        desk.step(code, "hand_over", OFFICER, to=SPECIALIST, shelf="B2")
    desk.clock.set("2026-11-25T10:30:00+07:00")
    tray = PaperTray()
    first = print_list(desk, tray, *codes)
    assert (first.number, first.copy) == (1, 0)
    for words in (OFFICER, SPECIALIST, "B2", "09 giờ 00 phút", *codes, "0001/PBG", "02 hồ sơ"):
        assert words in last_text(tray)
    desk.step(codes[0], "accept", LEADER, shelf="C9")
    again = print_list(desk, tray, *reversed(codes))
    assert (again.number, again.copy) == (1, 1)
    assert "Bản in lại 1" in last_text(tray)
    assert "C9" not in last_text(tray)
    for code in codes:
        desk.step(code, "hand_over", OFFICER, to="Địa chính")
    assert print_list(desk, tray, *codes).number == 2
    assert "Địa chính" in last_text(tray)
    assert desk.services.verify().ok


def test_results_on_their_way_to_the_desk_are_a_list_of_results(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "settle", LEADER, result_no="77/XN")
    desk.step(code, "hand_over", LEADER, to=OFFICER)
    tray = PaperTray()
    print_list(desk, tray, code)
    assert "DANH SÁCH BÀN GIAO KẾT QUẢ" in last_text(tray)
    assert "77/XN" in last_text(tray)


def test_a_sheet_printed_late_says_what_was_given_on_then(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "hand_over", OFFICER, to=SPECIALIST)
    desk.step(code, "accept", LEADER, shelf="C9")
    desk.step(code, "settle", LEADER, result_no="77/XN")
    tray = PaperTray()
    print_list(desk, tray, code, code)
    for words in ("PHIẾU BÀN GIAO HỒ SƠ", "01 hồ sơ"):
        assert words in last_text(tray)
    for words in ("77/XN", "C9"):
        assert words not in last_text(tray)


def test_no_pile_has_no_sheet(desk: Desk) -> None:
    with pytest.raises(errors.FieldMissing):
        print_list(desk, PaperTray())


def test_what_was_never_handed_over_or_taken_back_has_no_sheet(desk: Desk) -> None:
    given, kept = (desk.receive(plain_order()).dossier.code for _ in range(2))
    desk.step(given, "hand_over", OFFICER, to=SPECIALIST)
    tray = PaperTray()
    with pytest.raises(step_errors.NothingHandedOver):
        print_list(desk, tray, given, kept)
    desk.step(given, "undo", OFFICER)
    with pytest.raises(step_errors.NothingHandedOver):
        print_list(desk, tray, given)
    assert tray.sheets == []
