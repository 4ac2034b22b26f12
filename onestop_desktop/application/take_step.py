"""Take a step of a dossier's way, or of many: in one transaction; and what may be taken next."""

from collections.abc import Iterable
from dataclasses import dataclass

from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.application.session import deny
from onestop_desktop.application.stepping import StepTaken, TakeStep, take_once
from onestop_desktop.domain import errors
from onestop_desktop.domain.lifecycle import RULES, Role, Step
from onestop_desktop.domain.steps import offered


@dataclass(frozen=True, slots=True)
class PossibleStep:
    """A step the state allows, who takes it, and whether it must say why."""

    step: Step
    roles: tuple[Role, ...]
    reason: bool


def take_step(order: TakeStep, *, unit_of_work: OpenUnitOfWork) -> StepTaken:
    """Take one step durably (the refusals of `domain/steps.py`); nothing is stored where refused."""
    with unit_of_work(write=True) as uow:
        taken = take_once(order, uow)
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
                    answers.append(take_once(order, uow))
            except errors.DeskError as refusal:
                answers.append(refusal)
                deny(uow, order.officer, refusal)
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
