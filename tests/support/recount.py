"""The desk's figures counted once more from the journal's raw rows, with none of the program's folds."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple, Protocol

HOURS = timezone(timedelta(hours=7))
ENDS = {"refuse", "withdraw", "stop", "void"}
WAITS = {"ask_supplement": True, "ask_payment": True, "supplemented": False, "paid": False}
FACES = {1: "displeased", 2: "neutral", 3: "pleased"}
NAMES = (
    *("received", "early", "on_time", "late", "late_apologised", "missed", "not_counted"),
    *("returned", *FACES.values()),
)


class Tables(Protocol):
    """A desk whose tables can be looked at."""

    def sql(self, statement: str, *values: Any) -> list[Any]: ...


class Told(NamedTuple):
    """One entry of the journal."""

    sequence: int
    step: str
    dossier: str
    officer: str
    recorded: datetime
    happened: datetime
    facts: Any


@dataclass
class Life:
    """What one dossier's standing entries say of when it came, was settled, ended, was returned."""

    received: date
    due: datetime
    promised: datetime
    by_hours: bool
    settled: datetime | None = None
    due_then: datetime | None = None
    ended: date | None = None
    returned: date | None = None
    apologies: int = 0
    rating: int = 0
    waits: bool = False
    """For papers or money: its clock stands."""

    def is_open(self, day: date) -> bool:
        """Received by the end of a day and neither settled nor ended by then."""
        if self.settled:
            return self.received <= day < _day(self.settled)
        return self.received <= day and not (self.ended and self.ended <= day)


@dataclass
class Recount:
    """All dossiers of a desk by code, and the money by receipt."""

    lives: dict[str, Life] = field(default_factory=dict)
    money: list[tuple[date, str, int]] = field(default_factory=list)

    def figures(self, first: date, last: date) -> dict[str, int]:
        """The figures of some days, as they stand now."""
        counts: Counter[str] = Counter(dict.fromkeys(NAMES, 0))
        for life in self.lives.values():
            counts["received"] += first <= life.received <= last
            if life.settled and first <= _day(life.settled) <= last:
                verdict = _verdict(life)
                counts[verdict] += 1
                counts["late_apologised"] += verdict == "late" and life.apologies > 0
                counts["missed"] += verdict != "late" and _is_missed(life)
            elif not life.settled and life.ended and first <= life.ended <= last:
                counts["not_counted"] += 1
            if life.returned and first <= life.returned <= last:
                counts["returned"] += 1
                if life.rating:
                    counts[FACES[life.rating]] += 1
        return dict(counts)

    def open_at(self, day: date) -> int:
        """How many were open at the end of a day."""
        return sum(life.is_open(day) for life in self.lives.values())

    def late_at(self, moment: datetime) -> set[str]:
        """Open and past their due time, their clock running."""
        day = _day(moment)
        return {
            code
            for code, life in self.lives.items()
            if life.is_open(day)
            and not life.waits
            and (_day(life.due) < day or (life.by_hours and life.due < moment))
        }


def journal(desk: Tables) -> list[Told]:
    """Every entry, in order."""
    rows = desk.sql(
        "SELECT e.sequence, e.step, e.dossier, e.officer, e.recorded_at, e.happened_at, f.facts "
        "FROM entry e JOIN entry_facts f ON f.sequence = e.sequence ORDER BY e.sequence"
    )
    return [
        Told(row[0], row[1], row[2], row[3], _moment(row[4]), _moment(row[5]), json.loads(row[6]))
        for row in rows
    ]


def recount(desk: Tables) -> Recount:
    """Read the journal and count."""
    return count(journal(desk))


def count(told: Iterable[Told]) -> Recount:
    """What some entries come to, from the first on."""
    told = tuple(told)
    gone = {each.facts["undoes"] for each in told if each.step == "undo"}
    found = Recount()
    for each in told:
        if each.step in ("take_fee", "refund"):
            line = (_day(each.happened), each.facts["procedure"], each.facts["amount"])
            found.money.append(line)
        if each.dossier and each.sequence not in gone:
            _tell(found.lives, each)
    return found


def _tell(lives: dict[str, Life], each: Told) -> None:
    step, at, facts = each.step, each.happened, each.facts
    if step == "receive":
        due, promised = (_moment(facts[name]) for name in ("due_at", "promised_at"))
        lives[each.dossier] = Life(_day(each.recorded), due, promised, "hours" in facts["term"])
        return
    life = lives[each.dossier]
    if step == "correct":
        right = facts["reception"]
        life.due, life.promised = (_moment(right[name]) for name in ("due_at", "promised_at"))
        life.by_hours = "hours" in right["term"]
    elif "due_at" in facts and step in (
        "supplemented",
        "paid",
        "lengthen",
        "send_back",
        "recompute",
    ):
        life.due = _moment(facts["due_at"])
    if step == "extend":
        life.apologies += 1
        life.promised = _moment(facts["new_promised_at"])
    if step == "settle" and life.settled is None:
        life.settled, life.due_then = at, life.due
    if step in ENDS and life.ended is None:
        life.ended = _day(at)
    if step == "return_result":
        life.returned = _day(at)
    if step == "rate":
        life.rating = facts["rating"]
    life.waits = WAITS.get(step, life.waits)


def _verdict(life: Life) -> str:
    """Convention 13, once more: by the day, hour terms by the minute."""
    assert life.settled is not None
    assert life.due_then is not None
    settled, due = life.settled, life.due_then
    if life.by_hours:
        settled, due = (each.replace(second=0) for each in (settled, due))
        if settled == due:
            return "on_time"
        return "early" if settled < due else "late"
    if settled.date() == due.date():
        return "on_time"
    return "early" if settled.date() < due.date() else "late"


def _is_missed(life: Life) -> bool:
    """Settled by the due day, but after the hour the citizen was told last."""
    assert life.settled is not None
    return life.settled > life.promised and _day(life.settled) <= _day(life.due)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(HOURS)


def _day(moment: datetime) -> date:
    return moment.astimezone(HOURS).date()
