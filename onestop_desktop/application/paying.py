"""Money inside somebody's transaction: a fee taken under a new receipt number, on record and in the books."""

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import Paying, amount_taken, owed, payment_of, series


def take_fee_once(
    uow: UnitOfWork, dossier: Dossier, paying: Paying, officer: str, workstation: str
) -> Dossier:
    """The dossier with its fee taken (FeeUnknown, FeePaid, FeeReasonMissing)."""
    now = uow.now()
    amount = amount_taken(dossier, paying.amount, paying.reason)
    (number,) = uow.desk.next_numbers(series(now.year))
    facts = {
        "number": number,
        "year": now.year,
        "amount": amount,
        "owed": owed(dossier),
        "method": paying.method.value,
        "reason": paying.reason,
        "procedure": dossier.procedure,
        "procedure_name": dossier.procedure_name,
    }
    entry = Entry(Step.TAKE_FEE, officer, now, now, dossier.code, workstation, facts)
    return record_money(uow, dossier, entry)


def record_money(uow: UnitOfWork, dossier: Dossier, entry: Entry) -> Dossier:
    """The entry of a payment or refund, and its line in the money kept beside it."""
    recorded = uow.record(entry)
    uow.money.add(payment_of(dossier, recorded), recorded.sequence)
    return dossier.after(recorded)
