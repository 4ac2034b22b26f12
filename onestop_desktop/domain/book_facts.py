"""What the registers say on paper: a month of a certification book, its closing, the tracking book.

Facts alone, frozen before a page is drawn; the money's papers are in `money_facts.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onestop_desktop.domain.books import Book, BookYear, Certified, totals
from onestop_desktop.domain.moments import local, write_moment

BOOK, BOOK_CLOSING, TRACKING = "book", "book_closing", "07"
"""Keys of the forms; the tracking book is form 07 of Circular 03/2025 and form 06 of 01/2018."""


@dataclass(frozen=True, slots=True)
class BookLine:
    """A number of a book; `spoilt` is why it stands for nothing any more, `fee` in đồng."""

    number: int
    volume: int
    at: str
    applicant: str
    title: str
    pages: int
    copies: int
    fee: int
    signed_by: str
    spoilt: str


@dataclass(frozen=True, slots=True)
class BookTotals:
    """How many numbers from the first to the last (0 for none), of these spoilt; what stands."""

    numbers: int
    spoilt: int
    copies: int
    fee: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class BookMonth:
    """A month of a book for binding (Circular 01/2020 Art. 4); `so_far` is the year up to its end.

    `month` 0 is the whole year so far. `at` is the moment of the print, `volumes` those written in the month.
    """

    profile: str
    agency: Mapping[str, Any]
    book: Book
    year: int
    month: int
    at: str
    officer: str
    volumes: tuple[int, ...]
    lines: tuple[BookLine, ...]
    month_totals: BookTotals
    so_far: BookTotals


@dataclass(frozen=True, slots=True)
class BookClosing:
    """The year's closing on 31 December; `months` has twelve, `volumes` says how many were written."""

    profile: str
    agency: Mapping[str, Any]
    book: Book
    year: int
    closed_at: str
    signed_by: str
    volumes: int
    months: tuple[BookTotals, ...]
    year_totals: BookTotals


@dataclass(frozen=True, slots=True)
class TrackingHead:
    """Whose tracking book it is: a field of work and a year; `at` is the moment of the print."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    year: int
    field: str
    at: str


@dataclass(frozen=True, slots=True)
class TrackingLine:
    """A line of form 07: `number` of `volume` as the slip has it; moments as ISO text, "" for none.

    `return_by` is how the citizen wants the result, `receiver` who signed for it, `state` says how
    a dossier ended that has no result.
    """

    number: int
    volume: str
    code: str
    procedure: str
    applicant: str
    address: str
    phone: str
    agency: str
    received_at: str
    promised_at: str
    returned_at: str
    return_by: str
    receiver: str
    state: str


def book_month(
    year: BookYear, month: int, *, told: Mapping[str, Any], at: str, officer: str
) -> BookMonth:
    """The facts of a month's print (0 the year's); numbers belong to the month they were certified in."""
    before = tuple(each for each in year.lines if not month or _month(each, year.year) <= month)
    mine = tuple(each for each in before if not month or _month(each, year.year) == month)
    volumes = tuple(dict.fromkeys(each.certificate.volume for each in mine)) or (year.volume,)
    return BookMonth(
        profile=told["profile"],
        agency=told["agency"],
        book=year.book,
        year=year.year,
        month=month,
        at=at,
        officer=officer,
        volumes=volumes,
        lines=tuple(_line(each) for each in mine),
        month_totals=book_totals(mine),
        so_far=book_totals(before),
    )


def book_closing(year: BookYear, closed_at: datetime, *, told: Mapping[str, Any]) -> BookClosing:
    """The facts of a closed year."""
    months = (
        book_totals(each for each in year.lines if _month(each, year.year) == month)
        for month in range(1, 13)
    )
    return BookClosing(
        profile=told["profile"],
        agency=told["agency"],
        book=year.book,
        year=year.year,
        closed_at=write_moment(closed_at),
        signed_by=year.closed_by,
        volumes=year.volume,
        months=tuple(months),
        year_totals=book_totals(year.lines),
    )


def book_totals(lines: Iterable[Certified]) -> BookTotals:
    """The totals of some lines."""
    every = tuple(lines)
    numbers = [each.certificate.number for each in every]
    return BookTotals(**totals(every), first=min(numbers, default=0), last=max(numbers, default=0))


def _month(line: Certified, year: int) -> int:
    """A number of this year's series certified in another one stands at the year's edge."""
    at = local(line.certified_at)
    return at.month if at.year == year else 1 if at.year < year else 12


def _line(line: Certified) -> BookLine:
    certificate, paper = line.certificate, line.certificate.paper
    return BookLine(
        number=certificate.number,
        volume=certificate.volume,
        at=write_moment(line.certified_at),
        applicant=line.applicant,
        title=paper.title,
        pages=paper.pages,
        copies=paper.copies,
        fee=paper.fee,
        signed_by=line.signed_by,
        spoilt=line.spoilt,
    )
