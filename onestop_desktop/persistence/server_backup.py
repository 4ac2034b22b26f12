"""The same verbs for a store on PostgreSQL: pg_dump writes it, pg_restore into a database of its own proves it.

The password goes by the environment, never on a command line that others can read.
"""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.store_copy import CopyFacts, Standing
from onestop_desktop.persistence.engine import open_engine, public_name
from onestop_desktop.persistence.history import History
from onestop_desktop.persistence.restoring import DUMP
from onestop_desktop.persistence.store import SqlStore
from onestop_desktop.persistence.store_file import HEAD, head_facts
from onestop_desktop.persistence.unit_of_work import TellTime
from onestop_desktop.persistence.whole_files import digest_of

_IN_USE, _NO_DATABASE = "55006", "3D000"


class OpenedDatabase:
    """The port `OpenedCopy` over a database of its own on the server."""

    def __init__(self, store: SqlStore, facts: CopyFacts, to: str) -> None:
        self.facts = facts
        self.unit_of_work = store.unit_of_work
        self._store, self._to = store, to

    def put_in_place(self, at: datetime) -> str:
        """Two renames in one transaction: the old name is the old database's or the new one's.

        StoreInUse while anybody is connected; names the database that holds what stood there.
        """
        self._store.close()
        name = _database(self._to)
        kept = f"{name}_truoc_phuc_hoi_{local(at):%Y%m%d_%H%M%S}_{secrets.token_hex(2)}"
        with maintenance(self._to) as server:
            there = _exists(server, name)
            try:
                if there:
                    server.execute(
                        text(f"ALTER DATABASE {_quoted(name)} RENAME TO {_quoted(kept)}")
                    )
                fresh = _database(self._store.address)
                server.execute(text(f"ALTER DATABASE {_quoted(fresh)} RENAME TO {_quoted(name)}"))
                server.commit()
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", "") == _IN_USE:
                    raise backup_errors.StoreInUse(store=public_name(self._to)) from error
                raise
        return kept if there else ""


def dump(address: str, into: Path) -> None:
    """The store in PostgreSQL's own archive (ServerToolMissing, ServerToolFailed)."""
    os.close(os.open(into, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
    options = ("--format=custom", "--no-owner", "--no-privileges", f"--file={into}")
    _run_tool("pg_dump", address, *options)


@contextmanager
def open_dump(
    plain: Path, to: str, named: str, *, history: History, clock: TellTime
) -> Iterator[OpenedDatabase]:
    """An archive restored into a database of its own and verified; gone when the block ends."""
    with plain.open("rb") as source:
        if not source.read(len(DUMP)) == DUMP:
            raise backup_errors.BackupOfAnotherKind(
                file=named, kind="SQLite", store=public_name(to)
            )
    address = _make_database(to)
    store = SqlStore(address, clock, history)
    try:
        try:
            _run_tool("pg_restore", address, "--no-owner", "--exit-on-error", str(plain))
            facts = replace(glance(address), bytes=plain.stat().st_size, sha256=digest_of(plain))
            if facts.version > history.newest:
                raise errors.StoreNewer(store=named, version=facts.version)
            good = store.verify().ok
        except (
            backup_errors.ServerToolFailed,
            DBAPIError,
            errors.StoreNotOurs,
            ValueError,
        ) as error:
            raise backup_errors.BackupDamaged(file=named) from error
        if not good:
            raise backup_errors.BackupDamaged(file=named)
        yield OpenedDatabase(store, facts, to)
    finally:
        store.close()
        _drop_database(to, _database(address))


def standing_at(address: str) -> Standing | None:
    """The store in that database; None where there is no such database, or nothing in it."""
    try:
        found = glance(address)
    except DBAPIError as error:
        words = str(error.orig)
        if getattr(error.orig, "sqlstate", "") == _NO_DATABASE or "does not exist" in words:
            return None
        raise errors.StoreUnreachable(store=public_name(address)) from error
    return Standing(found.desk, found.identity, found.entries, found.last_at)


def glance(address: str) -> CopyFacts:
    """Whose store it is and how far it reaches."""
    engine = open_engine(address)
    try:
        with engine.connect() as connection:
            return head_facts(*connection.execute(text(HEAD)).one())
    finally:
        engine.dispose()


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this user alone for an archive on its way."""
    folder = Path(tempfile.mkdtemp(prefix="onestop-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def maintenance(address: str, *, autocommit: bool = False) -> Iterator[Connection]:
    """A connection beside every store of the server."""
    level = "AUTOCOMMIT" if autocommit else "READ COMMITTED"
    engine = create_engine(make_url(address).set(database="postgres"), isolation_level=level)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None):
            reason = str(error.orig).splitlines()[0]
            raise backup_errors.ServerToolFailed(tool="PostgreSQL", reason=reason) from error
        raise errors.StoreUnreachable(store=public_name(address)) from error
    finally:
        engine.dispose()


def _make_database(to: str) -> str:
    name = f"onestop_thu_{secrets.token_hex(6)}"
    with maintenance(to, autocommit=True) as server:
        server.execute(text(f"CREATE DATABASE {_quoted(name)} TEMPLATE template0 ENCODING 'UTF8'"))
    return make_url(to).set(database=name).render_as_string(hide_password=False)


def _drop_database(to: str, name: str) -> None:
    with suppress(errors.WorldFault), maintenance(to, autocommit=True) as server:
        server.execute(text(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)"))


def _exists(server: Connection, name: str) -> bool:
    found = server.execute(
        text("SELECT count(*) FROM pg_database WHERE datname = :name"), {"name": name}
    )
    return bool(found.scalar_one())


def _run_tool(tool: str, address: str, *words: str) -> None:
    program = shutil.which(tool)
    if program is None:
        raise backup_errors.ServerToolMissing(tool=tool)
    url = make_url(address)
    environment = dict(os.environ)
    if url.password:
        environment["PGPASSWORD"] = str(url.password)
    target = _without_password(url)
    done = subprocess.run(  # noqa: S603 - by list, the program found on PATH
        [program, *words[:-1], f"--dbname={target}", words[-1]],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = told[0].partition("error: ")[2] or told[0] if told else str(done.returncode)
        raise backup_errors.ServerToolFailed(tool=tool, reason=reason)


def _without_password(url: URL) -> str:
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string(hide_password=False)


def _database(address: str) -> str:
    return make_url(address).database or ""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
