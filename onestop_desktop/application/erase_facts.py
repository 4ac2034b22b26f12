"""Erase a dossier's personal facts once its retention is over, on a decision; and which may go."""

from dataclasses import dataclass
from datetime import date

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.retention import (
    ended_on,
    erased_from,
    read_erasure,
    require_over,
    with_facts,
)


@dataclass(frozen=True, slots=True)
class EraseFacts:
    """The order: which dossier, on which decision, why, by whom."""

    code: str
    approval: str
    reason: str
    officer: str
    workstation: str = ""


def erase_facts(order: EraseFacts, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Take its facts out of journal, row and slip; the chain still proves the rest.

    Refused: FieldMissing, DossierUnknown, DossierErased, StepImpossible, RetentionPermanent,
    RetentionRuns. What a book must keep for ever (certification numbers) stays.
    """
    officer = officers.may(order.officer, Step.ERASE)
    why = read_erasure({"approval": order.approval, "reason": order.reason})
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossier = uow.dossiers.get(order.code)
        retention = _retention(uow, dossier.procedure, dossier.procedure_version, now.date())
        require_over(dossier, retention, local(now).date())
        gone = with_facts(dossier.entries)
        facts = {
            "approval": why.approval,
            "reason": why.reason,
            "retention": retention,
            "entries": list(gone),
        }
        entry = Entry(Step.ERASE, officer, now, now, dossier.code, order.workstation, facts)
        uow.dossiers.erase(dossier.code, gone, uow.record(entry).sequence)
        uow.commit()
    return Changes.QUEUE | Changes.DOSSIER


def erasable(on: date, *, unit_of_work: OpenUnitOfWork) -> tuple[DossierRow, ...]:
    """The dossiers whose facts may go on a day, oldest first."""
    with unit_of_work() as uow:
        rows = uow.dossiers.ended_before(date(on.year, 1, 1))
        return tuple(row for row in rows if _may_go(uow, row, on))


def _may_go(uow: UnitOfWork, row: DossierRow, on: date) -> bool:
    dossier: Dossier = uow.dossiers.get(row.code)
    ended = ended_on(dossier)
    if ended is None:
        return False
    retention = _retention(uow, dossier.procedure, dossier.procedure_version, on)
    first = erased_from(retention, ended)
    return first is not None and first <= on


def _retention(uow: UnitOfWork, procedure: str, version: int, day: date) -> str:
    """As the catalogue says it today; of a procedure no longer in force as it came in under."""
    try:
        return uow.catalogue.in_force(procedure, day).retention
    except errors.ProcedureUnknown:
        return uow.catalogue.version(version).retention
