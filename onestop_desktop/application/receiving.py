"""The reception itself, inside somebody's transaction: checked, appointed, coded, on record, on its slip."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.joining import join_ticket
from onestop_desktop.application.paying import take_fee_once
from onestop_desktop.application.ports import DrawSecret, UnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.agency import Agency, write_agency
from onestop_desktop.domain.applicant import Warning, identity_warnings
from onestop_desktop.domain.codes import DossierCode
from onestop_desktop.domain.deadline import appoint
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.money import Method, Paying, owed
from onestop_desktop.domain.procedure import Procedure, RequiredPaper
from onestop_desktop.domain.reception import (
    Reception,
    check_against,
    missing_papers,
    read_order,
)
from onestop_desktop.domain.reception_facts import reception_facts
from onestop_desktop.domain.slips import (
    RECEIPT,
    Receipt,
    SlipDossier,
    read_receipt,
    receipt_of,
    slip_digest,
    slip_dossier,
    write_receipt,
)

RECEIPT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReceiveDossier:
    """The order: plain values as `command-line.md` words them, and who stands at which counter.

    `at` is the moment of an imported order, "" for now; `ticket` the number called for it, "" none.
    """

    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""
    at: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The dossier, what is odd or missing, and whether this order had been done before."""

    dossier: Dossier
    warnings: tuple[Warning, ...]
    missing: tuple[RequiredPaper, ...]
    repeated: bool
    changes: Changes


def receive_once(
    order: ReceiveDossier, uow: UnitOfWork, draw_secret: DrawSecret, paid_by: str = ""
) -> Received:
    """Receive, or find what the same request made before.

    `paid_by` is how the fee is taken where the order says nothing of a payment ("": it is not).
    """
    officer = officers.may(order.officer, Step.RECEIVE)
    now = uow.now()
    reception = read_order(order.facts, now.date())
    digest = _digest(order.facts) if reception.request_id else ""
    earlier = _done_before(uow, reception, digest)
    if earlier:
        return Received(uow.dossiers.get(earlier), (), (), True, Changes.NONE)
    check_clock(now, uow.last_recorded())
    received = _receive(uow, reception, now, officer, order, draw_secret, digest=digest)
    if reception.request_id:
        uow.dossiers.remember_request(reception.request_id, digest, received.dossier.code)
    paying = reception.payment
    if paid_by and "payment" not in order.facts and owed(received.dossier):
        paying = Paying(Method(paid_by))
    if paying is None:
        return received
    dossier = take_fee_once(uow, received.dossier, paying, officer, order.workstation)
    return replace(received, dossier=dossier)


def _receive(
    uow: UnitOfWork,
    reception: Reception,
    now: datetime,
    officer: str,
    order: ReceiveDossier,
    draw_secret: DrawSecret,
    *,
    digest: str,
) -> Received:
    validly = _validly(uow, reception, now)
    procedure = uow.catalogue.in_force(reception.procedure, validly.date())
    papers = check_against(procedure, reception)
    if reception.official_code and uow.dossiers.code_of_official(reception.official_code):
        raise errors.OfficialCodeTaken(field="official_code", value=reception.official_code)
    agency = uow.desk.agency()
    if not agency.identifier:
        raise errors.FieldMissing(field="identifier")
    appointment = appoint(
        procedure.rules(reception.case, reception.channel),
        validly,
        uow.desk.calendar(),
        agency.clock_rules(),
    )
    facts = reception_facts(procedure, reception, appointment, papers, agency)
    earlier = _slip_of_visit(uow, reception, facts)
    series = _series(agency, procedure, now)
    number, facts["register_number"], *receipt = uow.desk.next_numbers(
        *(series[:2] if earlier else series)
    )
    code = DossierCode(agency.identifier, now.date(), number)
    mine = slip_dossier(str(code), facts)
    if earlier:
        # Without those that stand on a slip of their own since they were corrected.
        still = (each for each in earlier[0].dossiers if each.code in earlier[1])
        paper = replace(earlier[0], dossiers=(*still, mine))
    else:
        paper = _new_receipt(uow, mine, facts, officer, receipt[0], draw_secret())
    slip = _keep_slip(uow, paper, reception.visit, facts)
    if digest:
        facts["request"] = [reception.request_id, digest]
    facts |= join_ticket(uow, order.ticket, str(code))
    entry = Entry(Step.RECEIVE, officer, now, validly, str(code), order.workstation, facts)
    dossier = Dossier.received(uow.record(entry))
    uow.dossiers.add(dossier, slip)
    if earlier:
        uow.slips.move(earlier[1], slip)
    warnings = identity_warnings(reception.applicant, uow.catalogue.provinces())
    missing = missing_papers(procedure, reception.case, papers)
    return Received(dossier, warnings, missing, False, Changes.QUEUE)


def _keep_slip(uow: UnitOfWork, paper: Receipt, visit: str, facts: dict[str, Any]) -> int:
    """The slip in the store, and of it in the entry what `doctor` holds it against."""
    told = write_receipt(paper)
    slip = uow.slips.add(RECEIPT, RECEIPT_VERSION, told, visit)
    facts["slip"], facts["slip_number"] = slip, paper.number
    facts["slip_digest"] = slip_digest(RECEIPT, RECEIPT_VERSION, visit, plain_text(told))
    return slip


def _digest(facts: Mapping[str, Any]) -> str:
    return hashlib.sha256(plain_text(facts).encode()).hexdigest()


def _done_before(uow: UnitOfWork, reception: Reception, digest: str) -> str:
    """The code of the dossier this request already made, "" for none (RequestReused)."""
    if not reception.request_id:
        return ""
    known = uow.dossiers.code_of_request(reception.request_id)
    if known is None:
        return ""
    if known[0] != digest:
        raise errors.RequestReused(
            field="request_id", request_id=reception.request_id, code=known[1]
        )
    return known[1]


def _validly(uow: UnitOfWork, reception: Reception, now: datetime) -> datetime:
    """When the dossier was validly received: now, or earlier as the order says."""
    validly = reception.validly_received_at or now
    field = "validly_received_at"
    if validly > now:
        raise errors.ReceivedInFuture(field=field, moment=write_moment(validly))
    if not uow.desk.calendar().covers(validly.date()) and validly.year < now.year:
        raise errors.ReceivedTooEarly(field=field, value=validly.isoformat())
    return validly


def _series(agency: Agency, procedure: Procedure, now: datetime) -> tuple[str, str, str]:
    """The series of a reception's numbers: its code, its line in the register, its receipt."""
    return (
        f"code:{agency.identifier}:{now:%Y-%m-%d}",
        f"register:{procedure.field}:{now.year}",
        f"receipt:{now.year}",
    )


def _slip_of_visit(
    uow: UnitOfWork, reception: Reception, facts: Mapping[str, Any]
) -> tuple[Receipt, tuple[str, ...]] | None:
    """The receipt of the same visit and the codes on it, None for the first (VisitOfAnother)."""
    found = uow.slips.of_visit(reception.visit) if reception.visit else None
    if found is None:
        return None
    receipt = read_receipt(found[0].facts)
    same = (receipt.applicant, receipt.proxy, receipt.return_by)
    if same != (facts["applicant"], facts["proxy"], facts["return_by"]):
        raise errors.VisitOfAnother(field="visit", visit=reception.visit)
    return receipt, found[1]


def _new_receipt(
    uow: UnitOfWork,
    mine: SlipDossier,
    facts: Mapping[str, Any],
    officer: str,
    number: int,
    secrets: tuple[str, str],
) -> Receipt:
    token, secret = secrets
    return receipt_of(
        (mine,),
        facts=facts,
        profile=uow.desk.profile(),
        agency=write_agency(uow.desk.agency()),
        number=number,
        officer=officer,
        token=token,
        secret=secret,
    )
