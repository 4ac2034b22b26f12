"""Random steps of a dossier's life, and what must hold of it from one step to the next."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from onestop_desktop.application.stepping import TAKEN
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Step, possible
from onestop_desktop.domain.moments import local, write_moment
from tests.support.desk import CLERK, LEADER, OFFICER, SPECIALIST

OFFICERS = (OFFICER, SPECIALIST, LEADER, CLERK)
WAITING = ("awaiting_papers", "awaiting_payment")
MOVE_DUE = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN, Step.CORRECT, Step.RECOMPUTE)
MOVE_PROMISE = (Step.EXTEND, Step.CORRECT)
_MINUTES = (0, 1, 10, 60, 240, 60 * 24)


def some_time_later(random: Random, now: datetime) -> datetime:
    """The same minute, or up to a day on."""
    return now + timedelta(minutes=random.choice(_MINUTES))


def some_step(random: Random, dossier: Dossier) -> Step:
    """Mostly one that the state allows, sometimes any; never one with a use case of its own."""
    steps = [step for step in possible(dossier.state) if step in TAKEN]
    return random.choice(steps if steps and random.random() < 0.85 else TAKEN)


def some_facts(random: Random, step: Step, dossier: Dossier, now: datetime) -> dict[str, Any]:
    """What the step needs, once in twelve with a fault."""
    leave: dict[str, Any] = {"leader": LEADER, "leader_reason": "Việc gấp"}
    leave = leave if random.random() < 0.5 else {}
    day = local(max(now, dossier.promised_at)) + timedelta(days=random.randint(0, 4))
    reason = {"reason": "Lý do đã nêu"}
    facts: dict[str, Any] = {
        Step.HAND_OVER: {"to": random.choice(OFFICERS), "shelf": random.choice(("", "B2"))},
        Step.PROPOSE: {"decision": "Đồng ý cấp", "to": random.choice(("", LEADER))},
        Step.SETTLE: {"result_no": random.choice(("", "15/XN"))},
        Step.STAMP: {"result_no": "16/XN"},
        Step.ASK_SUPPLEMENT: {"papers": ["Tờ khai"], **reason, **leave},
        Step.EXTEND: {"new_promised_at": write_moment(day.replace(hour=16)), **reason, **leave},
        Step.VOID: {**reason, **leave},
        Step.RETURN_RESULT: {"receiver": "Nguyễn Thị Đường"},
    }.get(step, reason if random.random() < 0.9 else {})
    if facts and random.random() < 1 / 12:
        facts = {**facts, random.choice(sorted(facts)): random.choice(("", "a\u202eb", 5))}
    return facts


@dataclass
class Watch:
    """Looks on while a dossier lives; remembers how it stood before each step that may be undone."""

    before: list[Dossier] = field(default_factory=list)

    def taken(self, step: Step, was: Dossier, now: Dossier) -> None:
        """What must hold once a step was taken."""
        if step is Step.UNDO:
            assert now == self.before.pop()
        else:
            self._moved(step, was, now)
            self.before.append(was)
        if step in (Step.CORRECT, Step.RECOMPUTE):
            self.before.clear()
        _holds(now)
        assert (now.code, now.received_at, now.received_by) == (
            *(was.code, was.received_at, was.received_by),
        )

    @staticmethod
    def _moved(step: Step, was: Dossier, now: Dossier) -> None:
        if step not in MOVE_DUE:
            assert (now.due_at, now.why) == (was.due_at, was.why)
        elif not any(entry.step in (Step.CORRECT, Step.RECOMPUTE) for entry in now.entries):
            assert now.due_at >= was.due_at
        if step not in MOVE_PROMISE:
            assert now.promised_at == was.promised_at
        if was.verdict is not None:
            assert (now.verdict, now.settled_at) == (was.verdict, was.settled_at)
        assert now.pauses[: len(was.pauses)] == was.pauses


def _holds(dossier: Dossier) -> None:
    """What is true of every dossier, said from the entries that stand."""

    def all_of(step: Step) -> list[Any]:
        return [entry for entry in dossier.entries if entry.step is step]

    assert (dossier.paused_since is not None) == (dossier.state in WAITING)
    assert all(pause.begins <= pause.ends for pause in dossier.pauses)
    settled, returned = all_of(Step.SETTLE), all_of(Step.RETURN_RESULT)
    assert dossier.settled_at == (settled[0].happened_at if settled else None)
    assert (dossier.verdict is not None) == bool(settled)
    assert (dossier.returned_at is not None) == (dossier.state == "returned") == bool(returned)
    assert dossier.returned_at is None or dossier.returned_at >= settled[0].happened_at
    assert (dossier.settlement is not None) == (dossier.state in ("settled", "returned"))
    assert dossier.supplements == len(all_of(Step.ASK_SUPPLEMENT))
    assert dossier.apologies == len(all_of(Step.EXTEND))
    assert len(dossier.pauses) == sum(
        entry.step in (Step.ASK_SUPPLEMENT, Step.ASK_PAYMENT) for entry in dossier.entries
    ) - (dossier.paused_since is not None)
