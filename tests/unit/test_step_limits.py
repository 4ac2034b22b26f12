"""Edges of the steps: who may settle, when a promise moves, when a step is voided or taken back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.delegation import Delegation, read_delegation
from onestop_desktop.domain.lifecycle import Role, State, Step
from onestop_desktop.domain.moments import read_moment
from tests.unit.lives import HOA, LAN, MINH, NAM, Life, receive

NOW = "2026-11-25T10:00"
GIVEN = Delegation("12/UQ", HOA, MINH, date(2026, 11, 25), date(2026, 11, 27), ("1.004873",))
WHY = {"reason": "Máy chủ hỏng"}


def under(*delegations: Delegation) -> Life:
    life = receive()
    life.delegations = delegations
    return life


# -- who settles
def test_a_leader_and_anybody_who_did_not_receive_it_settles() -> None:
    assert receive().look(Step.SETTLE, NOW, MINH, Role.LEADER)["signed_by"] == MINH
    assert receive().look(Step.SETTLE, NOW, NAM)["signed_by"] == NAM
    assert receive().look(Step.SETTLE, NOW, NAM, signed_by=MINH)["signed_by"] == MINH


def test_who_has_the_papers_does_not_hand_them_to_himself() -> None:
    with pytest.raises(step_errors.HandsToSelf):
        receive().look(Step.HAND_OVER, NOW, HOA, to="TRẦN  thị hoa")


@pytest.mark.parametrize("step", [Step.SETTLE, Step.STAMP])
def test_a_result_is_of_today_or_earlier(step: Step) -> None:
    life = receive()
    if step is Step.STAMP:
        life.take(Step.SETTLE, NOW, MINH)
    told = {"result_no": "9/XN", "result_on": "25/11/2026"}
    assert life.look(step, NOW, MINH, **told)["result_on"] == "2026-11-25"
    with pytest.raises(step_errors.ResultInFuture):
        life.look(step, NOW, MINH, **{**told, "result_on": "26/11/2026"})


@pytest.mark.parametrize("officer", [HOA, " trần thị hoa ", "TRẦN  THỊ  HOA"])
def test_who_received_it_does_not_settle_it_without_a_delegation(officer: str) -> None:
    with pytest.raises(step_errors.SettlesOwnReception):
        receive().look(Step.SETTLE, NOW, officer)
    kept = under(GIVEN).look(Step.SETTLE, NOW, officer)
    assert kept["delegation"] == "12/UQ"


@pytest.mark.parametrize("role", [Role.DESK, Role.SPECIALIST])
def test_with_roles_only_a_leader_settles_without_a_delegation(role: Role) -> None:
    with pytest.raises(step_errors.DelegationMissing):
        receive().look(Step.SETTLE, NOW, NAM, role)
    life = under(replace(GIVEN, officer=NAM))
    assert life.look(Step.SETTLE, NOW, NAM, role)["delegation"] == "12/UQ"
    assert life.look(Step.SETTLE, NOW, NAM, Role.LEADER)["delegation"] == ""  # as a leader


@pytest.mark.parametrize(
    ("at", "covered"),
    [
        ("2026-11-24T16:59", False),
        ("2026-11-25T00:00", True),
        ("2026-11-27T23:59:59", True),
        ("2026-11-28T00:00", False),
    ],
)
def test_a_delegation_covers_its_first_and_its_last_day(at: str, covered: bool) -> None:
    if covered:
        assert under(GIVEN).look(Step.SETTLE, at)["delegation"] == "12/UQ"
    else:
        with pytest.raises(step_errors.SettlesOwnReception):
            under(GIVEN).look(Step.SETTLE, at)


@pytest.mark.parametrize(
    "other",
    [
        replace(GIVEN, procedures=("2.000815", "1.000689")),
        replace(GIVEN, officer=NAM),
        replace(GIVEN, to_on=date(2026, 11, 25), from_on=date(2026, 11, 1), officer=LAN),
    ],
)
def test_a_delegation_for_something_else_covers_nothing(other: Delegation) -> None:
    with pytest.raises(step_errors.SettlesOwnReception):
        under(other).look(Step.SETTLE, NOW)
    with pytest.raises(step_errors.DelegationNotCovering) as told:
        under(other).look(Step.SETTLE, NOW, delegation="12/UQ")
    assert told.value.facts["number"] == "12/UQ"


def test_no_procedures_named_means_all_and_a_number_picks_one_of_several() -> None:
    whole = replace(GIVEN, number="01/UQ", procedures=())
    assert under(whole).look(Step.SETTLE, NOW)["delegation"] == "01/UQ"
    both = under(whole, GIVEN)
    assert both.look(Step.SETTLE, NOW, delegation="12/UQ")["delegation"] == "12/UQ"
    with pytest.raises(step_errors.DelegationNotCovering):
        both.look(Step.SETTLE, NOW, delegation="13/UQ")


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"number": ""}, [("field_missing", "number")]),
        ({"officer": " – "}, [("field_missing", "officer")]),
        ({"signed_by": "a\u202eb"}, [("hidden_character", "signed_by")]),
        (
            {"from_on": "", "to_on": None},
            [("field_missing", "from_on"), ("field_missing", "to_on")],
        ),
        ({"number": "", "to_on": ""}, [("field_missing", "number"), ("field_missing", "to_on")]),
        ({"from_on": "31/02/2026"}, [("date_impossible", "from_on")]),
        ({"to_on": "24/11/2026"}, [("delegation_ends_before", "to_on")]),
        ({"signed_by": f" {HOA.upper()} "}, [("delegates_to_self", "officer")]),
        ({"procedures": "1.004873"}, [("field_invalid", "procedures")]),
        ({"until": "mai"}, [("field_unknown", "until")]),
    ],
)
def test_faults_of_a_delegation(changes: Any, faults: list[tuple[str, str]]) -> None:
    facts = {"number": "12/UQ", "officer": HOA, "signed_by": MINH}
    facts |= {"from_on": "25/11/2026", "to_on": "2026-11-27", **changes}
    with pytest.raises(errors.DeskError) as told:
        read_delegation(facts)
    assert [(e.code, e.field) for e in (told.value, *told.value.others)] == faults


def test_a_delegation_is_read_as_people_type_it() -> None:
    facts = {"number": " 12/UQ", "officer": HOA, "signed_by": MINH, "procedures": ["1.004873"]}
    assert read_delegation({**facts, "from_on": "25/11/2026", "to_on": "2026-11-27"}) == GIVEN


# -- a new promise: the old one is Monday 30 November, 16:30
@pytest.mark.parametrize(
    ("moment", "refusal"),
    [
        ("2026-11-30T16:30", step_errors.PromiseNotLater),
        ("2026-11-27T10:00", step_errors.PromiseNotLater),
        ("2026-11-30T16:31", None),
        ("30/11/2026 17:00", None),  # the closing minute is open
        ("2026-11-30T17:01", step_errors.PromiseOutsideHours),
        ("01/12/2026 12:00", step_errors.PromiseOutsideHours),  # lunch
        ("01/12/2026 7:30", None),
        ("2026-12-05T09:00", step_errors.PromiseOutsideHours),  # Saturday
        ("2027-01-01T09:00", step_errors.PromiseOutsideHours),  # New Year
        ("2027-12-31T17:00", None),
        ("2028-01-03T09:00", step_errors.PromiseOutsideHours),  # past the calendar
        ("9999-12-31T23:59", step_errors.PromiseOutsideHours),
        ("0001-01-02T00:00", step_errors.PromiseNotLater),
        ("0001-01-01T00:00", errors.DateImpossible),
        ("9999-12-31T23:59-12:00", errors.DateImpossible),
    ],
)
def test_a_new_promise_is_later_and_inside_hours(
    moment: str, refusal: type[errors.DeskError] | None
) -> None:
    if refusal is None:
        kept = receive().look(Step.EXTEND, NOW, new_promised_at=moment, **WHY)
        assert kept["new_promised_at"].endswith(":00+07:00")
        return
    with pytest.raises(refusal) as told:
        receive().look(Step.EXTEND, NOW, new_promised_at=moment, **WHY)
    assert told.value.field == "new_promised_at"


def test_a_late_dossier_is_promised_for_later_than_now() -> None:
    with pytest.raises(step_errors.PromiseNotLater):
        receive().look(Step.EXTEND, "2026-12-02T09:00", new_promised_at="2026-12-02T09:00", **WHY)
    kept = receive().look(
        Step.EXTEND, "2026-12-02T09:00", new_promised_at="2026-12-02T09:01", **WHY
    )
    assert kept["new_promised_at"] == "2026-12-02T09:01:00+07:00"


@pytest.mark.parametrize(
    "half",
    [
        {},
        {"leader": MINH},
        {"leader_reason": "Đặc biệt"},
        {"leader": " ", "leader_reason": "a"},
        {"leader": HOA, "leader_reason": "a"},
    ],
)
def test_a_second_apology_or_supplement_needs_the_leader_and_his_reason(half: Any) -> None:
    life = receive()
    life.take(Step.EXTEND, NOW, new_promised_at="2026-12-01T10:00", **WHY)
    again = {"new_promised_at": "2026-12-02T10:00", **WHY}
    with pytest.raises(step_errors.ApologyGivenBefore):
        life.look(Step.EXTEND, NOW, **again, **half)
    whole = {"leader": MINH, "leader_reason": "Bão số 12"}
    assert whole.items() <= life.look(Step.EXTEND, NOW, **again, **whole).items()

    papers = {"papers": ["Tờ khai"], "reason": "Thiếu"}
    life.take(Step.ASK_SUPPLEMENT, NOW, **papers)
    life.take(Step.SUPPLEMENTED, NOW)
    with pytest.raises(step_errors.SupplementAskedBefore):
        life.look(Step.ASK_SUPPLEMENT, NOW, **papers, **half)
    assert life.look(Step.ASK_SUPPLEMENT, NOW, **papers, **whole)


def test_a_supplement_taken_back_was_not_asked() -> None:
    life = receive()
    papers = {"papers": ["Tờ khai"], "reason": "Thiếu"}
    life.take(Step.ASK_SUPPLEMENT, NOW, **papers)
    life.take(Step.UNDO, NOW)
    assert life.take(Step.ASK_SUPPLEMENT, NOW, **papers).supplements == 1


# -- void
def test_a_mistaken_reception_is_voided_the_same_day_and_later_by_the_leader() -> None:
    void = {"reason": "Nhận nhầm"}
    assert receive().take(Step.VOID, "2026-11-25T23:59", **void).state is State.VOIDED
    for half in ({}, {"leader": MINH}, {"leader_reason": "Trùng"}):
        with pytest.raises(step_errors.VoidTooLate):
            receive().look(Step.VOID, "2026-11-26T00:00", **void, **half)
    kept = receive().look(
        Step.VOID, "2026-11-26T00:00", **void, leader=MINH, leader_reason="Trùng hồ sơ"
    )
    assert kept["leader"] == MINH


# -- undo
def test_only_the_last_own_step_of_the_same_day_is_taken_back() -> None:
    life = receive()
    with pytest.raises(step_errors.NothingToUndo):
        life.look(Step.UNDO, NOW)
    life.take(Step.HAND_OVER, NOW, to=NAM)
    life.take(Step.ACCEPT, NOW, NAM)
    with pytest.raises(step_errors.StepOfAnother) as told:
        life.look(Step.UNDO, NOW)
    assert told.value.facts == {"step": "accept", "officer": NAM}
    with pytest.raises(step_errors.UndoTooLate):
        life.look(Step.UNDO, "2026-11-26T00:00", NAM)
    assert life.look(Step.UNDO, "2026-11-25T23:59:59", "lê văn nam")["undoes"] == 3
    life.take(Step.UNDO, NOW, NAM)
    assert life.take(Step.UNDO, NOW).handed_to == ""  # then Hoa's own, which is the last again
    with pytest.raises(step_errors.NothingToUndo):
        life.look(Step.UNDO, NOW)


@pytest.mark.parametrize(
    ("step", "facts"),
    [
        (Step.RECOMPUTE, {"reason": "Bão", "due_at": "2026-12-01T17:00:00+07:00"}),
        (Step.CORRECT, {"reason": "Gõ nhầm"}),
    ],
)
def test_a_recomputed_or_corrected_dossier_has_nothing_to_take_back(step: Step, facts: Any) -> None:
    life = receive()
    life.take(Step.PROPOSE, NOW, decision="Đồng ý")
    if step is Step.CORRECT:
        facts = {**facts, "before": {}, "reception": life.entries[0].facts}
    else:
        facts = {**facts, "provisional": False, "why": []}
    life.add(step, NOW, **facts)
    with pytest.raises(step_errors.NothingToUndo):
        life.look(Step.UNDO, NOW)


@pytest.mark.parametrize(
    ("step", "facts"),
    [
        (Step.REFUSE, {"reason": "Sai thẩm quyền"}),
        (Step.WITHDRAW, {"reason": "Công dân rút"}),
        (Step.STOP, {"reason": "Công dân xin dừng"}),
        (Step.VOID, {"reason": "Nhận nhầm"}),
    ],
)
def test_an_ending_is_taken_back_the_same_day(step: Step, facts: Any) -> None:
    life = receive()
    before = life.dossier
    life.take(step, NOW, **facts)
    assert life.take(Step.UNDO, "2026-11-25T16:59") == before


def test_a_returned_result_is_taken_back_and_returned_again() -> None:
    life = receive()
    life.take(Step.SETTLE, NOW, MINH)
    life.take(Step.RETURN_RESULT, NOW, receiver="Nguyễn Thị Đường")
    assert life.take(Step.UNDO, NOW).returned_at is None
    again = life.take(Step.RETURN_RESULT, "2026-11-25T15:00", receiver="Nguyễn Thị Đường")
    assert again.returned_at == read_moment("2026-11-25T15:00")
