"""Ask for papers, or refuse, before anything was received: a numbered notice without a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.notices import REFUSAL, SUPPLEMENT
from onestop_desktop.domain.unreceived import read_unreceived


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """The order: form 02 or 03, applicant, procedure, papers and reason as plain values."""

    form: str
    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """The number of the notice, and the journal's entry that `print_notice` prints it from."""

    entry: int
    number: int
    changes: Changes = Changes.NONE


def issue_notice(order: IssueNotice, *, unit_of_work: OpenUnitOfWork) -> Issued:
    """Number it and keep it (FormUnknown, faults of its fields, ProcedureUnknown)."""
    if order.form not in (SUPPLEMENT, REFUSAL):
        raise errors.FormUnknown(form=order.form)
    officer = officers.may(order.officer, Step.NOTICE)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        facts = read_unreceived(order.facts, order.form, now.date())
        procedure = uow.catalogue.in_force(facts["procedure"], now.date())
        facts |= {
            "procedure_name": procedure.name,
            "kind": order.form,
            "head": numbered(order.form, uow),
        }
        entry = uow.record(
            Entry(Step.NOTICE, officer, now, now, workstation=order.workstation, facts=facts)
        )
        uow.commit()
    return Issued(entry.sequence, facts["head"]["number"])
