"""The chain computed anew from one snapshot: every entry, its facts, the head, the day seals on record."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Text, func, select, type_coerce

from onestop_desktop.application.pages import Fault
from onestop_desktop.application.progress import Progress
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.journal import FIRST, facts_digest, head_digest
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.seal import Seal, read_seal, seal_of
from onestop_desktop.domain.step_errors import SealUnread
from onestop_desktop.persistence.instants import moment, utc_text
from onestop_desktop.persistence.schema import chain_head, dossier, entry, entry_facts, erasure

AT_ONCE = 1000
"""Entries between two looks at whether anybody still waits; so many are held at a time."""
_HEAD_WRITTEN = select(
    chain_head.c.sequence, chain_head.c.digest, type_coerce(chain_head.c.recorded_at, Text)
)
_WRITTEN = (
    select(
        *(entry.c[name] for name in ("sequence", "step", "dossier", "officer", "workstation")),
        *(type_coerce(entry.c[name], Text).label(name) for name in ("recorded_at", "happened_at")),
        *(entry.c.facts_digest, entry.c.digest),
        *(entry_facts.c.salt, entry_facts.c.facts, erasure.c.named_by),
    )
    .select_from(
        entry.outerjoin(entry_facts).outerjoin(erasure, erasure.c.sequence == entry.c.sequence)
    )
    .order_by(entry.c.sequence)
    .execution_options(yield_per=AT_ONCE)
)
"""Every entry as it is written: a moment that cannot be read must be found, not fall over."""
_STEPS = frozenset(step.value for step in Step)
_SEALED = frozenset((Step.CLOSE_DAY.value, Step.PRINT.value))
_DIGEST = select(entry.c.digest)


def count(connection: Connection) -> int:
    """How many entries there are."""
    return int(connection.execute(select(func.count()).select_from(entry)).scalar_one())


def faults(connection: Connection, progress: Progress, whole: int) -> Iterator[Fault]:
    """Every entry that does not follow from those before it, in their order (CalledOff)."""
    previous, last, done, latest = FIRST, 0, 0, None
    sealed: list[tuple[int, str]] = []
    with connection.execute(_WRITTEN) as rows:
        for row in rows:
            for fault in _of_entry(row, last + 1, previous):
                yield {"sequence": row.sequence, "fault": fault}
            if row.step in _SEALED and not row.dossier:
                sealed.extend((row.sequence, seal) for seal in _seals_told(row.facts))
            previous, last, done, latest = row.digest, row.sequence, done + 1, row.recorded_at
            if done % AT_ONCE == 0 and not progress(done, whole):
                raise CalledOff
    head = connection.execute(_HEAD_WRITTEN).first()
    if head is None or tuple(head) != (last, previous, latest):
        yield {"sequence": last, "fault": "head_differs"}
    yield from _seals(connection, sealed)
    yield from _missing_rows(connection)


def _of_entry(row: Any, expected: int, previous: str) -> Iterator[str]:
    sequence, step, code, officer, place, recorded, happened, of_facts, digest, *rest = row
    salt, facts, named_by = rest
    if sequence != expected:
        yield "number_missing"
    if facts is not None:
        if facts_digest(salt, facts) != of_facts:
            yield "facts_changed"
    elif named_by is None:
        yield "facts_missing"
    written = (sequence, step, code, officer, place, _as_digested(recorded), _as_digested(happened))
    known = step in _STEPS and "" not in written[-2:]
    if not known or head_digest(written, of_facts, previous) != digest:
        yield "entry_changed"


@lru_cache(maxsize=4096)
def _as_digested(written: str) -> str:
    """A stored moment as the digest has it, "" for one that this program never wrote."""
    try:
        read = moment(written)
    except ValueError:
        return ""
    return write_moment(read) if utc_text(read) == written else ""


def _seals_told(facts: str | None) -> Iterator[str]:
    """The seals an entry keeps: of the sheet it printed, of the closing before it."""
    try:
        told = json.loads(facts or "{}")
    except ValueError:
        return
    for name in ("seal", "seal_before"):
        if told.get(name):
            yield str(told[name])


def _seals(connection: Connection, sealed: list[tuple[int, str]]) -> Iterator[Fault]:
    """Seals on record whose entry would be sealed otherwise now: the chain before it was rewritten."""
    first = connection.execute(_DIGEST.where(entry.c.sequence == 1)).scalar() or ""
    for sequence, code in sealed:
        if not _holds(connection, code, first):
            yield {"sequence": sequence, "seal": code, "fault": "seal_differs"}


def _holds(connection: Connection, code: str, first: str) -> bool:
    try:
        seal: Seal = read_seal(code)
    except SealUnread:
        return False
    digest = connection.execute(_DIGEST.where(entry.c.sequence == seal.entries)).scalar()
    return digest is not None and seal_of(seal.day, seal.entries, digest, first) == seal


def _missing_rows(connection: Connection) -> Iterator[Fault]:
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
