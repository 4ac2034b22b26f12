"""The facts of printed forms, frozen before the paper is drawn; a reprint is drawn from the same ones."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.reception import ReceivedPaper, Reception

RECEIPT, GUIDANCE = "01", "guide"


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """A line of the table of papers handed in."""

    name: str
    originals: int
    certified: int
    copies: int


@dataclass(frozen=True, slots=True)
class SlipDossier:
    """One dossier on a receipt; moments as ISO text, `term` in the law's words."""

    code: str
    procedure: str
    papers: tuple[SlipPaper, ...]
    sets: int
    term: str
    received_at: str
    promised_at: str
    provisional: bool
    volume: str
    number: int
    fee: int | None
    official_code: str
    why: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*: one applicant, one or several dossiers.

    `token` is the unguessable part of the look-up address (128 bits), `secret` the eight letters
    that a citizen may type beside the code.
    """

    profile: str
    agency: dict[str, Any]
    number: int
    applicant: dict[str, Any]
    proxy: dict[str, Any] | None
    return_by: str
    officer: str
    token: str
    secret: str
    dossiers: tuple[SlipDossier, ...]

    @property
    def provisional(self) -> bool:
        """Whether some due time rests on a year whose notice is not confirmed."""
        return any(dossier.provisional for dossier in self.dossiers)


@dataclass(frozen=True, slots=True)
class Guidance:
    """The guidance sheet a citizen takes home: papers, fee, limit, where, result."""

    agency: dict[str, Any]
    code: str
    name: str
    cases: tuple[dict[str, Any], ...]
    fees: tuple[dict[str, Any], ...]
    result: str
    decision: str
    hours: tuple[str, ...]
    to_check: bool


def receipt_of(
    dossiers: tuple[SlipDossier, ...], *, facts: Mapping[str, Any], **head: Any
) -> Receipt:
    """The receipt of dossiers received together; `facts` are those of the newest reception."""
    return Receipt(
        applicant=facts["applicant"],
        proxy=facts["proxy"],
        return_by=facts["return_by"],
        dossiers=dossiers,
        **head,
    )


def slip_dossier(code: str, facts: Mapping[str, Any]) -> SlipDossier:
    """One dossier's part of a receipt, from the facts of its reception."""
    return SlipDossier(
        code=code,
        procedure=facts["procedure_name"],
        papers=tuple(SlipPaper(**paper) for paper in facts["paper_lines"]),
        sets=facts["sets"],
        term=facts["term"],
        received_at=facts["validly_received_at"],
        promised_at=facts["promised_at"],
        provisional=facts["provisional"],
        volume=facts["volume"],
        number=facts["register_number"],
        fee=facts["fee"]["amount"],
        official_code=facts["official_code"],
        why=tuple(facts["why"]),
    )


def paper_lines(
    procedure: Procedure, reception: Reception, papers: tuple[ReceivedPaper, ...]
) -> list[dict[str, Any]]:
    """The lines of the table of papers: what was handed in, and each original to certify."""
    names = {paper.no: paper.name for paper in procedure.papers}
    lines = [
        SlipPaper(names[paper.no], paper.originals, paper.certified, paper.copies)
        for paper in papers
    ]
    if reception.items:
        lines = [
            SlipPaper(f"{item.title} ({item.pages} trang)", 1, 0, item.copies)
            for item in reception.items
        ]
    return [as_facts(line) for line in lines]


def write_receipt(receipt: Receipt) -> dict[str, Any]:
    """Plain values for the store."""
    facts: dict[str, Any] = as_facts(receipt)
    return facts


def read_receipt(facts: Mapping[str, Any]) -> Receipt:
    """The receipt again, as it was frozen."""
    dossiers = tuple(read_slip_dossier(dossier) for dossier in facts["dossiers"])
    return Receipt(**{**facts, "dossiers": dossiers})


def read_slip_dossier(facts: Mapping[str, Any]) -> SlipDossier:
    """One dossier's part of a receipt again, from plain values."""
    papers = tuple(SlipPaper(**paper) for paper in facts["papers"])
    return SlipDossier(**{**facts, "papers": papers, "why": tuple(facts["why"])})


def slip_digest(form: str, version: int, visit: str, facts: str) -> str:
    """What the entry that made a slip keeps of it; `facts` as their one text."""
    return hashlib.sha256(f"{form} {version} {visit} {facts}".encode()).hexdigest()
