"""Fees taken and given back: what of a dossier is paid, each payment under its receipt number (biên lai).

What a dossier costs is in `fees.py`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onestop_desktop.domain import step_errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local


class Method(StrEnum):
    """How money came or went."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Paying:
    """How a fee is paid; `amount` None for what is owed, another one with its `reason`."""

    method: Method
    amount: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money of one dossier, in đồng: taken, or given back where `amount` is negative.

    `number` of `year` is the receipt's; a refund stands under the receipt it gives back from.
    `reason` says why it went back, or why another amount than the fee was taken.
    """

    number: int
    year: int
    dossier: str
    procedure: str
    procedure_name: str
    amount: int
    method: Method
    officer: str
    at: datetime
    reason: str = ""

    @property
    def is_refund(self) -> bool:
        """Whether the money went back to the citizen."""
        return self.amount < 0


_AMOUNT = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d{1,12}", re.ASCII)


def read_amount(text: str) -> int:
    """đồng typed as 12.000, 12 000 or 12000; 1.5 is no amount (ValueError)."""
    if not _AMOUNT.fullmatch(text.strip()):
        raise ValueError(f"no amount: {text!r}")
    return int(text.replace(".", "").replace(" ", ""))


MONEY = (Step.TAKE_FEE, Step.REFUND)
"""The steps by which a dossier's money moves."""


def series(year: int) -> str:
    """The name of the receipts' number series."""
    return f"fee-receipt:{year}"


def receipt_words(number: int, year: int) -> str:
    """As it stands in lists and statements: 000012/2026."""
    return f"{number:06d}/{year}"


def payment_of(dossier: Dossier, entry: Entry) -> Payment:
    """The payment an entry of the journal tells of; procedure as it was then."""
    facts = entry.facts
    return Payment(
        facts["number"],
        facts["year"],
        dossier.code,
        facts["procedure"],
        facts["procedure_name"],
        facts["amount"],
        Method(facts["method"]),
        entry.officer,
        entry.happened_at,
        facts["reason"],
    )


def payments_of(dossier: Dossier) -> tuple[Payment, ...]:
    """All money of a dossier, in order."""
    return tuple(payment_of(dossier, each) for each in dossier.entries if each.step in MONEY)


def paid(payments: Iterable[Payment]) -> int:
    """What the desk holds of them, in đồng."""
    return sum(each.amount for each in payments)


def owed(dossier: Dossier) -> int | None:
    """What is still to be paid, in đồng; None where the province's amount is not known."""
    amount = dossier.facts["fee"]["amount"]
    return None if amount is None else max(0, amount - paid(payments_of(dossier)))


def amount_taken(dossier: Dossier, asked: int | None, reason: str) -> int:
    """What is taken, in đồng: what is owed, or another amount with a reason.

    Refused: FeeUnknown, FeePaid, FeeReasonMissing.
    """
    due = owed(dossier)
    if asked is None:
        if due is None:
            raise step_errors.FeeUnknown(field="amount", code=dossier.code)
        if due == 0:
            raise step_errors.FeePaid(code=dossier.code)
        return due
    if asked != due and due is not None and not reason:
        raise step_errors.FeeReasonMissing(field="reason", amount=asked, fee=due)
    return asked


_RECEIPT = re.compile(r"0*(\d{1,9})/(\d{4})", re.ASCII)


def refundable(dossier: Dossier, receipt: str) -> Payment:
    """The payment under a receipt told as N/YEAR, with what is left of it.

    Refused: ReceiptUnknown, ReceiptRefunded.
    """
    told = _RECEIPT.fullmatch(receipt.strip())
    wanted = (int(told[1]), int(told[2])) if told else None
    under = [each for each in payments_of(dossier) if (each.number, each.year) == wanted]
    if not under:
        raise step_errors.ReceiptUnknown(field="receipt", receipt=receipt[:40], code=dossier.code)
    first, left = under[0], paid(under)
    if left <= 0:
        words = receipt_words(first.number, first.year)
        raise step_errors.ReceiptRefunded(field="receipt", receipt=words)
    return Payment(
        first.number,
        first.year,
        dossier.code,
        first.procedure,
        first.procedure_name,
        left,
        first.method,
        first.officer,
        first.at,
    )


@dataclass(frozen=True, slots=True)
class HandedCash:
    """Cash handed over, in đồng: by whom, to whom, when; `entry` is its number in the journal."""

    amount: int
    by: str
    to: str
    at: datetime
    entry: int = 0


def handed_of(entry: Entry) -> HandedCash:
    """What an entry handed over."""
    facts = entry.facts
    return HandedCash(
        facts["amount"], entry.officer, facts["to"], local(entry.happened_at), entry.sequence
    )


@dataclass(frozen=True, slots=True)
class CashDay:
    """A day's money in đồng; `before` is what lay in the till when it began."""

    day: date
    before: int
    payments: tuple[Payment, ...]
    handed: tuple[HandedCash, ...]

    @property
    def cash(self) -> int:
        """Cash taken, refunds in cash taken off."""
        return paid(each for each in self.payments if each.method is Method.CASH)

    @property
    def taken(self) -> int:
        """Cash taken, refunds left aside."""
        return self.cash + self.given_back

    @property
    def given_back(self) -> int:
        """Cash given back to citizens."""
        refunds = (each for each in self.payments if each.is_refund)
        return -paid(each for each in refunds if each.method is Method.CASH)

    @property
    def transfer(self) -> int:
        """Money by transfer, refunds taken off."""
        return paid(each for each in self.payments if each.method is Method.TRANSFER)

    @property
    def held(self) -> int:
        """What lies in the till: of the days before, taken today, handed over taken off."""
        return self.before + self.cash - sum(each.amount for each in self.handed)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One kind of fee of a month, in đồng: payments, refunds (positive), what is left for the treasury."""

    procedure: str
    name: str
    payments: int
    cash: int
    transfer: int
    refunds: int
    refunded: int

    @property
    def total(self) -> int:
        """What goes to the treasury."""
        return self.cash + self.transfer - self.refunded


@dataclass(frozen=True, slots=True)
class Statement:
    """A month's fees per kind; `receipts` are the first and last receipt numbers given, 0 for none."""

    first: date
    last: date
    lines: tuple[StatementLine, ...]
    receipts: tuple[int, int]

    @property
    def total(self) -> int:
        """What goes to the treasury, in đồng."""
        return sum(line.total for line in self.lines)


def statement_of(first: date, last: date, payments: Iterable[Payment]) -> Statement:
    """The statement of some days over their payments, kinds in the order of their codes."""
    kinds: dict[str, list[Payment]] = {}
    every = tuple(payments)
    for each in every:
        kinds.setdefault(each.procedure, []).append(each)
    given = [each.number for each in every if not each.is_refund]
    lines = tuple(_line(code, kinds[code]) for code in sorted(kinds))
    return Statement(first, last, lines, (min(given, default=0), max(given, default=0)))


def _line(code: str, payments: list[Payment]) -> StatementLine:
    taken = [each for each in payments if not each.is_refund]
    back = [each for each in payments if each.is_refund]
    return StatementLine(
        code,
        payments[-1].procedure_name,
        len(taken),
        paid(each for each in taken if each.method is Method.CASH),
        paid(each for each in taken if each.method is Method.TRANSFER),
        len(back),
        -paid(back),
    )
