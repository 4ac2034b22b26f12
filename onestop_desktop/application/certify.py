"""The certification lane: received, settled, returned in one transaction; a number for each kind of paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.application.stepping import TakeStep, step_on
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.books import Book, Certificate, book_of
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import Payment, payments_of
from onestop_desktop.domain.officers import LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Certify:
    """The order: a reception's facts, and who signs: `signed_by` a leader who is present, or the
    officer himself under a `delegation`. The fee is taken in cash unless `paid_by` says otherwise.
    """

    facts: Mapping[str, Any]
    officer: str
    signed_by: str = ""
    delegation: str = ""
    workstation: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class CertifiedNow:
    """The dossier, handed back already, the numbers for the stamp, the receipt of its fee."""

    dossier: Dossier
    certificates: tuple[Certificate, ...]
    payments: tuple[Payment, ...] = ()
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


def certify(
    order: Certify, *, unit_of_work: OpenUnitOfWork, draw_secret: DrawSecret
) -> CertifiedNow:
    """Receive, settle and return durably, all or nothing; the same request again gives the same numbers.

    Refused: what a reception or a settlement is refused for, NotCertification, SignerMissing,
    SignerReceivedIt, BookClosed.
    """
    with unit_of_work(write=True) as uow:
        done = certify_once(order, uow, draw_secret)
        uow.commit()
    return done


def certify_once(order: Certify, uow: UnitOfWork, draw_secret: DrawSecret) -> CertifiedNow:
    """The same inside somebody's transaction."""
    signer = _signer(order)
    reception = ReceiveDossier(order.facts, order.officer, order.workstation, ticket=order.ticket)
    received = receive_once(reception, uow, draw_secret, paid_by="cash")
    dossier = received.dossier
    if received.repeated:
        return CertifiedNow(dossier, _standing(uow, dossier), payments_of(dossier), Changes.NONE)
    book = book_of(dossier.procedure, uow.books.kinds())
    if book is Book.COPIES and not dossier.facts["items"]:
        raise errors.FieldMissing(field="items")
    facts = {"signed_by": signer, "delegation": order.delegation}
    settle = TakeStep(dossier.code, Step.SETTLE, facts, signer, order.workstation)
    try:
        dossier = step_on(dossier, settle, uow, {"recorded_by": order.officer}).dossier
    except step_errors.SettlesOwnReception:
        # Its code is rolled back with it: only the signer is told of.
        raise step_errors.SignerReceivedIt(field="signed_by", officer=signer) from None
    told = {"receiver": dossier.applicant.name}
    back = TakeStep(dossier.code, Step.RETURN_RESULT, told, order.officer, order.workstation)
    dossier = step_on(dossier, back, uow).dossier
    uow.dossiers.keep(dossier)
    return CertifiedNow(dossier, _standing(uow, dossier), payments_of(dossier))


def _standing(uow: UnitOfWork, dossier: Dossier) -> tuple[Certificate, ...]:
    """The numbers a stamp may show: those that were not spoilt."""
    known = uow.books.of_dossier(dossier.code)
    return tuple(each.certificate for each in known if not each.spoilt)


def _signer(order: Certify) -> str:
    """The leader who is present, or the officer under his delegation; looked at as its own field."""
    faults: list[errors.DeskError] = []
    facts = {"signed_by": order.signed_by or (order.officer if order.delegation else "")}
    signer = Fields(facts, ("signed_by",), "", faults).text("signed_by", LONGEST_NAME)
    raise_faults(faults)
    if not signer:
        raise step_errors.SignerMissing(field="signed_by")
    return signer
