"""The verbs of money: `pay`, `refund`, `cash`, `statement`."""

import re
from datetime import date
from typing import Any

from onestop_desktop.application.money_words import cash_words, statement_words
from onestop_desktop.application.print_money import PrintCash, PrintStatement
from onestop_desktop.application.take_money import HandCash, MoneyMoved, RefundFee, TakeFee
from onestop_desktop.cli.call import Call
from onestop_desktop.domain import errors
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.moments import read_day, write_moment
from onestop_desktop.domain.money import (
    CashDay,
    Payment,
    Statement,
    owed,
    receipt_words,
)

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


def pay(call: Call) -> int:
    """Take a dossier's fee."""
    asked = call.arguments
    order = TakeFee(
        _code(call), asked.method, call.officer, asked.amount, asked.reason, workstation="cli"
    )
    return _moved(call, call.services.counter.take_fee(order))


def refund(call: Call) -> int:
    """Give back what was paid under a receipt, or a part of it."""
    asked = call.arguments
    order = RefundFee(
        _code(call), asked.receipt, asked.reason, call.officer, asked.amount, "cli", asked.method
    )
    return _moved(call, call.services.counter.refund_fee(order))


def cash(call: Call) -> int:
    """The money of a day, or cash handed over; `--out` prints the record of the last hand-over."""
    asked, counter = call.arguments, call.services.counter
    if asked.hand is None:
        day = counter.read_cash(_day(asked.on))
    else:
        day = counter.hand_cash(HandCash(asked.hand, asked.to, call.officer, "cli"))
    if asked.out:
        entry = day.handed[-1].entry if day.handed else 0
        order = PrintCash(entry, call.officer, "cli")
        counter.print_cash(order, call.print_to(asked.out))
    _answer_cash(call, day)
    return 0


def statement(call: Call) -> int:
    """A month's statement, as PDF where `--out` says so."""
    asked, counter = call.arguments, call.services.counter
    told = _MONTH.fullmatch(asked.month.strip())
    if told is None:
        raise errors.DateImpossible(field="month", value=asked.month[:40])
    year, month = int(told[1]), int(told[2])
    found = counter.read_statement(year, month)
    facts = _statement_answer(found)
    if asked.out:
        order = PrintStatement(year, month, call.officer, "cli")
        printed = counter.print_statement(order, call.print_to(asked.out))
        facts |= {"file": asked.out, "number": printed.number, "copy": printed.copy}
    call.answer(facts, "\n".join(statement_words(found, call.language)))
    return 0


def _code(call: Call) -> str:
    return call.services.show_dossier(call.arguments.code).dossier.code


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError:
        raise errors.DateImpossible(field="on", value=text[:40]) from None


def _moved(call: Call, moved: MoneyMoved) -> int:
    facts = {**_payment(moved.payment), "owed": owed(moved.dossier)}
    call.answer(facts, f"{facts['receipt']}  {facts['code']}  {facts['amount']}")
    return 0


def _payment(payment: Payment) -> dict[str, Any]:
    return {
        "receipt": receipt_words(payment.number, payment.year),
        "code": payment.dossier,
        "procedure": payment.procedure,
        "amount": payment.amount,
        "method": payment.method.value,
        "officer": payment.officer,
        "at": write_moment(payment.at),
        "reason": payment.reason,
    }


def _answer_cash(call: Call, day: CashDay) -> None:
    facts: dict[str, Any] = {
        "day": day.day.isoformat(),
        "before": day.before,
        "cash": day.cash,
        "transfer": day.transfer,
        "held": day.held,
        "payments": [_payment(each) for each in day.payments],
        "handed": [
            {"amount": each.amount, "by": each.by, "to": each.to, "at": write_moment(each.at)}
            for each in day.handed
        ],
    }
    call.answer(facts, "\n".join(cash_words(day, call.language)))


def _statement_answer(found: Statement) -> dict[str, Any]:
    year = found.first.year
    first, last = (receipt_words(each, year) if each else "" for each in found.receipts)
    return {
        "month": f"{found.first:%Y-%m}",
        "lines": [{**as_facts(line), "total": line.total} for line in found.lines],
        "receipts": [first, last],
        "total": found.total,
    }
