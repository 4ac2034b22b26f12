"""Opening a store: an SQLite file with the pragmas that lose nothing, or a PostgreSQL server."""

import os
import re
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from onestop_desktop.domain import errors

BUSY_MILLISECONDS = 20_000
AT_ONCE_MILLISECONDS = 700
"""How long somebody waits for the other writer who does not want to wait."""
CONNECT_SECONDS = 10
_TO_SERVER = {
    "connect_timeout": CONNECT_SECONDS,
    # A cable pulled out says nothing: a silent server is given up after about ten seconds.
    "keepalives_idle": 4,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": CONNECT_SECONDS * 1000,
}
_NETWORK_FILESYSTEMS = re.compile(r"nfs\d?|cifs|smb\w*|9p|fuse\.sshfs|afs|ncpfs")


def is_file(address: str) -> bool:
    """Whether a store's address is an SQLite file and not a server's URL."""
    return "://" not in address


def open_engine(address: str) -> Engine:
    """An engine for a path or a `postgresql+psycopg://` address; nothing is connected yet.

    Refuses a network folder (StoreOnNetwork): SQLite's locks do not hold there.
    """
    if is_file(address):
        refuse_network(address)
        engine = create_engine(URL.create("sqlite", database=str(Path(address).absolute())))
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    try:
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise errors.StoreAddressUnknown(store=public_name(address))
        engine = create_engine(
            url,
            isolation_level="READ COMMITTED",
            connect_args=_TO_SERVER,
            pool_pre_ping=True,  # a server that was started again: nobody's step meets a dead line
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise errors.DriverMissing(store=public_name(address)) from error
    except (ArgumentError, TypeError, ValueError) as error:
        raise errors.StoreUnreachable(store=public_name(address)) from error
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def begin(engine: Engine, *, write: bool = False, at_once: bool = False) -> Connection:
    """A connection inside a transaction: reading one snapshot, or (`write`) as the only writer.

    SQLite is told so here and not by an event: an engine with an event pays at every statement.
    With `at_once` another writer is waited for a moment only.
    """
    connection = engine.connect()
    try:
        if write and at_once:
            _begin_at_once(connection)
        elif engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_at_once(connection: Connection) -> None:
    """The only writer within a moment, or an error of the driver; the connection's patience stays."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{AT_ONCE_MILLISECONDS}ms'")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout={AT_ONCE_MILLISECONDS}").close()
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}").close()


def public_name(address: str) -> str:
    """The store's address as people may see it: no password."""
    if is_file(address):
        return address
    try:
        return make_url(address).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):  # no address at all: show where it was to lead, no more
        return address.partition("://")[0] + "://…"


def refuse_network(path: str) -> None:
    """StoreOnNetwork for a UNC path or a mounted NFS, SMB or SSHFS folder."""
    if path.startswith(("\\\\", "//")) or mounted_as(path):
        raise errors.StoreOnNetwork(store=path)


def mounted_as(path: str, mounts: str = "") -> str:
    """The network file system a path lies on, "" for a local disk (Linux mount table)."""
    if not mounts:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
    wanted = str(Path(path).absolute())
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, raw, filesystem, *_rest = [*line.split(" "), "", "", ""]
        point = raw.replace("\\040", " ")
        inside = wanted == point or wanted.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, filesystem
    return kind if _NETWORK_FILESYSTEMS.fullmatch(kind) else ""


def make_private_folder(path: Path) -> None:
    """The store's folder and an empty store file that only this user can read."""
    missing = [folder for folder in path.absolute().parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "foreign_keys=ON",
        "synchronous=FULL",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    """Nobody waits for another counter's lock longer than on a file."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {BUSY_MILLISECONDS}")
    connection.commit()
