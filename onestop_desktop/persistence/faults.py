"""What a database's error means for people: the world's fault with its code, or ours."""

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
    ("not a database", errors.StoreNotOurs),
    ("disk i/o error", errors.StoreDamaged),
    ("no such table", errors.StoreNotOurs),
    ("does not exist", errors.StoreNotOurs),
)


@contextmanager
def world_faults(store: str) -> Iterator[None]:
    """Turn a driver's error into a WorldFault naming the store; anything else passes on."""
    try:
        yield
    except errors.WorldFault as known:
        if not known.facts.get("store", store):
            known.facts["store"] = store
        raise
    except DBAPIError as error:
        words = str(error.orig).lower()
        for sign, fault in _MEANINGS:
            if sign in words:
                raise fault(store=store) from error
        if error.connection_invalidated or "connection" in words:
            raise errors.StoreUnreachable(store=store) from error
        raise
