"""What a database's error means for people: the world's fault with its code, or ours."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onestop_desktop.domain import errors

_MEANINGS: tuple[tuple[str, type[errors.WorldFault]], ...] = (
    ("database or disk is full", errors.DiskFull),
    ("no space left", errors.DiskFull),
    ("database is locked", errors.StoreLocked),
    ("lock timeout", errors.StoreLocked),
    ("readonly database", errors.StoreReadOnly),
    ("read-only", errors.StoreReadOnly),
    ("unable to open database", errors.StoreReadOnly),
    ("malformed", errors.StoreDamaged),
    ("could not decode to utf-8", errors.StoreDamaged),
    ("not a database", errors.StoreNotOurs),
    ("no such table", errors.StoreNotOurs),
    ("does not exist", errors.StoreNotOurs),
)

_FULL = (errno.ENOSPC, errno.EDQUOT)
_SQLITE: dict[int, type[errors.WorldFault]] = {
    sqlite3.SQLITE_PERM: errors.StoreReadOnly,
    sqlite3.SQLITE_BUSY: errors.StoreLocked,
    sqlite3.SQLITE_LOCKED: errors.StoreLocked,
    sqlite3.SQLITE_READONLY: errors.StoreReadOnly,
    sqlite3.SQLITE_IOERR: errors.DiskFailed,
    sqlite3.SQLITE_CORRUPT: errors.StoreDamaged,
    sqlite3.SQLITE_FULL: errors.DiskFull,
    sqlite3.SQLITE_CANTOPEN: errors.StoreReadOnly,
    sqlite3.SQLITE_PROTOCOL: errors.StoreLocked,
    sqlite3.SQLITE_NOLFS: errors.DiskFull,
    sqlite3.SQLITE_NOTADB: errors.StoreNotOurs,
}
"""By SQLite's primary result codes, where it says one."""


def meaning(error: BaseException) -> type[errors.WorldFault] | None:
    """What a driver's error means, None for none of the world's."""
    known = _SQLITE.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
    if known is not None:
        return known
    words = str(error).lower()
    return next((fault for sign, fault in _MEANINGS if sign in words), None)


@contextmanager
def world_faults(store: str) -> Iterator[None]:
    """Turn a driver's error into a WorldFault naming the store; anything else passes on."""
    try:
        yield
    except errors.WorldFault as known:
        if not known.facts.get("store", store):
            known.facts["store"] = store
        raise
    except (DBAPIError, sqlite3.Error) as error:
        driver = error.orig if isinstance(error, DBAPIError) else error
        fault = meaning(driver) if driver is not None else None
        if fault is not None:
            raise fault(store=store) from error
        words = str(driver).lower()
        if not isinstance(error, DBAPIError):
            raise
        if error.connection_invalidated or "connection" in words:
            raise errors.StoreUnreachable(store=store) from error
        raise
    except UnicodeDecodeError as error:  # SQLite's own message quotes a damaged name
        raise errors.StoreDamaged(store=store) from error
    except OSError as error:
        raise (errors.DiskFull if error.errno in _FULL else errors.DiskFailed)(
            store=store
        ) from error
