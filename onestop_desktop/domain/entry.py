"""One act at the desk, as the journal keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onestop_desktop.domain.lifecycle import Step


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did which step on which dossier ("" the desk itself), when it happened and was recorded.

    `facts` are plain values (they may be erased one day); `sequence` 0 until the store gives it.
    """

    step: Step
    officer: str
    recorded_at: datetime
    happened_at: datetime
    dossier: str = ""
    workstation: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    sequence: int = 0
