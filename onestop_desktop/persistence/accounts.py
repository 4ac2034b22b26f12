"""Accounts by their sign-in names; passwords as Argon2id texts, never themselves."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from onestop_desktop.domain.accounts import Account
from onestop_desktop.domain.lifecycle import Role
from onestop_desktop.persistence.desk import SqlDesk
from onestop_desktop.persistence.schema import account as table

_ALL = select(table).order_by(table.c.name)


class SqlAccounts:
    """The port `Accounts` over one connection; read once for each edition of the desk's facts."""

    def __init__(self, connection: Connection, desk: SqlDesk) -> None:
        self._connection = connection
        self._desk = desk

    def all(self) -> tuple[Account, ...]:
        """Every account, by name; empty before the first."""
        return self._desk.kept_accounts(self._read)

    def password(self, name: str) -> str:
        """The Argon2id text of an account, "" for an unknown one."""
        found = self._connection.execute(select(table.c.password).where(table.c.name == name))
        return found.scalar() or ""

    def keep(self, account: Account, password: str = "") -> None:
        """Add or change an account; its password stays where none is given."""
        values = {
            "name": account.name,
            "officer": account.officer,
            "role": account.role.value,
            "password": password or self.password(account.name),
            "disabled": int(account.disabled),
            "must_change": int(account.must_change),
            "tries": account.tries,
            "waits_until": account.waits_until,
        }
        self._connection.execute(delete(table).where(table.c.name == account.name))
        self._connection.execute(insert(table), values)
        self._desk.new_edition()

    def _read(self) -> tuple[Account, ...]:
        return tuple(_account(row) for row in self._connection.execute(_ALL))


def _account(row: Any) -> Account:
    return Account(
        row.name,
        row.officer,
        Role(row.role),
        bool(row.disabled),
        bool(row.must_change),
        row.tries,
        row.waits_until,
    )
