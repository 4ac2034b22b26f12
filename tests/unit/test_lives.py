"""Some thousand random lives in memory: what must hold of every dossier, whatever is done to it."""

import os
from datetime import timedelta
from random import Random

from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import fold
from onestop_desktop.domain.lifecycle import FINAL, TABLE, Role, Step
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.step_errors import AlreadyReturned
from tests.support.desk import MORNING, OFFICER
from tests.support.random_lives import OFFICERS, Watch, some_facts, some_step, some_time_later
from tests.unit.lives import Life, receive

LIVES = 60_000 if os.environ.get("ONESTOP_LONG") else 3_000
PROCEDURES = ("1.004873", "1.000689", "1.004859", "2.000815", "1.000894", "1.010041", "1.001699")


def one_step(random: Random, life: Life, watch: Watch, at: str) -> bool:
    """Take one random step; whether it was taken."""
    step, was = some_step(random, life.dossier), life.dossier
    facts = some_facts(random, step, was, read_moment(at))
    role = random.choice((None, None, None, *Role))
    try:
        life.take(step, at, random.choice(OFFICERS), role, **facts)
    except errors.DeskError as refusal:
        impossible = isinstance(refusal, errors.StepImpossible | AlreadyReturned)
    else:
        watch.taken(step, was, life.dossier)
        return True
    assert life.dossier is was
    assert impossible is ((was.state, step) not in TABLE)
    return False


def note(random: Random, life: Life, watch: Watch, at: str) -> None:
    """Sometimes something that says nothing of the way, or a due time reckoned anew."""
    was, which = life.dossier, random.random()
    if which < 0.05:
        life.add(Step.PRINT, at, form="01")
        assert life.dossier == was
    elif which < 0.08 and (was.state, Step.RECOMPUTE) in TABLE:
        due = write_moment(was.due_at + timedelta(days=random.randint(-2, 2)))
        life.add(Step.RECOMPUTE, at, reason="Bão", due_at=due, provisional=False, why=[])
        watch.taken(Step.RECOMPUTE, was, life.dossier)


def test_random_lives() -> None:
    random, taken, states = Random(28), 0, set()
    for _ in range(LIVES):
        life, watch = receive(random.choice(PROCEDURES)), Watch()
        now = read_moment(MORNING)
        for _ in range(random.randint(1, 25)):
            now = some_time_later(random, now)
            taken += one_step(random, life, watch, write_moment(now))
            note(random, life, watch, write_moment(now))
        assert fold(life.entries) == life.dossier
        assert life.dossier.entries[0] == life.entries[0]
        states.add(life.dossier.state)
    assert taken > LIVES * 3
    assert states > FINAL
    assert life.entries[0].officer == OFFICER
