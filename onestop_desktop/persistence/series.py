"""Every number series against the entries its numbers went to: what is missing, or given twice, is named.

A spoilt number has its entry and is no gap.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain import books, money, notices
from onestop_desktop.domain.day_sheet import DAY_SHEET
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.notice_facts import FORMS
from onestop_desktop.persistence.schema import number_series

_SHARED = ("receipt:", f"form-{notices.CONTROL}:")
"""Series whose number several entries tell of: a visit's receipt, a control slip printed again."""
_MOST = 10_000_000
"""A number beyond it was never given; nothing is kept for it."""
_FORMS = (*FORMS.values(), notices.CONTROL, notices.HAND_OVER, DAY_SHEET)
_KNOWN = (
    "code:",
    "register:",
    "receipt:",
    "book-",
    "fee-receipt:",
    *(f"form-{f}:" for f in _FORMS),
)
_TELLING = (Step.RECEIVE, Step.TAKE_FEE, Step.SETTLE, *FORMS)
_NUMBERED = frozenset((*_TELLING, Step.PRINT, Step.NOTICE, Step.CLOSE_DAY))
Numbered = Iterator[tuple[str, int]]


@dataclass(slots=True)
class SeriesCheck:
    """Gathers the numbers entries tell of, a byte for each, and holds them against the series."""

    _given: dict[str, bytearray] = field(default_factory=dict)
    _twice: list[tuple[str, int]] = field(default_factory=list)
    _silent: set[str] = field(default_factory=set)
    _erased: set[str] = field(default_factory=set)

    def take(self, entry: Entry) -> None:
        """The numbers of one entry; one whose facts are gone leaves its series untold."""
        if entry.step not in _NUMBERED:
            return
        if not entry.facts and entry.step in _TELLING:
            self._erased.add(str(entry.happened_at.year))
        with suppress(ValueError, KeyError, TypeError):  # no entry of ours: the chain names it
            for name, number in _numbers(entry):
                if 0 < number < _MOST:
                    self._give(name, number)
                else:
                    self._silent.add(name)

    def _give(self, name: str, number: int) -> None:
        given = self._given.setdefault(name, bytearray())
        if number >= len(given):
            given.extend(bytes(number - len(given) + 1))
        if given[number] and not name.startswith(_SHARED):
            self._twice.append((name, number))
        given[number] = 1

    def faults(self, connection: Connection) -> Iterator[Fault]:
        """Numbers given twice, gaps without an entry, series that stand elsewhere than their last."""
        for name, number in self._twice:
            yield {"series": name, "number": number, "fault": "number_twice"}
        kept = dict(connection.execute(select(number_series.c.name, number_series.c.last)).all())
        for name in sorted({*kept, *self._given}):
            if self._is_untold(name):
                continue
            given = self._given.get(name, bytearray(1))
            for number in range(1, len(given)):
                if not given[number]:
                    yield {"series": name, "number": number, "fault": "number_unaccounted"}
            if kept.get(name) != len(given) - 1:
                last = kept.get(name, 0)
                yield {
                    "series": name,
                    "last": last,
                    "given": len(given) - 1,
                    "fault": "series_differs",
                }

    def _is_untold(self, name: str) -> bool:
        """Whether some of its numbers are told by nobody any more, or it is no series known here."""
        erased = not name.startswith("code:") and name.rpartition(":")[2] in self._erased
        return erased or name in self._silent or not name.startswith(_KNOWN)


def _numbers(entry: Entry) -> Numbered:
    facts, year = entry.facts, entry.happened_at.year
    if entry.step is Step.RECEIVE:
        yield from _of_reception(entry)
    elif entry.step is Step.TAKE_FEE and facts:
        yield money.series(facts["year"]), int(facts["number"])
    elif entry.step is Step.SETTLE:
        for each in facts.get("certificates", ()):
            yield books.series(books.Book(each["book"]), each["year"]), int(each["number"])
    elif entry.step is Step.PRINT:
        yield from _of_print(facts, year)
    elif form := _form_of(entry):
        head = facts.get("head") or {}
        if head.get("number"):
            yield f"form-{form}:{year}", int(head["number"])


def _form_of(entry: Entry) -> str:
    """The numbered form an entry made, "" for none."""
    if entry.step is Step.NOTICE:
        return str(entry.facts.get("kind", ""))
    return DAY_SHEET if entry.step is Step.CLOSE_DAY else FORMS.get(entry.step, "")


def _of_print(facts: Any, year: int) -> Numbered:
    form = facts.get("form")
    if form == notices.CONTROL and facts.get("head"):
        yield f"form-{form}:{year}", int(facts["head"]["number"])
    elif form == notices.HAND_OVER and "sheet" in facts:
        yield f"form-{form}:{year}", int(facts["number"])


def _of_reception(entry: Entry) -> Numbered:
    """Its code's number; its lines in register and receipts, where its facts still say them."""
    agency, day, number = entry.dossier.rsplit("-", 2)
    year = 2000 + int(day[:2])
    yield f"code:{agency}:{year}-{day[2:4]}-{day[4:]}", int(number)
    facts = entry.facts
    yield f"receipt:{year}", int(facts.get("slip_number", 0))
    yield f"register:{facts['field']}:{year}", int(facts["register_number"])
