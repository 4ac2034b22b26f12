"""The certification lane: received, settled, returned in one transaction; a number for each kind of paper."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.application.stepping import TakeStep, take_once
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.books import (
    Book,
    Certificate,
    Certified,
    book_of,
    papers_of,
    series,
    write_certificate,
)
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.text import nfc

BOOKS = "catalogue/books.csv"
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Certify:
    """The order: a reception's facts, and who signs: `signed_by` a leader who is present, or the
    officer himself under a `delegation`.
    """

    facts: Mapping[str, Any]
    officer: str
    signed_by: str = ""
    delegation: str = ""
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class CertifiedNow:
    """The dossier, handed back already, and the numbers for the stamp."""

    dossier: Dossier
    certificates: tuple[Certificate, ...]
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


def certify(
    order: Certify,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_secret: DrawSecret,
    read_resource: Callable[[str], str],
) -> CertifiedNow:
    """Receive, settle and return durably, all or nothing; the same request again gives the same numbers.

    Refused: what a reception or a settlement is refused for, NotCertification, SignerMissing.
    """
    with unit_of_work(write=True) as uow:
        reception = ReceiveDossier(order.facts, order.officer, order.workstation)
        received = receive_once(reception, uow, draw_secret)
        if received.repeated:
            known = tuple(each.certificate for each in uow.books.of_dossier(received.dossier.code))
            return CertifiedNow(received.dossier, known, Changes.NONE)
        book = book_of(received.dossier.procedure, _books(read_resource))
        dossier, certificates = _settled(uow, received.dossier, order, book)
        told = {"receiver": dossier.applicant.name}
        back = TakeStep(dossier.code, Step.RETURN_RESULT, told, order.officer, order.workstation)
        dossier = take_once(back, uow).dossier
        uow.commit()
    return CertifiedNow(dossier, certificates)


def spoil_number(
    book: str, year: int, number: int, reason: str, officer: str, *, unit_of_work: OpenUnitOfWork
) -> Changes:
    """Let a number keep its place with a reason (FieldMissing, NumberUnknown, NumberSpoilt)."""
    officer, why = officers.may(officer, Step.SPOIL_NUMBER), nfc(reason)
    if not why:
        raise errors.FieldMissing(field="reason")
    if len(why) > LONGEST_REASON:
        raise errors.FieldTooLong(field="reason", most=LONGEST_REASON, length=len(why))
    if book not in list(Book):
        raise errors.ChoiceUnknown(field="book", value=book, choices=[each.value for each in Book])
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        uow.books.spoil(Book(book), year, number, why)
        facts = {"book": book, "year": year, "number": number, "reason": why}
        uow.record(Entry(Step.SPOIL_NUMBER, officer, now, now, facts=facts))
        uow.commit()
    return Changes.NONE


def read_book(book: str, year: int, *, unit_of_work: OpenUnitOfWork) -> tuple[Certified, ...]:
    """Every number of a book and year, in order (ChoiceUnknown)."""
    if book not in list(Book):
        raise errors.ChoiceUnknown(field="book", value=book, choices=[each.value for each in Book])
    with unit_of_work() as uow:
        return uow.books.of_book(Book(book), year)


def _settled(
    uow: UnitOfWork, dossier: Dossier, order: Certify, book: Book
) -> tuple[Dossier, tuple[Certificate, ...]]:
    """Signed by the leader who is present, or by the officer under his delegation."""
    signer = nfc(order.signed_by) or (order.officer if order.delegation else "")
    if not signer:
        raise step_errors.SignerMissing(field="signed_by")
    certificates = _numbered(uow, dossier, book)
    facts = {
        "signed_by": signer,
        "delegation": order.delegation,
        "result_no": ", ".join(each.written for each in certificates)[:80],
    }
    beside = {
        "certificates": [write_certificate(each) for each in certificates],
        "recorded_by": order.officer,
    }
    step = TakeStep(dossier.code, Step.SETTLE, facts, signer, order.workstation)
    settled = take_once(step, uow, beside).dossier
    uow.books.add(certificates, settled, signer)
    return settled, certificates


def _numbered(uow: UnitOfWork, dossier: Dossier, book: Book) -> tuple[Certificate, ...]:
    """A number for each kind of paper, in the book's series of this year."""
    year, volume = local(uow.now()).year, uow.desk.agency().register_volume
    given = []
    for paper in papers_of(dossier):
        (number,) = uow.desk.next_numbers(series(book, year))
        given.append(Certificate(book, year, volume, number, paper))
    return tuple(given)


def _books(read_resource: Callable[[str], str]) -> dict[str, str]:
    rows = csv.DictReader(read_resource(BOOKS).splitlines())
    return {row["code"]: row["book"] for row in rows}
