"""The facts of the recovery sheet: whose copies, where they go, what opens them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

RECOVERY = "recovery"
"""The form's name."""


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """`passphrase` is "" where it is written by hand; it is on no record, on paper alone."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    at: str
    officer: str
    folder: str
    passphrase: str = field(default="", repr=False)
