"""What was copied from the journal, compared with it again: dossiers' rows, their slips, delegations."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.slips import slip_dossier
from onestop_desktop.persistence import day_counts, journal, requests, rows
from onestop_desktop.persistence.delegations import SqlDelegations
from onestop_desktop.persistence.schema import dossier as table
from onestop_desktop.persistence.schema import slip
from onestop_desktop.persistence.slip_copies import SlipCheck

_AT_ONCE = 500
_COMPARED = tuple(column for column in table.c if column.name not in ("id", "slip_id"))
_NAMES = tuple(column.name for column in _COMPARED)
_ROWS = (
    select(*_COMPARED, table.c.slip_id, slip.c.facts)
    .outerjoin(slip)
    .where(table.c.code.in_(bindparam("codes", expanding=True)))
)
_CODES = (
    select(table.c.id, table.c.code)
    .where(table.c.id > bindparam("after"))
    .order_by(table.c.id)
    .limit(_AT_ONCE)
)
_UNREADABLE = (CodedError, ValueError, KeyError, TypeError, StopIteration)
"""What folding entries comes to whose facts are not what this program wrote."""
TakeEntry = Callable[[Entry], None]


def faults(connection: Connection, take: TakeEntry, done: Callable[[int], None]) -> Iterator[Fault]:
    """Every dossier whose row or slip says something else than its entries.

    All its entries are handed to `take` on the way; `done` hears how many went by.
    """
    slips = SlipCheck(connection)
    stream = journal.by_dossier(connection)
    while page := list(islice(stream, _AT_ONCE)):
        found = connection.execute(_ROWS, {"codes": [code for code, _ in page]}).all()
        kept = {row[0]: row for row in found}
        for code, entries in page:
            for entry in entries:
                take(entry)
            if code in kept:
                yield from _of_dossier(code, entries, kept[code], slips)
        yield from slips.page_faults()
        yield from requests.page_faults(connection, (entries[0] for _, entries in page))
        done(sum(len(entries) for _, entries in page))
    yield from slips.last_faults()


def _of_dossier(
    code: str, entries: tuple[Entry, ...], row: Any, slips: SlipCheck
) -> Iterator[Fault]:
    if not entries[0].facts:
        return  # erased facts cannot be compared
    try:
        dossier = fold(entries)
        values = rows.from_dossier(dossier)
        own = slips.take(code, entries)
    except _UNREADABLE:
        yield {"dossier": code, "fault": "fold_impossible"}
        return
    *columns, slip_id, slip_facts = row
    if tuple(values[name] for name in _NAMES) != tuple(columns):
        yield {"dossier": code, "fault": "row_differs"}
    if slip_id != own and not _stands_on(dossier, slip_facts):
        yield {"dossier": code, "fault": "slip_differs"}


def delegations(connection: Connection) -> Iterator[Fault]:
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


def _stands_on(dossier: Dossier, text: str) -> bool:
    """Whether the slip has this dossier and its applicant as they were received."""
    try:
        facts = json.loads(text)
        mine = as_facts(slip_dossier(dossier.code, dossier.facts))
        return bool(facts["applicant"] == dossier.facts["applicant"] and mine in facts["dossiers"])
    except (ValueError, KeyError, TypeError):
        return False
