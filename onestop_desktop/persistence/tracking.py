"""The tracking book's lines, streamed: a dossier's row beside what its entries say of it."""

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Text, bindparam, func, select, type_coerce

from onestop_desktop.domain.book_facts import TrackingLine
from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at
from onestop_desktop.persistence.instants import local_text
from onestop_desktop.persistence.schema import dossier, entry, entry_facts, number_series

AT_ONCE = 500
"""Rows read ahead of the one that is written."""
_MOMENTS = ("promised_at", "returned_at")
_SERIES = select(number_series.c.name, number_series.c.last).where(
    number_series.c.name.startswith("register:", autoescape=True)
)


def _last(step: Step) -> Any:
    """The number of a dossier's last entry of a step."""
    one = entry.alias()
    return (
        select(func.max(one.c.sequence))
        .where(one.c.dossier == dossier.c.code, one.c.step == step.value)
        .scalar_subquery()
    )


_RECEIVED, _CORRECTED, _RETURNED = (entry_facts.alias() for _ in range(3))
_LINES = (
    select(
        dossier.c.code,
        dossier.c.state,
        *(type_coerce(dossier.c[name], Text).label(name) for name in _MOMENTS),
        _RECEIVED.c.facts.label("received"),
        _CORRECTED.c.facts.label("corrected"),
        _RETURNED.c.facts.label("returned"),
    )
    .select_from(
        dossier.join(_RECEIVED, _RECEIVED.c.sequence == _last(Step.RECEIVE))
        .outerjoin(_CORRECTED, _CORRECTED.c.sequence == _last(Step.CORRECT))
        .outerjoin(_RETURNED, _RETURNED.c.sequence == _last(Step.RETURN_RESULT))
    )
    .where(dossier.c.received_at >= bindparam("first"), dossier.c.received_at < bindparam("end"))
    .order_by(dossier.c.received_at, dossier.c.code)
)
"""In the order of reception, which is that of the register's numbers; served by an index."""


class SqlTracking:
    """The port `Tracking` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fields(self, year: int) -> dict[str, int]:
        """The fields of work with dossiers in that year, each with how many lines it has."""
        found = {}
        for name, last in self._connection.execute(_SERIES):
            field, _, of = name.removeprefix("register:").rpartition(":")
            if of == str(year):
                found[field] = int(last)
        return dict(sorted(found.items()))

    def lines(self, year: int, field: str) -> Iterator[TrackingLine]:
        """The lines of a field and year, read as they are taken.

        A dossier stays in the book that gave its number, whatever was corrected later; one whose
        facts were erased has no line any more.
        """
        bounds = {"first": at(date(year, 1, 1), time(0)), "end": at(date(year + 1, 1, 1), time(0))}
        options = {"yield_per": AT_ONCE}
        for row in self._connection.execute(_LINES, bounds, execution_options=options):
            try:
                line = _line(row, field)
            except (ValueError, KeyError, TypeError) as error:
                raise StoreDamaged(store="") from error
            if line is not None:
                yield line


def _line(row: Any, field: str) -> TrackingLine | None:
    first = json.loads(row.received) if row.received else {}
    if first.get("field") != field:
        return None
    facts = json.loads(row.corrected)["reception"] if row.corrected else first
    who = facts["applicant"]
    receiver = _receiver(row)
    by_post = receiver.get("how") == "post"
    return TrackingLine(
        number=first["register_number"],
        volume=first["volume"],
        code=row.code,
        procedure=facts["procedure_name"],
        applicant=who["name"],
        address=who["address"],
        phone=who["phone"],
        agency=facts["agency"],
        received_at=facts["validly_received_at"],
        promised_at=local_text(row.promised_at),
        returned_at=local_text(row.returned_at) if row.returned_at else "",
        return_by="post" if by_post else facts["return_by"],
        receiver=receiver.get("name", ""),
        state=row.state,
    )


def _receiver(row: Any) -> dict[str, str]:
    """Who took the result; a return that was taken back is none."""
    if not row.returned_at or not row.returned:
        return {}
    told = json.loads(row.returned).get("receiver") or {}
    return told if isinstance(told, dict) else {"name": str(told)}
