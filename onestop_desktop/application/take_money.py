"""Money at the counter: a fee taken, given back, the cash handed over; the day's and the month's figures."""

from dataclasses import dataclass
from datetime import date

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.paying import record_money, take_fee_once
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.tills import cash_of
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import Step, after
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.money import (
    CashDay,
    Method,
    Paying,
    Payment,
    Statement,
    payments_of,
    refundable,
    statement_of,
)
from onestop_desktop.domain.periods import a_month, a_year
from onestop_desktop.domain.reception import MOST_AMOUNT
from onestop_desktop.domain.text import same_name

LONGEST_NAME, LONGEST_REASON = 100, 500


@dataclass(frozen=True, slots=True)
class TakeFee:
    """The order: the fee of a dossier, in đồng; `amount` None for what is owed."""

    code: str
    method: str
    officer: str
    amount: int | None = None
    reason: str = ""
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class RefundFee:
    """The order: give back what is left under a receipt told as N/YEAR, or `amount` of it.

    It goes as it came unless `method` says otherwise.
    """

    code: str
    receipt: str
    reason: str
    officer: str
    amount: int | None = None
    workstation: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class HandCash:
    """The order: cash out of the till, given by the officer and taken by another, both sign."""

    amount: int
    to: str
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """The dossier and its last payment or refund."""

    dossier: Dossier
    payment: Payment
    changes: Changes = Changes.DOSSIER | Changes.MONEY


def take_fee(order: TakeFee, *, unit_of_work: OpenUnitOfWork) -> MoneyMoved:
    """Take a fee under a new receipt number.

    Refused: StepImpossible for a voided dossier, FeeUnknown, FeePaid, FeeReasonMissing.
    """
    officer = officers.may(order.officer, Step.TAKE_FEE)
    method = _method(order.method)
    reason = _text("reason", order.reason, LONGEST_REASON, needed=False)
    if order.amount is not None and not 0 < order.amount <= MOST_AMOUNT:
        raise errors.NumberOutOfRange(field="amount", least=1, most=MOST_AMOUNT, value=order.amount)
    with unit_of_work(write=True) as uow:
        dossier = _looked_at(uow, order.code, Step.TAKE_FEE)
        paying = Paying(method, order.amount, reason)
        dossier = take_fee_once(uow, dossier, paying, officer, order.workstation)
        uow.commit()
    return MoneyMoved(dossier, payments_of(dossier)[-1])


def refund_fee(order: RefundFee, *, unit_of_work: OpenUnitOfWork) -> MoneyMoved:
    """Give money back under its receipt.

    Refused: ReceiptUnknown, ReceiptRefunded, RefundTooLarge, TillTooLow.
    """
    officer = officers.may(order.officer, Step.REFUND)
    method = _method(order.method) if order.method else None
    reason = _text("reason", order.reason, LONGEST_REASON)
    with unit_of_work(write=True) as uow:
        dossier, now = _looked_at(uow, order.code, Step.REFUND), uow.now()
        left = refundable(dossier, order.receipt)
        amount = left.amount if order.amount is None else order.amount
        if not 0 < amount <= left.amount:
            raise step_errors.RefundTooLarge(field="amount", amount=amount, left=left.amount)
        back_by = method or left.method
        held = cash_of(uow, local(now).date()).held
        if back_by is Method.CASH and amount > held:
            raise step_errors.TillTooLow(field="amount", amount=amount, held=held)
        facts = {
            "number": left.number,
            "year": left.year,
            "amount": -amount,
            "method": back_by.value,
            "reason": reason,
            "procedure": left.procedure,
            "procedure_name": left.procedure_name,
        }
        entry = Entry(Step.REFUND, officer, now, now, dossier.code, order.workstation, facts)
        dossier = record_money(uow, dossier, entry)
        uow.commit()
    return MoneyMoved(dossier, payments_of(dossier)[-1])


def hand_cash(order: HandCash, *, unit_of_work: OpenUnitOfWork) -> CashDay:
    """Hand cash over, signed by two (CashTooMuch, CashSignedByOne); the day's cash after it."""
    officer = officers.may(order.officer, Step.HAND_CASH)
    to = _text("to", order.to, LONGEST_NAME)
    if same_name(to, officer):
        raise step_errors.CashSignedByOne(field="to", officer=officer)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        held = cash_of(uow, local(now).date()).held
        if not 0 < order.amount <= held:
            raise step_errors.CashTooMuch(field="amount", amount=order.amount, held=held)
        facts = {"amount": order.amount, "to": to}
        uow.record(Entry(Step.HAND_CASH, officer, now, now, "", order.workstation, facts))
        cash = cash_of(uow, local(now).date())
        uow.commit()
    return cash


def read_cash(day: date, *, unit_of_work: OpenUnitOfWork) -> CashDay:
    """The money of a day, and what lies in the till at its end (NumberOutOfRange)."""
    a_year(day.year)
    with unit_of_work() as uow:
        return cash_of(uow, day)


def read_statement(year: int, month: int, *, unit_of_work: OpenUnitOfWork) -> Statement:
    """A month's fees per kind for the treasury, due by the 5th of the next (Circular 226/2016 Art. 6)."""
    first, last = a_month(year, month)
    with unit_of_work() as uow:
        return statement_of(first, last, uow.money.between(first, last))


def _method(method: str) -> Method:
    if method not in list(Method):
        choices = [each.value for each in Method]
        raise errors.ChoiceUnknown(field="method", value=method, choices=choices)
    return Method(method)


def _looked_at(uow: UnitOfWork, code: str, step: Step) -> Dossier:
    check_clock(uow.now(), uow.last_recorded())
    dossier = uow.dossiers.get(code)
    after(dossier.state, step)
    return dossier


def _text(name: str, text: str, most: int, *, needed: bool = True) -> str:
    faults: list[errors.DeskError] = []
    kept = Fields({name: text}, (name,), "", faults).text(name, most, needed=needed)
    raise_faults(faults)
    return kept
