"""Lives of dossiers that go as they should: the certification lane, and the way through the house."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onestop_desktop.application.demo_acts import DESK, SECOND_DESK, Acts, Work
from onestop_desktop.application.demo_play import Commune, Hours, Life
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import local

CERTIFIED = {
    "2.000815": 78.0,
    "2.000884": 14.0,
    "2.001035": 3.5,
    "2.000992": 1.2,
    "2.001008": 0.8,
    "2.000942": 1.0,
    "2.001406": 0.7,
    "2.001016": 0.4,
    "2.001019": 0.4,
}
"""How often each certification is asked for, among a hundred."""
PER_PAGE = ("2.000815", "2.000942")
_SECOND_COUNTER = 0.22
_BY_PROXY = 0.04
_ANSWERS = 0.35


@dataclass
class Town:
    """What every life needs: the acts, the hours, the people; `numbers` are those of decisions."""

    acts: Acts
    hours: Hours
    commune: Commune
    numbers: Counter[str] = field(default_factory=Counter)

    def result_no(self, dossier: Dossier) -> str:
        """The next number in the register of the dossier's field."""
        unit = str(dossier.facts["field"])
        self.numbers[unit] += 1
        return f"{self.numbers[unit]}/{local(self.acts.now()).year}"


def drawn(weights: Mapping[str, float], chance: random.Random) -> str:
    """One of the keys by its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def officer_of(chance: random.Random) -> str:
    """Who sits at the counter."""
    return SECOND_DESK if chance.random() < _SECOND_COUNTER else DESK


def certification(town: Town, at: datetime, chance: random.Random) -> Life:
    """Received, signed and handed back within minutes."""
    procedure, on = drawn(CERTIFIED, chance), at.date()
    if procedure in PER_PAGE:
        order = town.commune.copies(on, chance, procedure)
    else:
        order = town.commune.order(procedure, on, chance)
    done = town.acts.certify(order, officer_of(chance))
    rated(town, done.dossier, chance)
    yield from ()


def ordinary(
    town: Town,
    at: datetime,
    chance: random.Random,
    procedure: str,
    latest: datetime | None = None,
) -> Life:
    """Received, over to the unit, worked on, signed before the promised hour, fetched by the citizen.

    `latest` when it must be signed at the last.
    """
    acts, hours = town.acts, town.hours
    officer, pace = officer_of(chance), chance.uniform(0.4, 0.92)
    dossier = acts.receive(with_payment(town.commune.order(procedure, at.date(), chance)), officer)
    work = acts.work_on(dossier)
    promised = local(dossier.promised_at)
    due = min(promised, latest) if latest else promised
    span = hours.between(at, due) * pace
    steps = (min(span * 0.15, 45), min(span * 0.3, 110), span * 0.8)
    yield hours.after(at, steps[0])
    work.hand_over(officer)
    yield hours.after(at, steps[1])
    work.accept()
    yield hours.after(at, steps[2])
    work.propose()
    yield hours.after(at, span)
    dossier = settle(town, dossier, chance)
    yield hours.after(acts.now(), chance.triangular(8, 1200, 60))
    fetched(town, dossier, chance)


def with_payment(order: dict[str, Any], **paying: Any) -> dict[str, Any]:
    """The same order with its fee taken in cash, where its fee is known and not nothing."""
    if order["procedure"] in PAID:
        order["payment"] = {"method": "cash", **paying}
    return order


Trouble = Callable[["Town", datetime, random.Random], Life]
"""How a life is begun: where, at which moment, with which chances."""
PAID = ("2.000635", "1.004222", "1.004194", "1.002755", "1.010038")
"""Procedures beside the certifications whose fee the national text sets."""


def received(
    town: Town, at: datetime, chance: random.Random, procedure: str, **more: Any
) -> tuple[Dossier, Work]:
    """A dossier received at the first counter, its fee taken, and who works on it."""
    order = with_payment(town.commune.order(procedure, at.date(), chance, **more))
    dossier = town.acts.receive(order)
    return dossier, town.acts.work_on(dossier)


def taken_up(town: Town, work: Work) -> Life:
    """Over to the unit and taken there."""
    yield town.hours.after(town.acts.now(), 30)
    work.hand_over()
    yield town.hours.after(town.acts.now(), 60)
    work.accept()


def settle(town: Town, dossier: Dossier, chance: random.Random, **more: str) -> Dossier:
    """Signed under a number, laid on a shelf."""
    shelf = f"{chance.choice('ABC')}{chance.randint(1, 6)}"
    number = town.result_no(dossier)
    return town.acts.settle(dossier.code, dossier.procedure, result_no=number, shelf=shelf, **more)


def fetched(town: Town, dossier: Dossier, chance: random.Random) -> None:
    """Its result given to the applicant, now and then to somebody he sent."""
    if chance.random() < _BY_PROXY:
        sent = town.commune.citizen(local(town.acts.now()).date(), chance)
        paper = "Giấy ủy quyền có chứng thực"
        town.acts.give_back(dossier, name=sent["name"], how="proxy", paper=paper)
        return
    town.acts.give_back(dossier)
    rated(town, dossier, chance)


def rated(town: Town, dossier: Dossier, chance: random.Random) -> None:
    """Some answer the question at the return, nearly all of them pleased."""
    if chance.random() < _ANSWERS:
        rating = chance.choices((3, 2, 1), (0.965, 0.027, 0.008))[0]
        town.acts.rate(dossier.code, rating)


def delegated(town: Town, told: Delegation) -> Life:
    """A delegation recorded before its first day."""
    town.acts.delegate(told)
    yield from ()


def days_closed(town: Town, evenings: list[datetime]) -> Life:
    """Each day closed in its last minutes."""
    for following in (*evenings[1:], None):
        town.acts.close_day()
        if following is not None:
            yield following


def cash_handed(town: Town, days: list[datetime]) -> Life:
    """The till emptied at each of these moments."""
    for following in (*days[1:], None):
        town.acts.hand_cash()
        if following is not None:
            yield following
