"""Frozen facts of printed forms, and how often their paper came out."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, desc, insert, select, update

from onestop_desktop.application.pages import SlipRow
from onestop_desktop.domain import errors
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.persistence.schema import dossier, slip

_ADD = insert(slip)
_COLUMNS = (slip.c.id, slip.c.form, slip.c.version, slip.c.facts, slip.c.sha256, slip.c.prints)
_OF_DOSSIER = (
    select(*_COLUMNS)
    .join(dossier, dossier.c.slip_id == slip.c.id)
    .where(dossier.c.code == bindparam("code"))
)


class SqlSlips:
    """The port `Slips` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, form: str, version: int, facts: Mapping[str, Any], visit: str) -> int:
        """Keep the facts of a new slip; gives its number in the store."""
        values = {
            "form": form,
            "version": version,
            "visit": visit,
            "facts": plain_text(facts),
            "sha256": "",
            "prints": 0,
        }
        added = self._connection.execute(_ADD, values).inserted_primary_key
        return int(added[0]) if added else 0

    def of_dossier(self, code: str) -> SlipRow:
        """The slip a dossier stands on (DossierUnknown)."""
        found = self._connection.execute(_OF_DOSSIER, {"code": code}).first()
        if found is None:
            raise errors.DossierUnknown(code=code)
        return _row(found)

    def of_visit(self, visit: str) -> tuple[SlipRow, tuple[str, ...]] | None:
        """The newest slip of a visit and the codes standing on it."""
        wanted = select(*_COLUMNS).where(slip.c.visit == visit, slip.c.visit != "")
        found = self._connection.execute(wanted.order_by(desc(slip.c.id)).limit(1)).first()
        if found is None:
            return None
        codes = select(dossier.c.code).where(dossier.c.slip_id == found.id).order_by(dossier.c.id)
        return _row(found), tuple(self._connection.execute(codes).scalars())

    def move(self, codes: Iterable[str], slip_id: int) -> None:
        """Let dossiers of a visit stand on its newer slip."""
        moved = update(dossier).where(dossier.c.code.in_(tuple(codes)))
        self._connection.execute(moved.values(slip_id=slip_id))

    def note_print(self, slip_id: int, sha256: str) -> int:
        """Count one more print; the first one's digest stays. Gives the number of this print."""
        found = self._connection.execute(
            select(slip.c.prints, slip.c.sha256).where(slip.c.id == slip_id)
        ).one()
        values = {"prints": found.prints + 1, "sha256": found.sha256 or sha256}
        self._connection.execute(update(slip).where(slip.c.id == slip_id).values(values))
        return int(found.prints) + 1


def _row(found: Any) -> SlipRow:
    return SlipRow(**{**found._mapping, "facts": json.loads(found.facts)})
