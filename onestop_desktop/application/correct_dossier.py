"""Correct a dossier: what was wrongly received is said anew, reckoned anew, and stands on a new slip."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.stepping import role_of
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.correction import CHANGEABLE, corrected_order
from onestop_desktop.domain.deadline import Appointment, appoint
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.reception import Reception, check_against, read_order
from onestop_desktop.domain.reception_facts import reception_facts
from onestop_desktop.domain.slips import (
    RECEIPT,
    read_receipt,
    slip_digest,
    slip_dossier,
    write_receipt,
)
from onestop_desktop.domain.steps import Desk, require_as_seen, require_possible, step_facts


@dataclass(frozen=True, slots=True)
class CorrectDossier:
    """The order: the fields that were wrong with their right values, and the reason."""

    code: str
    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""
    role: Role | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Corrected:
    """The dossier as it now stands."""

    dossier: Dossier
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


def correct_dossier(order: CorrectDossier, *, unit_of_work: OpenUnitOfWork) -> Corrected:
    """Correct it durably; pauses and the longer term are kept (convention 8).

    Refused: what a reception would be refused for, no reason, nothing that differs, a settled one.
    """
    officer = officers.may(order.officer, Step.CORRECT)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossier = uow.dossiers.get(order.code)
        require_as_seen(dossier, order.seen)
        require_possible(dossier, Step.CORRECT)
        changed = {name: order.facts[name] for name in CHANGEABLE if name in order.facts}
        rest = {name: value for name, value in order.facts.items() if name not in changed}
        role = order.role or role_of(uow, officer)
        desk = Desk(officer, now, uow.desk.calendar(), role=role)
        reason = step_facts(dossier, Step.CORRECT, rest, desk)["reason"]
        reception = read_order(corrected_order(dossier, changed), now.date())
        facts = _facts(uow, dossier, reception)
        before = {name: dossier.facts.get(name) for name in changed}
        if all(facts.get(name) == was for name, was in before.items()):
            raise errors.NothingCorrected(code=dossier.code)
        facts["slip"], facts["slip_digest"] = _new_slip(uow, dossier, facts)
        told = {"reason": reason, "before": before, "reception": facts}
        entry = Entry(Step.CORRECT, officer, now, now, dossier.code, order.workstation, told)
        corrected = dossier.after(uow.record(entry))
        uow.dossiers.keep(corrected)
        uow.slips.move((dossier.code,), facts["slip"])
        uow.commit()
    return Corrected(corrected)


def _facts(uow: UnitOfWork, dossier: Dossier, reception: Reception) -> dict[str, Any]:
    """The facts of the reception as it should have been, with the numbers it got."""
    validly = reception.validly_received_at or dossier.validly_received_at
    if validly > dossier.received_at:
        raise errors.ReceivedInFuture(field="validly_received_at", moment=write_moment(validly))
    same = reception.procedure == dossier.procedure
    if same:
        procedure = uow.catalogue.version(dossier.procedure_version)
    else:
        procedure = uow.catalogue.in_force(reception.procedure, validly.date())
    if dossier.proposal is not None and not same:
        raise step_errors.ProposalStands(code=dossier.code)
    agency = uow.desk.agency()
    rules = procedure.rules(reception.case, reception.channel)
    appointment = appoint(
        rules,
        validly,
        uow.desk.calendar(),
        agency.clock_rules(),
        pauses=dossier.pauses,
        lengthened=dossier.lengthened and same and rules.verified is not None,
    )
    papers = check_against(procedure, reception)
    kept = {name: dossier.facts[name] for name in ("volume", "register_number")}
    promised = _promised(dossier, reception, appointment)
    facts = reception_facts(procedure, reception, promised, papers, agency)
    return {**facts, **kept}


def _promised(dossier: Dossier, reception: Reception, found: Appointment) -> Appointment:
    """The promise the slip has, unless what it rests on was corrected: then the new slip's."""
    was = (dossier.procedure, dossier.facts["case"], dossier.validly_received_at)
    if (reception.procedure, reception.case, found.received_at) != was:
        return _not_before_the_apology(dossier, found)
    if reception.channel is not dossier.channel and found.due_at != dossier.due_at:
        return _not_before_the_apology(dossier, found)  # terms may go by channel
    # Nothing of the clock's ground was corrected: all stays as it was reckoned then.
    return replace(
        found,
        due_at=dossier.due_at,
        promised_at=dossier.promised_at,
        provisional=dossier.provisional,
        why=dossier.why,
    )


def _not_before_the_apology(dossier: Dossier, found: Appointment) -> Appointment:
    """The later appointment of an apology is in the citizen's hands: it stays (convention 9)."""
    if not dossier.apologies:
        return found
    return replace(found, promised_at=max(found.promised_at, dossier.promised_at))


def _new_slip(uow: UnitOfWork, dossier: Dossier, facts: Mapping[str, Any]) -> tuple[int, str]:
    """The slip in the corrected dossier's name alone, under the number it had; its digest."""
    slip = uow.slips.of_dossier(dossier.code)
    receipt = replace(
        read_receipt(slip.facts),
        applicant=facts["applicant"],
        proxy=facts["proxy"],
        return_by=facts["return_by"],
        dossiers=(slip_dossier(dossier.code, facts),),
    )
    written = write_receipt(receipt)
    digest = slip_digest(RECEIPT, slip.version, "", plain_text(written))
    return uow.slips.add(RECEIPT, slip.version, written, ""), digest
