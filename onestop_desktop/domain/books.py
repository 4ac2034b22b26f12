"""The four certification books: a number for each kind of paper, from 01 each calendar year.

Decree 23/2015 Art. 13-14, Circular 01/2020 Art. 4. Which procedure goes into which book is data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.step_errors import NotCertification


class Book(StrEnum):
    """A book by its word in catalogue and store."""

    COPIES = "copies"
    SIGNATURES = "signatures"
    TRANSLATIONS = "translations"
    DEEDS = "deeds"


SYMBOLS = {
    Book.COPIES: "SCT/BS",
    Book.SIGNATURES: "SCT/CK,ĐC",
    Book.TRANSLATIONS: "SCT/CKND",
    Book.DEEDS: "SCT/HĐ,GD",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper to certify: its title, the original's pages, the copies, its part of the fee."""

    title: str
    pages: int
    copies: int
    fee: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """A number in a book: which paper it stands for."""

    book: Book
    year: int
    volume: int
    number: int
    paper: Paper

    @property
    def written(self) -> str:
        """As it stands on the stamp: "07 quyển số 01/2026-SCT/BS"."""
        return f"{self.number:02d} quyển số {self.volume:02d}/{self.year}-{SYMBOLS[self.book]}"


@dataclass(frozen=True, slots=True)
class Certified:
    """A line of a book; `spoilt` is the reason of a number that stands for nothing any more."""

    certificate: Certificate
    dossier: str
    applicant: str
    signed_by: str
    certified_at: datetime
    spoilt: str


@dataclass(frozen=True, slots=True)
class Volume:
    """Which volume of a book is written in that year, and whether the year was closed."""

    number: int = 1
    closed: bool = False


@dataclass(frozen=True, slots=True)
class BookYear:
    """A book's year: its lines from 01, the volume written now, when and by whom it was closed."""

    book: Book
    year: int
    volume: int
    lines: tuple[Certified, ...]
    closed_at: datetime | None = None
    closed_by: str = ""


def totals(lines: Iterable[Certified]) -> dict[str, int]:
    """How many numbers, of these spoilt, copies and fees (đồng) of those that stand."""
    every = tuple(lines)
    stand = [each.certificate.paper for each in every if not each.spoilt]
    return {
        "numbers": len(every),
        "spoilt": len(every) - len(stand),
        "copies": sum(paper.copies for paper in stand),
        "fee": sum(paper.fee for paper in stand),
    }


def series(book: Book, year: int) -> str:
    """The name of a book's number series."""
    return f"book-{book.value}:{year}"


def book_of(procedure: str, books: Mapping[str, str]) -> Book:
    """The book a procedure's certificates go into (NotCertification)."""
    if procedure not in books:
        raise NotCertification(procedure=procedure)
    return Book(books[procedure])


def papers_of(dossier: Dossier) -> tuple[Paper, ...]:
    """What gets a number each: every original of a copy, else the one paper of the case."""
    facts = dossier.facts
    fee = facts["fee"]
    if facts["items"]:
        amounts = [line[2] for line in fee["lines"]] or [0] * len(facts["items"])
        return tuple(
            Paper(item["title"], item["pages"], item["copies"], amount)
            for item, amount in zip(facts["items"], amounts, strict=True)
        )
    return (Paper(dossier.procedure_name, 0, facts["sets"], fee["amount"] or 0),)


def write_certificate(certificate: Certificate) -> dict[str, Any]:
    """Plain values for the journal."""
    paper = certificate.paper
    return {
        "book": certificate.book.value,
        "year": certificate.year,
        "volume": certificate.volume,
        "number": certificate.number,
        "title": paper.title,
        "pages": paper.pages,
        "copies": paper.copies,
        "fee": paper.fee,
        "written": certificate.written,
    }
