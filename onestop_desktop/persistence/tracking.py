"""The tracking book's lines, streamed: a dossier's row beside what its entries say of it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import JSON, Connection, Text, bindparam, case, cast, func, select, type_coerce

from onestop_desktop.domain.book_facts import TrackingLine
from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at
from onestop_desktop.persistence.schema import dossier, entry, entry_facts, number_series

_SECOND, _OFFSET, _ZONE = len("2026-11-25T02:00:00"), timedelta(hours=7), "+07:00"
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
_NUMBERED = ("field", "register_number", "volume")
_TOLD = (
    *("procedure_name", "applicant.name", "applicant.address", "applicant.phone", "agency"),
    *("validly_received_at", "return_by"),
)
"""What a reception or a correction says of a line, by its place in the facts."""


def _picked(facts: Any, names: Iterable[str], *, sqlite: bool) -> Any:
    """Some values of an entry's facts as one JSON list: reading all of them costs more than the rest."""
    if sqlite:
        return func.json_extract(facts, *(f"$.{name}" for name in names))
    read = cast(facts, JSON)
    values = (read[tuple(name.split("."))] for name in names)
    return case((facts.is_(None), None), else_=cast(func.json_build_array(*values), Text))


def _statement(*, sqlite: bool) -> Any:
    """In the order of reception, which is that of the register's numbers; served by an index."""
    corrected = tuple(f"reception.{name}" for name in _TOLD)
    receiver = ("receiver.name", "receiver.how")
    return (
        select(
            dossier.c.code,
            dossier.c.state,
            *(type_coerce(dossier.c[name], Text).label(name) for name in _MOMENTS),
            _picked(_RECEIVED.c.facts, (*_NUMBERED, *_TOLD), sqlite=sqlite).label("received"),
            _picked(_CORRECTED.c.facts, corrected, sqlite=sqlite).label("corrected"),
            _picked(_RETURNED.c.facts, receiver, sqlite=sqlite).label("returned"),
        )
        .select_from(
            dossier.join(_RECEIVED, _RECEIVED.c.sequence == _last(Step.RECEIVE))
            .outerjoin(_CORRECTED, _CORRECTED.c.sequence == _last(Step.CORRECT))
            .outerjoin(_RETURNED, _RETURNED.c.sequence == _last(Step.RETURN_RESULT))
        )
        .where(
            dossier.c.received_at >= bindparam("first"), dossier.c.received_at < bindparam("end")
        )
        .order_by(dossier.c.received_at, dossier.c.code)
    )


_LINES = {"sqlite": _statement(sqlite=True), "postgresql": _statement(sqlite=False)}


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
        statement = _LINES[self._connection.dialect.name]
        for row in self._connection.execute(statement, bounds, execution_options=options):
            try:
                line = _line(row, field)
            except (ValueError, KeyError, TypeError) as error:
                raise StoreDamaged(store="") from error
            if line is not None:
                yield line


def _local(value: str) -> str:
    """`instants.local_text` of what the store writes, UTC to the second, in a third of the time."""
    return f"{(datetime.fromisoformat(value[:_SECOND]) + _OFFSET).isoformat()}{_ZONE}"


def _line(row: Any, field: str) -> TrackingLine | None:
    mine, number, volume, *told = json.loads(row.received) if row.received else (None, 0, "")
    if mine != field:
        return None
    if row.corrected:
        told = json.loads(row.corrected)
    procedure, applicant, address, phone, agency, received_at, return_by = told
    taken = row.returned and row.returned_at  # one that was taken back is none
    receiver, how = json.loads(row.returned) if taken else ("", "")
    return TrackingLine(
        number=number,
        volume=volume,
        code=row.code,
        procedure=procedure,
        applicant=applicant,
        address=address,
        phone=phone,
        agency=agency,
        received_at=received_at,
        promised_at=_local(row.promised_at),
        returned_at=_local(row.returned_at) if row.returned_at else "",
        return_by="post" if how == "post" else return_by,
        receiver=receiver or "",
        state=row.state,
    )
