"""Slips compared with the entries that made and printed them, a page of dossiers at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.slips import RECEIPT, slip_digest, slip_dossier
from onestop_desktop.persistence.schema import dossier, entry, slip

_SLIPS = select(
    slip.c.id, slip.c.form, slip.c.version, slip.c.visit, slip.c.facts, slip.c.sha256, slip.c.prints
).where(slip.c.id.in_(bindparam("ids", expanding=True)))
_STANDING = (
    select(slip.c.visit, dossier.c.slip_id, dossier.c.code)
    .join(slip, slip.c.id == dossier.c.slip_id)
    .where(slip.c.visit != "")
)
_NEWEST = select(slip.c.visit, func.max(slip.c.id)).where(slip.c.visit != "").group_by(slip.c.visit)
_KEPT = select(func.count()).select_from(slip)
_MADE = (
    select(func.count())
    .select_from(entry)
    .where(entry.c.step.in_((Step.RECEIVE.value, Step.CORRECT.value)))
)
_USUAL = "A4L"


@dataclass(slots=True)
class _Told:
    """What the entries say of one slip: whose it is, its digest ("" in older stores), its prints.

    `counted` False where a print does not say from which slip it came.
    """

    dossier: str
    digest: str
    mine: Any = None
    visit: str = ""
    prints: int = 0
    sha256: str = ""
    counted: bool = True


@dataclass(slots=True)
class SlipCheck:
    """Gathers what entries say of slips and names those that say something else."""

    connection: Connection
    _told: dict[int, _Told] = field(default_factory=dict)
    _of_visits: dict[int, _Told] = field(default_factory=dict)

    def take(self, code: str, entries: tuple[Entry, ...]) -> int:
        """What a dossier's entries say; gives the slip that its newest reception made."""
        own = 0
        for each in entries:
            if each.step in (Step.RECEIVE, Step.CORRECT):
                received = each.step is Step.RECEIVE
                own = self._make(
                    code, each.facts if received else each.facts["reception"], received
                )
            elif each.step is Step.PRINT and each.facts.get("form") == RECEIPT:
                self._print(each.facts.get("slip", 0), own, each.facts)
        return own

    def _make(self, code: str, facts: Any, received: bool) -> int:
        visit, own = facts["visit"] if received else "", int(facts["slip"])
        told = _Told(code, facts.get("slip_digest", ""), None, visit)
        if not told.digest:
            told.mine = (facts["applicant"], as_facts(slip_dossier(code, facts)))
        earlier = self._of_visits.pop(own, None)  # prints that an other dossier told of before
        if earlier is not None:
            told.prints, told.sha256 = earlier.prints, earlier.sha256
        (self._of_visits if visit else self._told)[own] = told
        return own

    def _print(self, slip_id: int, own: int, facts: Any) -> None:
        told = self._told.get(slip_id or own) or self._of_visits.setdefault(
            slip_id or own, _Told("", "")
        )
        told.counted = told.counted and bool(slip_id)
        told.prints += 1
        if not told.sha256 and facts.get("size") == _USUAL:
            told.sha256 = facts.get("sha256", "")

    def page_faults(self) -> Iterator[Fault]:
        """Of the slips no other dossier can say anything of; they are forgotten with it."""
        told, self._told = self._told, {}
        yield from self._compare(told)

    def last_faults(self) -> Iterator[Fault]:
        """Of the slips of visits, of those nobody made, of dossiers that stand on an older one."""
        yield from self._compare(self._of_visits)
        kept, made = (int(self.connection.execute(each).scalar_one()) for each in (_KEPT, _MADE))
        if kept != made:
            yield {"slips": kept, "made": made, "fault": "slips_unnamed"}
        newest = {visit: last for visit, last in self.connection.execute(_NEWEST)}
        for visit, stands_on, code in self.connection.execute(_STANDING):
            if stands_on != newest[visit]:
                yield {"dossier": code, "fault": "slip_differs"}

    def _compare(self, told: dict[int, _Told]) -> Iterator[Fault]:
        ids = list(told)
        for at in range(0, len(ids), 500):
            some = ids[at : at + 500]
            kept = {row.id: row for row in self.connection.execute(_SLIPS, {"ids": some})}
            for each in some:
                row = kept.get(each)
                if row is None or not _same(row, told[each]):
                    yield {"dossier": told[each].dossier, "fault": "slip_differs"}


def _same(row: Any, told: _Told) -> bool:
    if told.digest:
        if slip_digest(row.form, row.version, row.visit, row.facts) != told.digest:
            return False
    elif not _has(row, told):
        return False
    if not told.counted:
        return True
    return bool((row.prints, row.sha256) == (told.prints, told.sha256))


def _has(row: Any, told: _Told) -> bool:
    """Of an older store's slip: the dossier and its applicant as they were received."""
    try:
        facts = json.loads(row.facts)
        applicant, mine = told.mine
        return bool(facts["applicant"] == applicant and mine in facts["dossiers"])
    except (ValueError, KeyError, TypeError):
        return False
