"""What was copied from the journal, compared with it again: dossiers' rows, slips' facts, delegations."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.slips import slip_dossier
from onestop_desktop.persistence import account_copies, book_copies, day_counts, journal, rows
from onestop_desktop.persistence.delegations import SqlDelegations
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
_CODES = (
    select(table.c.id, table.c.code)
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
    yield from _delegations(connection)
    yield from account_copies.faults(connection)
    yield from book_copies.faults(connection)
    yield from day_counts.faults(connection)


def _delegations(connection: Connection) -> Iterator[dict[str, Any]]:
    """Delegations that no entry recorded, or otherwise; what is missing is one, too."""
    recorded = {}
    for entry in journal.desk_entries(connection, Step.DELEGATE):
        recorded[entry.facts.get("number", "")] = entry.facts
    kept = {each.number: as_facts(each) for each in SqlDelegations(connection).all()}
    for number in sorted({*recorded, *kept}):
        mine = {name: _plain(value) for name, value in kept.get(number, {}).items()}
        if mine != recorded.get(number):
            yield {"delegation": number, "fault": "delegation_differs"}


def fold_again(connection: Connection) -> None:
    """Every row from its entries, and the days' figures from the rows: after a migration."""
    after = 0
    while page := connection.execute(_CODES, {"after": after}).all():
        for row in page:
            entries = journal.entries_of(connection, row.code)
            if entries and entries[0].facts:
                values = rows.from_dossier(fold(entries))
                connection.execute(update(table).where(table.c.id == row.id), values)
        after = page[-1].id
    day_counts.count_anew(connection)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


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
