"""The books' numbers and the money, compared with the entries that gave them; `verify` asks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from onestop_desktop.application.stepping import TAKEN_BACK
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import MONEY, receipt_words
from onestop_desktop.persistence.day_schema import book_year, certification, payment
from onestop_desktop.persistence.schema import entry, entry_facts

Place = tuple[str, int, int]
"""Book, year and number."""
_AT_ONCE = 500
_VOLUMES = (Step.OPEN_VOLUME, Step.CLOSE_BOOK)
_NUMBERS = (Step.SETTLE, Step.UNDO, Step.SEND_BACK, Step.SPOIL_NUMBER, Step.CORRECT)
_TOLD = (*_NUMBERS, *_VOLUMES, *MONEY)
_ENTRIES = (
    select(entry, entry_facts.c.facts)
    .outerjoin(entry_facts)
    .where(
        or_(
            entry.c.step.in_([step.value for step in _TOLD]),
            and_(
                entry.c.step == Step.RECEIVE.value,
                entry.c.dossier.in_(select(certification.c.dossier)),
            ),
        )
    )
    .order_by(entry.c.sequence)
    .execution_options(yield_per=_AT_ONCE)
)
_OF_CERTIFICATE = ("volume", "title", "pages", "copies", "fee")
_IN_BOOK = (*_OF_CERTIFICATE, "dossier", "applicant", "signed_by", "certified_at", "spoilt")
_OF_PAYMENT = ("number", "year", "procedure", "procedure_name", "amount", "method", "reason")


def faults(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every number and volume of a book and every payment that its entry says otherwise or not at all."""
    told = _Told()
    for row in connection.execute(_ENTRIES):
        told.take(row, json.loads(row.facts) if row.facts else {})
    yield from _numbers(connection, told)
    yield from _volumes(connection, told)
    yield from _money(connection, told)


@dataclass
class _Told:
    """What the entries say; `erased` are dossiers whose facts are gone and cannot be compared."""

    numbers: dict[Place, dict[str, Any]] = field(default_factory=dict)
    volumes: dict[tuple[str, int], tuple[int, datetime | None]] = field(default_factory=dict)
    money: dict[int, dict[str, Any]] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def take(self, row: Any, facts: dict[str, Any]) -> None:
        """One entry, in the journal's order."""
        step = Step(row.step)
        if not facts:
            self.erased.add(row.dossier)
        elif step in _VOLUMES:
            closed_at = row.happened_at if step is Step.CLOSE_BOOK else None
            self.volumes[facts["book"], facts["year"]] = (facts["volume"], closed_at)
        elif step in MONEY:
            self.money[row.sequence] = _payment(row, facts)
        elif step is Step.RECEIVE:
            self.names[row.dossier] = facts["applicant"]["name"]
        elif step is Step.CORRECT:
            self.names[row.dossier] = facts["reception"]["applicant"]["name"]
        elif step is Step.SETTLE:
            for each in facts.get("certificates", ()):
                self.numbers[_place(each)] = _certificate(row, facts, each, self.names)
        elif step is Step.SPOIL_NUMBER:
            self._spoil([_place(facts)], facts["reason"])
        else:
            spoilt = [_place(each) for each in facts.get("spoils", ())]
            self._spoil(spoilt, facts.get("reason") or TAKEN_BACK)

    def _spoil(self, places: list[Place], reason: str) -> None:
        for place in places:
            if place in self.numbers and not self.numbers[place]["spoilt"]:
                self.numbers[place]["spoilt"] = reason


def _numbers(connection: Connection, told: _Told) -> Iterator[dict[str, Any]]:
    kept = {
        (row["book"], row["year"], row["number"]): {name: row[name] for name in _IN_BOOK}
        for row in connection.execute(select(certification)).mappings()
        if row["dossier"] not in told.erased
    }
    for place in sorted({*told.numbers, *kept}):
        if told.numbers.get(place) != kept.get(place):
            book, year, number = place
            yield {"certification": f"{book} {year} {number}", "fault": "certification_differs"}


def _volumes(connection: Connection, told: _Told) -> Iterator[dict[str, Any]]:
    kept = {
        (row.book, row.year): (row.volume, row.closed_at)
        for row in connection.execute(select(book_year))
    }
    for book, year in sorted({*told.volumes, *kept}):
        if told.volumes.get((book, year)) != kept.get((book, year)):
            yield {"book_year": f"{book} {year}", "fault": "book_year_differs"}


def _money(connection: Connection, told: _Told) -> Iterator[dict[str, Any]]:
    kept = {
        row["sequence"]: {name: row[name] for name in (*_OF_PAYMENT, "dossier", "officer", "at")}
        for row in connection.execute(select(payment)).mappings()
        if row["dossier"] not in told.erased
    }
    for sequence in sorted({*told.money, *kept}):
        if told.money.get(sequence) != kept.get(sequence):
            line = told.money.get(sequence) or kept[sequence]
            receipt = receipt_words(line["number"], line["year"])
            yield {"payment": receipt, "sequence": sequence, "fault": "payment_differs"}


def _certificate(
    row: Any, settled: dict[str, Any], facts: dict[str, Any], names: dict[str, str]
) -> dict[str, Any]:
    return {
        **{name: facts[name] for name in _OF_CERTIFICATE},
        "dossier": row.dossier,
        "applicant": names.get(row.dossier, ""),
        "signed_by": settled["signed_by"],
        "certified_at": row.happened_at,
        "spoilt": "",
    }


def _payment(row: Any, facts: dict[str, Any]) -> dict[str, Any]:
    told = {name: facts[name] for name in _OF_PAYMENT}
    return {**told, "dossier": row.dossier, "officer": row.officer, "at": row.happened_at}


def _place(facts: dict[str, Any]) -> Place:
    return facts["book"], facts["year"], facts["number"]
