"""Recorded delegations, by their numbers."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.step_errors import DelegationTaken
from onestop_desktop.domain.text import same_name
from onestop_desktop.persistence.schema import delegation as table

_ALL = select(table).order_by(table.c.from_on, table.c.number)


class SqlDelegations:
    """The port `Delegations` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Delegation, ...]:
        """Every delegation, oldest first."""
        return tuple(_delegation(row) for row in self._connection.execute(_ALL))

    def of(self, officer: str) -> tuple[Delegation, ...]:
        """Those given to an officer."""
        return tuple(each for each in self.all() if same_name(each.officer, officer))

    def add(self, delegation: Delegation) -> None:
        """Keep one more (DelegationTaken for a number that stands already)."""
        values = {
            "number": delegation.number,
            "officer": delegation.officer,
            "signed_by": delegation.signed_by,
            "from_on": delegation.from_on.isoformat(),
            "to_on": delegation.to_on.isoformat(),
            "procedures": json.dumps(delegation.procedures),
        }
        try:
            self._connection.execute(insert(table), values)
        except IntegrityError:
            raise DelegationTaken(field="number", number=delegation.number) from None


def _delegation(row: Any) -> Delegation:
    return Delegation(
        row.number,
        row.officer,
        row.signed_by,
        date.fromisoformat(row.from_on),
        date.fromisoformat(row.to_on),
        tuple(json.loads(row.procedures)),
    )
