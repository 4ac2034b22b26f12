"""Fees taken and given back at a desk, for every test of money."""

from datetime import date
from typing import Any

from onestop_desktop.application.take_money import HandCash, MoneyMoved, RefundFee, TakeFee
from onestop_desktop.domain.money import CashDay
from tests.support.desk import CLERK, OFFICER, Desk, make_order

FEE = 12_000
"""Three copies of a diploma of two pages."""
TODAY = date(2026, 11, 25)


def received(desk: Desk, **order: Any) -> str:
    return desk.receive(make_order(**order)).dossier.code


def take(desk: Desk, code: str, method: str = "cash", **how: Any) -> MoneyMoved:
    return desk.services.counter.take_fee(TakeFee(code, method, OFFICER, **how))


def refund(
    desk: Desk, code: str, receipt: str = "1/2026", reason: str = "Thu nhầm", **how: Any
) -> int:
    order = RefundFee(code, receipt, reason, OFFICER, **how)
    return desk.services.counter.refund_fee(order).payment.amount


def hand(desk: Desk, amount: int, to: str = CLERK) -> CashDay:
    return desk.services.counter.hand_cash(HandCash(amount, to, OFFICER))


def cash(desk: Desk, day: date = TODAY) -> CashDay:
    return desk.services.counter.read_cash(day)
