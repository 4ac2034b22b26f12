"""Money at the counter on both databases: fees, refunds, cash handed over, the statement, to the đồng."""

from datetime import date
from typing import Any

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.take_money import HandCash, MoneyMoved, RefundFee, TakeFee
from onestop_desktop.domain import errors, step_errors
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order

TODAY = date(2026, 11, 25)
FEE = 12_000
"""Two pages, three copies of one original at 2,000 đồng."""


def receive(desk: Desk) -> str:
    """A certified copy received and not yet paid."""
    dossier = desk.receive(make_order()).dossier
    assert dossier.facts["fee"]["amount"] == FEE
    return dossier.code


def take(desk: Desk, code: str, method: str = "cash", **told: Any) -> MoneyMoved:
    return desk.services.counter.take_fee(TakeFee(code, method, OFFICER, **told))


def refund(desk: Desk, code: str, number: int = 1, **told: Any) -> MoneyMoved:
    told = {"reason": "Thu nhầm", **told}
    return desk.services.counter.refund_fee(RefundFee(code, number, 2026, officer=OFFICER, **told))


def test_what_is_owed_is_taken_once_under_the_next_receipt(desk: Desk) -> None:
    one, two = receive(desk), receive(desk)
    moved = [take(desk, code).payment for code in (one, two)]
    assert [(each.number, each.year, each.amount) for each in moved] == [
        (1, 2026, FEE),
        (2, 2026, FEE),
    ]
    with pytest.raises(step_errors.FeePaid):
        take(desk, one)
    cash = desk.services.counter.read_cash(TODAY)
    assert (cash.before, cash.cash, cash.transfer, cash.held) == (0, 2 * FEE, 0, 2 * FEE)


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"amount": 5_000}, step_errors.FeeReasonMissing),
        ({"amount": 5_000, "reason": "  "}, step_errors.FeeReasonMissing),
        ({"amount": 0}, errors.NumberOutOfRange),
        ({"amount": -FEE}, errors.NumberOutOfRange),
        ({"method": "gold"}, errors.ChoiceUnknown),
        ({"amount": 5_000, "reason": "a\u202eb"}, errors.HiddenCharacter),
    ],
)
def test_a_fee_that_is_refused_takes_no_number_and_stores_nothing(
    desk: Desk, told: dict[str, Any], refusal: type[errors.DeskError]
) -> None:
    code = receive(desk)
    before = contents(desk)
    with pytest.raises(refusal):
        take(desk, code, **told)
    assert contents(desk) == before
    assert take(desk, code).payment.number == 1


def test_another_amount_needs_a_reason_and_the_rest_stays_owed(desk: Desk) -> None:
    code = receive(desk)
    first = take(desk, code, amount=5_000, reason="Thiếu tiền lẻ").payment
    assert (first.amount, first.reason) == (5_000, "Thiếu tiền lẻ")
    assert take(desk, code, "transfer").payment.amount == FEE - 5_000
    more = take(desk, code, amount=1_000, reason="Thu thêm").payment
    assert (
        more.amount == 1_000
    )  # more than the fee was taken: nothing is owed, not less than nothing
    with pytest.raises(step_errors.FeePaid):
        take(desk, code)
    cash = desk.services.counter.read_cash(TODAY)
    assert (cash.cash, cash.transfer, cash.held) == (6_000, FEE - 5_000, 6_000)


def test_a_fee_the_catalogue_does_not_know_is_typed_without_a_reason(desk: Desk) -> None:
    dossier = desk.receive(plain_order("2.000528")).dossier  # set by the province
    assert dossier.facts["fee"]["amount"] is None
    code = dossier.code
    with pytest.raises(step_errors.FeeUnknown):
        take(desk, code)
    assert take(desk, code, amount=30_000).payment.amount == 30_000


def test_a_refund_gives_back_what_is_left_under_its_receipt_and_no_more(desk: Desk) -> None:
    code = receive(desk)
    take(desk, code)
    part = refund(desk, code, amount=2_000).payment
    assert (part.number, part.amount, part.is_refund) == (1, -2_000, True)
    for amount in (FEE - 1_999, 0, -5):
        with pytest.raises(step_errors.RefundTooLarge):
            refund(desk, code, amount=amount)
    assert refund(desk, code).payment.amount == 2_000 - FEE
    with pytest.raises(step_errors.ReceiptRefunded):
        refund(desk, code)
    with pytest.raises(step_errors.ReceiptUnknown):
        refund(desk, code, number=2)
    with pytest.raises(errors.FieldMissing):
        refund(desk, code, reason=" ")
    assert desk.services.counter.read_cash(TODAY).held == 0
    assert take(desk, code).payment.number == 2
    assert desk.services.verify().ok


def test_money_by_transfer_goes_back_by_transfer_and_never_through_the_till(desk: Desk) -> None:
    code = receive(desk)
    take(desk, code, "transfer")
    refund(desk, code, amount=2_000)
    cash = desk.services.counter.read_cash(TODAY)
    assert (cash.cash, cash.transfer, cash.held) == (0, FEE - 2_000, 0)


def test_cash_is_handed_over_by_two_and_what_is_left_lies_there_tomorrow(desk: Desk) -> None:
    take(desk, receive(desk))
    counter = desk.services.counter
    before = contents(desk)
    for amount in (FEE + 1, 0, -1):
        with pytest.raises(step_errors.CashTooMuch):
            counter.hand_cash(HandCash(amount, LEADER, OFFICER))
    with pytest.raises(step_errors.CashSignedByOne):
        counter.hand_cash(HandCash(1_000, OFFICER.upper(), OFFICER))
    assert contents(desk) == before
    assert counter.hand_cash(HandCash(FEE - 500, LEADER, OFFICER)).held == 500
    desk.clock.set("2026-11-26T09:00")
    take(desk, receive(desk))
    cash = counter.read_cash(date(2026, 11, 26))
    assert (cash.before, cash.cash, cash.handed, cash.held) == (500, FEE, (), FEE + 500)
    assert counter.read_cash(TODAY).held == 500


def test_the_months_statement_has_each_kind_its_refunds_and_the_receipts_given(desk: Desk) -> None:
    counter = desk.services.counter
    counter.certify(Certify(make_order(), OFFICER, LEADER))
    back = counter.certify(Certify(make_order(), OFFICER, LEADER)).dossier.code
    counter.certify(Certify(plain_order("2.000884"), OFFICER, LEADER))
    desk.clock.set("2026-12-01T08:00")
    late = receive(desk)
    take(desk, late, "transfer")
    refund(desk, back, 2, amount=2_000)
    november = counter.read_statement(2026, 11)
    assert (november.first, november.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert [(line.procedure, line.payments, line.cash) for line in november.lines] == [
        ("2.000815", 2, 2 * FEE),
        ("2.000884", 1, 10_000),
    ]
    assert (november.total, november.receipts) == (2 * FEE + 10_000, (1, 3))
    december = counter.read_statement(2026, 12)
    (line,) = december.lines
    assert (line.payments, line.cash, line.transfer) == (1, 0, FEE)
    assert (line.refunds, line.refunded, line.total) == (1, 2_000, FEE - 2_000)
    assert (december.total, december.receipts) == (FEE - 2_000, (4, 4))
    for month in (0, 13):
        with pytest.raises(errors.NumberOutOfRange):
            counter.read_statement(2026, month)


def test_receipts_begin_again_each_year_and_a_voided_dossier_pays_nothing(desk: Desk) -> None:
    take(desk, receive(desk))
    desk.clock.set("2027-01-04T08:00")
    code = receive(desk)
    assert take(desk, code).payment.number == 1
    voided = receive(desk)
    desk.step(voided, "void", reason="Nhận nhầm")
    with pytest.raises(errors.StepImpossible):
        take(desk, voided)
