"""Take a step of a dossier's way: looked at, on record, its row kept, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import NOTES, RULES, Role, State, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notice_facts import form_made
from onestop_desktop.domain.notices import number_of
from onestop_desktop.domain.steps import Desk, offered, require_as_seen, step_facts

TAKEN = tuple(
    step for step in RULES if step not in (*NOTES, Step.ERASE, Step.RECOMPUTE, Step.CORRECT)
)
"""The steps taken here; the others have use cases of their own, whose entries say more."""
_RECKONED = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN)
"""Steps after which the due time is another one (convention 10)."""


@dataclass(frozen=True, slots=True)
class TakeStep:
    """The order: which step of which dossier, its facts as plain values, and who takes it.

    `role` None before accounts exist: the table's roles are not asked. `seen` is the last entry of
    the dossier's way the officer looked at (0: whatever it is now).
    """

    code: str
    step: Step
    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""
    role: Role | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The dossier after the step, and the number of the form the step made ("" for none)."""

    dossier: Dossier
    entry: Entry
    form: str = ""
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


@dataclass(frozen=True, slots=True)
class PossibleStep:
    """A step the state allows, who takes it, and whether it must say why."""

    step: Step
    roles: tuple[Role, ...]
    reason: bool


def take_step(order: TakeStep, *, unit_of_work: OpenUnitOfWork) -> StepTaken:
    """Take one step durably (the refusals of `domain/steps.py`); nothing is stored where refused."""
    with unit_of_work(write=True) as uow:
        taken = _take(order, uow)
        uow.commit()
    return taken


def take_steps(
    orders: Iterable[TakeStep],
    *,
    unit_of_work: OpenUnitOfWork,
    progress: Progress = go_on,
) -> list[StepTaken | errors.DeskError]:
    """Take many in one transaction: durable together, those refused told, the rest go on.

    `progress(done, whole)` answering False undoes them all: the list is then empty.
    """
    wanted = tuple(orders)
    answers: list[StepTaken | errors.DeskError] = []
    with unit_of_work(write=True) as uow:
        for order in wanted:
            try:
                with uow.savepoint():
                    answers.append(_take(order, uow))
            except errors.DeskError as refusal:
                answers.append(refusal)
            if not progress(len(answers), len(wanted)):
                return []
        uow.commit()
    return answers


def steps_of(code: str, *, unit_of_work: OpenUnitOfWork) -> tuple[PossibleStep, ...]:
    """What may be done with a dossier next, and by whom (DossierUnknown)."""
    with unit_of_work() as uow:
        dossier = uow.dossiers.get(code)
    return tuple(
        PossibleStep(step, tuple(sorted(RULES[step].roles)), RULES[step].reason)
        for step in offered(dossier)
    )


def _take(order: TakeStep, uow: UnitOfWork) -> StepTaken:
    if order.step not in TAKEN:
        choices = [step.value for step in TAKEN]
        raise errors.ChoiceUnknown(field="step", value=order.step.value, choices=choices)
    officer = officers.may(order.officer, order.step)
    now = uow.now()
    check_clock(now, uow.last_recorded())
    dossier = uow.dossiers.get(order.code)
    require_as_seen(dossier, order.seen)
    delegations = uow.delegations.of(officer) if order.step is Step.SETTLE else ()
    desk = Desk(officer, now, uow.desk.calendar(), delegations, order.role)
    facts = step_facts(dossier, order.step, order.facts, desk)
    facts |= _reckoned(dossier, order.step, facts, desk, uow)
    form = form_made(dossier, order.step)
    if form:
        facts["head"] = numbered(form, uow)
    entry = Entry(order.step, officer, now, now, dossier.code, order.workstation, facts)
    entry = uow.record(entry)
    after = dossier.after(entry)
    uow.dossiers.keep(after)
    return StepTaken(after, entry, number_of(form, uow.desk.profile()))


def _reckoned(
    dossier: Dossier, step: Step, facts: Mapping[str, Any], desk: Desk, uow: UnitOfWork
) -> dict[str, Any]:
    """The due time after a step that moves it, reckoned from the journal as it will stand.

    A pause or a longer term never makes it earlier, whatever the desk's rules are by now.
    """
    reopens = step is Step.SEND_BACK and dossier.state is State.SETTLED
    if step not in _RECKONED and not reopens:
        return {}
    will = dossier.after(Entry(step, desk.officer, desk.now, desk.now, dossier.code, facts=facts))
    procedure = uow.catalogue.version(dossier.procedure_version)
    found = will.appointed(procedure, desk.calendar, uow.desk.agency().clock_rules())
    if found.due_at < dossier.due_at and not reopens:
        return {}
    return {
        "before": write_moment(dossier.due_at),
        "due_at": write_moment(found.due_at),
        "provisional": found.provisional,
        "why": [as_facts(reason) for reason in found.why],
    }
