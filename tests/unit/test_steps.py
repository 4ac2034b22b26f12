"""What each step must say, what its entry keeps, and each reason why it cannot be done."""

from typing import Any

import pytest

from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.lifecycle import RULES, Role, State, Step
from tests.unit.lives import HOA, LAN, MINH, NAM, Life, receive

NOW = "2026-11-25T10:00"
WHY = "Thiếu tờ khai"
# What each step says at its best: enough to be taken, each field of it kept.
GOOD: dict[Step, dict[str, Any]] = {
    Step.HAND_OVER: {"to": NAM, "shelf": "B2", "note": "Gấp"},
    Step.ACCEPT: {"shelf": "C1"},
    Step.PROPOSE: {"decision": "Đồng ý cấp", "to": MINH},
    Step.SETTLE: {
        "decision": "Cấp giấy",
        "result_no": "15/XN-UBND",
        "result_on": "2026-11-25",
        "shelf": "K3",
        "signed_by": MINH,
        "delegation": "",
    },
    Step.STAMP: {"result_no": "15/XN-UBND", "result_on": "2026-11-25", "shelf": "K3"},
    Step.SEND_BACK: {"reason": WHY, "to": LAN},
    Step.ASK_SUPPLEMENT: {
        "reason": WHY,
        "papers": ["Tờ khai (mẫu 2)", "Căn cước của vợ"],
        "leader": "",
        "leader_reason": "",
    },
    Step.SUPPLEMENTED: {"papers": ["Tờ khai (mẫu 2)"], "note": "Đủ"},
    Step.ASK_PAYMENT: {"amount": 15_000, "receipt_no": "BL 7"},
    Step.PAID: {"amount": 15_000, "receipt_no": "BL 7"},
    Step.LENGTHEN: {"reason": "Cần xác minh nơi ở cũ"},
    Step.EXTEND: {
        "reason": "Máy chủ hỏng",
        "new_promised_at": "2026-12-02T10:00:00+07:00",
        "signed_by": MINH,
        "leader": "",
        "leader_reason": "",
    },
    Step.REFUSE: {"reason": "Không thuộc thẩm quyền"},
    Step.WITHDRAW: {"reason": "Công dân rút"},
    Step.STOP: {"reason": "Công dân xin dừng", "fee": "Đã thu 15.000 đồng"},
    Step.VOID: {"reason": "Nhận nhầm", "leader": "", "leader_reason": ""},
    Step.RETURN_RESULT: {
        "receiver": {"name": "Nguyễn Thị Đường", "how": "applicant", "identity": "", "paper": ""},
        "originals": "Trả bản chính",
        "note": "",
    },
    Step.CORRECT: {"reason": "Gõ nhầm"},
    Step.UNDO: {"reason": "Bấm nhầm"},
}
NEED_A_REASON = {Step.SEND_BACK, Step.ASK_SUPPLEMENT, Step.LENGTHEN, Step.EXTEND, Step.REFUSE}
NEED_A_REASON |= {Step.WITHDRAW, Step.STOP, Step.VOID, Step.CORRECT}
WITHOUT_OWN_FACTS = {Step.PRINT, Step.BIND_OFFICIAL_CODE, Step.ERASE, Step.RECOMPUTE}
MONEY_AND_RATING = {Step.TAKE_FEE, Step.REFUND, Step.RATE}
"""Steps with orders of their own: `tests/persistence/test_money.py` and the day's tests look at them."""


def ready(step: Step) -> Life:
    """A dossier of which that step can be done by Hoa (or anybody) at ten."""
    life = receive()
    if step is Step.ACCEPT:
        life.take(Step.HAND_OVER, NOW, to=NAM)
    elif step in (Step.STAMP, Step.RETURN_RESULT):
        life.take(Step.SETTLE, NOW, MINH)
    elif step is Step.SUPPLEMENTED:
        life.take(Step.ASK_SUPPLEMENT, NOW, reason=WHY, papers=["Tờ khai"])
    elif step is Step.PAID:
        life.take(Step.ASK_PAYMENT, NOW)
    elif step in (Step.SEND_BACK, Step.UNDO):
        life.take(Step.PROPOSE, NOW, decision="Đồng ý")
    return life


def refused(step: Step, at: str = NOW, life: Life | None = None, **facts: Any) -> errors.DeskError:
    """The refusal of a step taken by Minh, who received nothing, unless `officer` says otherwise."""
    who = facts.pop("officer", MINH)
    with pytest.raises(errors.DeskError) as told:
        (life or ready(step)).look(step, at, who, **facts)
    return told.value


def test_the_table_of_good_facts_knows_each_step_that_says_something() -> None:
    assert set(GOOD) == set(RULES) - WITHOUT_OWN_FACTS - MONEY_AND_RATING
    with_reason = {step for step, rule in RULES.items() if rule.reason}
    assert with_reason == NEED_A_REASON | {Step.RECOMPUTE, Step.REFUND}


@pytest.mark.parametrize("step", sorted(set(GOOD) - {Step.UNDO}))
def test_an_entry_keeps_what_was_said(step: Step) -> None:
    assert ready(step).look(step, NOW, MINH, **GOOD[step]) == GOOD[step]


def test_an_undo_keeps_which_step_it_takes_back() -> None:
    kept = ready(Step.UNDO).look(Step.UNDO, NOW, **GOOD[Step.UNDO])
    assert kept == {"reason": "Bấm nhầm", "undoes": 2, "step": "propose"}


@pytest.mark.parametrize("step", sorted(set(GOOD) - NEED_A_REASON))
def test_a_reason_may_be_told_of_any_step_and_is_left_out_when_there_is_none(step: Step) -> None:
    facts = {**GOOD[step], "reason": ""}
    officer = HOA if step is Step.UNDO else MINH
    assert "reason" not in ready(step).look(step, NOW, officer, **facts)
    kept = ready(step).look(step, NOW, officer, **{**facts, "reason": "  Công dân\nxin gấp "})
    assert kept["reason"] == "Công dân\nxin gấp"


@pytest.mark.parametrize("reason", [None, "", "   ", "…!?", "\n"])
@pytest.mark.parametrize("step", sorted(NEED_A_REASON))
def test_a_step_that_harms_somebody_says_why(step: Step, reason: str | None) -> None:
    fault = refused(step, **{**GOOD[step], "reason": reason})
    assert (fault.code, fault.field) == ("field_missing", "reason")


LONG = {name: "x" * 101 for name in ("to", "signed_by", "delegation", "leader")}
LONG |= {name: "x" * 81 for name in ("result_no", "receipt_no")} | {"shelf": "x" * 41}
LONG |= {name: "x" * 1001 for name in ("reason", "note", "fee", "originals", "leader_reason")}
LONG |= {"decision": "x" * 2001, "new_promised_at": "x" * 41, "result_on": "x" * 21}


@pytest.mark.parametrize("step", GOOD)
def test_each_text_has_its_longest_and_nothing_hidden(step: Step) -> None:
    texts = {"reason"} | {name for name, value in GOOD[step].items() if isinstance(value, str)}
    for name in texts:
        for value, code in (
            (LONG[name], "field_too_long"),
            ("a\u202eb", "hidden_character"),
            ("a\u200bb", "hidden_character"),
            ("mặt cười 😀", "character_unprintable"),
            (5, "field_invalid"),
            (["x"], "field_invalid"),
        ):
            fault = refused(step, **{**GOOD[step], name: value})
            assert (fault.code, fault.field) == (code, name)


@pytest.mark.parametrize("step", GOOD)
def test_a_fact_nobody_knows_is_named(step: Step) -> None:
    fault = refused(step, **{**GOOD[step], "due_at": "2030-01-01"})
    assert (fault.code, fault.field) == ("field_unknown", "due_at")


OTHER_FAULTS: list[tuple[Step, dict[str, Any], str, str]] = [
    (Step.HAND_OVER, {"to": ""}, "field_missing", "to"),
    (Step.HAND_OVER, {"to": " – "}, "field_missing", "to"),
    (Step.PROPOSE, {"decision": ""}, "field_missing", "decision"),
    (Step.STAMP, {"result_no": ""}, "field_missing", "result_no"),
    (Step.ASK_SUPPLEMENT, {"papers": []}, "field_missing", "papers"),
    (Step.ASK_SUPPLEMENT, {"papers": None}, "field_missing", "papers"),
    (Step.ASK_SUPPLEMENT, {"papers": "Tờ khai"}, "field_invalid", "papers"),
    (Step.ASK_SUPPLEMENT, {"papers": ["x"] * 61}, "number_out_of_range", "papers"),
    (Step.ASK_SUPPLEMENT, {"papers": ["Tờ khai", " "]}, "field_missing", "papers.2"),
    (Step.ASK_SUPPLEMENT, {"papers": ["Tờ khai", 5]}, "field_invalid", "papers.2"),
    (Step.ASK_SUPPLEMENT, {"papers": ["a\u202eb"]}, "hidden_character", "papers.1"),
    (Step.ASK_SUPPLEMENT, {"papers": ["x" * 301]}, "field_too_long", "papers.1"),
    (Step.SUPPLEMENTED, {"papers": ["😀"]}, "character_unprintable", "papers.1"),
    (Step.ASK_PAYMENT, {"amount": -1}, "number_out_of_range", "amount"),
    (Step.ASK_PAYMENT, {"amount": 10_000_000_001}, "number_out_of_range", "amount"),
    (Step.PAID, {"amount": True}, "field_invalid", "amount"),
    (Step.PAID, {"amount": "15000"}, "field_invalid", "amount"),
    (Step.EXTEND, {"new_promised_at": ""}, "field_missing", "new_promised_at"),
    (Step.EXTEND, {"new_promised_at": "31/02/2027 10:00"}, "date_impossible", "new_promised_at"),
    (Step.EXTEND, {"new_promised_at": "2/12/2026"}, "date_impossible", "new_promised_at"),
    (Step.RETURN_RESULT, {"receiver": None}, "field_missing", "receiver.name"),
    (Step.RETURN_RESULT, {"receiver": {}}, "field_missing", "receiver.name"),
    (Step.RETURN_RESULT, {"receiver": ["Hà"]}, "field_invalid", "receiver"),
    (Step.RETURN_RESULT, {"receiver": {"name": "Hà", "how": "bay"}}, "choice_unknown", "how"),
    (Step.RETURN_RESULT, {"receiver": {"name": "Hà", "age": 5}}, "field_unknown", "age"),
    (Step.RETURN_RESULT, {"receiver": {"name": "Hà", "how": "proxy"}}, "field_missing", "paper"),
    (
        Step.RETURN_RESULT,
        {"receiver": {"name": "Hà", "how": "lost_slip"}},
        "field_missing",
        "identity",
    ),
    (Step.RETURN_RESULT, {"receiver": {"name": "x" * 101}}, "field_too_long", "name"),
]


@pytest.mark.parametrize(("step", "facts", "code", "field"), OTHER_FAULTS)
def test_each_fault_names_its_field(step: Step, facts: Any, code: str, field: str) -> None:
    fault = refused(step, **{**GOOD[step], **facts})
    whole = field if field.startswith("receiver") else f"receiver.{field}"
    assert fault.code == code
    assert fault.field == (whole if step is Step.RETURN_RESULT else field)


def test_all_faults_are_told_at_once() -> None:
    fault = refused(Step.ASK_SUPPLEMENT, papers=["", "a\u202eb"], leader=5, lạ=1)
    told = [(each.code, each.field) for each in (fault, *fault.others)]
    assert told == [
        ("field_unknown", "lạ"),
        ("field_missing", "reason"),
        ("field_missing", "papers.1"),
        ("hidden_character", "papers.2"),
        ("field_invalid", "leader"),
    ]


@pytest.mark.parametrize(
    ("receiver", "kept"),
    [
        (
            "  nguyễn thị đường ",
            {"name": "nguyễn thị đường", "how": "applicant", "identity": "", "paper": ""},
        ),
        ({"name": "Bưu điện", "how": "post"}, {"name": "Bưu điện", "how": "post"}),
        (
            {"name": "Hà", "how": "proxy", "paper": "UQ 12/2026"},
            {"how": "proxy", "paper": "UQ 12/2026"},
        ),
        (
            {
                "name": "NGUYỄN THỊ ĐƯỜNG",
                "how": "lost_slip",
                "identity": "030185001234",
            },
            {"how": "lost_slip", "identity": "030185001234"},
        ),
    ],
)
def test_who_came_for_the_result_and_how_he_showed_that_he_may(receiver: Any, kept: Any) -> None:
    facts = ready(Step.RETURN_RESULT).look(Step.RETURN_RESULT, NOW, receiver=receiver)
    assert kept.items() <= facts["receiver"].items()


@pytest.mark.parametrize(
    ("receiver", "refusal", "field"),
    [
        ("Ông Ba", step_errors.ReceiverNotApplicant, "receiver.name"),
        ("Nguyễn Thị Dương", step_errors.ReceiverNotApplicant, "receiver.name"),
        (
            {"name": "Kẻ Trộm", "how": "lost_slip", "identity": "030185001234"},
            step_errors.ReceiverNotApplicant,
            "receiver.name",
        ),
        (
            {"name": "Nguyễn Thị Đường", "how": "lost_slip", "identity": "030185001235"},
            step_errors.ReceiverIdentityDiffers,
            "receiver.identity",
        ),
    ],
)
def test_a_result_is_not_given_to_another_as_if_he_were_the_applicant(
    receiver: Any, refusal: type[errors.DeskError], field: str
) -> None:
    with pytest.raises(refusal) as told:
        ready(Step.RETURN_RESULT).look(Step.RETURN_RESULT, NOW, receiver=receiver)
    assert told.value.field == field


def test_letters_are_composed_at_the_edge() -> None:
    facts = ready(Step.HAND_OVER).look(Step.HAND_OVER, NOW, to="Lê Va\u0306n Nam")
    assert facts["to"] == NAM


def test_a_state_that_does_not_allow_it_is_told_with_what_is_possible() -> None:
    life = ready(Step.STAMP)
    fault = refused(Step.SETTLE, life=life)
    assert isinstance(fault, errors.StepImpossible)
    assert (fault.facts["state"], fault.facts["step"]) == ("settled", "settle")
    assert "return_result" in fault.facts["possible"]


@pytest.mark.parametrize(
    ("step", "role"),
    [
        (Step.SETTLE, Role.CLERK),
        (Step.SEND_BACK, Role.DESK),
        (Step.WITHDRAW, Role.LEADER),
        (Step.STAMP, Role.LEADER),
        (Step.RETURN_RESULT, Role.SPECIALIST),
        (Step.UNDO, Role.AUDITOR),
    ],
)
def test_a_step_is_not_for_every_role(step: Step, role: Role) -> None:
    with pytest.raises(step_errors.RoleNotAllowed) as told:
        ready(step).look(step, NOW, MINH, role, **GOOD[step])
    assert (told.value.facts["step"], told.value.facts["role"]) == (step.value, role.value)


def test_a_result_is_returned_once_and_who_has_it_is_told() -> None:
    life = ready(Step.RETURN_RESULT)
    life.take(Step.RETURN_RESULT, "2026-11-25T10:15", receiver="Nguyễn Thị Đường")
    assert life.dossier.state is State.RETURNED
    fault = refused(Step.RETURN_RESULT, "2026-11-25T10:20", life, receiver="Người khác")
    assert isinstance(fault, step_errors.AlreadyReturned)
    assert fault.facts["when"] == "2026-11-25T10:15:00+07:00"
    assert fault.facts["receiver"] == "Nguyễn Thị Đường"


def test_nothing_is_accepted_that_nobody_handed_over() -> None:
    fault = refused(Step.ACCEPT, life=receive())
    assert isinstance(fault, step_errors.NothingHandedOver)
    assert fault.facts["holder"] == HOA
