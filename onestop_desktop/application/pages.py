"""Rows and pages that lists show: plain values, read a page at a time."""

from dataclasses import dataclass
from typing import Any

from onestop_desktop.domain.lifecycle import Step


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One line of any list of dossiers; moments as ISO text with +07:00."""

    code: str
    official_code: str
    applicant: str
    identity: str
    phone: str
    procedure: str
    procedure_name: str
    state: str
    holder: str
    received_at: str
    due_at: str
    promised_at: str
    provisional: bool = False
    received_by: str = ""
    handed_to: str = ""
    shelf: str = ""
    verdict: str = ""
    official_verdict: str = ""
    apologies: int = 0
    by_minute: bool = False
    paused_at: str = ""
    proposed_at: str = ""
    settled_at: str = ""
    returned_at: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the key after which the next page begins ("" at the end)."""

    rows: tuple[DossierRow, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What was recorded since an entry: the last entry's number, its steps, the dossiers touched.

    `codes` is None where they are too many to name: whoever shows dossiers reads them all again.
    """

    mark: int
    steps: frozenset[Step] = frozenset()
    codes: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A stored slip: its facts and what became of its paper."""

    id: int
    form: str
    version: int
    facts: dict[str, Any]
    sha256: str
    prints: int


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A half-typed reception put aside."""

    id: int
    title: str
    officer: str
    saved_at: str
    form: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes free where a store lies (None where nobody can tell), and whether that is too few."""

    free: int | None
    low: bool = False


Fault = dict[str, Any]
"""One thing found wrong: `fault` its kind, and what it is wrong with (`sequence`, `dossier`, …)."""


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """What `verify` or `doctor` found: how many entries, and each fault as plain facts."""

    entries: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def first(self) -> Fault | None:
        """The fault of the earliest entry at fault, else the first one found; None where all is well."""
        named = [fault for fault in self.faults if "sequence" in fault]
        return min(named, key=lambda each: int(each["sequence"]), default=None) or next(
            iter(self.faults), None
        )
