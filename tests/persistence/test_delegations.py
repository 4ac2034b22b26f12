"""Recorded delegations: on record, covering what they say, compared by verify."""

from typing import Any

import pytest

from onestop_desktop.domain import errors, step_errors
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, plain_order

GIVEN: dict[str, Any] = {
    "number": "12/UQ-UBND",
    "officer": OFFICER,
    "signed_by": LEADER,
    "from_on": "25/11/2026",
    "to_on": "2026-11-27",
    "procedures": ["1.004873"],
}


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
        ({"number": "13/UQ", "to_on": "2026-11-24"}, step_errors.DelegationEndsBefore, "to_on"),
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
