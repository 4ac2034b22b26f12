"""The journal's rows: appending to the chain, reading a dossier's entries, verifying all of it."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Text, bindparam, func, insert, select, type_coerce, update

from onestop_desktop.application.pages import JournalCheck, News
from onestop_desktop.domain import errors
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.journal import (
    FIRST,
    SALT_BYTES,
    entry_digest,
    facts_digest,
    plain_text,
)
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.persistence.instants import moment, utc_text
from onestop_desktop.persistence.schema import chain_head, dossier, entry, entry_facts, erasure

_HEAD = select(chain_head.c.sequence, chain_head.c.digest, chain_head.c.recorded_at)
_HEAD_WRITTEN = select(chain_head.c.sequence, chain_head.c.digest)
_ENTRIES = (
    select(entry, entry_facts.c.salt, entry_facts.c.facts, erasure.c.named_by)
    .select_from(
        entry.outerjoin(entry_facts).outerjoin(erasure, erasure.c.sequence == entry.c.sequence)
    )
    .order_by(entry.c.sequence)
)
_MOMENTS = ("recorded_at", "happened_at")
_RAW = _ENTRIES.with_only_columns(
    *(column for column in entry.c if column.name not in _MOMENTS),
    *(type_coerce(entry.c[name], Text).label(name) for name in _MOMENTS),
    entry_facts.c.salt,
    entry_facts.c.facts,
    erasure.c.named_by,
)
"""Every entry as it is written: a moment that cannot be read must be found, not fall over."""
_OF_DOSSIER = _ENTRIES.where(entry.c.dossier == bindparam("code"))
_OF_DESK = _ENTRIES.where(entry.c.dossier == "", entry.c.step == bindparam("step"))
_LAST_ACT = (
    select(entry.c.recorded_at)
    .where(entry.c.step != Step.OPEN_DESK.value)
    .order_by(entry.c.sequence.desc())
    .limit(1)
)
MOST_NAMED = 200
"""Dossiers read again one by one after news; beyond that whole lists are."""
_STEPS_AFTER = (
    select(entry.c.step, entry.c.dossier).where(entry.c.sequence > bindparam("since")).distinct()
)
_ADD, _ADD_FACTS = insert(entry), insert(entry_facts)
_MOVE_HEAD = update(chain_head).where(chain_head.c.id == 1)


def lock_head(connection: Connection) -> None:
    """Take the chain for this transaction: one writer at a time on a shared server."""
    if connection.dialect.name != "sqlite":
        connection.execute(_HEAD.with_for_update())


class Head(NamedTuple):
    """The chain's last entry."""

    sequence: int
    digest: str
    recorded_at: datetime | None


def append(connection: Connection, new: Entry, head: Head | None = None) -> tuple[Entry, Head]:
    """Append an entry; `recorded_at` never falls. Gives it back with its number, and the new head.

    `head` is what this transaction appended last; None asks the store.
    """
    if head is None:
        head = Head(*connection.execute(_HEAD).one())
    recorded_at = max(new.recorded_at, head.recorded_at or new.recorded_at)
    text = plain_text(new.facts)
    salt = secrets.token_bytes(SALT_BYTES)
    numbered = replace(new, sequence=head.sequence + 1, recorded_at=recorded_at)
    digest_of_facts = facts_digest(salt, text)
    digest = entry_digest(numbered, digest_of_facts, head.digest)
    values = {
        "sequence": numbered.sequence,
        "step": numbered.step.value,
        "dossier": numbered.dossier,
        "officer": numbered.officer,
        "workstation": numbered.workstation,
        "recorded_at": numbered.recorded_at,
        "happened_at": numbered.happened_at,
        "facts_digest": digest_of_facts,
        "digest": digest,
    }
    connection.execute(_ADD, values)
    connection.execute(_ADD_FACTS, {"sequence": numbered.sequence, "salt": salt, "facts": text})
    connection.execute(
        _MOVE_HEAD,
        {"sequence": numbered.sequence, "digest": digest, "recorded_at": recorded_at},
    )
    return numbered, Head(numbered.sequence, digest, recorded_at)


def last_recorded(connection: Connection) -> datetime | None:
    """When the newest entry after the desk's opening was recorded."""
    return connection.execute(_LAST_ACT).scalar()


def entries_of(connection: Connection, code: str) -> tuple[Entry, ...]:
    """A dossier's entries in order; empty for an unknown code."""
    return tuple(_entry(row) for row in connection.execute(_OF_DOSSIER, {"code": code}))


def desk_entries(connection: Connection, step: Step) -> tuple[Entry, ...]:
    """Every entry of a step that concerns the desk as a whole, in order."""
    found = connection.execute(_OF_DESK, {"step": step.value})
    return tuple(_entry(row) for row in found)


def news(connection: Connection, since: int) -> News:
    """What was recorded after the entry `since`."""
    last = int(connection.execute(select(chain_head.c.sequence)).scalar_one())
    if last <= since:
        return News(last)
    found = connection.execute(_STEPS_AFTER, {"since": since}).all()
    codes = {row.dossier for row in found if row.dossier}
    named = None if last - since > MOST_NAMED else tuple(sorted(codes))
    return News(last, frozenset(Step(row.step) for row in found), named)


def verify(connection: Connection) -> JournalCheck:
    """Re-compute the chain and the counts over one snapshot; every fault named by its entry."""
    faults: list[dict[str, Any]] = []
    previous, count, last = FIRST, 0, 0
    rows = connection.execution_options(yield_per=500).execute(_RAW)
    for row in rows:
        count += 1
        faults += [{"sequence": row.sequence, "fault": f} for f in _faults(row, last + 1, previous)]
        previous, last = row.digest, row.sequence
    head = connection.execute(_HEAD_WRITTEN).first()
    if head is None or tuple(head) != (last, previous):
        faults.append({"sequence": last, "fault": "head_differs"})
    faults.extend(_missing_rows(connection))
    return JournalCheck(count, tuple(faults))


def _faults(row: Any, expected: int, previous: str) -> Iterator[str]:
    if row.sequence != expected:
        yield "number_missing"
    if row.facts is not None:
        if facts_digest(row.salt, row.facts) != row.facts_digest:
            yield "facts_changed"
    elif row.named_by is None:
        yield "facts_missing"
    if _digest(row, previous) != row.digest:
        yield "entry_changed"


def _digest(row: Any, previous: str) -> str:
    try:
        times = {name: moment(getattr(row, name)) for name in _MOMENTS}
        if any(utc_text(times[name]) != getattr(row, name) for name in _MOMENTS):
            return ""
        written = Entry(
            Step(row.step),
            row.officer,
            dossier=row.dossier,
            workstation=row.workstation,
            sequence=row.sequence,
            recorded_at=times["recorded_at"],
            happened_at=times["happened_at"],
        )
        return entry_digest(written, row.facts_digest, previous)
    except ValueError:  # a step or a moment that this program never wrote
        return ""


def _missing_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    received = select(entry.c.dossier).where(entry.c.step == Step.RECEIVE.value)
    unknown = select(dossier.c.code).where(dossier.c.code.not_in(received))
    lost = received.where(entry.c.dossier.not_in(select(dossier.c.code)))
    for code in connection.execute(lost).scalars():
        yield {"dossier": code, "fault": "dossier_row_missing"}
    for code in connection.execute(unknown).scalars():
        yield {"dossier": code, "fault": "dossier_without_entry"}
    doubled = received.group_by(entry.c.dossier).having(func.count() > 1)
    for code in connection.execute(doubled).scalars():
        yield {"dossier": code, "fault": "received_twice"}


def _entry(row: Row[Any]) -> Entry:
    try:
        facts, step = json.loads(row.facts) if row.facts else {}, Step(row.step)
    except ValueError as error:
        raise errors.StoreDamaged(store="") from error
    return Entry(
        step=step,
        officer=row.officer,
        recorded_at=row.recorded_at,
        happened_at=row.happened_at,
        dossier=row.dossier,
        workstation=row.workstation,
        facts=facts,
        sequence=row.sequence,
    )
