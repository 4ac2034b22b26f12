"""Versions of procedures as the store keeps them; a parsed version is kept in memory, it never changes."""

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, bindparam, desc, insert, select

from onestop_desktop.domain import errors
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.procedure import Procedure, read_procedure, write_procedure
from onestop_desktop.domain.text import is_plain
from onestop_desktop.persistence.schema import procedure_version as table
from onestop_desktop.settings import resources

_OF_CODE = (
    select(table.c.id, table.c.in_force_from, table.c.in_force_to)
    .where(table.c.code == bindparam("code"))
    .order_by(desc(table.c.id))
)
_BODY = select(table.c.body).where(table.c.id == bindparam("id"))


class SqlCatalogue:
    """The port `Catalogue` over one connection; `parsed` is shared by all of a store's connections."""

    def __init__(self, connection: Connection, parsed: dict[int, Procedure]) -> None:
        self._connection = connection
        self._parsed = parsed

    def in_force(self, code: str, day: date) -> Procedure:
        """The newest version in force that day (ProcedureUnknown, ProcedureNotInForce)."""
        found = self._connection.execute(_OF_CODE, {"code": code}).all() if is_plain(code) else ()
        if not found:
            raise errors.ProcedureUnknown(field="procedure", procedure=code)
        for row in found:
            if _within(day.isoformat(), row.in_force_from, row.in_force_to):
                return self.version(row.id)
        raise errors.ProcedureNotInForce(
            field="procedure", procedure=code, on=day.isoformat(), until=found[0].in_force_to or ""
        )

    def version(self, version: int) -> Procedure:
        """One version by its number in the store (ProcedureUnknown)."""
        if version not in self._parsed:
            body = self._connection.execute(_BODY, {"id": version}).scalar()
            if body is None:
                raise errors.ProcedureUnknown(field="procedure", procedure=str(version))
            self._parsed[version] = read_procedure(json.loads(body), version)
        return self._parsed[version]

    def all_in_force(self, day: date) -> tuple[Procedure, ...]:
        """The newest version of each procedure in force that day, by code."""
        columns = (table.c.id, table.c.code, table.c.in_force_from, table.c.in_force_to)
        newest: dict[str, int] = {}
        for row in self._connection.execute(select(*columns).order_by(table.c.id)):
            if _within(day.isoformat(), row.in_force_from, row.in_force_to):
                newest[row.code] = row.id
        return tuple(self.version(newest[code]) for code in sorted(newest))

    def names(self) -> Mapping[str, str]:
        """The newest name of each procedure by its code."""
        rows = self._connection.execute(select(table.c.code, table.c.name).order_by(table.c.id))
        return {row.code: row.name for row in rows}

    def add(self, procedure: Procedure) -> bool:
        """Keep a new version; False when the newest one already says the same."""
        body = plain_text(write_procedure(replace(procedure, version=0)))
        newest = select(table.c.body).where(table.c.code == procedure.code)
        if self._connection.execute(newest.order_by(desc(table.c.id)).limit(1)).scalar() == body:
            return False
        values = {
            "code": procedure.code,
            "name": procedure.name,
            "in_force_from": _text(procedure.in_force_from),
            "in_force_to": _text(procedure.in_force_to),
            "body": body,
        }
        self._connection.execute(insert(table), values)
        return True

    def provinces(self) -> Mapping[str, str]:
        """Prefix of identity numbers to province (before 2025)."""
        return shipped_provinces()


@lru_cache(maxsize=1)
def shipped_provinces() -> Mapping[str, str]:
    """The 63 prefixes of identity numbers, from the shipped file."""
    file = resources() / "identity" / "provinces.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return {row[0]: row[1] for row in csv.reader(lines)}


def _within(day: str, first: str | None, last: str | None) -> bool:
    return (not first or first <= day) and (not last or day <= last)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
