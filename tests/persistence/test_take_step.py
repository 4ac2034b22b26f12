"""Steps over a real store: the row is the fold, what is refused leaves nothing, numbers have no gap."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.lifecycle import Role, State, Step
from onestop_desktop.domain.moments import write_moment
from tests.persistence.step_rows import check_row, contents
from tests.support.desk import CLERK, LEADER, OFFICER, SPECIALIST, Desk, open_desk, plain_order

PAPERS: dict[str, Any] = {"papers": ["Tờ khai"], "reason": "Thiếu tờ khai"}
REFUSAL = {"reason": "Không thuộc thẩm quyền"}


def received(desk: Desk, **changes: Any) -> str:
    return desk.receive(plain_order(**changes)).dossier.code


def ordered(code: str, step: str, officer: str = LEADER, **facts: Any) -> TakeStep:
    return TakeStep(code, Step(step), facts, officer)


LIFE: list[tuple[str, str, str, dict[str, Any]]] = [
    ("2026-11-25T09:30", "hand_over", OFFICER, {"to": SPECIALIST, "shelf": "B2"}),
    ("2026-11-25T10:00", "accept", SPECIALIST, {}),
    ("2026-11-25T10:05", "undo", SPECIALIST, {}),
    ("2026-11-25T10:06", "accept", SPECIALIST, {"shelf": "C1"}),
    ("2026-11-25T11:00", "ask_supplement", SPECIALIST, PAPERS),
    ("2026-11-26T08:00", "supplemented", OFFICER, {"papers": ["Tờ khai"]}),
    ("2026-11-26T09:00", "lengthen", SPECIALIST, {"reason": "Xác minh"}),
    ("2026-11-26T10:00", "ask_payment", SPECIALIST, {"amount": 15_000}),
    ("2026-11-26T15:00", "paid", OFFICER, {"amount": 15_000, "receipt_no": "BL 7"}),
    ("2026-12-01T09:00", "extend", LEADER, {"reason": "x", "new_promised_at": "9/12/2026 9:00"}),
    ("2026-12-02T09:00", "propose", SPECIALIST, {"decision": "Cấp", "to": LEADER}),
    ("2026-12-02T10:00", "send_back", LEADER, {"reason": "Sai tên"}),
    ("2026-12-02T11:00", "propose", SPECIALIST, {"decision": "Cấp lại", "to": LEADER}),
    ("2026-12-02T14:00", "settle", LEADER, {"result_no": "9/XN"}),
    ("2026-12-02T14:30", "stamp", CLERK, {"result_no": "10/XN"}),
    ("2026-12-02T15:00", "hand_over", CLERK, {"to": OFFICER, "shelf": "K1"}),
    ("2026-12-02T15:10", "accept", OFFICER, {}),
    ("2026-12-04T09:00", "return_result", OFFICER, {"receiver": "Nguyễn Thị Đường"}),
]


def test_the_row_is_the_fold_after_each_step_of_a_life(desk: Desk) -> None:
    code = received(desk, procedure="1.000689")
    desk.services.bind_official_code(
        BindOfficialCode(code, "H23.45-261125-0777", OFFICER, due_at="27/11/2026 9:30")
    )
    for at, step, officer, facts in LIFE:
        desk.clock.set(at)
        desk.step(code, step, officer, **facts)
        check_row(desk, code)
    shown = desk.services.show_dossier(code)
    assert [entry.step.value for entry in shown.entries[2:]] == [step for _, step, _, _ in LIFE]
    assert shown.entries[2].workstation == "Quầy 1"
    moved = [entry for entry in shown.entries if entry.step in ("supplemented", "lengthen")]
    assert [entry.facts["before"] for entry in moved] == [
        "2026-11-30T17:00:00+07:00",
        "2026-12-01T17:00:00+07:00",
    ]
    dossier = shown.dossier
    assert (dossier.state, dossier.verdict, dossier.official_verdict) == (
        *(State.RETURNED, "early", "late"),
    )
    # Eight working days; Thursday 26 opened in a pause: Tuesday 8 December.
    assert write_moment(dossier.due_at) == "2026-12-08T17:00:00+07:00"
    assert write_moment(dossier.promised_at) == "2026-12-09T09:00:00+07:00"
    assert desk.services.read_queue().rows == ()
    assert desk.services.verify().ok


@pytest.mark.parametrize(
    ("step", "officer", "facts", "refusal"),
    [
        ("settle", OFFICER, {}, step_errors.SettlesOwnReception),
        ("settle", SPECIALIST, {"delegation": "9/UQ"}, step_errors.DelegationNotCovering),
        ("settle", "", {}, errors.OfficerMissing),
        ("settle", "a\u202eb", {}, errors.HiddenCharacter),
        ("accept", SPECIALIST, {}, step_errors.NothingHandedOver),
        ("undo", OFFICER, {}, step_errors.NothingToUndo),
        ("refuse", LEADER, {}, errors.FieldMissing),
        ("refuse", LEADER, {"reason": "a\u202eb"}, errors.HiddenCharacter),
        ("refuse", LEADER, {**REFUSAL, "lạ": 1}, errors.FieldUnknown),
        ("ask_supplement", OFFICER, {"reason": "Thiếu"}, errors.FieldMissing),
        ("lengthen", SPECIALIST, {"reason": "Xác minh"}, errors.NoLongerTerm),
        (
            "extend",
            LEADER,
            {"reason": "Hỏng máy", "new_promised_at": "2026-12-05T09:00"},
            step_errors.PromiseOutsideHours,
        ),
        ("stamp", CLERK, {"result_no": "1"}, errors.StepImpossible),
        ("return_result", OFFICER, {"receiver": "Hà"}, errors.StepImpossible),
        ("receive", OFFICER, {}, errors.ChoiceUnknown),
        ("print", OFFICER, {}, errors.ChoiceUnknown),
        ("bind_official_code", OFFICER, {}, errors.ChoiceUnknown),
        ("erase", OFFICER, {}, errors.ChoiceUnknown),
        ("recompute", OFFICER, {"reason": "Bão"}, errors.ChoiceUnknown),
        ("correct", OFFICER, {"reason": "Nhầm"}, errors.ChoiceUnknown),
    ],
)
def test_a_refused_step_stores_nothing_and_takes_no_number(
    desk: Desk, step: str, officer: str, facts: dict[str, Any], refusal: type[errors.DeskError]
) -> None:
    code = received(desk)
    before = contents(desk)
    with pytest.raises(refusal):
        desk.step(code, step, officer, **facts)
    assert contents(desk) == before
    assert desk.services.verify().ok


def test_a_step_is_refused_for_an_unknown_code_a_role_or_a_clock_behind(desk: Desk) -> None:
    code = received(desk)
    before = contents(desk)
    with pytest.raises(errors.DossierUnknown):
        desk.step("H99.99.99-261125-0099", "settle", LEADER)
    with pytest.raises(step_errors.RoleNotAllowed):
        desk.services.take_step(TakeStep(code, Step.SETTLE, {}, CLERK, role=Role.CLERK))
    desk.clock.set("2026-11-25T08:57:59")
    with pytest.raises(errors.ClockBehind):
        desk.step(code, "settle", LEADER)
    assert contents(desk) == before


def test_what_is_refused_at_the_last_moment_takes_no_number_either(desk: Desk) -> None:
    code = received(desk)
    desk.lack("phone")
    before = contents(desk)
    with pytest.raises(errors.AgencyIncomplete):
        desk.step(code, "refuse", LEADER, **REFUSAL)
    assert contents(desk) == before
    assert desk.step(code, "settle", LEADER).state is State.SETTLED  # makes no paper


def test_a_pause_that_leaves_the_calendar_stays_a_pause(desk: Desk) -> None:
    code = received(desk)
    desk.step(code, "ask_payment", OFFICER)
    desk.clock.set("2027-12-30T09:00")
    before = contents(desk)
    with pytest.raises(errors.CalendarEnds):
        desk.step(code, "paid", OFFICER)
    assert contents(desk) == before
    assert desk.services.show_dossier(code).dossier.state is State.AWAITING_PAYMENT


def number_of(desk: Desk, code: str, step: str) -> int:
    entries = desk.services.show_dossier(code).entries
    (made,) = (entry for entry in entries if entry.step == step)
    return int(made.facts["head"]["number"])


def test_notices_are_numbered_without_gaps_one_series_a_form_and_a_year(desk: Desk) -> None:
    codes = [received(desk, name=name) for name in ("Bùi Văn An", "Đỗ Thị Bình", "Lò Văn Ố")]
    for code in codes[:2]:
        desk.step(code, "ask_supplement", OFFICER, **PAPERS)
    with pytest.raises(errors.StepImpossible):
        desk.step(codes[0], "ask_supplement", OFFICER, **PAPERS)
    with pytest.raises(errors.FieldMissing):
        desk.step(codes[2], "ask_supplement", OFFICER, reason="Thiếu")
    desk.step(codes[2], "ask_supplement", OFFICER, **PAPERS)
    assert [number_of(desk, code, "ask_supplement") for code in codes] == [1, 2, 3]
    desk.step(codes[0], "refuse", LEADER, **REFUSAL)
    assert number_of(desk, codes[0], "refuse") == 1
    desk.clock.set("2027-01-04T08:00")
    desk.step(codes[1], "stop", LEADER, reason="Công dân xin dừng")
    desk.step(codes[2], "refuse", LEADER, **REFUSAL)
    assert number_of(desk, codes[1], "stop") == number_of(desk, codes[2], "refuse") == 1


def test_a_number_taken_back_is_not_given_again(desk: Desk) -> None:
    first, second = received(desk), received(desk, name="Bùi Văn An")
    desk.step(first, "refuse", LEADER, **REFUSAL)
    desk.step(first, "undo", LEADER)
    desk.step(second, "refuse", LEADER, **REFUSAL)
    assert number_of(desk, second, "refuse") == 2


def test_the_portal_gives_the_stop_of_an_online_dossier_and_no_number_is_taken(desk: Desk) -> None:
    code = received(desk, channel="online_full")
    taken = desk.services.take_step(ordered(code, "stop", reason="Công dân xin dừng"))
    assert (taken.form, "head" in taken.entry.facts) == ("", False)
    assert desk.sql("SELECT name FROM number_series WHERE name = 'form-05:2026'") == []


# -- many together
def test_many_are_settled_together_and_one_refused_does_not_stop_the_rest(desk: Desk) -> None:
    codes = [received(desk, name=f"Người thứ {number}") for number in range(4)]
    desk.step(codes[1], "withdraw", OFFICER, reason="Công dân rút")
    seen: list[tuple[int, int]] = []

    def watch(done: int, whole: int) -> bool:
        seen.append((done, whole))
        return True

    answers = desk.services.take_steps([ordered(code, "settle") for code in codes], watch)
    assert [isinstance(answer, StepTaken) for answer in answers] == [True, False, True, True]
    refusal = answers[1]
    assert isinstance(refusal, errors.StepImpossible)
    assert refusal.facts["state"] == "withdrawn"
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    states = [desk.services.show_dossier(code).dossier.state.value for code in codes]
    assert states == ["settled", "withdrawn", "settled", "settled"]
    for code in codes:
        check_row(desk, code)
    assert desk.services.verify().ok


def test_refused_ones_among_many_leave_no_gap_in_numbers(desk: Desk) -> None:
    codes = [received(desk, name=f"Người thứ {number}") for number in range(3)]
    orders = [ordered(code, "refuse", **REFUSAL) for code in codes]
    orders.insert(1, ordered(codes[0], "refuse", **REFUSAL))  # refused already
    desk.services.take_steps(orders)
    assert [number_of(desk, code, "refuse") for code in codes] == [1, 2, 3]


def test_called_off_nothing_of_many_is_stored(desk: Desk) -> None:
    codes = [received(desk, name=f"Người thứ {number}") for number in range(3)]
    before = contents(desk)
    orders = [ordered(code, "refuse", **REFUSAL) for code in codes]
    assert desk.services.take_steps(orders, lambda done, _whole: done < 2) == []
    assert contents(desk) == before
    assert desk.services.take_steps([]) == []


def test_of_two_who_settle_the_same_dossier_at_once_one_wins(desk: Desk) -> None:
    code = received(desk)
    other = open_desk(desk.address, desk.clock)
    both = Barrier(2)

    def settle(on: Desk, officer: str) -> str:
        both.wait()
        try:
            return on.step(code, "settle", officer).state.value
        except errors.StepImpossible as refusal:
            return f"refused as {refusal.facts['state']}"

    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(settle, desk, LEADER), pool.submit(settle, other, SPECIALIST)]
        assert sorted(each.result() for each in asked) == ["refused as settled", "settled"]
    other.store.close()
    steps = [entry.step.value for entry in desk.services.show_dossier(code).entries]
    assert steps == ["receive", "settle"]
    check_row(desk, code)
    assert desk.services.verify().ok


def test_what_may_be_done_next_follows_the_state(desk: Desk) -> None:
    code = received(desk)
    names = {each.step.value: each for each in desk.services.steps_of(code)}
    assert names["settle"].roles == (Role.DESK, Role.LEADER, Role.SPECIALIST)
    assert (names["settle"].reason, names["refuse"].reason) == (False, True)
    assert "return_result" not in names
    desk.step(code, "settle", LEADER)
    names = {each.step.value: each for each in desk.services.steps_of(code)}
    assert set(names) == {"hand_over", "stamp", "send_back", "return_result", "undo"}
    with pytest.raises(errors.DossierUnknown):
        desk.services.steps_of("H99.99.99-261125-0099")
