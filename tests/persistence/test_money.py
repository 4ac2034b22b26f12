"""Money on both databases: receipts without a gap, refunds, the till over midnight."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest

from onestop_desktop.domain import errors, step_errors
from tests.persistence.step_rows import contents
from tests.support.desk import (
    CLERK,
    LEADER,
    OFFICER,
    Desk,
    open_desk,
    plain_order,
)
from tests.support.money import FEE, cash, hand, received, refund, take


# -- a fee
def test_a_fee_is_taken_once_under_the_next_receipt(desk: Desk) -> None:
    codes = [received(desk) for _ in range(2)]
    first, second = (
        take(desk, code, way) for code, way in zip(codes, ("cash", "transfer"), strict=True)
    )
    assert [(each.payment.number, each.payment.amount) for each in (first, second)] == [
        (1, FEE),
        (2, FEE),
    ]
    assert (cash(desk).cash, cash(desk).transfer, cash(desk).held) == (FEE, FEE, FEE)
    before = contents(desk)
    with pytest.raises(step_errors.FeePaid):
        take(desk, codes[0])
    assert contents(desk) == before
    assert take(desk, received(desk)).payment.number == 3
    assert desk.services.verify().ok


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"amount": 5_000}, step_errors.FeeReasonMissing),
        ({"amount": 5_000, "reason": " "}, step_errors.FeeReasonMissing),
        ({"amount": 0, "reason": "x"}, errors.NumberOutOfRange),
        ({"amount": -1, "reason": "x"}, errors.NumberOutOfRange),
        ({"amount": 10**12, "reason": "x"}, errors.NumberOutOfRange),
        ({"method": "gold"}, errors.ChoiceUnknown),
        ({"reason": "a\u200bb"}, errors.HiddenCharacter),
    ],
)
def test_what_is_refused_takes_no_receipt_and_stores_nothing(
    desk: Desk, how: dict[str, Any], refusal: type[errors.DeskError]
) -> None:
    code = received(desk)
    before = contents(desk)
    with pytest.raises(refusal):
        take(desk, code, **how)
    assert contents(desk) == before
    assert take(desk, code, amount=5_000, reason="Miễn một phần").payment.number == 1


def test_a_fee_nobody_knows_is_typed_and_a_voided_dossier_pays_none(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    with pytest.raises(step_errors.FeeUnknown):
        take(desk, code)
    assert take(desk, code, amount=8_000).payment.amount == 8_000
    other = received(desk)
    desk.step(other, "void", LEADER, reason="Nhận nhầm")
    with pytest.raises(errors.StepImpossible):
        take(desk, other)
    with pytest.raises(errors.DossierUnknown):
        take(desk, "H99.99.99-261125-0099")


def test_another_amount_needs_a_reason_and_the_rest_stays_owed(desk: Desk) -> None:
    code = received(desk)
    first = take(desk, code, amount=5_000, reason="Thiếu tiền lẻ").payment
    assert (first.amount, first.reason) == (5_000, "Thiếu tiền lẻ")
    assert take(desk, code, "transfer").payment.amount == FEE - 5_000
    take(desk, code, amount=1_000, reason="Thu thêm")
    # More than the fee was taken: nothing is owed, not less than nothing.
    with pytest.raises(step_errors.FeePaid):
        take(desk, code)
    assert (cash(desk).cash, cash(desk).transfer) == (6_000, FEE - 5_000)


def test_receipts_begin_again_each_year(desk: Desk) -> None:
    assert take(desk, received(desk)).payment.number == 1
    desk.clock.set("2027-01-04T08:00")
    payment = take(desk, received(desk)).payment
    assert (payment.number, payment.year) == (1, 2027)


# -- money given back
def test_money_goes_back_under_its_receipt_and_never_more_than_came(desk: Desk) -> None:
    code, other = received(desk), received(desk)
    take(desk, code)
    take(desk, other)
    assert refund(desk, code, amount=2_000) == -2_000
    before = contents(desk)
    for amount in (10_001, 0, -5, 10**12):
        with pytest.raises(step_errors.RefundTooLarge):
            refund(desk, code, amount=amount)
    for receipt in ("2/2026", "9/2026", "1/2025", "1", "", "1/26", "1.2026", "-1/2026", "1/2026/"):
        with pytest.raises(step_errors.ReceiptUnknown):
            refund(desk, code, receipt)
    with pytest.raises(errors.FieldMissing):
        refund(desk, code, reason=" ")
    assert contents(desk) == before
    assert refund(desk, code, " 000001/2026 ") == -10_000
    with pytest.raises(step_errors.ReceiptRefunded):
        refund(desk, code)
    assert cash(desk).cash == FEE
    assert take(desk, code).payment.number == 3  # owed again
    assert desk.services.verify().ok


def test_money_goes_back_as_it_came_or_as_is_asked_and_never_cash_the_till_lacks(
    desk: Desk,
) -> None:
    code, other = received(desk), received(desk)
    take(desk, code, "transfer")
    assert refund(desk, code, amount=2_000) == -2_000
    assert (cash(desk).cash, cash(desk).transfer) == (0, FEE - 2_000)
    take(desk, other)
    hand(desk, FEE - 500)
    before = contents(desk)
    with pytest.raises(step_errors.TillTooLow) as refused:
        refund(desk, other, "2/2026")
    assert (refused.value.facts["held"], refused.value.facts["amount"]) == (500, FEE)
    with pytest.raises(step_errors.TillTooLow):
        refund(desk, code, method="cash")
    with pytest.raises(errors.ChoiceUnknown):
        refund(desk, other, "2/2026", method="gold")
    assert contents(desk) == before
    assert refund(desk, other, "2/2026", amount=500) == -500
    assert refund(desk, other, "2/2026", method="transfer") == 500 - FEE
    assert (cash(desk).held, cash(desk).taken, cash(desk).given_back) == (0, FEE, 500)
    assert desk.services.verify().ok


# -- the till
def test_cash_goes_on_over_midnight_and_is_handed_over_between_two(desk: Desk) -> None:
    desk.clock.set("2026-11-25T23:59:50")
    take(desk, received(desk))
    desk.clock.set("2026-11-26T00:00:10")
    take(desk, received(desk))
    tomorrow = date(2026, 11, 26)
    assert (cash(desk).before, cash(desk).cash, cash(desk).held) == (0, FEE, FEE)
    assert (cash(desk, tomorrow).before, cash(desk, tomorrow).held) == (FEE, 2 * FEE)
    before = contents(desk)
    for amount in (2 * FEE + 1, 0, -1):
        with pytest.raises(step_errors.CashTooMuch):
            hand(desk, amount)
    for to in (OFFICER, f" {OFFICER.upper()} "):
        with pytest.raises(step_errors.CashSignedByOne):
            hand(desk, 1, to)
    with pytest.raises(errors.FieldMissing):
        hand(desk, 1, "")
    assert contents(desk) == before
    day = hand(desk, 20_000)
    assert (day.held, [each.amount for each in day.handed]) == (4_000, [20_000])
    assert (day.handed[0].by, day.handed[0].to) == (OFFICER, CLERK)
    assert (cash(desk).held, cash(desk, date(2026, 11, 27)).before) == (FEE, 4_000)


def test_two_counters_at_once_give_receipts_from_1_without_a_gap(desk: Desk) -> None:
    others = [desk, open_desk(desk.address, desk.clock)]

    def some(on: Desk) -> list[int]:
        return [take(on, received(on)).payment.number for _ in range(8)]

    with ThreadPoolExecutor(2) as pool:
        given = [number for found in pool.map(some, others) for number in found]
    others[1].store.close()
    assert sorted(given) == list(range(1, 17))
    assert desk.services.verify().ok
