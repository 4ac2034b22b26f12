"""Terms as the law words them: at once, same day, working hours or days, calendar days, months."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onestop_desktop.domain.errors import TermInvalid

_COUNTED = re.compile(
    r"(\d{1,4})(\.5)? (working hours?|working days?|calendar days?|months?)", re.ASCII
)
HALVES_IN_A_DAY = 2


class TermKind(StrEnum):
    """The kinds of term of convention 2."""

    AT_ONCE = "at once"
    SAME_DAY = "same day"
    WORKING_HOURS = "working hours"
    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Term:
    """A kind and its count in halves (only working days may end in a half)."""

    kind: TermKind
    halves: int = 0

    @property
    def whole(self) -> int:
        """Whole hours, days or months."""
        return self.halves // HALVES_IN_A_DAY

    @property
    def has_half(self) -> bool:
        """Whether half a working day (4 working hours) follows the whole days."""
        return bool(self.halves % HALVES_IN_A_DAY)

    @property
    def count(self) -> str:
        """The count as written: "3", "4.5"."""
        return f"{self.whole}{'.5' if self.has_half else ''}"

    def __str__(self) -> str:
        if self.kind in (TermKind.AT_ONCE, TermKind.SAME_DAY):
            return self.kind.value
        return f"{self.count} {self.kind.value}"


@lru_cache(maxsize=256)
def read_term(text: str) -> Term:
    """A term written as the command line writes it: `3 working days`, `0.5 working days`, `same day`.

    TermInvalid for zero, negative or quarter counts and for any other wording.
    """
    wording = " ".join(text.lower().split())
    if wording in (TermKind.AT_ONCE, TermKind.SAME_DAY):
        return Term(TermKind(wording))
    found = _COUNTED.fullmatch(wording)
    if not found:
        raise TermInvalid(field="term", value=text)
    unit = found[3] if found[3].endswith("s") else found[3] + "s"
    halves = int(found[1]) * HALVES_IN_A_DAY + bool(found[2])
    if halves == 0 or (found[2] and unit != TermKind.WORKING_DAYS):
        raise TermInvalid(field="term", value=text)
    return Term(TermKind(unit), halves)
