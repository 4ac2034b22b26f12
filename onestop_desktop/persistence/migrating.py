"""Carrying a store of an older version to this program's: a verified copy first, then one transaction.

Loaded only where versions differ; the steps themselves stand in `migrations/versions`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from onestop_desktop.domain import errors
from onestop_desktop.domain.store_copy import CopyKind
from onestop_desktop.persistence.copies import fold_again
from onestop_desktop.persistence.engine import is_file, public_name
from onestop_desktop.persistence.guards import set_up_guards
from onestop_desktop.persistence.history import History
from onestop_desktop.persistence.store_file import keep_copy

KEPT = ("entry", "entry_facts", "erasure", "dossier", "slip", "request", "number_series")
"""Tables whose rows a migration may change but neither lose nor double."""


def carry(
    engine: Engine, address: str, version: str, history: History, at: datetime | None
) -> None:
    """Migrate a store to the newest version (StoreNewer for a version no migration knows).

    A verified copy of the old store is kept in its folder of copies first, for SQLite; a failure
    leaves the store as it was.
    """
    scripts = ScriptDirectory.from_config(_config(history))
    if version not in {script.revision for script in scripts.walk_revisions()}:
        raise errors.StoreNewer(store=public_name(address), version=version)
    if is_file(address) and at is not None:
        keep_copy(address, CopyKind.MIGRATION, at, history)
    with _alone(engine) as connection:
        upgrade(connection, history)
        connection.commit()


def upgrade(connection: Connection, history: History) -> None:
    """Run what is missing inside the connection's transaction, then check keys, counts, triggers."""
    before = _counts(connection)
    config = _config(history)
    config.attributes["connection"] = connection
    command.upgrade(config, history.newest)
    after = _counts(connection)
    changed = {name for name, count in before.items() if after.get(name) != count}
    if changed or _broken_keys(connection):
        raise errors.StoreDamaged(store=", ".join(sorted(changed)))
    fold_again(connection)
    set_up_guards(connection)


def _config(history: History) -> Config:
    config = Config()
    config.set_main_option("script_location", str(history.folder).replace("%", "%%"))
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """The only writer's connection; on SQLite without foreign keys, which no BEGIN may come before."""
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        driver = connection.connection.dbapi_connection
        if sqlite and driver is not None:
            driver.execute("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        finally:
            connection.rollback()
            if sqlite and driver is not None:
                driver.execute("PRAGMA foreign_keys=ON")


def _counts(connection: Connection) -> dict[str, int]:
    there = set(inspect(connection).get_table_names())
    return {
        name: int(connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one())  # noqa: S608
        for name in KEPT
        if name in there
    }


def _broken_keys(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    return bool(connection.execute(text("PRAGMA foreign_key_check")).all())
