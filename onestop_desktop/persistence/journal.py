"""The journal's rows: appending to the chain, reading a dossier's entries, in one ordered stream all."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, bindparam, insert, select, type_coerce, update

from onestop_desktop.application.pages import News
from onestop_desktop.domain import errors
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.journal import (
    SALT_BYTES,
    entry_digest,
    facts_digest,
    plain_text,
)
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.persistence.instants import moment
from onestop_desktop.persistence.schema import chain_head, entry, entry_facts

_HEAD = select(chain_head.c.sequence, chain_head.c.digest, chain_head.c.recorded_at)
_ENTRIES = (
    select(
        *(entry.c.step, entry.c.officer),
        *(type_coerce(entry.c[name], Text) for name in ("recorded_at", "happened_at")),
        *(entry.c.dossier, entry.c.workstation, entry_facts.c.facts, entry.c.sequence),
    )
    .select_from(entry.outerjoin(entry_facts))
    .order_by(entry.c.sequence)
)
_OF_DOSSIER = _ENTRIES.where(entry.c.dossier == bindparam("code"))
_BY_DOSSIER = (
    _ENTRIES.where(entry.c.dossier != "")
    .order_by(None)
    .order_by(entry.c.dossier, entry.c.sequence)
    .execution_options(yield_per=1000)
)
_OF_DESK = _ENTRIES.where(entry.c.dossier == "", entry.c.step == bindparam("step"))
_LAST_OF_DESK = _OF_DESK.order_by(None).order_by(entry.c.sequence.desc()).limit(1)
_ALL_OF_DESK = _ENTRIES.where(entry.c.dossier == "").execution_options(yield_per=1000)
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
_STEPS = {step.value: step for step in Step}
_read = json.JSONDecoder().raw_decode
"""Facts were written by this program: nothing stands before or after them."""
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
    """Append an entry; `recorded_at` never falls but where two have confirmed the clock.

    Gives it back with its number, and the new head.

    `head` is what this transaction appended last; None asks the store.
    """
    if head is None:
        head = Head(*connection.execute(_HEAD).one())
    recorded_at = new.recorded_at
    if head.recorded_at is not None and new.step is not Step.CONFIRM_CLOCK:
        recorded_at = max(recorded_at, head.recorded_at)
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


def last_desk_entry(connection: Connection, step: Step) -> Entry | None:
    """The newest entry of a step that concerns the desk as a whole."""
    row = connection.execute(_LAST_OF_DESK, {"step": step.value}).first()
    return None if row is None else _entry(row)


def news(connection: Connection, since: int) -> News:
    """What was recorded after the entry `since`."""
    last = int(connection.execute(select(chain_head.c.sequence)).scalar_one())
    if last <= since:
        return News(last)
    found = connection.execute(_STEPS_AFTER, {"since": since}).all()
    codes = {row.dossier for row in found if row.dossier}
    named = None if last - since > MOST_NAMED else tuple(sorted(codes))
    return News(last, frozenset(Step(row.step) for row in found), named)


def by_dossier(connection: Connection) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Every dossier's code and entries, one dossier after the other: one stream, flat in memory."""
    with connection.execute(_BY_DOSSIER) as found:
        every = map(_entry, found)
        for code, entries in groupby(every, key=lambda each: each.dossier):
            yield code, tuple(entries)


def all_of_desk(connection: Connection) -> Iterator[Entry]:
    """Every entry that hangs on no dossier, in order, as a stream."""
    with connection.execute(_ALL_OF_DESK) as found:
        yield from map(_entry, found)


def _entry(row: Any) -> Entry:
    """An entry from its columns in the order of `_ENTRIES`."""
    step, officer, recorded_at, happened_at, dossier, workstation, text, sequence = row
    try:
        facts, known = _read(text)[0] if text else {}, _STEPS[step]
        recorded, happened = moment(recorded_at), moment(happened_at)
    except (TypeError, ValueError, KeyError) as error:
        raise errors.StoreDamaged(store="") from error
    return Entry(known, officer, recorded, happened, dossier, workstation, facts, sequence)
