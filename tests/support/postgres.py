"""A real PostgreSQL for tests: one server a test process, a fresh database a test.

Unix socket only, no TCP, no fsync; run by an unprivileged user when the tests are root's.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from machine import program
from tests.support.kept import kept

OWNER = "onestop"


@dataclass(frozen=True)
class PostgresServer:
    """Where the server listens, and the making and dropping of databases."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count, repr=False)

    def url(self, database: str) -> str:
        """SQLAlchemy's address of a database here."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={quote(str(self.folder))}"

    def create(self, template: str = "template1") -> str:
        """A new database, a copy of the template (a database's name); its address."""
        name = f"desk_{next(self.numbers)}"
        self._tell(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, url: str) -> None:
        """Drop a database of `create`, whoever is still connected."""
        self._tell(f'DROP DATABASE IF EXISTS "{database_of(url)}" WITH (FORCE)')

    def answers(self) -> bool:
        """Whether a connection is accepted."""
        try:
            self._tell("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _tell(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


def database_of(url: str) -> str:
    """The database's name in an address of `PostgresServer`."""
    return url.split("@/", 1)[1].split("?", 1)[0]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The server of this test process, started when a test first asks for it."""
    with new_server() as data, running(data):
        yield PostgresServer(data.parent)


@contextmanager
def new_server() -> Iterator[Path]:
    """The data folder of a server that was never started; gone afterwards."""
    user = _unprivileged()
    # Short: the path of a Unix socket holds at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="onestop-pg-", dir="/tmp"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        _initdb(folder / "data", user)
        yield folder / "data"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def running(data: Path, *settings: str, stop_by: str = "INT") -> AbstractContextManager[None]:
    """The server over a data folder while the block lasts; later settings win over the usual.

    INT is PostgreSQL's "fast" stop: it does not wait for clients. QUIT stops at once, as a crash.
    """
    folder = data.parent
    words = [word for setting in (*_SETTINGS, *settings) for word in ("-c", setting)]
    return kept(
        [_needed("postgres"), "-D", str(data), "-k", str(folder), *words],
        log=folder / "log",
        answers=PostgresServer(folder).answers,
        stop_by=stop_by,
        user=_unprivileged(),
    )


@pytest.fixture
def new_postgres_url(postgres_server: PostgresServer) -> Iterator[Callable[..., str]]:
    """A function that makes one more empty database; all are dropped after the test."""
    made: list[str] = []

    def make(template: str = "template1") -> str:
        made.append(postgres_server.create(template))
        return made[-1]

    yield make
    for url in made:
        postgres_server.drop(url)


@pytest.fixture
def postgres_url(new_postgres_url: Callable[..., str]) -> str:
    """The address of an empty database for this test alone."""
    return new_postgres_url()


_SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=40",
    "shared_buffers=32MB",
    "timezone=UTC",
    "unix_socket_permissions=0700",
)


def _initdb(data: Path, user: str | None) -> None:
    made = subprocess.run(
        [
            *(_needed("initdb"), "-D", str(data), "-U", OWNER, "-A", "trust"),
            *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"),
        ],
        user=user,
        extra_groups=None if user is None else [],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def _unprivileged() -> str | None:
    """PostgreSQL refuses root; Debian always knows nobody, often postgres."""
    if os.geteuid() != 0:
        return None
    import pwd  # Windows has none

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _needed(name: str) -> str:
    found = program(name)
    assert found is not None, f"{name} is missing; mark the test with postgres"
    return os.path.realpath(found)
