"""What the provincial system's last list said of dossiers that are done here, for a screen and for paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.domain.province_list import LATE_THERE
from onestop_desktop.domain.text import fold

BEHIND = "province_behind"
"""The form's key."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A dossier that is settled here and not there: evidence of who is behind.

    Moments are texts, `due_there` "" where the list has none; `late_there` whether the list counts it late.
    """

    code: str
    official_code: str
    state_there: str
    due_there: str
    settled_at: str
    late_there: bool


@dataclass(frozen=True, slots=True)
class TakenList:
    """A list that was taken in: its file's name, when, by whom, its headings mapped by hand."""

    sequence: int
    at: str
    officer: str
    file: str
    counts: Mapping[str, int]
    mapped: Mapping[str, str]
    behind: tuple[Behind, ...]


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One dossier on the paper: its codes and procedure, our due time and settlement, what is said there."""

    code: str
    official_code: str
    procedure: str
    due_at: str
    settled_at: str
    verdict: str
    state_there: str
    due_there: str
    late_there: bool


@dataclass(frozen=True, slots=True)
class BehindFacts:
    """The evidence as it is printed; `taken_at` and `file` say of which list."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    at: str
    officer: str
    taken_at: str
    file: str
    lines: tuple[BehindLine, ...]


def state_words(state: str, *, late: bool) -> str:
    """What is said there, and that it is late where its words do not say so."""
    if not late or any(words in fold(state) for words in LATE_THERE):
        return state or "–"
    return f"{state}, quá hạn" if state else "quá hạn"


def late_first(behind: Iterable[Behind]) -> tuple[Behind, ...]:
    """Those the other system counts late before the others, each in the order of their codes."""
    return tuple(sorted(behind, key=lambda each: (not each.late_there, each.official_code)))
