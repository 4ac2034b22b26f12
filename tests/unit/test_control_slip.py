"""Form 06 from the journal: who gave what to whom, and how each receiver found it."""

from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.notice_facts import hand_overs
from tests.unit.lives import HOA, LAN, MINH, NAM, Life, receive

DESK = "Bộ phận Một cửa"
WED, THU, MON, TUE = "2026-11-25T10:00", "2026-11-26T10:00", "2026-11-30T10:00", "2026-12-01T10:00"
PAPERS = {"papers": ["Tờ khai"], "reason": "Thiếu tờ khai"}


def blocks(life: Life) -> list[tuple[str, str, str, str]]:
    """The giver's unit, giver, receiver and his finding, block by block."""
    found = hand_overs(life.dossier, DESK)
    return [(each.giver_unit, each.giver, each.receiver, each.result) for each in found]


def test_the_hand_overs_stand_in_their_order_each_judged_as_it_came() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM, note="Gấp")
    life.take(Step.ACCEPT, THU, NAM)
    life.take(Step.PROPOSE, MON, NAM, decision="Cấp", to=MINH)
    life.take(Step.SETTLE, TUE, MINH)
    life.take(Step.HAND_OVER, TUE, MINH, to=HOA)
    assert blocks(life) == [
        (DESK, HOA, NAM, "early"),
        (NAM, NAM, MINH, "late"),
        (MINH, MINH, "", ""),
    ]
    first = hand_overs(life.dossier, DESK)[0]
    assert (first.note, first.receiver_unit) == ("Gấp", NAM)
    assert (first.given_at, first.received_at) == (f"{WED}:00+07:00", f"{THU}:00+07:00")


def test_who_settles_over_the_receivers_head_has_not_received_it() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM)
    life.take(Step.SETTLE, THU, MINH)
    assert blocks(life) == [(DESK, HOA, "", "")]


def test_what_was_given_on_before_anybody_took_it_has_no_receiver() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM)
    life.take(Step.HAND_OVER, WED, to=LAN)
    life.take(Step.ACCEPT, WED, LAN)
    assert blocks(life) == [(DESK, HOA, "", ""), (DESK, HOA, LAN, "early")]


def test_what_was_sent_back_is_proposed_again_from_the_unit_that_works_on_it() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM)
    life.take(Step.ACCEPT, WED, NAM)
    life.take(Step.PROPOSE, WED, NAM, decision="Cấp", to=MINH)
    life.take(Step.SEND_BACK, THU, MINH, reason="Sai tên")
    life.take(Step.PROPOSE, THU, NAM, decision="Cấp", to=MINH)
    life.take(Step.SETTLE, THU, MINH)
    assert blocks(life) == [
        (DESK, HOA, NAM, "early"),
        (NAM, NAM, MINH, "early"),
        (NAM, NAM, MINH, "early"),
    ]


def test_a_pause_that_came_later_does_not_change_how_it_was_found() -> None:
    life = receive()
    life.take(Step.HAND_OVER, WED, to=NAM)
    life.take(Step.ACCEPT, MON, NAM)  # the very day it is due
    assert blocks(life) == [(DESK, HOA, NAM, "on_time")]
    life.take(Step.ASK_SUPPLEMENT, MON, NAM, **PAPERS)
    life.take(Step.SUPPLEMENTED, "2026-12-03T10:00", NAM)
    assert life.dossier.due_at.isoformat() == "2026-12-03T17:00:00+07:00"
    assert blocks(life) == [(DESK, HOA, NAM, "on_time")]
