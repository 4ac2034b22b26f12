"""Fees taken and given back: what of a dossier is paid, each payment under its receipt number (biên lai).

What a dossier costs is in `fees.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onestop_desktop.domain import step_errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step


class Method(StrEnum):
    """How money came or went."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Payment:
    """Money of one dossier, in đồng: taken, or given back where `amount` is negative.

    `number` of `year` is the receipt's; a refund stands under the receipt it gives back from.
    `changed` says why another amount than the dossier's fee was taken, `reason` why it went back.
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


def refundable(dossier: Dossier, number: int, year: int) -> Payment:
    """The payment under that receipt with what is left of it (ReceiptUnknown, ReceiptRefunded)."""
    under = [each for each in payments_of(dossier) if (each.number, each.year) == (number, year)]
    if not under:
        raise step_errors.ReceiptUnknown(
            field="receipt", receipt=receipt_words(number, year), code=dossier.code
        )
    left = paid(under)
    if left <= 0:
        raise step_errors.ReceiptRefunded(field="receipt", receipt=receipt_words(number, year))
    first = under[0]
    return Payment(
        number,
        year,
        dossier.code,
        first.procedure,
        first.procedure_name,
        left,
        first.method,
        first.officer,
        first.at,
    )
