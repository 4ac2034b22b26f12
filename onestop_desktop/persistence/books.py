"""The numbers of the certification books: given once, never taken back, spoilt with a reason."""

import csv
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from onestop_desktop.domain.books import Book, Certificate, Certified, Paper, Volume
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import at
from onestop_desktop.domain.step_errors import NumberSpoilt, NumberUnknown
from onestop_desktop.persistence.day_schema import book_year
from onestop_desktop.persistence.day_schema import certification as table
from onestop_desktop.settings import resources

_ONE = select(table).where(
    table.c.book == bindparam("book"),
    table.c.year == bindparam("year"),
    table.c.number == bindparam("number"),
)
_VOLUME = select(book_year.c.volume, book_year.c.closed_at).where(
    book_year.c.book == bindparam("book"), book_year.c.year == bindparam("year")
)
_OF_DOSSIER = select(table).where(table.c.dossier == bindparam("code"))
_OF_DAY = (
    select(table)
    .where(table.c.certified_at >= bindparam("first"), table.c.certified_at < bindparam("end"))
    .order_by(table.c.book, table.c.number)
)
_OF_BOOK = (
    select(table)
    .where(table.c.book == bindparam("book"), table.c.year == bindparam("year"))
    .order_by(table.c.number)
)


class SqlBooks:
    """The port `Books` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, certificates: tuple[Certificate, ...], dossier: Dossier, signed_by: str) -> None:
        """Keep the numbers just given to a dossier's papers."""
        rows = [
            {
                "book": each.book.value,
                "year": each.year,
                "number": each.number,
                "volume": each.volume,
                "dossier": dossier.code,
                "title": each.paper.title,
                "pages": each.paper.pages,
                "copies": each.paper.copies,
                "fee": each.paper.fee,
                "applicant": dossier.applicant.name,
                "signed_by": signed_by,
                "certified_at": dossier.settled_at,
                "spoilt": "",
            }
            for each in certificates
        ]
        self._connection.execute(insert(table), rows)

    def volume(self, book: Book, year: int) -> Volume:
        """The volume written in that year: the first until another is opened."""
        row = self._connection.execute(_VOLUME, {"book": book.value, "year": year}).first()
        return Volume() if row is None else Volume(row.volume, row.closed_at is not None)

    def keep_volume(self, book: Book, year: int, volume: int, closed_at: datetime | None) -> None:
        """Another volume, or a year that is closed."""
        key = {"book": book.value, "year": year}
        values = {**key, "volume": volume, "closed_at": closed_at}
        self._connection.execute(
            delete(book_year).where(book_year.c.book == book.value, book_year.c.year == year)
        )
        self._connection.execute(insert(book_year), values)

    def years(self) -> tuple[int, ...]:
        """The years in which numbers were given, newest first."""
        found = select(table.c.year).distinct().order_by(table.c.year.desc())
        return tuple(self._connection.execute(found).scalars())

    def of_dossier(self, code: str) -> tuple[Certified, ...]:
        """The numbers of a dossier, in their order."""
        found = self._connection.execute(_OF_DOSSIER, {"code": code})
        return tuple(
            sorted((_certified(row) for row in found), key=lambda each: each.certificate.number)
        )

    def of_book(self, book: Book, year: int) -> tuple[Certified, ...]:
        """Every number of a book and year, from 01."""
        found = self._connection.execute(_OF_BOOK, {"book": book.value, "year": year})
        return tuple(_certified(row) for row in found)

    def of_day(self, day: date) -> tuple[Certified, ...]:
        """The numbers given on a day, by book and number."""
        start = at(day, time(0))
        found = self._connection.execute(_OF_DAY, {"first": start, "end": start + timedelta(1)})
        return tuple(_certified(row) for row in found)

    def kinds(self) -> Mapping[str, str]:
        """Which procedure's certificates go into which book, as shipped."""
        return shipped_kinds()

    def spoil(self, book: Book, year: int, number: int, reason: str) -> None:
        """Mark a number as spoilt; its place stays (NumberUnknown, NumberSpoilt)."""
        wanted = {"book": book.value, "year": year, "number": number}
        row = self._connection.execute(_ONE, wanted).first()
        if row is None:
            raise NumberUnknown(field="number", number=number, year=year)
        if row.spoilt:
            raise NumberSpoilt(field="number", number=number, year=year)
        marked = update(table).where(
            table.c.book == book.value, table.c.year == year, table.c.number == number
        )
        self._connection.execute(marked.values(spoilt=reason))


def _certified(row: Any) -> Certified:
    paper = Paper(row.title, row.pages, row.copies, row.fee)
    certificate = Certificate(Book(row.book), row.year, row.volume, row.number, paper)
    return Certified(
        certificate, row.dossier, row.applicant, row.signed_by, row.certified_at, row.spoilt
    )


@lru_cache(maxsize=1)
def shipped_kinds() -> Mapping[str, str]:
    """Procedure to book, from the shipped file."""
    file = resources() / "catalogue" / "books.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["book"] for row in csv.DictReader(lines)}
