"""What a window must know before SQLAlchemy is loaded, by plain reads: queue, accounts, demo clock."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.persistence.lines import to_line

ROWS = 40
OPEN_BY_DUE = """
SELECT dossier.code, dossier.official_code, dossier.applicant, dossier.identity, dossier.phone,
 dossier.procedure, dossier.procedure_name, dossier.state, dossier.holder,
 dossier.received_at AS received_at, dossier.due_at AS due_at,
 dossier.promised_at AS promised_at, dossier.provisional, dossier.received_by,
 dossier.handed_to, dossier.shelf,
 dossier.verdict, dossier.official_verdict, dossier.apologies, dossier.by_minute,
 dossier.paused_at AS paused_at, dossier.proposed_at AS proposed_at,
 dossier.settled_at AS settled_at, dossier.returned_at AS returned_at
FROM dossier
WHERE dossier.is_open = 1 ORDER BY dossier.due_at, dossier.code
 LIMIT ?
"""
_AGENCY_AND_HEAD = """
SELECT setting.value, chain_head.recorded_at FROM setting, chain_head WHERE setting.name = 'agency'
"""


def first_page(store: str) -> tuple[DossierRow, ...]:
    """The first rows of the day's queue; empty where the store cannot be read this way."""
    try:
        return tuple(map(to_line, _read(store, OPEN_BY_DUE, (ROWS,))))
    except (sqlite3.Error, TypeError, ValueError):
        return ()


def has_accounts(store: str) -> bool:
    """Whether somebody has to sign in; True for a server, whose accounts no plain read can see."""
    if "://" in store:
        return True
    try:
        return bool(_read(store, "SELECT 1 FROM account LIMIT 1"))
    except sqlite3.Error:  # a store of before accounts, or one that will be refused in words
        return False


def own_clock(store: str) -> str:
    """Where the clock of a demo store stands, ISO 8601: at its newest entry. "" for every other store."""
    try:
        for agency, moment in _read(store, _AGENCY_AND_HEAD):
            if json.loads(agency).get("demo_clock") and moment:
                return str(moment)
    except (sqlite3.Error, TypeError, ValueError):
        pass
    return ""


def _read(store: str, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
    """Rows of a store that is a file; none where there is none."""
    if "://" in store or not Path(store).is_file():
        return []
    address = Path(store).absolute().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return connection.execute(statement, values).fetchall()
