"""The store as a whole: made new, looked at before use, carried to this version, verified, watched."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from onestop_desktop.application.pages import JournalCheck, News, Room
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.domain import errors
from onestop_desktop.persistence import aside, chain, doctor, journal, schema
from onestop_desktop.persistence.ballast import WARN_BELOW, Ballast
from onestop_desktop.persistence.engine import (
    begin,
    is_file,
    make_private_folder,
    open_engine,
    public_name,
    refuse_network,
)
from onestop_desktop.persistence.faults import world_faults
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.unit_of_work import OpenSqlUnitOfWork, SqlUnitOfWork, TellTime
from onestop_desktop.persistence.watch import StoreWatch
from onestop_desktop.persistence.whole_files import forget

SQLITE = b"SQLite format 3\x00"


class SqlStore:
    """The ports `Store` and `OpenUnitOfWork` over one address; opened at the first question."""

    def __init__(self, address: str, clock: TellTime, history: History = SHIPPED) -> None:
        self.address = address
        self._clock = clock
        self._history = history
        self._engine: Engine | None = None
        self._open_work: OpenSqlUnitOfWork | None = None
        self._ballast = Ballast(address) if is_file(address) else None

    @contextmanager
    def create(self) -> Iterator[SqlUnitOfWork]:
        """Make a store and fill it in one transaction (StoreExists, WorldFault where none can be made).

        Nothing stands there unless the block commits; what a killed program left is taken over.
        """
        with self._faults():
            made = is_file(self.address) and make_file(self.address)
            work = OpenSqlUnitOfWork(self._connect(), self._clock)
            try:
                with work.begin(write=True) as connection:
                    if inspect(connection).has_table("alembic_version"):
                        made = False
                        raise errors.StoreExists(store=public_name(self.address))
                    schema.create_tables(connection)
                    yield work.over(connection)
            except BaseException:
                self.close()
                if made:
                    forget(Path(self.address))
                raise

    @contextmanager
    def unit_of_work(
        self, *, write: bool = False, at_once: bool = False
    ) -> Iterator[SqlUnitOfWork]:
        """A unit of work on a store that has been looked at (StoreMissing, StoreNewer …).

        `at_once`: StoreLocked after a moment, where another writes.
        """
        with self._faults(), self._opened()(write=write, at_once=at_once) as work:
            yield work

    def verify(self, progress: Progress = go_on) -> JournalCheck:
        """Pages, chain and day seals over one snapshot; where they hold, all that was copied, too.

        Raises CalledOff where `progress` answers False.
        """
        with self._faults(), self._snapshot() as connection, doctor.seldom_collecting():
            found = doctor.whole_faults(connection, progress)
            return JournalCheck(chain.count(connection), tuple(found))

    def doctor(self, progress: Progress = go_on) -> JournalCheck:
        """Every fold against its row, every number series against its gaps, every count (CalledOff).

        It asks the chain nothing: what was changed there, `verify` names.
        """
        with self._faults(), self._snapshot() as connection, doctor.seldom_collecting():
            found = [*doctor.page_faults(connection)]
            whole = chain.count(connection)
            if not found:
                found += doctor.faults(connection, progress, 0, whole)
            return JournalCheck(whole, tuple(found))

    def let_work(self, role: str) -> None:
        """Give a role of the server the rights of the program's own (StoreAddressUnknown for a file)."""
        from onestop_desktop.persistence.server_role import grant  # noqa: PLC0415

        if is_file(self.address):
            raise errors.StoreAddressUnknown(store=self.address)
        with self._faults():
            self._opened()
            with self._connect().begin() as connection:
                grant(connection, role)

    def quick_look(self) -> JournalCheck:
        """Whether the file's pages are sound, asked once a window is open; no entry is read."""
        with self._faults(), self._snapshot() as connection:
            return JournalCheck(0, tuple(doctor.quick_faults(connection)))

    def keep_ballast(self) -> None:
        """Eight mebibytes beside a store file, where there is room; nothing for a server."""
        if self._ballast is not None:
            self._ballast.keep()

    def room(self) -> Room:
        """How much room is left where the store file lies."""
        if self._ballast is None:
            return Room(None)
        free = self._ballast.free()
        return Room(free, free < WARN_BELOW)

    def set_aside(self, moment: datetime) -> str:
        """Move a damaged store's files aside, byte for byte; never over another file."""
        self.close()
        return aside.set_aside(self.address, moment)

    def news(self, since: int) -> News:
        """What was recorded after the entry `since`."""
        with self._faults():
            self._opened()
            with begin(self._connect()) as connection:
                return journal.news(connection, since)

    def watch(self) -> StoreWatch:
        """A watch over what anybody records; it keeps one connection until it is closed."""

        def engine() -> Engine:
            self._opened()
            return self._connect()

        return StoreWatch(engine, public_name(self.address))

    def close(self) -> None:
        """Let go of all connections but those of watches."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self._open_work = None

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """The world's faults in words; a disk that runs full gets the ballast's room."""
        if self._ballast is not None:
            self._ballast.give_way()
        try:
            with world_faults(public_name(self.address)):
                yield
        except errors.DiskFull:
            if self._ballast is not None:
                self._ballast.let_go()
            raise

    def _opened(self) -> OpenSqlUnitOfWork:
        if self._open_work is None:
            if is_file(self.address):
                refuse_network(self.address)
                look_at_file(self.address)
            engine = self._connect()
            try:
                self._check_version(engine)
            except BaseException:
                self.close()
                raise
            self._open_work = OpenSqlUnitOfWork(engine, self._clock)
        return self._open_work

    def _check_version(self, engine: Engine) -> None:
        """The schema's version with one read; migrations are only loaded where it differs."""
        store = public_name(self.address)
        with begin(engine) as connection:
            version = _version_of(connection, store)
        if version != self._history.newest:
            from onestop_desktop.persistence import migrating  # noqa: PLC0415

            at = self._clock()
            migrating.carry(engine, self.address, version, self._history, at)
        if is_file(self.address):
            _keep_wal(engine)

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        self._opened()
        engine = self._connect()
        if is_file(self.address):
            with begin(engine) as connection:
                yield connection
            return
        options = {"isolation_level": "REPEATABLE READ"}
        with engine.connect().execution_options(**options) as connection:
            yield connection

    def _connect(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self.address)
        return self._engine


def make_file(address: str) -> bool:
    """An empty file marked as ours, for its owner alone; False where an unfinished one stood."""
    path = Path(address)
    refuse_network(address)
    if path.exists() and (not path.is_file() or path.stat().st_size > 0):
        if not path.is_file() or not _is_unfinished(path):
            raise errors.StoreExists(store=address)
        return False
    try:
        make_private_folder(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
    except (OSError, sqlite3.Error) as error:
        raise errors.FileUnwritable(file=address) from error
    return True


def look_at_file(address: str) -> None:
    """Refuse a missing file, another program's file, garbage; nothing is written."""
    path = Path(address)
    if not path.is_file() or path.stat().st_size == 0:
        if put := aside.lies_aside(address):
            raise errors.StoreSetAside(store=address, aside=put)
        raise errors.StoreMissing(store=address)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise errors.FileUnreadable(file=address) from error
    if not is_ours(head):
        raise errors.StoreNotOurs(store=address)
    if not os.access(path, os.W_OK):
        raise errors.StoreReadOnly(store=address)


def is_ours(head: bytes) -> bool:
    """Whether a file's first hundred bytes are those of a desk's store."""
    return head.startswith(SQLITE) and head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def _is_unfinished(path: Path) -> bool:
    """Whether a program was killed while it made this store: our mark and not one table."""
    try:
        with path.open("rb") as file:
            if not is_ours(file.read(100)):
                return False
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as tried:
            return bool(tried.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])
    except (OSError, sqlite3.Error):
        return False


def _version_of(connection: Connection, store: str) -> str:
    if not inspect(connection).has_table("alembic_version"):
        if connection.dialect.name == "sqlite":
            raise errors.StoreNotOurs(store=store)
        raise errors.StoreMissing(store=store)
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _keep_wal(engine: Engine) -> None:
    """WAL stands in the file; a tool may have taken it out, and with it what FULL promises."""
    with closing(engine.raw_connection()) as connection:
        mode = connection.cursor().execute("PRAGMA journal_mode=WAL").fetchone()
        if mode != ("wal",):
            raise errors.StoreLocked(store=str(engine.url.database))
