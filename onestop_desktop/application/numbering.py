"""Numbers of forms and of certification books, one series a year, taken inside the transaction."""

from typing import Any

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.agency import write_agency
from onestop_desktop.domain.books import Book, Certificate, Paper, series
from onestop_desktop.domain.step_errors import BookClosed


def numbered(form: str, uow: UnitOfWork, *, take: bool = True) -> dict[str, Any]:
    """A new number of that form (0 for a look that takes none) and the desk as it is today
    (AgencyIncomplete).
    """
    agency = uow.desk.agency()
    agency.require_complete()
    series = f"form-{form}:{uow.now().year}"
    number = uow.desk.next_numbers(series)[0] if take else 0
    return {"number": number, "profile": uow.desk.profile(), "agency": write_agency(agency)}


def book_number(uow: UnitOfWork, book: Book, paper: Paper) -> Certificate:
    """The next number of a book in its volume of this year, for one kind of paper (BookClosed)."""
    year = uow.now().year
    volume = uow.books.volume(book, year)
    if volume.closed:
        raise BookClosed(book=book.value, year=year)
    (number,) = uow.desk.next_numbers(series(book, year))
    return Certificate(book, year, volume.number, number, paper)
