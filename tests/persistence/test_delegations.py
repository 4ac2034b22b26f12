"""Recorded delegations, and notices to citizens whose dossier was never received."""

from dataclasses import replace
from typing import Any

import pytest

from onestop_desktop.application.issue_notice import Issued, IssueNotice
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.notices import RefusalNotice, SupplementRequest
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order

GIVEN: dict[str, Any] = {
    "number": "12/UQ-UBND",
    "officer": OFFICER,
    "signed_by": LEADER,
    "from_on": "25/11/2026",
    "to_on": "2026-11-27",
    "procedures": ["1.004873"],
}
PERSON = make_order()["applicant"]
ASKED = {"procedure": "1.004873", "applicant": PERSON, "reason": "Thiếu", "papers": ["Tờ khai"]}
REFUSED = {name: value for name, value in ASKED.items() if name != "papers"}


def test_a_delegation_is_on_record_and_lets_its_officer_settle_what_it_covers(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    other = desk.receive(plain_order("1.000689")).dossier.code
    desk.services.record_delegation(GIVEN, LEADER)
    (kept,) = desk.services.read_delegations()
    assert (kept.number, kept.officer, kept.procedures) == ("12/UQ-UBND", OFFICER, ("1.004873",))
    assert desk.step(code, "settle", OFFICER).settlement is not None
    entry = desk.services.show_dossier(code).entries[-1]
    assert (entry.facts["delegation"], entry.facts["signed_by"]) == ("12/UQ-UBND", OFFICER)
    with pytest.raises(step_errors.SettlesOwnReception):
        desk.step(other, "settle", OFFICER)
    desk.clock.set("2026-11-28T08:00")
    third = desk.receive(plain_order(name="Bùi Văn An")).dossier.code
    with pytest.raises(step_errors.SettlesOwnReception):
        desk.step(third, "settle", OFFICER)
    assert desk.services.verify().ok


@pytest.mark.parametrize(
    ("changes", "refusal", "field"),
    [
        ({}, step_errors.DelegationTaken, "number"),
        ({"number": "  12/UQ-UBND "}, step_errors.DelegationTaken, "number"),
        ({"number": "13/UQ", "procedures": ["9.999999"]}, errors.ProcedureUnknown, "procedures"),
        ({"number": "13/UQ", "procedures": [5]}, errors.ProcedureUnknown, "procedures"),
        ({"number": "13/UQ", "to_on": "2026-11-24"}, errors.DateImpossible, "to_on"),
    ],
)
def test_a_refused_delegation_leaves_nothing(
    desk: Desk, changes: dict[str, Any], refusal: type[errors.DeskError], field: str
) -> None:
    desk.services.record_delegation(GIVEN, LEADER)
    before = contents(desk)
    with pytest.raises(refusal) as told:
        desk.services.record_delegation({**GIVEN, **changes}, LEADER)
    assert told.value.field == field
    assert contents(desk) == before


def test_delegations_are_listed_oldest_first(desk: Desk) -> None:
    for number, day in (("2/UQ", "2026-11-26"), ("3/UQ", "2026-11-25"), ("1/UQ", "2026-11-26")):
        desk.services.record_delegation({**GIVEN, "number": number, "from_on": day}, LEADER)
    numbers = [each.number for each in desk.services.read_delegations()]
    assert numbers == ["3/UQ", "1/UQ", "2/UQ"]


def issue(desk: Desk, form: str, facts: dict[str, Any], papers: list[Any]) -> Issued:
    """Issue a notice; what would be drawn is put on `papers`."""

    def draw(number: str, notice: Any, *, size: str) -> bytes:
        papers.append((number, notice, size))
        return b"%PDF-"

    services = replace(desk.services, draw_form=draw)
    return services.issue_notice(IssueNotice(form, facts, OFFICER, size="A5"))


def test_notices_without_a_dossier_are_numbered_in_one_series_with_the_others(desk: Desk) -> None:
    papers: list[Any] = []
    assert issue(desk, "02", ASKED, papers).number == 1
    with pytest.raises(errors.FieldMissing):
        issue(desk, "02", {**ASKED, "papers": []}, papers)
    code = desk.receive(plain_order()).dossier.code
    asked = desk.step(code, "ask_supplement", OFFICER, papers=["Tờ khai"], reason="Thiếu")
    assert asked.entries[-1].facts["form"]["number"] == 2
    assert issue(desk, "02", ASKED, papers).number == 3
    assert issue(desk, "03", REFUSED, papers).number == 1
    number, notice, size = papers[0]
    assert (number, size, type(notice)) == ("02", "A5", SupplementRequest)
    assert (notice.items, notice.reason, notice.head.code) == (("Tờ khai",), "Thiếu", "")
    assert notice.head.applicant["name"] == "Nguyễn Thị Đường"
    assert notice.head.procedure.startswith("Cấp Giấy xác nhận tình trạng hôn nhân")
    assert notice.head.on == "2026-11-25T09:00:00+07:00"
    assert isinstance(papers[-1][1], RefusalNotice)
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
    papers: list[Any] = []
    before = contents(desk)
    with pytest.raises(refusal) as told:
        issue(desk, form, {**ASKED, **changes}, papers)
    assert told.value.field == field
    assert contents(desk) == before
    assert papers == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO delegation VALUES ('99/UQ', 'Vũ Thị Hường', 'Ai', '2026-01-01', '2026-12-31', '[]')",
        "UPDATE delegation SET to_on = '2030-12-31'",
        "UPDATE delegation SET procedures = '[]'",
        "DELETE FROM delegation",
    ],
)
def test_a_delegation_changed_behind_the_journals_back_is_found(desk: Desk, statement: str) -> None:
    desk.services.record_delegation(GIVEN, LEADER)
    assert desk.services.verify().ok
    desk.sql(statement)
    (fault,) = desk.services.verify().faults
    assert fault["fault"] == "delegation_differs"
