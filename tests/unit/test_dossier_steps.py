"""What each step makes of a dossier: holder, shelf, pauses, promise, verdicts, and what an undo leaves."""

from dataclasses import replace
from typing import Any

import pytest

from onestop_desktop.domain.deadline import Pause
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.procedure import TermRow
from onestop_desktop.domain.timeliness import Verdict
from tests.unit.lives import HOA, LAN, MINH, NAM, Life, first_facts, receive
from tests.unit.shipped import procedures

WED, THU, FRI, MON = (f"2026-11-{day}T10:00" for day in (25, 26, 27, 30))
DUE, PROMISED = "2026-11-30T17:00:00+07:00", "2026-11-30T16:30:00+07:00"
PAPERS = {"papers": ["Tờ khai"], "reason": "Thiếu tờ khai"}


def who(dossier: Dossier) -> tuple[str, str, str]:
    return dossier.holder, dossier.handed_to, dossier.shelf


def times(dossier: Dossier) -> tuple[str, str]:
    return write_moment(dossier.due_at), write_moment(dossier.promised_at)


def settled(at: str, life: Life | None = None) -> Dossier:
    return (life or receive()).take(Step.SETTLE, at, MINH)


def test_who_has_the_papers_and_who_is_to_have_them() -> None:
    life = receive()
    assert who(life.dossier) == (HOA, "", "")
    assert who(life.take(Step.HAND_OVER, WED, to=NAM, shelf="B2")) == (HOA, NAM, "B2")
    assert who(life.take(Step.ACCEPT, WED, NAM)) == (NAM, "", "B2")
    assert life.dossier.state is State.IN_PROCESS
    assert who(life.take(Step.PROPOSE, WED, NAM, decision="Cấp", to=MINH)) == (NAM, MINH, "B2")
    assert life.dossier.proposal is not None
    assert (life.dossier.proposal.by, life.dossier.proposal.decision) == (NAM, "Cấp")
    assert who(life.take(Step.SETTLE, THU, MINH, shelf="K1")) == (MINH, "", "K1")
    assert who(life.take(Step.HAND_OVER, THU, MINH, to=LAN)) == (MINH, LAN, "K1")
    assert who(life.take(Step.ACCEPT, THU, LAN, shelf="K2")) == (LAN, "", "K2")
    assert who(life.take(Step.STAMP, THU, LAN, result_no="9/XN", shelf="K7")) == (LAN, "", "K7")
    returned = life.take(Step.RETURN_RESULT, FRI, receiver="Nguyễn Thị Đường")
    assert who(returned) == (LAN, "", "")
    assert (returned.state, returned.received_by) == (State.RETURNED, HOA)


def test_settled_and_returned_are_two_moments() -> None:
    life = receive()
    dossier = settled(THU, life)
    assert (dossier.settled_at, dossier.returned_at) == (read_moment(THU), None)
    dossier = life.take(Step.RETURN_RESULT, "2026-12-15T09:00", receiver="Nguyễn Thị Đường")
    assert dossier.settled_at == read_moment(THU)
    assert dossier.returned_at == read_moment("2026-12-15T09:00")
    assert dossier.verdict is Verdict.EARLY  # a citizen who comes late does not make it late


def test_a_seal_adds_to_the_decision_and_takes_nothing_from_it() -> None:
    life = receive()
    life.take(Step.SETTLE, WED, MINH, decision="Cấp", result_on="2026-11-25")
    standing = life.take(Step.STAMP, WED, LAN, result_no="9/XN").settlement
    assert standing is not None
    assert (standing.by, standing.at) == (MINH, read_moment(WED))
    told = ("decision", "result_no", "result_on", "signed_by")
    assert [standing.facts[name] for name in told] == ["Cấp", "9/XN", "2026-11-25", MINH]


@pytest.mark.parametrize("named", ["", LAN])
def test_what_is_sent_back_goes_to_who_proposed_it_unless_another_is_named(named: str) -> None:
    life = receive()
    life.take(Step.PROPOSE, WED, NAM, decision="Cấp", to=MINH)
    life.take(Step.ACCEPT, WED, MINH)
    dossier = life.take(Step.SEND_BACK, WED, MINH, reason="Sai tên", to=named)
    assert (dossier.state, dossier.proposal) == (State.IN_PROCESS, None)
    assert who(dossier) == (named or NAM, "", "")


# -- how a settlement stands to its due time
@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2026-11-29T23:59:59", Verdict.EARLY),
        ("2026-11-30T00:00", Verdict.ON_TIME),
        ("2026-11-30T17:00", Verdict.ON_TIME),
        ("2026-11-30T23:59:59", Verdict.ON_TIME),
        ("2026-12-01T00:00", Verdict.LATE),
    ],
)
def test_a_term_in_days_is_judged_by_the_day(at: str, verdict: Verdict) -> None:
    assert settled(at).verdict is verdict


def by_hours(verified: str = "2 working days") -> Life:
    plain = procedures()["1.004873"]
    return receive(replace(plain, terms=(TermRow(term="2 working hours", verified_term=verified),)))


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2026-11-25T10:59:59", Verdict.EARLY),
        ("2026-11-25T11:00:59", Verdict.ON_TIME),
        ("2026-11-25T11:01", Verdict.LATE),
    ],
)
def test_a_term_in_hours_is_judged_by_the_minute(at: str, verdict: Verdict) -> None:
    assert settled(at, by_hours()).verdict is verdict


def test_hours_lengthened_to_days_are_judged_by_the_day() -> None:
    life = by_hours()
    life.take(Step.LENGTHEN, WED, reason="Xác minh")
    assert write_moment(life.dossier.due_at) == "2026-11-27T17:00:00+07:00"
    assert settled("2026-11-27T17:30", life).verdict is Verdict.ON_TIME


def test_the_province_judges_beside_us_and_by_the_minute() -> None:
    life = receive()
    assert settled(WED).official_verdict is None
    bound = {"official_code": "H23.45-261125-0777", "official_due_at": "2026-11-26T10:00"}
    life.add(Step.BIND_OFFICIAL_CODE, WED, **bound)
    dossier = settled("2026-11-26T10:01", life)
    assert (dossier.verdict, dossier.official_verdict) == (Verdict.EARLY, Verdict.LATE)


def test_the_first_settlement_counts_reopened_or_not() -> None:
    life = receive()
    settled(FRI, life)
    reopened = life.take(Step.SEND_BACK, MON, MINH, reason="Sai tên", to=NAM)
    assert (reopened.settled_at, reopened.verdict) == (read_moment(FRI), Verdict.EARLY)
    assert (reopened.settlement, reopened.state) == (None, State.IN_PROCESS)
    again = settled("2026-12-10T09:00", life)
    assert (again.settled_at, again.verdict) == (read_moment(FRI), Verdict.EARLY)
    assert again.settlement is not None
    assert again.settlement.at == read_moment("2026-12-10T09:00")


def test_a_settlement_taken_back_does_not_count() -> None:
    life = receive()
    settled(FRI, life)
    undone = life.take(Step.UNDO, FRI, MINH)
    assert (undone.settled_at, undone.verdict, undone.settlement) == (None, None, None)
    late = settled("2026-12-01T09:00", life)
    assert (late.settled_at, late.verdict) == (read_moment("2026-12-01T09:00"), Verdict.LATE)


def test_a_second_settlement_taken_back_leaves_the_first() -> None:
    life = receive()
    settled(FRI, life)
    life.take(Step.SEND_BACK, MON, MINH, reason="Sai tên")
    settled(MON, life)
    undone = life.take(Step.UNDO, MON, MINH)
    assert (undone.settled_at, undone.verdict) == (read_moment(FRI), Verdict.EARLY)


# -- the clock
@pytest.mark.parametrize(
    ("asks", "ends", "waits"),
    [
        (Step.ASK_SUPPLEMENT, Step.SUPPLEMENTED, State.AWAITING_PAPERS),
        (Step.ASK_PAYMENT, Step.PAID, State.AWAITING_PAYMENT),
    ],
)
def test_the_clock_stands_while_waiting_and_the_promise_stays(
    asks: Step, ends: Step, waits: State
) -> None:
    life = receive()
    facts: dict[str, Any] = PAPERS if asks is Step.ASK_SUPPLEMENT else {}
    waiting = life.take(asks, "2026-11-26T16:00", **facts)
    assert (waiting.state, waiting.paused_since) == (waits, read_moment("2026-11-26T16:00"))
    assert times(waiting) == (DUE, PROMISED)
    # Friday and Monday open in the pause: two days move on, to Tuesday and Wednesday.
    resumed = life.take(ends, "2026-11-30T08:00")
    assert times(resumed) == ("2026-12-02T17:00:00+07:00", PROMISED)
    assert (resumed.state, resumed.paused_since) == (State.IN_PROCESS, None)
    pause = Pause(read_moment("2026-11-26T16:00"), read_moment("2026-11-30T08:00"))
    assert resumed.pauses == (pause,)


def test_pauses_add_up_and_one_after_the_due_time_saves_nothing() -> None:
    life = receive()
    life.take(Step.ASK_SUPPLEMENT, "2026-11-25T16:00", **PAPERS)
    life.take(Step.SUPPLEMENTED, "2026-11-26T08:00")  # Thursday opened in the pause
    life.take(Step.ASK_PAYMENT, "2026-11-26T16:00")
    life.take(Step.PAID, "2026-11-27T08:00")  # and so did Friday
    assert times(life.dossier)[0] == "2026-12-02T17:00:00+07:00"
    life.take(Step.ASK_PAYMENT, "2026-12-03T09:00")
    assert times(life.take(Step.PAID, "2026-12-07T09:00"))[0] == "2026-12-02T17:00:00+07:00"
    assert len(life.dossier.pauses) == 3


def test_what_ends_while_waiting_ends_its_pause_without_another_due_time() -> None:
    life = receive()
    life.take(Step.ASK_SUPPLEMENT, WED, **PAPERS)
    dossier = life.take(Step.WITHDRAW, MON, reason="Công dân rút")
    assert dossier.pauses == (Pause(read_moment(WED), read_moment(MON)),)
    assert (dossier.paused_since, times(dossier)) == (None, (DUE, PROMISED))


def test_a_clock_set_back_a_little_makes_no_pause_that_ends_before_it_begins() -> None:
    life = receive()
    life.take(Step.ASK_PAYMENT, "2026-11-25T10:01:30")
    begun = read_moment("2026-11-25T10:01:30")
    assert life.take(Step.PAID, "2026-11-25T10:00").pauses == (Pause(begun, begun),)


def test_the_longer_term_moves_the_due_time_and_an_apology_the_promise() -> None:
    life = receive("1.000689")  # three working days, eight with verification
    assert times(life.dossier) == (DUE, PROMISED)
    dossier = life.take(Step.LENGTHEN, WED, reason="Xác minh")
    assert (dossier.lengthened, times(dossier)) == (True, ("2026-12-07T17:00:00+07:00", PROMISED))
    dossier = life.take(Step.EXTEND, WED, reason="Hỏng máy", new_promised_at="8/12/2026 9:00")
    assert times(dossier) == ("2026-12-07T17:00:00+07:00", "2026-12-08T09:00:00+07:00")
    assert (dossier.apologies, dossier.supplements) == (1, 0)


def test_a_corrected_procedure_takes_its_longer_term_along_only_where_it_has_one() -> None:
    life = receive("1.000689")
    life.take(Step.LENGTHEN, WED, reason="Xác minh")
    facts = first_facts(procedures()["1.004873"], {**order_of("1.004873")}, "2026-11-25T09:00")
    dossier = life.add(Step.CORRECT, THU, reason="Nhầm", before={}, reception=facts)
    assert (dossier.procedure, dossier.lengthened) == ("1.004873", False)
    assert times(dossier) == (DUE, PROMISED)


def order_of(procedure: str) -> dict[str, Any]:
    person = {"kind": "person", "name": "Nguyễn Thị Được"}
    return {"procedure": procedure, "channel": "counter", "applicant": person}


def test_a_correction_says_anew_what_was_received_and_keeps_what_was_done() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM, shelf="B2")
    life.take(Step.ASK_PAYMENT, WED)
    before = life.dossier
    facts = first_facts(procedures()["2.000806"], order_of("2.000806"), "2026-11-25T08:00")
    dossier = life.add(Step.CORRECT, THU, reason="Nhầm", before={}, reception=facts)
    assert dossier.applicant.name == "Nguyễn Thị Được"
    assert dossier.validly_received_at == read_moment("2026-11-25T08:00")
    assert dossier.received_at == before.received_at
    assert times(dossier) == ("2026-12-02T17:00:00+07:00", "2026-12-02T16:30:00+07:00")
    assert (dossier.state, dossier.paused_since) == (State.AWAITING_PAYMENT, read_moment(WED))
    assert who(dossier) == who(before)


# -- undo
def test_an_undo_leaves_the_dossier_as_it_was_and_notes_in_between_stay() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM)
    before = life.dossier
    life.take(Step.ASK_SUPPLEMENT, WED, **PAPERS)
    bound = {"official_code": "H23.45-261125-0777", "official_due_at": "2026-11-26T10:00"}
    life.add(Step.BIND_OFFICIAL_CODE, WED, NAM, **bound)
    life.add(Step.PRINT, WED, form="02")
    undone = life.take(Step.UNDO, WED)
    official = read_moment("2026-11-26T10:00")
    assert undone == replace(before, official_code="H23.45-261125-0777", official_due_at=official)
    standing = [entry.step.value for entry in undone.entries]
    assert standing == ["receive", "hand_over", "bind_official_code", "print"]
    assert fold(life.entries) == undone


def test_taking_back_the_end_of_a_pause_waits_on_from_its_beginning() -> None:
    life = receive()
    life.take(Step.ASK_SUPPLEMENT, WED, **PAPERS)
    life.take(Step.SUPPLEMENTED, FRI)
    undone = life.take(Step.UNDO, FRI)
    assert (undone.paused_since, undone.pauses, times(undone)[0]) == (read_moment(WED), (), DUE)
    # Thursday to Monday open in the pause: the three days are still to come.
    again = life.take(Step.SUPPLEMENTED, MON)
    assert times(again)[0] == "2026-12-03T17:00:00+07:00"
