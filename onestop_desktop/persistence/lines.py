"""A line of lists from its columns as they are written, whether SQLAlchemy read them or plain sqlite3."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.persistence.instants import local_text

NAMES = tuple(field.name for field in fields(DossierRow))
MOMENTS = tuple(name for name in NAMES if name.endswith("_at"))
_MOMENTS = tuple(NAMES.index(name) for name in MOMENTS)
_FLAGS = tuple(NAMES.index(name) for name in ("provisional", "by_minute"))


def to_line(columns: Sequence[Any]) -> DossierRow:
    """The columns in the order of `NAMES`; moments in local time (ValueError for what is none)."""
    values = list(columns)
    for at in _MOMENTS:
        values[at] = local_text(values[at]) if values[at] else ""
    for at in _FLAGS:
        values[at] = bool(values[at])
    return DossierRow(*values)
