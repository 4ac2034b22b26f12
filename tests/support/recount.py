"""The desk's figures counted once more from the journal's raw rows, with none of the program's folds."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from tests.support.desk import Desk

HOURS = timezone(timedelta(hours=7))
ENDS = {"refuse", "withdraw", "stop", "void"}
NAMES = ("received", "early", "on_time", "late", "late_apologised", "not_counted", "returned")


@dataclass
class Life:
    """What one dossier's standing entries say of when it came, was settled, ended, was returned."""

    received: date
    due: datetime
    by_hours: bool
    settled: datetime | None = None
    due_then: datetime | None = None
    ended: date | None = None
    returned: date | None = None
    apologies: int = 0
    papers: int = 0


@dataclass
class Recount:
    """All dossiers of a desk by code, and the money by receipt."""

    lives: dict[str, Life] = field(default_factory=dict)
    money: list[tuple[date, str, int]] = field(default_factory=list)

    def figures(self, first: date, last: date) -> dict[str, int]:
        """The figures of some days."""
        counts: Counter[str] = Counter(dict.fromkeys(NAMES, 0))
        for life in self.lives.values():
            counts["received"] += first <= life.received <= last
            if life.settled and first <= _day(life.settled) <= last:
                counts[_verdict(life)] += 1
                counts["late_apologised"] += _verdict(life) == "late" and life.apologies > 0
            elif not life.settled and life.ended and first <= life.ended <= last:
                counts["not_counted"] += 1
            counts["returned"] += bool(life.returned and first <= life.returned <= last)
        return dict(counts)

    def open_at(self, day: date) -> int:
        """How many were received by the end of a day and neither settled nor ended by then."""
        return sum(
            life.received <= day
            and not (life.settled and _day(life.settled) <= day)
            and not (not life.settled and life.ended and life.ended <= day)
            for life in self.lives.values()
        )


def recount(desk: Desk) -> Recount:
    """Read the journal and count."""
    rows = desk.sql(
        "SELECT e.sequence, e.step, e.dossier, e.recorded_at, e.happened_at, f.facts FROM entry e "
        "JOIN entry_facts f ON f.sequence = e.sequence ORDER BY e.sequence"
    )
    told = [(*row[:5], json.loads(row[5])) for row in rows]
    gone = {facts["undoes"] for _, step, _, _, _, facts in told if step == "undo"}
    found = Recount()
    for sequence, step, code, recorded, happened, facts in told:
        if step in ("take_fee", "refund"):
            found.money.append((_day(_moment(happened)), facts["procedure"], facts["amount"]))
        if code and sequence not in gone:
            _tell(found.lives, step, code, _moment(recorded), _moment(happened), facts)
    return found


def _tell(
    lives: dict[str, Life], step: str, code: str, recorded: datetime, at: datetime, facts: Any
) -> None:
    if step == "receive":
        due = datetime.fromisoformat(facts["due_at"])
        lives[code] = Life(_day(recorded), due, "hours" in facts["term"])
        return
    life = lives[code]
    if step == "correct":
        told = facts["reception"]
        life.due = datetime.fromisoformat(told["due_at"])
        life.by_hours = "hours" in told["term"]
    elif "due_at" in facts and step in (
        "supplemented",
        "paid",
        "lengthen",
        "send_back",
        "recompute",
    ):
        life.due = datetime.fromisoformat(facts["due_at"])
    if step == "settle" and life.settled is None:
        life.settled, life.due_then = at, life.due
    life.apologies += step == "extend"
    if step in ENDS and life.ended is None:
        life.ended = _day(at)
    if step == "return_result":
        life.returned = _day(at)


def _verdict(life: Life) -> str:
    """Convention 13, once more: by the day, hour terms by the minute."""
    assert life.settled is not None
    assert life.due_then is not None
    settled, due = life.settled.astimezone(HOURS), life.due_then.astimezone(HOURS)
    if life.by_hours:
        settled, due = (each.replace(second=0) for each in (settled, due))
        if settled == due:
            return "on_time"
        return "early" if settled < due else "late"
    if settled.date() == due.date():
        return "on_time"
    return "early" if settled.date() < due.date() else "late"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(HOURS)


def _day(moment: datetime) -> date:
    return moment.astimezone(HOURS).date()
