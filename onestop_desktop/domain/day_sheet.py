"""The facts of the day sheet, frozen in the entry that closes the day; the seal is that entry's own."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from onestop_desktop.domain.seal import Seal

DAY_SHEET = "day_sheet"
"""The form's key."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A dossier named on the sheet: its code, procedure, applicant, due time as ISO text."""

    code: str
    procedure: str
    applicant: str
    due_at: str


@dataclass(frozen=True, slots=True)
class BookLine:
    """The numbers a certification book gave that day: first and last, how many, of these spoilt."""

    book: str
    volume: int
    first: int
    last: int
    count: int
    spoilt: int


@dataclass(frozen=True, slots=True)
class DayMoney:
    """The day's money in đồng: before + cash - refunded - handed = held, by transfer beside it.

    `first_receipt` to `last_receipt` were given, 0 for none.
    """

    before: int
    cash: int
    transfer: int
    refunded: int
    handed: int
    held: int
    first_receipt: int
    last_receipt: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A closed day: figures of the day and the year so far (by name), what stays open, money, books.

    `head` is number, profile and agency of that day; `late` are overdue, `tomorrow` due by the end of
    the next working day; `reason` says why it was closed with dossiers not accounted for.
    """

    head: Mapping[str, Any]
    day: str
    closed_at: str
    officer: str
    figures: Mapping[str, int]
    year: Mapping[str, int]
    goal: float
    carried: int
    open: int
    late: tuple[SheetLine, ...]
    tomorrow: tuple[SheetLine, ...]
    waiting: tuple[tuple[str, int], ...]
    money: DayMoney
    books: tuple[BookLine, ...]
    unprinted: int
    parked: int
    reason: str


_OF_SHEET = frozenset(each.name for each in fields(DaySheet))


def read_day_sheet(facts: Mapping[str, Any]) -> DaySheet:
    """The sheet again from the facts of the entry that closed the day."""
    lines = {
        name: tuple(SheetLine(**each) for each in facts[name]) for name in ("late", "tomorrow")
    }
    own = {name: value for name, value in facts.items() if name in _OF_SHEET}
    return DaySheet(
        **{
            **own,
            **lines,
            "waiting": tuple((name, count) for name, count in facts["waiting"]),
            "money": DayMoney(**facts["money"]),
            "books": tuple(BookLine(**each) for each in facts["books"]),
        }
    )


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """A day sheet and its seal, as it is printed."""

    sheet: DaySheet
    seal: Seal


@dataclass(frozen=True, slots=True)
class SealCheck:
    """What a scanned seal says of this store.

    `kind`: `same` its newest closing, `older_sheet` an earlier one, `older_store` the store ends
    before that entry, `other_desk`, `differs` where the entry is another one; `latest` is the day of
    this store's newest closing.
    """

    kind: str
    seal: Seal
    latest: date | None
    entries: int

    @property
    def good(self) -> bool:
        """Whether the store holds all that the sheet was signed for, and the sheet is the newest."""
        return self.kind == "same"
