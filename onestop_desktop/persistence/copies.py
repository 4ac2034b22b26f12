"""What was copied from the journal, a dossier's row and its slip's facts, compared with it again."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, select

from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.slips import slip_dossier
from onestop_desktop.persistence import journal, rows
from onestop_desktop.persistence.schema import dossier as table
from onestop_desktop.persistence.schema import slip

_AT_ONCE = 500
_COPIES = (
    select(table, slip.c.facts.label("slip_facts"))
    .outerjoin(slip)
    .where(table.c.id > bindparam("after"))
    .order_by(table.c.id)
    .limit(_AT_ONCE)
)


def faults(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every dossier whose row or slip says something else than its entries, whose chain holds."""
    after = 0
    while page := connection.execute(_COPIES, {"after": after}).all():
        for row in page:
            yield from _faults(connection, row)
        after = page[-1].id


def _faults(connection: Connection, row: Any) -> Iterator[dict[str, Any]]:
    entries = journal.entries_of(connection, row.code)
    if not entries[0].facts:
        return  # erased facts cannot be compared
    dossier = fold(entries)
    if any(getattr(row, name) != value for name, value in rows.from_dossier(dossier).items()):
        yield {"dossier": row.code, "fault": "row_differs"}
    if not _stands_on(dossier, row.slip_facts):
        yield {"dossier": row.code, "fault": "slip_differs"}


def _stands_on(dossier: Dossier, text: str) -> bool:
    """Whether the slip has this dossier and its applicant as they were received."""
    try:
        facts = json.loads(text)
        mine = as_facts(slip_dossier(dossier.code, dossier.facts))
        return bool(facts["applicant"] == dossier.facts["applicant"] and mine in facts["dossiers"])
    except (ValueError, KeyError, TypeError):
        return False
