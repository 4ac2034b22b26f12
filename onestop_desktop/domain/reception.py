"""What an order to receive a dossier says once every field has been looked at."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from onestop_desktop.domain import errors
from onestop_desktop.domain.applicant import (
    Applicant,
    ApplicantKind,
    Proxy,
    Sex,
    plain_identity,
)
from onestop_desktop.domain.codes import check_official
from onestop_desktop.domain.fees import CertifiedItem
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.money import Method, Paying
from onestop_desktop.domain.procedure import Channel, PaperKind, Procedure, RequiredPaper

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_NOTE = 200, 300, 1000
MOST_AMOUNT = 100_000_000
MOST_ITEMS, MOST_PAGES, MOST_COPIES, MOST_PAPERS = 50, 2000, 500, 200
_ORDER = (
    *("request_id", "procedure", "channel", "applicant", "proxy", "official_code", "case"),
    *("papers", "place", "agency", "exemption", "validly_received_at", "items", "sets", "note"),
    *("return_by", "visit", "payment"),
)
_PERSON = ["kind", "name", "identity", "born_on", "sex", "address", "phone", "email"]
_PROXY = ["name", "identity", "address", "phone", "email", "authorisation"]
_PASSPORT = re.compile(r"(?=.*\d)[A-Z0-9]{6,12}")
_ORGANISATION = re.compile(r"\d{10}(-?\d{3})?|\d{12}", re.ASCII)


class ReturnBy(StrEnum):
    """Where the citizen wants the result."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class ReceivedPaper:
    """A paper handed in, by the number of its line in the procedure."""

    no: int
    originals: int = 0
    certified: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Reception:
    """A checked order; `papers` None means as the procedure asks."""

    procedure: str
    channel: Channel
    applicant: Applicant
    proxy: Proxy | None = None
    official_code: str = ""
    case: int = 1
    papers: tuple[ReceivedPaper, ...] | None = None
    place: str = ""
    agency: str = ""
    exemption: str = ""
    validly_received_at: datetime | None = None
    items: tuple[CertifiedItem, ...] = ()
    sets: int = 1
    note: str = ""
    return_by: ReturnBy = ReturnBy.COUNTER
    visit: str = ""
    request_id: str = ""
    payment: Paying | None = None


def read_order(facts: Mapping[str, Any], today: date) -> Reception:
    """The checked order behind plain values as the command line and the window give them.

    Raises the first fault found, the others in its `others`; each names its field.
    """
    reception, faults = look_at_order(facts, today)
    raise_faults(faults)
    return reception


def look_at_order(
    facts: Mapping[str, Any], today: date
) -> tuple[Reception, list[errors.DeskError]]:
    """What can be read of a half-typed order, and every fault of it."""
    faults: list[errors.DeskError] = []
    order = Fields(facts, _ORDER, "", faults)
    reception = Reception(
        procedure=order.text("procedure", 40, needed=True),
        channel=order.choice("channel", Channel, None),
        applicant=_applicant(order.facts.get("applicant"), faults, today),
        proxy=_proxy(order, faults),
        official_code=_official(order),
        case=order.number("case", 1, 99, 1),
        papers=_papers(order, faults) if order.facts.get("papers") is not None else None,
        place=order.text("place", LONGEST_ADDRESS),
        agency=order.text("agency", LONGEST_ADDRESS),
        exemption=order.text("exemption", 80),
        validly_received_at=order.moment("validly_received_at"),
        items=_items(order, faults),
        sets=order.number("sets", 1, 99, 1),
        note=order.text("note", LONGEST_NOTE, lines=True),
        return_by=order.choice("return_by", ReturnBy, ReturnBy.COUNTER),
        visit=order.text("visit", 80),
        request_id=order.text("request_id", 80),
        payment=_payment(order, faults) if order.facts.get("payment") is not None else None,
    )
    return reception, faults


def _applicant(facts: Any, faults: list[errors.DeskError], today: date) -> Applicant:
    if facts is None:
        facts = {}
    person = Fields(facts, tuple(_PERSON), "applicant.", faults)
    kind = person.choice("kind", ApplicantKind, None)
    return Applicant(
        kind,
        person.text("name", LONGEST_NAME, needed=True),
        _identity(person, kind),
        person.day("born_on", today),
        person.choice("sex", Sex, Sex.UNKNOWN),
        person.text("address", LONGEST_ADDRESS),
        person.phone("phone"),
        person.email("email"),
    )


def _identity(person: Fields, kind: ApplicantKind) -> str:
    """12 digits, an old card's 9, a passport; for organisations a tax or organisation number."""
    text = plain_identity(person.text("identity", 40))
    field = person.name("identity")
    if not text:
        return ""
    if kind is ApplicantKind.ORGANISATION:
        if not _ORGANISATION.fullmatch(text):
            person.fault(errors.IdentityInvalid(field=field, value=text))
    elif text.isascii() and text.isdigit():
        if len(text) not in (9, 12):
            person.fault(errors.IdentityWrongLength(field=field, digits=len(text)))
    elif not _PASSPORT.fullmatch(text):
        person.fault(errors.IdentityInvalid(field=field, value=text))
    return text


def _proxy(order: Fields, faults: list[errors.DeskError]) -> Proxy | None:
    facts = order.facts.get("proxy")
    if facts is None:
        if order.facts.get("channel") == Channel.PROXY:
            order.fault(errors.ProxyMissing(field="proxy.name"))
        return None
    if order.facts.get("channel") not in (Channel.PROXY, Channel.POST):
        order.fault(errors.ProxyUnexpected(field="proxy"))
    person = Fields(facts, tuple(_PROXY), "proxy.", faults)
    return Proxy(
        person.text("name", LONGEST_NAME, needed=True),
        _identity(person, ApplicantKind.PERSON),
        person.text("address", LONGEST_ADDRESS),
        person.phone("phone"),
        person.email("email"),
        person.text("authorisation", LONGEST_ADDRESS),
    )


def _payment(order: Fields, faults: list[errors.DeskError]) -> Paying:
    return read_paying(
        Fields(order.facts["payment"], ("method", "amount", "reason"), "payment.", faults)
    )


def read_paying(paying: Fields) -> Paying:
    """How a fee is paid, from the fields `method`, `amount`, `reason`."""
    amount = paying.number("amount", 1, MOST_AMOUNT, 1)
    return Paying(
        paying.choice("method", Method, Method.CASH),
        None if paying.facts.get("amount") is None else amount,
        paying.text("reason", LONGEST_NOTE, lines=True),
    )


def _official(order: Fields) -> str:
    text = order.text("official_code", 60)
    try:
        return check_official(text)
    except errors.OfficialCodeInvalid as fault:
        order.fault(fault)
        return ""


def _papers(order: Fields, faults: list[errors.DeskError]) -> tuple[ReceivedPaper, ...]:
    found: dict[int, ReceivedPaper] = {}
    for at, facts in enumerate(order.rows("papers", MOST_PAPERS)):
        row = Fields(facts, ("no", "originals", "certified", "copies"), f"papers.{at + 1}.", faults)
        no = row.number("no", 1, 999, 0)
        counts = [
            row.number(name, 0, MOST_COPIES, 0) for name in ("originals", "certified", "copies")
        ]
        if no in found:
            row.fault(errors.PaperTwice(field=row.name("no"), no=no))
        found[no] = ReceivedPaper(no, *counts)
    return tuple(found.values())


def _items(order: Fields, faults: list[errors.DeskError]) -> tuple[CertifiedItem, ...]:
    items = []
    for at, facts in enumerate(order.rows("items", MOST_ITEMS)):
        row = Fields(facts, ("title", "pages", "copies"), f"items.{at + 1}.", faults)
        title = row.text("title", LONGEST_NAME, needed=True)
        items.append(
            CertifiedItem(
                title,
                row.number("pages", 1, MOST_PAGES, 0),
                row.number("copies", 1, MOST_COPIES, 0),
            )
        )
    return tuple(items)


def check_against(procedure: Procedure, reception: Reception) -> tuple[ReceivedPaper, ...]:
    """The papers received, once all are papers of this procedure (PaperUnknown, ItemsUnexpected)."""
    required = {paper.no: paper for paper in procedure.papers_of(reception.case)}
    for at, paper in enumerate(reception.papers or ()):
        if paper.no not in required:
            raise errors.PaperUnknown(
                field=f"papers.{at + 1}.no", no=paper.no, procedure=procedure.code
            )
    if reception.items and not procedure.is_certification:
        raise errors.ItemsUnexpected(field="items", procedure=procedure.code)
    if reception.papers is not None:
        return tuple(paper for paper in reception.papers if _any(paper))
    return tuple(
        _as_asked(paper) for paper in required.values() if paper.kind is PaperKind.REQUIRED
    )


def missing_papers(
    procedure: Procedure, case: int, papers: tuple[ReceivedPaper, ...]
) -> tuple[RequiredPaper, ...]:
    """The required papers not handed in, or not in the asked number."""
    given = {paper.no: paper for paper in papers}
    return tuple(
        paper
        for paper in procedure.papers_of(case)
        if paper.kind is PaperKind.REQUIRED and not _enough(paper, given.get(paper.no))
    )


def _enough(asked: RequiredPaper, given: ReceivedPaper | None) -> bool:
    if given is None:
        return False
    asked_for = max(1, asked.originals + asked.certified + asked.copies)
    return given.originals + given.certified + given.copies >= asked_for


def _any(paper: ReceivedPaper) -> bool:
    return bool(paper.originals or paper.certified or paper.copies)


def _as_asked(paper: RequiredPaper) -> ReceivedPaper:
    counts = (paper.originals, paper.certified, paper.copies)
    return ReceivedPaper(paper.no, *(counts if any(counts) else (1, 0, 0)))
