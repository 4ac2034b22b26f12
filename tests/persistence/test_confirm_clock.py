"""A clock that went back stops the desk until leader and administrator have confirmed it, on record."""

import pytest

from onestop_desktop.application.confirm_clock import ConfirmClock
from onestop_desktop.domain import errors
from tests.support.desk import LEADER, Desk, plain_order

ADMIN = "Đào Quản Trị"
BEFORE = "2026-11-23T09:00:00"
ORDER = ConfirmClock(LEADER, ADMIN, "Máy từng chạy sai ngày", "Quầy 1")


@pytest.fixture
def behind(desk: Desk) -> Desk:
    desk.receive(plain_order())
    desk.clock.set(BEFORE)
    with pytest.raises(errors.ClockBehind):
        desk.receive(plain_order())
    return desk


def test_confirmed_by_two_the_desk_goes_on_and_both_are_named(behind: Desk) -> None:
    confirmed = behind.services.care.confirm_clock(ORDER)
    assert confirmed.now.isoformat() == "2026-11-23T09:00:00+07:00"
    after = behind.receive(plain_order()).dossier
    assert after.received_at.isoformat() == "2026-11-23T09:00:00+07:00"
    assert "-261123-" in after.code
    rows = behind.sql(
        "SELECT step, recorded_at, facts FROM entry JOIN entry_facts"
        " ON entry_facts.sequence = entry.sequence WHERE step = 'confirm_clock'"
    )
    ((_step, recorded, facts),) = rows
    assert recorded == "2026-11-23T02:00:00Z"
    for word in (LEADER, ADMIN, "Máy từng chạy sai ngày", "2026-11-25T09:00:00+07:00"):
        assert word in facts
    assert behind.services.verify().ok


def test_the_order_of_entries_stays_that_of_their_numbers(behind: Desk) -> None:
    first = behind.services.read_queue().rows[0].code
    behind.services.care.confirm_clock(ORDER)
    behind.step(first, "propose", LEADER, decision="Đồng ý")
    steps = [
        (each.sequence, each.step.value) for each in behind.services.show_dossier(first).entries
    ]
    assert steps == [(2, "receive"), (4, "propose")]


@pytest.mark.parametrize(
    ("order", "refusal", "field"),
    [
        (ConfirmClock(LEADER, "", "Lý do"), errors.FieldMissing, "administrator"),
        (ConfirmClock("", ADMIN, "Lý do"), errors.FieldMissing, "leader"),
        (ConfirmClock(LEADER, ADMIN, " "), errors.FieldMissing, "reason"),
        (ConfirmClock(LEADER, LEADER, "Lý do"), errors.ClockConfirmedByOne, "administrator"),
    ],
)
def test_one_alone_or_without_a_reason_is_refused(
    behind: Desk, order: ConfirmClock, refusal: type[errors.DeskError], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        behind.services.care.confirm_clock(order)
    assert refused.value.field == field
    assert behind.services.verify().entries == 2


def test_a_clock_that_is_right_needs_no_confirming(desk: Desk) -> None:
    desk.receive(plain_order())
    with pytest.raises(errors.ClockNotBehind):
        desk.services.care.confirm_clock(ORDER)
