"""The four certification books: read, a number spoilt, a new volume, a year closed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.reading_books import a_book, read_year
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.books import Book, BookYear, totals
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.periods import FIRST_YEAR, a_year

LONGEST_REASON, LONGEST_NAME = 500, 100
MOST_NUMBER = 1_000_000
"""Nothing beyond it is looked for: the store's numbers have an end."""
CLOSING_DAY = (12, 31)
"""Circular 01/2020 Art. 4: the year's book is closed on 31 December."""


@dataclass(frozen=True, slots=True)
class SpoilNumber:
    """The order: which number stands for nothing any more, and why."""

    book: str
    year: int
    number: int
    reason: str
    officer: str


@dataclass(frozen=True, slots=True)
class CloseBook:
    """The order: which year's book is closed, by whom, and who signs for it."""

    book: str
    year: int
    officer: str
    signed_by: str


def read_book(book: str, year: int, *, unit_of_work: OpenUnitOfWork) -> BookYear:
    """A book's year: every number in order, its volume, how it was closed (ChoiceUnknown)."""
    with unit_of_work() as uow:
        return read_year(uow, a_book(book), a_year(year))


def book_years(*, unit_of_work: OpenUnitOfWork) -> tuple[int, ...]:
    """The years in which numbers were given, newest first."""
    with unit_of_work() as uow:
        return uow.books.years()


def spoil_number(order: SpoilNumber, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Let a number keep its place with a reason.

    Refused: FieldMissing, NumberUnknown, NumberSpoilt, BookClosed.
    """
    officer = officers.may(order.officer, Step.SPOIL_NUMBER)
    book, why = a_book(order.book), _text("reason", order.reason, LONGEST_REASON)
    with unit_of_work(write=True) as uow:
        _require_open(uow, book, order.year)
        if not 1 <= order.number <= MOST_NUMBER:
            raise step_errors.NumberUnknown(field="number", number=order.number, year=order.year)
        uow.books.spoil(book, order.year, order.number, why)
        facts = {"book": book, "year": order.year, "number": order.number, "reason": why}
        _record(uow, Step.SPOIL_NUMBER, officer, facts)
    return Changes.BOOKS


def open_volume(book: str, year: int, officer: str, *, unit_of_work: OpenUnitOfWork) -> int:
    """Begin the next volume; numbers go on (BookClosed). Gives the volume's number."""
    officer, known = officers.may(officer, Step.OPEN_VOLUME), a_book(book)
    with unit_of_work(write=True) as uow:
        this_year = uow.now().year
        if year > this_year:
            raise errors.NumberOutOfRange(
                field="year", least=FIRST_YEAR, most=this_year, value=year
            )
        _require_open(uow, known, year)
        volume = uow.books.volume(known, year).number + 1
        uow.books.keep_volume(known, year, volume, None)
        _record(uow, Step.OPEN_VOLUME, officer, {"book": book, "year": year, "volume": volume})
    return volume


def close_book(order: CloseBook, *, unit_of_work: OpenUnitOfWork) -> BookYear:
    """Close a year: its totals on record, no number given in it again (BookTooEarly, BookClosed)."""
    officer, book = officers.may(order.officer, Step.CLOSE_BOOK), a_book(order.book)
    signer = _text("signed_by", order.signed_by, LONGEST_NAME)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        _require_open(uow, book, order.year)
        if now.date() < date(order.year, *CLOSING_DAY):
            raise step_errors.BookTooEarly(book=book.value, year=order.year)
        year = read_year(uow, book, order.year)
        uow.books.keep_volume(book, order.year, year.volume, now)
        facts = {
            "book": book.value,
            "year": order.year,
            "volume": year.volume,
            "signed_by": signer,
            "totals": totals(year.lines),
            "head": numbered("book", uow, take=False),
        }
        _record(uow, Step.CLOSE_BOOK, officer, facts)
    return read_book(book.value, order.year, unit_of_work=unit_of_work)


def _record(uow: UnitOfWork, step: Step, officer: str, facts: dict[str, Any]) -> None:
    now = uow.now()
    check_clock(now, uow.last_recorded())
    uow.record(Entry(step, officer, now, now, facts=facts))
    uow.commit()


def _require_open(uow: UnitOfWork, book: Book, year: int) -> None:
    if uow.books.volume(book, a_year(year)).closed:
        raise step_errors.BookClosed(book=book.value, year=year)


def _text(name: str, text: str, most: int) -> str:
    faults: list[errors.DeskError] = []
    kept = Fields({name: text}, (name,), "", faults).text(name, most, needed=True)
    raise_faults(faults)
    return kept
