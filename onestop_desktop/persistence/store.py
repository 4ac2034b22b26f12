"""The store as a whole: made new, looked at before use, verified, watched."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from onestop_desktop.application.pages import JournalCheck
from onestop_desktop.domain import errors
from onestop_desktop.domain.journal import FIRST
from onestop_desktop.persistence import journal, schema
from onestop_desktop.persistence.engine import (
    is_file,
    make_private_folder,
    open_engine,
    public_name,
    refuse_network,
)
from onestop_desktop.persistence.faults import world_faults
from onestop_desktop.persistence.guards import set_up_guards
from onestop_desktop.persistence.unit_of_work import OpenSqlUnitOfWork, SqlUnitOfWork, TellTime


class SqlStore:
    """The ports `Store` and `OpenUnitOfWork` over one address; opened at the first question."""

    def __init__(self, address: str, clock: TellTime) -> None:
        self.address = address
        self._clock = clock
        self._engine: Engine | None = None
        self._open_work: OpenSqlUnitOfWork | None = None

    def create(self) -> None:
        """Make an empty store (StoreExists where one stands, WorldFault where none can be made)."""
        with self._faults():
            if is_file(self.address):
                self._make_file()
            engine = self._connect()
            with engine.connect().execution_options(desk_write=True) as connection:
                if not is_file(self.address) and inspect(connection).has_table("chain_head"):
                    raise errors.StoreExists(store=public_name(self.address))
                _create_tables(connection)
                connection.commit()

    def remove_unfinished(self) -> None:
        """Take away a store file whose making failed half-way."""
        self.close()
        for suffix in ("", "-wal", "-shm"):
            Path(self.address + suffix).unlink(missing_ok=True)

    @contextmanager
    def unit_of_work(self, *, write: bool = False) -> Iterator[SqlUnitOfWork]:
        """A unit of work on a store that has been looked at (StoreMissing, StoreNewer …)."""
        with self._faults(), self._opened()(write=write) as work:
            yield work

    def verify(self) -> JournalCheck:
        """The journal's chain over one snapshot."""
        with self._faults(), self._snapshot() as connection:
            return journal.verify(connection)

    def mark(self) -> int:
        """The number of the last entry: it differs after every recorded act."""
        with self._faults():
            self._opened()
            with self._connect().connect() as connection:
                return journal.mark(connection)

    def close(self) -> None:
        """Let go of all connections."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self._open_work = None

    def _faults(self) -> AbstractContextManager[None]:
        return world_faults(public_name(self.address))

    def _opened(self) -> OpenSqlUnitOfWork:
        if self._open_work is None:
            if is_file(self.address):
                refuse_network(self.address)
                look_at_file(self.address)
            engine = self._connect()
            with engine.connect() as connection:
                _check_version(connection, public_name(self.address))
            self._open_work = OpenSqlUnitOfWork(engine, self._clock)
        return self._open_work

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        self._opened()
        engine = self._connect()
        options = {} if is_file(self.address) else {"isolation_level": "REPEATABLE READ"}
        with engine.connect().execution_options(**options) as connection:
            yield connection

    def _connect(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self.address)
        return self._engine

    def _make_file(self) -> None:
        path = Path(self.address)
        refuse_network(self.address)
        if path.exists() and path.stat().st_size > 0:
            raise errors.StoreExists(store=self.address)
        try:
            make_private_folder(path)
            with sqlite3.connect(path) as connection:
                connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode=WAL")
            connection.close()
        except (OSError, sqlite3.Error) as error:
            raise errors.FileUnwritable(file=self.address) from error


def look_at_file(address: str) -> None:
    """Refuse a missing file, another program's file, garbage; nothing is written."""
    path = Path(address)
    if not path.is_file() or path.stat().st_size == 0:
        raise errors.StoreMissing(store=address)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise errors.FileUnreadable(file=address) from error
    ours = head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")
    if not head.startswith(b"SQLite format 3\x00") or not ours:
        raise errors.StoreNotOurs(store=address)
    if not os.access(path, os.W_OK):
        raise errors.StoreReadOnly(store=address)


def _create_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    connection.execute(
        schema.chain_head.insert().values(id=1, sequence=0, digest=FIRST, recorded_at=None)
    )
    set_up_guards(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:version)"),
        {"version": schema.VERSION},
    )


def _check_version(connection: Connection, store: str) -> None:
    """The schema's version with one read; migrations are only loaded where it differs."""
    try:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError as error:
        raise errors.StoreNotOurs(store=store) from error
    if version != schema.VERSION:
        raise errors.StoreNewer(store=store, version=str(version))
