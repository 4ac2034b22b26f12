"""What use cases need from outside, as narrow protocols with fakes in the tests."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, BinaryIO, Protocol

from onestop_desktop.application.pages import (
    DossierRow,
    JournalCheck,
    News,
    Page,
    ParkedRow,
    SlipRow,
)
from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.book_facts import TrackingLine
from onestop_desktop.domain.books import Book, Certificate, Certified, Volume
from onestop_desktop.domain.calendar import CalendarRows, WorkingCalendar
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import Payment
from onestop_desktop.domain.procedure import Procedure

Clock = Callable[[], datetime]
DrawSecret = Callable[[], tuple[str, str]]
"""Draws a look-up token (32 hex digits) and a secret (8 letters)."""
DrawForm = Callable[..., bytes]
WriteReport = Callable[[str, Any, Iterable[Any], BinaryIO], None]
"""(number, head, lines, into): a report as a table for a spreadsheet, its lines as they come."""


class Printer(Protocol):
    """Where paper comes out. Raises PrinterFailed with a reason."""

    @property
    def name(self) -> str: ...

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Hand the PDF over; returns once the printer's queue has it."""


class NewFile(Protocol):
    """A file while it is written, private to this user."""

    @property
    def file(self) -> BinaryIO: ...
    @property
    def name(self) -> str: ...

    def drop(self) -> None:
        """Leave nothing behind."""


class OpenFile(Protocol):
    """Opens a file that stands in its place, whole, when the block ends well (FileUnwritable)."""

    def __call__(self) -> AbstractContextManager[NewFile]: ...


class Dossiers(Protocol):
    """Dossiers by code, their rows for lists, their words for search."""

    def get(self, code: str) -> Dossier: ...
    def entries(self, code: str) -> tuple[Entry, ...]: ...
    def row(self, code: str) -> DossierRow: ...
    def rows(self, codes: tuple[str, ...]) -> tuple[DossierRow, ...]: ...
    def code_of_official(self, official: str) -> str: ...
    def code_of_request(self, request_id: str) -> tuple[str, str] | None: ...
    def remember_request(self, request_id: str, digest: str, code: str) -> None: ...
    def add(self, dossier: Dossier, slip: int) -> None: ...
    def keep(self, dossier: Dossier) -> None: ...
    def queue(self, after: str = "", limit: int = 100) -> Page: ...
    def listed(
        self, *, state: str, on: date | None, sort: str, after: str = "", limit: int = 100
    ) -> Page: ...
    def find(self, text: str, limit: int = 50) -> tuple[DossierRow, ...]: ...
    def of_identity(self, identity: str, limit: int = 20) -> tuple[DossierRow, ...]: ...
    def open_count(self) -> int: ...
    def usual_procedures(self, limit: int = 8) -> tuple[str, ...]: ...


class Slips(Protocol):
    """Frozen facts of printed forms."""

    def add(self, form: str, version: int, facts: Mapping[str, Any], visit: str) -> int: ...
    def of_dossier(self, code: str) -> SlipRow: ...
    def of_visit(self, visit: str) -> tuple[SlipRow, tuple[str, ...]] | None: ...
    def move(self, codes: Iterable[str], slip: int) -> None: ...
    def note_print(self, slip: int, sha256: str) -> int: ...


class Catalogue(Protocol):
    """Versions of procedures."""

    def in_force(self, code: str, day: date) -> Procedure: ...
    def version(self, version: int) -> Procedure: ...
    def all_in_force(self, day: date) -> tuple[Procedure, ...]: ...
    def add(self, procedure: Procedure) -> bool: ...
    def provinces(self) -> Mapping[str, str]: ...


class DeskFacts(Protocol):
    """Agency data, calendar, number series, parked receptions."""

    def agency(self) -> Agency: ...
    def keep_agency(self, agency: Agency) -> None: ...
    def profile(self) -> str: ...
    def keep_profile(self, profile: str) -> None: ...
    def calendar(self) -> WorkingCalendar: ...
    def calendar_rows(self) -> CalendarRows: ...
    def keep_calendar(self, rows: CalendarRows) -> None: ...
    def next_numbers(self, *series: str) -> tuple[int, ...]: ...
    def park(self, row: ParkedRow) -> int: ...
    def parked(self) -> tuple[ParkedRow, ...]: ...
    def unpark(self, parked: int) -> None: ...


class Delegations(Protocol):
    """Who may settle in the leader's place."""

    def all(self) -> tuple[Delegation, ...]: ...
    def of(self, officer: str) -> tuple[Delegation, ...]: ...
    def add(self, delegation: Delegation) -> None: ...


class Books(Protocol):
    """The numbers of the certification books."""

    def add(
        self, certificates: tuple[Certificate, ...], dossier: Dossier, signed_by: str
    ) -> None: ...
    def volume(self, book: Book, year: int) -> Volume: ...
    def keep_volume(
        self, book: Book, year: int, volume: int, closed_at: datetime | None
    ) -> None: ...
    def years(self) -> tuple[int, ...]: ...
    def of_dossier(self, code: str) -> tuple[Certified, ...]: ...
    def of_book(self, book: Book, year: int) -> tuple[Certified, ...]: ...
    def spoil(self, book: Book, year: int, number: int, reason: str) -> None: ...


class Money(Protocol):
    """Payments and refunds."""

    def add(self, payment: Payment, sequence: int) -> None: ...
    def between(self, first: date, last: date) -> tuple[Payment, ...]: ...
    def cash_before(self, day: date) -> int: ...


class Tracking(Protocol):
    """The lines of the tracking book, per field of work and year."""

    def fields(self, year: int) -> dict[str, int]: ...
    def lines(self, year: int, field: str) -> Iterator[TrackingLine]: ...


class UnitOfWork(Protocol):
    """One transaction over the store; what is not committed is undone on leaving."""

    @property
    def dossiers(self) -> Dossiers: ...
    @property
    def slips(self) -> Slips: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def desk(self) -> DeskFacts: ...
    @property
    def delegations(self) -> Delegations: ...
    @property
    def books(self) -> Books: ...
    @property
    def money(self) -> Money: ...
    @property
    def tracking(self) -> Tracking: ...

    def now(self) -> datetime:
        """This transaction's moment; the server's clock on a shared store."""

    def last_recorded(self) -> datetime | None:
        """When the newest entry after the desk's opening was recorded."""

    def record(self, entry: Entry) -> Entry:
        """Append an entry to the chain; gives it back with its number."""

    def desk_entries(self, step: Step) -> tuple[Entry, ...]:
        """The entries of a step that hang on no dossier, in their order."""

    def savepoint(self) -> AbstractContextManager[Any]:
        """Undo just what happens inside when it is refused."""

    def commit(self) -> None: ...


class OpenUnitOfWork(Protocol):
    """Opens a unit of work: for reading one snapshot, or (`write`) as the only writer."""

    def __call__(self, *, write: bool = False) -> AbstractContextManager[UnitOfWork]: ...


class Watch(Protocol):
    """Tells whether there is news; asked from one thread at a time."""

    def moved(self) -> bool:
        """Whether anything was recorded since this was asked last (WorldFault where the store is gone).

        Asks no table. True at first, and after the store was gone: it may have missed something.
        """

    def close(self) -> None: ...


class Store(Protocol):
    """The store as a whole: made, checked, watched."""

    def create(self) -> AbstractContextManager[UnitOfWork]:
        """Make it and fill it in one transaction; nothing stands there unless that commits."""

    def verify(self) -> JournalCheck: ...
    def close(self) -> None: ...
    def news(self, since: int) -> News:
        """The number of the last entry, the steps recorded after that of `since`, on which dossiers.

        Cheap enough to ask each second.
        """

    def watch(self) -> Watch:
        """A watch over what anybody records here; nothing is connected yet."""
