"""Receive a dossier: checked, appointed, coded, on record and on its slip, in one transaction."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.agency import write_agency
from onestop_desktop.domain.applicant import Warning, identity_warnings
from onestop_desktop.domain.codes import DossierCode
from onestop_desktop.domain.deadline import appoint
from onestop_desktop.domain.dossier import Dossier, reception_facts
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.procedure import RequiredPaper
from onestop_desktop.domain.reception import (
    Reception,
    check_against,
    missing_papers,
    read_order,
)
from onestop_desktop.domain.slips import (
    RECEIPT,
    Receipt,
    read_receipt,
    receipt_of,
    slip_dossier,
    write_receipt,
)

CLOCK_TOLERANCE_SECONDS = 120
RECEIPT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReceiveDossier:
    """The order: plain values as `command-line.md` words them, and who stands at which counter.

    `at` is the moment of an imported order, "" for now.
    """

    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The dossier, what is odd or missing, and whether this order had been done before."""

    dossier: Dossier
    warnings: tuple[Warning, ...]
    missing: tuple[RequiredPaper, ...]
    repeated: bool
    changes: Changes


def receive_dossier(
    order: ReceiveDossier, *, unit_of_work: OpenUnitOfWork, draw_secret: DrawSecret
) -> Received:
    """Receive one dossier durably; the same request sent again gives the same dossier.

    Refusals of the order's fields, of the catalogue and of the clock leave nothing stored.
    """
    with unit_of_work(write=True) as uow:
        received = _receive_once(order, uow, draw_secret)
        uow.commit()
    return received


def receive_dossiers(
    orders: Iterable[ReceiveDossier],
    *,
    unit_of_work: OpenUnitOfWork,
    draw_secret: DrawSecret,
    set_clock: Callable[[ReceiveDossier], None],
) -> list[Received | errors.DeskError]:
    """Receive many in one transaction, durable together; a refused one leaves nothing, the rest go on."""
    answers: list[Received | errors.DeskError] = []
    with unit_of_work(write=True) as uow:
        for order in orders:
            try:
                set_clock(order)
                with uow.savepoint():
                    answers.append(_receive_once(order, uow, draw_secret))
            except errors.DeskError as refusal:
                answers.append(refusal)
        uow.commit()
    return answers


def _receive_once(order: ReceiveDossier, uow: UnitOfWork, draw_secret: DrawSecret) -> Received:
    """Receive, or find what the same request made before."""
    officer = officers.may(order.officer, Step.RECEIVE)
    now = uow.now()
    reception = read_order(order.facts, now.date())
    digest = hashlib.sha256(plain_text(order.facts).encode()).hexdigest()
    earlier = _done_before(uow, reception, digest)
    if earlier:
        return Received(uow.dossiers.get(earlier), (), (), True, Changes.NONE)
    _check_clock(uow, now)
    received = _receive(uow, reception, now, officer, order.workstation, draw_secret)
    if reception.request_id:
        uow.dossiers.remember_request(reception.request_id, digest, received.dossier.code)
    return received


def _receive(
    uow: UnitOfWork,
    reception: Reception,
    now: datetime,
    officer: str,
    workstation: str,
    draw_secret: DrawSecret,
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
    code = DossierCode(
        agency.identifier,
        now.date(),
        uow.desk.next_number(f"code:{agency.identifier}:{now:%Y-%m-%d}"),
    )
    facts = reception_facts(procedure, reception, appointment, papers, agency)
    facts["register_number"] = uow.desk.next_number(f"register:{procedure.field}:{now.year}")
    slip, moved = _slip(uow, reception, str(code), facts, officer, draw_secret)
    facts["slip"] = slip
    entry = uow.record(Entry(Step.RECEIVE, officer, now, validly, str(code), workstation, facts))
    dossier = Dossier.received(entry)
    uow.dossiers.add(dossier, slip)
    if moved:
        uow.slips.move(moved, slip)
    warnings = identity_warnings(reception.applicant, uow.catalogue.provinces())
    missing = missing_papers(procedure, reception.case, papers)
    return Received(dossier, warnings, missing, False, Changes.QUEUE)


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


def _check_clock(uow: UnitOfWork, now: datetime) -> None:
    last = uow.last_recorded()
    if last and (last - now).total_seconds() > CLOCK_TOLERANCE_SECONDS:
        raise errors.ClockBehind(now=now.isoformat(), last=local(last).isoformat())


def _validly(uow: UnitOfWork, reception: Reception, now: datetime) -> datetime:
    """When the dossier was validly received: now, or earlier as the order says."""
    validly = reception.validly_received_at or now
    field = "validly_received_at"
    if validly > now:
        raise errors.ReceivedInFuture(field=field, value=validly.isoformat())
    if not uow.desk.calendar().covers(validly.date()) and validly.year < now.year:
        raise errors.ReceivedTooEarly(field=field, value=validly.isoformat())
    return validly


def _slip(
    uow: UnitOfWork,
    reception: Reception,
    code: str,
    facts: Mapping[str, Any],
    officer: str,
    draw_secret: DrawSecret,
) -> tuple[int, tuple[str, ...]]:
    """The slip this dossier stands on, and the dossiers of the visit that move to it."""
    mine = slip_dossier(code, facts)
    earlier = uow.slips.of_visit(reception.visit) if reception.visit else None
    if earlier:
        old, codes = earlier
        receipt = read_receipt(old.facts)
        if receipt.applicant != facts["applicant"]:
            raise errors.VisitOfAnother(field="visit", visit=reception.visit)
        receipt = replace(receipt, dossiers=(*receipt.dossiers, mine))
    else:
        codes, receipt = (), _new_receipt(uow, mine, facts, officer, draw_secret)
    slip = uow.slips.add(RECEIPT, RECEIPT_VERSION, write_receipt(receipt), reception.visit)
    return slip, codes


def _new_receipt(
    uow: UnitOfWork,
    mine: Any,
    facts: Mapping[str, Any],
    officer: str,
    draw_secret: DrawSecret,
) -> Receipt:
    token, secret = draw_secret()
    year = facts["validly_received_at"][:4]
    return receipt_of(
        (mine,),
        facts=facts,
        profile=uow.desk.profile(),
        agency=write_agency(uow.desk.agency()),
        number=uow.desk.next_number(f"receipt:{year}"),
        officer=officer,
        token=token,
        secret=secret,
    )
