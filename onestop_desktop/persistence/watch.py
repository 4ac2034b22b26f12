"""Whether anything was recorded since one asked last, without reading a row: one kept connection."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, text

from onestop_desktop.domain import errors
from onestop_desktop.persistence.faults import world_faults

CHANNEL = "onestop_journal"
"""PostgreSQL's channel: each transaction that records an entry tells it."""
TELL, _LISTEN = text(f"NOTIFY {CHANNEL}"), text(f"LISTEN {CHANNEL}")
_VERSION = "PRAGMA data_version"
"""SQLite counts what all other connections commit, those of this process among them."""


class StoreWatch:
    """The port `Watch` over one store.

    A connection just made says True: something may have been recorded while none listened.
    """

    def __init__(self, engine: Callable[[], Engine], store: str) -> None:
        self._engine = engine
        self._store = store
        self._connection: Connection | None = None
        self._version = 0

    def moved(self) -> bool:
        """Whether anything was recorded since this was asked last (WorldFault); True at first."""
        with world_faults(self._store):
            try:
                if self._connection is None:
                    self._begin()
                    return True
                return self._ask(self._connection)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Let go of the connection; asked again, it makes another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # the server it led to may be gone
                connection.close()

    def _begin(self) -> None:
        connection = self._engine().connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()  # never back into the pool: others would get one that listens
        self._connection = connection
        if connection.dialect.name == "sqlite":
            self._version = connection.exec_driver_sql(_VERSION).scalar_one()
        else:
            connection.execute(_LISTEN)

    def _ask(self, connection: Connection) -> bool:
        if connection.dialect.name != "sqlite":
            return _heard(connection)
        before, self._version = self._version, connection.exec_driver_sql(_VERSION).scalar_one()
        return self._version != before


def _heard(connection: Connection) -> bool:
    """Whether the server has sent word; nothing is sent to it."""
    driver: Any = connection.connection.dbapi_connection
    try:
        return bool(list(driver.notifies(timeout=0)))
    except driver.Error as error:
        raise errors.StoreUnreachable(store="") from error
