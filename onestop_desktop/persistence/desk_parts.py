"""The desk's own tables as the last entry that changed them left them: agency, calendar, catalogue, parked.

Each part's digest goes into the facts of the entry that changes it, in the same transaction.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.persistence import schema

KEPT = "kept"
"""The fact under which an entry keeps the digests."""
_SETTINGS = ("agency", "profile")
_PARTS: dict[str, tuple[Select[Any], ...]] = {
    "agency": (
        select(schema.setting)
        .where(schema.setting.c.name.in_(_SETTINGS))
        .order_by(schema.setting.c.name),
    ),
    "calendar": tuple(
        select(table) for table in (schema.office_hours, schema.special_day, schema.calendar_year)
    ),
    "catalogue": (select(schema.procedure_version).order_by(schema.procedure_version.c.id),),
}
_CHANGED_BY: Mapping[Step, tuple[str, ...]] = {
    Step.OPEN_DESK: tuple(_PARTS),
    Step.CHANGE_DESK: ("agency",),
    Step.CHANGE_CALENDAR: ("calendar",),
    Step.IMPORT_CATALOGUE: ("catalogue",),
}
_ENTRIES = (
    select(schema.entry.c.sequence, schema.entry.c.step, schema.entry_facts.c.facts)
    .outerjoin(schema.entry_facts)
    .where(
        schema.entry.c.dossier == "",
        schema.entry.c.step.in_([step.value for step in _CHANGED_BY]),
    )
    .order_by(schema.entry.c.sequence)
)


def digests(connection: Connection, step: Step) -> dict[str, str]:
    """The digests of what a step changes, as it stands now; {} for a step that changes no part."""
    return {part: _digest(connection, part) for part in _CHANGED_BY.get(step, ())}


def faults(connection: Connection) -> Iterator[Fault]:
    """Each part that stands otherwise than its last entry left it; older stores' entries say nothing."""
    told: dict[str, tuple[int, str]] = {}
    for row in connection.execute(_ENTRIES):
        kept = json.loads(row.facts).get(KEPT, {}) if row.facts else {}
        for part in _CHANGED_BY[Step(row.step)]:
            told[part] = (row.sequence, kept.get(part, ""))
    for part, (sequence, digest) in told.items():
        if digest and digest != _digest(connection, part):
            yield {"sequence": sequence, "part": part, "fault": "desk_differs"}


def _digest(connection: Connection, part: str) -> str:
    whole = hashlib.sha256()
    for wanted in _PARTS[part]:
        lines = sorted(
            json.dumps(list(row), ensure_ascii=False) for row in connection.execute(wanted)
        )
        whole.update("\n".join([*lines, ""]).encode())
    return whole.hexdigest()
