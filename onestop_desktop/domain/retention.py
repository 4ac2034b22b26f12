"""How long a dossier's personal facts are kept, and when they may go; which procedure has which is data.

Certification: books for ever, a signed paper 2 years, transactions 20 years (Decree 23/2015);
civil status for ever. Where a procedure says nothing, nothing may ever go.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import FINAL, Step
from onestop_desktop.domain.moments import day_words, local
from onestop_desktop.domain.step_errors import RetentionPermanent, RetentionRuns

LONGEST_APPROVAL, LONGEST_REASON = 100, 500
_YEARS = re.compile(r"([1-9][0-9]?) years?")


@dataclass(frozen=True, slots=True)
class Erasure:
    """Why a dossier's personal facts go: the decision's number, the reason."""

    approval: str
    reason: str


def erased_from(retention: str, ended_on: date) -> date | None:
    """The first day on which the facts of a dossier may go, None for never.

    Years are counted from the end of the year in which it ended.
    """
    found = _YEARS.fullmatch(retention)
    return date(ended_on.year + int(found[1]) + 1, 1, 1) if found else None


def require_over(dossier: Dossier, retention: str, today: date) -> None:
    """StepImpossible for one not ended, RetentionPermanent, RetentionRuns until its day."""
    ended = ended_on(dossier)
    if ended is None:
        raise errors.StepImpossible(state=dossier.state.value, step=Step.ERASE.value, possible=[])
    day = erased_from(retention, ended)
    if day is None:
        raise RetentionPermanent(code=dossier.code)
    if today < day:
        raise RetentionRuns(code=dossier.code, day=day_words(day))


def ended_on(dossier: Dossier) -> date | None:
    """The day of the last step of a dossier's way, None while it is under way."""
    return local(dossier.last_act().happened_at).date() if dossier.state in FINAL else None


def read_erasure(facts: dict[str, Any]) -> Erasure:
    """Approval and reason, both needed (FieldMissing)."""
    faults: list[errors.DeskError] = []
    fields = Fields(facts, ("approval", "reason"), "", faults)
    approval = fields.text("approval", LONGEST_APPROVAL, needed=True)
    reason = fields.text("reason", LONGEST_REASON, needed=True)
    raise_faults(faults)
    return Erasure(approval, reason)


def with_facts(entries: Iterable[Entry]) -> tuple[int, ...]:
    """The numbers of the entries whose facts go."""
    return tuple(each.sequence for each in entries if each.facts)
