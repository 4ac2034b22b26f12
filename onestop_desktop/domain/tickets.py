"""Tickets of the hall: a number of a day and a kind of service, called by a counter; no person is known."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from string import ascii_uppercase
from typing import Any

from onestop_desktop.domain.hall_errors import TicketKindUnknown
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.text import nfc

MOST_KINDS = 11
"""As many as the hall's window has keys for."""
LAST_SHOWN = 5
_NAME = re.compile(r"([A-Z])(\d{3,6})", re.ASCII)


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVED = "served"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of service people take a number for; one that is `first` is called before all others.

    `of_field`: a field of work, offered where the catalogue has it.
    """

    letter: str
    name: str
    english: str
    first: bool = False
    of_field: bool = False

    def words(self, language: str) -> str:
        """What it is called."""
        return self.english if language == "en" else self.name


@dataclass(frozen=True, slots=True)
class Ticket:
    """One number of one local day. `place` is its place in the order of taking, `turn` that of its
    newest call; `called_at` is the first call's moment, `dossier` the code received with it ("" none).
    """

    day: date
    kind: str
    number: int
    place: int
    taken_at: datetime
    first: bool = False
    called_at: datetime | None = None
    counter: str = ""
    calls: int = 0
    turn: int = 0
    dossier: str = ""
    state: TicketState = TicketState.WAITING

    @property
    def name(self) -> str:
        """What is printed and called out: A012, with more digits past 999."""
        return ticket_name(self.kind, self.number)

    @property
    def waited(self) -> int:
        """Whole minutes from taking to the first call; 0 while it waits, or where a clock went back."""
        if self.called_at is None:
            return 0
        return max(0, int((self.called_at - self.taken_at).total_seconds() // 60))

    def called(self, counter: str, at: datetime, turn: int) -> "Ticket":
        """Called to a counter, or once more: the first call's moment stays."""
        return replace(
            self,
            called_at=self.called_at or at,
            counter=counter,
            calls=self.calls + 1,
            turn=turn,
            state=TicketState.CALLED,
        )

    def ended(self) -> "Ticket":
        """The counter goes on to the next: served, or gone where it was called again for nothing."""
        gone = self.calls > 1 and not self.dossier
        return replace(self, state=TicketState.GONE if gone else TicketState.SERVED)

    def with_dossier(self, code: str) -> "Ticket":
        """A dossier was received from whoever holds it; the first one's code stays."""
        return replace(self, dossier=self.dossier or code)


def counter_name(text: str) -> str:
    """A counter as tickets know it: precomposed letters, single blanks."""
    return " ".join(nfc(text).split())


def ticket_name(kind: str, number: int) -> str:
    """A012: the kind's letter and at least three digits."""
    return f"{kind}{number:03d}"


def read_ticket_name(text: str) -> tuple[str, int]:
    """Kind and number behind A012 (ValueError)."""
    found = _NAME.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(text)
    return found[1], int(found[2])


def reception_ticket(ticket: Ticket) -> dict[str, Any]:
    """What the entry of a reception keeps of the ticket it followed."""
    return {
        "number": ticket.name,
        "taken_at": write_moment(ticket.taken_at),
        "called_at": write_moment(ticket.called_at or ticket.taken_at),
        "waited_minutes": ticket.waited,
    }


def read_kinds(text: str) -> tuple[Kind, ...]:
    """The kinds of a CSV with letter, name, english, first; lines that make no kind are left out."""
    found: dict[str, Kind] = {}
    for line in csv.DictReader(text.splitlines()):
        letter = (line.get("letter") or "").strip().upper()
        name = (line.get("name") or "").strip()
        if len(letter) == 1 and letter.isascii() and letter.isalpha() and name:
            english = (line.get("english") or "").strip() or name
            first = (line.get("first") or "").strip() == "1"
            of_field = (line.get("of_field") or "").strip() == "1"
            found.setdefault(letter, Kind(letter, name, english, first, of_field))
    return tuple(found.values())


def kinds_offered(known: Iterable[Kind], fields: Iterable[str]) -> tuple[Kind, ...]:
    """The known kinds that the catalogue's fields of work call for, and those that are no field's.

    A field nobody gave a letter takes the next free one; what is beyond the keys has the general kind.
    """
    known = tuple(known)
    wanted = set(fields) - {""}
    others = [kind for kind in known if not kind.of_field][:MOST_KINDS]
    room = MOST_KINDS - len(others)
    named = [kind for kind in known if kind.of_field and kind.name in wanted]
    free = (letter for letter in ascii_uppercase if letter not in {each.letter for each in known})
    new = sorted(wanted - {kind.name for kind in known})
    named += [
        Kind(letter, name, name, of_field=True) for name, letter in zip(new, free, strict=False)
    ]
    return (*named[:room], *others)


def kind_of(letter: str, kinds: Iterable[Kind]) -> Kind:
    """The kind of that letter (TicketKindUnknown)."""
    known = {kind.letter: kind for kind in kinds}
    wanted = letter.strip().upper()
    if wanted not in known:
        raise TicketKindUnknown(field="kind", value=letter, choices=sorted(known))
    return known[wanted]
