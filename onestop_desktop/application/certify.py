"""The certification lane: received, settled, returned in one transaction; a number for each kind of paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import book_number, shipped_books
from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.application.stepping import TakeStep, step_on
from onestop_desktop.domain import step_errors
from onestop_desktop.domain.books import Book, Certificate, book_of, papers_of, write_certificate
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import Payment, payments_of
from onestop_desktop.domain.text import nfc

LONGEST_RESULT = 80


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


@dataclass(frozen=True, slots=True)
class CertifiedNow:
    """The dossier, handed back already, the numbers for the stamp, the receipt of its fee."""

    dossier: Dossier
    certificates: tuple[Certificate, ...]
    payments: tuple[Payment, ...] = ()
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


def certify(
    order: Certify,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_secret: DrawSecret,
    read_resource: Callable[[str], str],
) -> CertifiedNow:
    """Receive, settle and return durably, all or nothing; the same request again gives the same numbers.

    Refused: what a reception or a settlement is refused for, NotCertification, SignerMissing,
    BookClosed.
    """
    with unit_of_work(write=True) as uow:
        done = certify_once(order, uow, draw_secret, shipped_books(read_resource))
        uow.commit()
    return done


def certify_once(
    order: Certify, uow: UnitOfWork, draw_secret: DrawSecret, books: Mapping[str, str]
) -> CertifiedNow:
    """The same inside somebody's transaction; `books` says which procedure goes into which book."""
    reception = ReceiveDossier(order.facts, order.officer, order.workstation)
    received = receive_once(reception, uow, draw_secret, paid_by="cash")
    if received.repeated:
        known = tuple(each.certificate for each in uow.books.of_dossier(received.dossier.code))
        return CertifiedNow(received.dossier, known, payments_of(received.dossier), Changes.NONE)
    book = book_of(received.dossier.procedure, books)
    dossier, certificates = _settled(uow, received.dossier, order, book)
    told = {"receiver": dossier.applicant.name}
    back = TakeStep(dossier.code, Step.RETURN_RESULT, told, order.officer, order.workstation)
    dossier = step_on(dossier, back, uow).dossier
    uow.dossiers.keep(dossier)
    return CertifiedNow(dossier, certificates, payments_of(dossier))


def _settled(
    uow: UnitOfWork, dossier: Dossier, order: Certify, book: Book
) -> tuple[Dossier, tuple[Certificate, ...]]:
    """Signed by the leader who is present, or by the officer under his delegation."""
    signer = nfc(order.signed_by) or (order.officer if order.delegation else "")
    if not signer:
        raise step_errors.SignerMissing(field="signed_by")
    certificates = tuple(book_number(uow, book, paper) for paper in papers_of(dossier))
    facts = {
        "signed_by": signer,
        "delegation": order.delegation,
        "result_no": ", ".join(each.written for each in certificates)[:LONGEST_RESULT],
    }
    beside = {
        "certificates": [write_certificate(each) for each in certificates],
        "recorded_by": order.officer,
    }
    step = TakeStep(dossier.code, Step.SETTLE, facts, signer, order.workstation)
    settled = step_on(dossier, step, uow, beside).dossier
    uow.books.add(certificates, settled, signer)
    return settled, certificates
