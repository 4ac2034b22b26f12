"""A dossier's row said once more by hand, to hold against what the store keeps."""

from datetime import datetime
from typing import Any

from onestop_desktop.domain.lifecycle import State
from onestop_desktop.domain.moments import write_moment
from tests.support.desk import Desk

TABLES = (
    *("entry", "entry_facts", "chain_head", "dossier", "slip", "number_series", "delegation"),
    *("certification", "book_year", "payment", "day_count"),
)
ENDED = ("not_received", "withdrawn", "stopped", "returned", "voided")


def contents(desk: Desk) -> dict[str, list[Any]]:
    """All rows that a step may touch."""
    return {table: desk.sql(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}


def check_row(desk: Desk, code: str) -> None:
    """The row that lists show says what the dossier's entries say."""
    dossier = desk.services.show_dossier(code).dossier
    (row,) = desk.services.find_dossiers(code)
    told = {
        "state": State(row.state),
        "holder": row.holder,
        "handed_to": row.handed_to,
        "shelf": row.shelf,
        "due_at": row.due_at,
        "promised_at": row.promised_at,
        "apologies": row.apologies,
        "verdict": row.verdict,
        "official_verdict": row.official_verdict,
        "settled_at": row.settled_at,
        "returned_at": row.returned_at,
        "proposed_at": row.proposed_at,
        "applicant": row.applicant,
        "identity": row.identity,
        "procedure": row.procedure,
        "official_code": row.official_code,
    }
    assert told == {
        "state": dossier.state,
        "holder": dossier.holder,
        "handed_to": dossier.handed_to,
        "shelf": dossier.shelf,
        "due_at": _text(dossier.due_at),
        "promised_at": _text(dossier.promised_at),
        "apologies": dossier.apologies,
        "verdict": dossier.verdict or "",
        "official_verdict": dossier.official_verdict or "",
        "settled_at": _text(dossier.settled_at),
        "returned_at": _text(dossier.returned_at),
        "proposed_at": _text(dossier.proposal.at if dossier.proposal else None),
        "applicant": dossier.applicant.name,
        "identity": dossier.applicant.identity,
        "procedure": dossier.procedure,
        "official_code": dossier.official_code,
    }
    is_open = desk.sql("SELECT is_open FROM dossier WHERE code = ?", code)
    assert is_open == [(int(dossier.state not in ENDED),)]


def _text(moment: datetime | None) -> str:
    return write_moment(moment) if moment else ""
