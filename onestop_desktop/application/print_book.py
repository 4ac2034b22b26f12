"""The certification books on paper: a month for binding, the closing of a year."""

from dataclasses import dataclass, replace

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.desk_papers import (
    DeskPaper,
    Prints,
    earlier_prints,
    record_print,
)
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import (
    DrawForm,
    OpenFile,
    OpenUnitOfWork,
    Printer,
    UnitOfWork,
    WriteReport,
)
from onestop_desktop.application.reading_books import a_book, closing_of, read_year
from onestop_desktop.domain import officers, step_errors
from onestop_desktop.domain.book_facts import BOOK, BOOK_CLOSING, book_closing, book_month
from onestop_desktop.domain.books import Book
from onestop_desktop.domain.entry import check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.masking import masked_book
from onestop_desktop.domain.moments import day_words, write_moment
from onestop_desktop.domain.periods import a_month, a_year
from onestop_desktop.domain.text import nfc


@dataclass(frozen=True, slots=True)
class PrintBook:
    """The order: which book's year, its month (0 the whole year), or the page that `closing` made.

    A table has persons only with `names`; paper always.
    """

    book: str
    year: int
    month: int
    officer: str
    workstation: str = ""
    closing: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class BookPrinted:
    """The pages and the number of this print (0 the first one)."""

    pdf: bytes
    copy: int
    changes: Changes = Changes.NONE


def print_book(
    order: PrintBook, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> BookPrinted:
    """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing).

    Refused: ChoiceUnknown, NumberOutOfRange, DayInFuture for a month to come, BookNotClosed for a
    closing before it was done, AgencyIncomplete.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _paper(uow, order), printer)
    return BookPrinted(pdf, paper.prints)


def preview_book(order: PrintBook, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm) -> bytes:
    """Exactly the pages that `print_book` would print next; nothing is recorded."""
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    return prints.preview(lambda uow: _paper(uow, order))


def export_book(
    order: PrintBook,
    *,
    unit_of_work: OpenUnitOfWork,
    write_report: WriteReport,
    open_file: OpenFile,
) -> BookPrinted:
    """A month or year of a book as a table in a file, on record as a print (what a print refuses)."""
    officer = officers.may(order.officer, Step.PRINT)
    with open_file() as out:
        with unit_of_work() as uow:
            paper = _month(uow, a_book(order.book), order)
        # A year of a busy ward takes seconds to write: nobody waits for the store meanwhile.
        lines = paper.facts.lines if order.names else map(masked_book, paper.facts.lines)
        write_report(BOOK, paper.facts, lines, out.file)
        with unit_of_work(write=True) as uow:
            check_clock(uow.now(), uow.last_recorded())
            told = {"kind": "xlsx", "names": order.names}
            paper = replace(paper, prints=len(earlier_prints(uow, paper.key)), beside=told)
            record_print(uow, paper, officer, order.workstation, out.name)
            uow.commit()
    return BookPrinted(b"", paper.prints)


def _paper(uow: UnitOfWork, order: PrintBook) -> DeskPaper:
    book = a_book(order.book)
    return _closing(uow, book, order) if order.closing else _month(uow, book, order)


def _month(uow: UnitOfWork, book: Book, order: PrintBook) -> DeskPaper:
    now, (first, _) = uow.now(), a_month(order.year, order.month or 1)
    if first > now.date():
        raise step_errors.DayInFuture(day=day_words(first))
    key = {"form": BOOK, "book": book.value, "year": order.year, "month": order.month}
    facts = book_month(
        read_year(uow, book, order.year),
        order.month,
        told=numbered(BOOK, uow, take=False),
        at=write_moment(now),
        officer=nfc(order.officer),
    )
    return DeskPaper(BOOK, facts, order.month, key, len(earlier_prints(uow, key)))


def _closing(uow: UnitOfWork, book: Book, order: PrintBook) -> DeskPaper:
    """Drawn with the desk's data of the day it was closed."""
    year = read_year(uow, book, a_year(order.year))
    entry = closing_of(uow, book, order.year)
    if entry is None or year.closed_at is None:
        raise step_errors.BookNotClosed(book=book.value, year=order.year)
    key = {"form": BOOK_CLOSING, "book": book.value, "year": order.year}
    facts = book_closing(year, year.closed_at, told=entry.facts["head"])
    return DeskPaper(BOOK_CLOSING, facts, order.year, key, len(earlier_prints(uow, key)))
