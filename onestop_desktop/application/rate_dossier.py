"""The citizen's answer to the one question at the return: kept with the dossier's code and nothing else."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.figures import RATINGS
from onestop_desktop.domain.lifecycle import Step, after
from onestop_desktop.domain.step_errors import RatedBefore


@dataclass(frozen=True, slots=True)
class RateDossier:
    """The order: 1 displeased, 2 neutral, 3 pleased; the officer at whose desk it was asked."""

    code: str
    rating: int
    officer: str
    workstation: str = ""


def rate_dossier(order: RateDossier, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Keep the answer (StepImpossible before the return, RatedBefore, NumberOutOfRange)."""
    officer = officers.may(order.officer, Step.RATE)
    if order.rating not in RATINGS:
        raise errors.NumberOutOfRange(field="rating", least=1, most=3, value=order.rating)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossier = uow.dossiers.get(order.code)
        after(dossier.state, Step.RATE)
        if dossier.rating:
            raise RatedBefore(code=dossier.code)
        facts = {"rating": order.rating}
        entry = Entry(Step.RATE, officer, now, now, dossier.code, order.workstation, facts)
        uow.dossiers.keep(dossier.after(uow.record(entry)))
        uow.commit()
    return Changes.DOSSIER
