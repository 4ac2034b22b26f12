"""The facts of the report on a check of the store: plain values, as an inspector reads and signs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CHECK = "check"
"""The form's key."""
MOST_FAULTS = 200
"""More are counted, not listed: the store is to be brought back, not mended line by line."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked when by whom with which program, what came of it; `seal` is that of the last entry.

    `kind` is `verify` or `doctor`; `faults` are sentences, `count` how many there were.
    """

    profile: str
    agency: Mapping[str, Any]
    number: int
    at: str
    officer: str
    program: str
    kind: str
    entries: int
    seal_words: str
    seal_code: str
    count: int
    faults: tuple[str, ...]
