"""A certification book's year inside somebody's transaction, and the entry that closed it."""

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain import errors
from onestop_desktop.domain.books import Book, BookYear
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step


def a_book(book: str) -> Book:
    """The book of that word (ChoiceUnknown)."""
    if book not in list(Book):
        raise errors.ChoiceUnknown(field="book", value=book, choices=[each.value for each in Book])
    return Book(book)


def read_year(uow: UnitOfWork, book: Book, year: int) -> BookYear:
    """Every number in order, the volume written now, how the year was closed."""
    volume = uow.books.volume(book, year)
    closing = closing_of(uow, book, year) if volume.closed else None
    lines = uow.books.of_book(book, year)
    if closing is None:
        return BookYear(book, year, volume.number, lines)
    signer = closing.facts["signed_by"]
    return BookYear(book, year, volume.number, lines, closing.recorded_at, signer)


def closing_of(uow: UnitOfWork, book: Book, year: int) -> Entry | None:
    """The entry that closed a book's year, None while it is open."""
    closing = [
        each
        for each in uow.desk_entries(Step.CLOSE_BOOK)
        if (each.facts["book"], each.facts["year"]) == (book.value, year)
    ]
    return closing[-1] if closing else None
