"""Random lives on a real file under a moving clock: the row is the fold, what is refused changes nothing."""

import os
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

import pytest

from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import FINAL, Step
from tests.persistence.step_rows import check_row
from tests.support.desk import OFFICER, Desk, make_order, plain_order
from tests.support.random_lives import OFFICERS, Watch, some_facts, some_step, some_time_later

STEPS = 900
DESKS = 25 if os.environ.get("ONESTOP_LONG") else 2
AT_ONCE = 6
PROCEDURES = ("1.004873", "1.000689", "1.004859", "1.001699", "2.000815")
CORRECTIONS: tuple[dict[str, Any], ...] = (
    {"note": "Ghi thêm"},
    {"note": "Ghi khác", "return_by": "post"},
    {"procedure": "1.000689"},
    {"case": 2},
    {"applicant": {"name": "Nguyễn Thị Được"}},
    {"validly_received_at": "2026-11-23T09:00"},
    {"applicant": {"name": ""}},
)


@dataclass
class Desks:
    """Some dossiers living beside one another on one desk."""

    desk: Desk
    random: Random
    lives: dict[str, Watch] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    refused: int = 0

    def now(self) -> datetime:
        return self.desk.clock.moment

    def dossier(self, code: str) -> Dossier:
        return self.desk.services.show_dossier(code).dossier

    def receive(self) -> None:
        procedure = self.random.choice(PROCEDURES)
        plain = procedure != "2.000815"
        received = self.desk.receive(plain_order(procedure) if plain else make_order())
        self.lives[received.dossier.code] = Watch()

    def step(self) -> None:
        """One random step of one of them; another is received for one that has ended."""
        self.desk.clock.moment = some_time_later(self.random, self.now())
        code = self.random.choice(sorted(self.lives))
        was, last = self.dossier(code), self.desk.store.news(0).mark
        step = some_step(self.random, was)
        if self.random.random() < 0.08:
            step = Step.CORRECT
        try:
            now = self.take(code, step, was)
        except errors.DeskError:
            self.refused += 1
            assert self.dossier(code) == was
            assert self.desk.store.news(0).mark == last
        else:
            self.lives[code].taken(step, was, now)
            assert self.desk.store.news(0).mark == last + 1
            assert self.dossier(code) == now
        check_row(self.desk, code)
        if was.state in FINAL and self.random.random() < 0.5:
            del self.lives[code]
            self.ended.add(was.state)
            self.receive()

    def take(self, code: str, step: Step, was: Dossier) -> Dossier:
        officer = self.random.choice(OFFICERS)
        if step is Step.CORRECT:
            facts = {"reason": "Gõ nhầm", **self.random.choice(CORRECTIONS)}
            order = CorrectDossier(code, facts, officer)
            return self.desk.services.correct_dossier(order).dossier
        facts = some_facts(self.random, step, was, self.now())
        return self.desk.services.take_step(TakeStep(code, step, facts, officer)).dossier


@pytest.mark.parametrize("seed", range(DESKS))
def test_random_lives_on_a_real_store(sqlite_desk: Desk, seed: int) -> None:
    desks = Desks(sqlite_desk, Random(seed))
    sqlite_desk.services.record_delegation(
        {
            "number": "1/UQ",
            "officer": OFFICER,
            "signed_by": "Phạm Quang Minh",
            "from_on": "2026-12-01",
            "to_on": "2027-12-31",
        },
        OFFICER,
    )
    for _ in range(AT_ONCE):
        desks.receive()
    for number in range(STEPS):
        desks.step()
        if number % 300 == 0:
            assert sqlite_desk.services.verify().ok
    assert sqlite_desk.services.verify().ok
    assert len(desks.ended) >= 4
    assert STEPS / 20 < desks.refused < STEPS * 0.6
