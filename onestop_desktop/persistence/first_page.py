"""The window's first page of the queue by one plain sqlite3 read, before SQLAlchemy is loaded."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.persistence.instants import moment

ROWS = 40
_MOMENTS = (
    *("received_at", "due_at", "promised_at"),
    *("paused_at", "proposed_at", "settled_at", "returned_at"),
)
OPEN_BY_DUE = """
SELECT dossier.code, dossier.official_code, dossier.applicant, dossier.identity, dossier.phone,
 dossier.procedure, dossier.procedure_name, dossier.state, dossier.holder, dossier.received_at,
 dossier.due_at, dossier.promised_at, dossier.provisional, dossier.received_by,
 dossier.handed_to, dossier.shelf,
 dossier.verdict, dossier.official_verdict, dossier.apologies, dossier.by_minute,
 dossier.paused_at, dossier.proposed_at, dossier.settled_at, dossier.returned_at
FROM dossier
WHERE dossier.is_open = 1 ORDER BY dossier.due_at, dossier.code
 LIMIT ?
"""


def first_page(store: str) -> tuple[DossierRow, ...]:
    """The first rows of the day's queue; empty where the store cannot be read this way."""
    if "://" in store or not Path(store).is_file():
        return ()
    address = Path(store).absolute().as_uri() + "?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return tuple(_row(found) for found in connection.execute(OPEN_BY_DUE, (ROWS,)))
    except sqlite3.Error:
        return ()


def _row(found: tuple[Any, ...]) -> DossierRow:
    row = DossierRow(*found)
    told = {name: getattr(row, name) for name in _MOMENTS}
    times: Any = {name: write_moment(moment(text)) if text else "" for name, text in told.items()}
    flags: Any = {name: bool(getattr(row, name)) for name in ("provisional", "by_minute")}
    return replace(row, **flags, **times)
