"""Rows of the dossier table: how a dossier becomes one, how lists read them."""

from typing import Any

from sqlalchemy import Text, select, text, type_coerce

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import FINAL
from onestop_desktop.domain.text import fold
from onestop_desktop.persistence import lines
from onestop_desktop.persistence.schema import dossier as table

COLUMNS = tuple(
    type_coerce(table.c[name], Text).label(name) if name in lines.MOMENTS else table.c[name]
    for name in lines.NAMES
)
"""As they are written: making a moment of a text to write it again costs more than the query."""
SELECT = select(*COLUMNS)
IS_OPEN = text("dossier.is_open = 1")
"""Worded as the partial index words it: a bound parameter would hide it from the planner."""
OPEN_BY_DUE = SELECT.where(IS_OPEN).order_by(table.c.due_at, table.c.code)
"""The day's queue: served by the partial index over open dossiers."""


def to_row(found: Any) -> DossierRow:
    """A row for lists, moments in local time (StoreDamaged for what is no moment)."""
    try:
        return lines.to_line(found)
    except (TypeError, ValueError) as error:
        raise errors.StoreDamaged(store="") from error


def from_dossier(dossier: Dossier) -> dict[str, Any]:
    """The column values that the fold gives."""
    return {
        "code": dossier.code,
        "official_code": dossier.official_code,
        "procedure": dossier.procedure,
        "procedure_name": dossier.procedure_name,
        "procedure_version": dossier.procedure_version,
        "channel": dossier.channel.value,
        "state": dossier.state.value,
        "holder": dossier.holder,
        "applicant": dossier.applicant.name,
        "identity": dossier.applicant.identity,
        "phone": dossier.applicant.phone,
        "received_at": dossier.received_at,
        "due_at": dossier.due_at,
        "promised_at": dossier.promised_at,
        "provisional": int(dossier.provisional),
        "is_open": int(dossier.state not in FINAL),
        "search_key": search_key(dossier),
        "received_by": dossier.received_by,
        "handed_to": dossier.handed_to,
        "shelf": dossier.shelf,
        "verdict": dossier.verdict.value if dossier.verdict else "",
        "official_verdict": dossier.official_verdict.value if dossier.official_verdict else "",
        "apologies": dossier.apologies,
        "by_minute": int(dossier.by_minute),
        "paused_at": dossier.paused_since,
        "proposed_at": dossier.proposal.at if dossier.proposal else None,
        "settled_at": dossier.settled_at,
        "returned_at": dossier.returned_at,
        "handled_by": dossier.handled_by,
        "ended_at": dossier.ended_at,
        "rating": dossier.rating,
    }


def search_key(dossier: Dossier) -> str:
    """All words a dossier is found by, folded."""
    proxy = dossier.proxy.name if dossier.proxy else ""
    person = dossier.applicant
    phone = "".join(letter for letter in person.phone if letter.isdigit())
    words = (person.name, proxy, dossier.code, dossier.official_code, person.identity, phone)
    return fold(" ".join(words))
