"""Everything the store keeps beside the journal, held against it part by part, from one snapshot."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import SQLAlchemyError

from onestop_desktop.application.pages import Fault
from onestop_desktop.application.progress import Progress
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.persistence import (
    account_copies,
    book_copies,
    chain,
    copies,
    day_counts,
    desk_parts,
    journal,
    requests,
)
from onestop_desktop.persistence.schema import dossier
from onestop_desktop.persistence.series import SeriesCheck

_PAGES = text("PRAGMA integrity_check(20)")
_QUICK = text("PRAGMA quick_check(1)")
_KEYS = text("PRAGMA foreign_key_check")
_WORDS = text("SELECT id FROM dossier_words_docsize ORDER BY id")
_UNREADABLE = (
    CodedError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    SQLAlchemyError,
)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Millions of small values come and go without a cycle among them: looking for some takes a tenth."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def page_faults(connection: Connection) -> Iterator[Fault]:
    """What SQLite finds wrong with its own pages, indexes and keys; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.execute(_PAGES):
        if found != "ok":
            yield {"page": str(found)[:200], "fault": "page_damaged"}
    for row in connection.execute(_KEYS):
        yield {"page": f"{row[0]} {row[1]}", "fault": "key_broken"}


def whole_faults(connection: Connection, progress: Progress, *, rows: bool = True) -> list[Fault]:
    """Pages, then the chain, then (`rows`) all that was copied: each only where what it stands on holds."""
    found = [*page_faults(connection)]
    whole = chain.count(connection)
    if not found:  # nothing is read from pages known to be damaged
        found += guarded("chain", lambda: chain.faults(connection, progress, 2 * whole))
    if not found and rows:
        found += faults(connection, progress, whole, 2 * whole)
    return found


def faults(connection: Connection, progress: Progress, done: int, whole: int) -> Iterator[Fault]:
    """Every part's faults; a part that cannot be read is named and the others go on (CalledOff)."""
    series, gone = SeriesCheck(), done

    def told(count: int) -> None:
        nonlocal gone
        gone += count
        if not progress(gone, whole):
            raise CalledOff

    parts: tuple[tuple[str, Callable[[], Iterable[Fault]]], ...] = (
        ("dossier", lambda: copies.faults(connection, series.take, told)),
        ("series", lambda: _series(connection, series)),
        ("delegation", lambda: copies.delegations(connection)),
        ("account", lambda: account_copies.faults(connection)),
        ("books", lambda: book_copies.faults(connection)),
        ("day_count", lambda: day_counts.faults(connection)),
        ("desk", lambda: desk_parts.faults(connection)),
        ("parked", lambda: requests.parked_faults(connection)),
        ("words", lambda: _words(connection)),
    )
    for name, look in parts:
        yield from guarded(name, look)


def quick_faults(connection: Connection) -> Iterator[Fault]:
    """The first thing wrong with SQLite's pages, without its indexes: seconds where a whole check is minutes."""
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.execute(_QUICK):
        if found != "ok":
            yield {"page": str(found)[:200], "fault": "page_damaged"}


def guarded(part: str, look: Callable[[], Iterable[Fault]]) -> Iterator[Fault]:
    """A part's faults; that it cannot be read is one (CalledOff passes)."""
    try:
        yield from look()
    except CalledOff:
        raise
    except _UNREADABLE:
        yield {"part": part, "fault": "part_unreadable"}


def _series(connection: Connection, series: SeriesCheck) -> Iterator[Fault]:
    for entry in journal.all_of_desk(connection):
        series.take(entry)
    yield from series.faults(connection)


def _words(connection: Connection) -> Iterator[Fault]:
    """Dossiers the search does not know, or knows and there are none."""
    if connection.dialect.name != "sqlite":
        return
    kept = set(connection.execute(select(dossier.c.id)).scalars())
    known = set(connection.execute(_WORDS).scalars())
    if kept != known:
        yield {"part": "words", "count": len(kept ^ known), "fault": "words_differ"}
