"""One transaction over the store: a snapshot to read, or the only writer; undone if not committed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.persistence import desk_parts, journal
from onestop_desktop.persistence.accounts import SqlAccounts
from onestop_desktop.persistence.books import SqlBooks
from onestop_desktop.persistence.catalogue import SqlCatalogue
from onestop_desktop.persistence.delegations import SqlDelegations
from onestop_desktop.persistence.desk import DeskCache, SqlDesk
from onestop_desktop.persistence.dossiers import SqlDossiers
from onestop_desktop.persistence.engine import begin
from onestop_desktop.persistence.figures import SqlFigures
from onestop_desktop.persistence.lookup import SqlLookup
from onestop_desktop.persistence.money import SqlMoney
from onestop_desktop.persistence.slips import SqlSlips
from onestop_desktop.persistence.tickets import SqlTickets
from onestop_desktop.persistence.tracking import SqlTracking
from onestop_desktop.persistence.watch import TELL

TellTime = Callable[[], datetime | None]
"""This moment, or None where the store's server shall say it."""

Allow = Callable[[Entry], None]
"""Refuses an entry that may not be recorded."""


class SqlUnitOfWork:
    """The port `UnitOfWork` over one connection."""

    def __init__(
        self,
        connection: Connection,
        clock: TellTime,
        cache: DeskCache,
        parsed: dict[int, Procedure],
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._head: journal.Head | None = None
        self.allow: Allow | None = None
        self.dossiers = SqlDossiers(connection)
        self.slips = SqlSlips(connection)
        self.catalogue = SqlCatalogue(connection, parsed)
        self.desk = SqlDesk(connection, cache)
        self.accounts = SqlAccounts(connection, self.desk)
        self.delegations = SqlDelegations(connection)
        self.books = SqlBooks(connection)
        self.money = SqlMoney(connection)
        self.figures = SqlFigures(connection)
        self.tracking = SqlTracking(connection)
        self.lookup = SqlLookup(connection)
        self.tickets = SqlTickets(connection)

    def now(self) -> datetime:
        """This transaction's moment, to the second; the server's clock where no clock is given."""
        moment = self._clock()
        if moment is None:
            moment = self._connection.execute(select(func.clock_timestamp())).scalar_one()
        return local(moment).replace(microsecond=0)

    def last_recorded(self) -> datetime | None:
        """When the newest entry after the desk's opening was recorded."""
        return journal.last_recorded(self._connection)

    def record(self, entry: Entry) -> Entry:
        """Append an entry to the chain, once `allow` has nothing against it.

        One that changes the desk keeps what the desk is after it.
        """
        if self.allow is not None:
            self.allow(entry)
        if kept := desk_parts.digests(self._connection, entry.step):
            entry = replace(entry, facts={**entry.facts, desk_parts.KEPT: kept})
        recorded, self._head = journal.append(self._connection, entry, self._head)
        return recorded

    def desk_entries(self, step: Step) -> tuple[Entry, ...]:
        """The entries of a step that hang on no dossier."""
        return journal.desk_entries(self._connection, step)

    def last_desk_entry(self, step: Step) -> Entry | None:
        """The newest of them, None for none."""
        return journal.last_desk_entry(self._connection, step)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo just what happens inside when it is refused."""
        before = self._head
        try:
            with self._connection.begin_nested():
                yield
        except BaseException:
            self._head = before
            raise

    def commit(self) -> None:
        """Make it durable; the unit of work ends with it. Other PCs on the server are told."""
        told = self._head is not None or self.tickets.touched
        if told and self._connection.dialect.name != "sqlite":
            self._connection.execute(TELL)
        self._connection.commit()
        self._connection.close()


class OpenSqlUnitOfWork:
    """The port `OpenUnitOfWork` over one engine; what it caches lives as long as it does."""

    def __init__(self, engine: Engine, clock: TellTime) -> None:
        self._engine = engine
        self._clock = clock
        self._cache = DeskCache()
        self._parsed: dict[int, Procedure] = {}

    @contextmanager
    def __call__(self, *, write: bool = False, at_once: bool = False) -> Iterator[SqlUnitOfWork]:
        """A unit of work; leaving without commit undoes it."""
        with self.begin(write=write, at_once=at_once) as connection:
            if write:
                journal.lock_head(connection)
            try:
                yield self.over(connection)
            except BaseException:
                self._cache.edition = ""
                raise

    def begin(self, *, write: bool, at_once: bool = False) -> Connection:
        """A connection whose transactions read one snapshot, or are the only writer."""
        return begin(self._engine, write=write, at_once=at_once)

    def over(self, connection: Connection) -> SqlUnitOfWork:
        """The unit of work over a connection."""
        return SqlUnitOfWork(connection, self._clock, self._cache, self._parsed)
