"""A version of an administrative procedure: terms, fees, required papers, exemptions, as dated data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from onestop_desktop.domain.deadline import TermRules
from onestop_desktop.domain.errors import CaseUnknown, TermNotSet
from onestop_desktop.domain.terms import read_term
from onestop_desktop.domain.text import fold, initials


class Channel(StrEnum):
    """The ways a dossier comes in (Decree 118/2025 Art. 15)."""

    COUNTER = "counter"
    POST = "post"
    PROXY = "proxy"
    ONLINE_FULL = "online_full"
    ONLINE_PARTIAL = "online_partial"


class PaperKind(StrEnum):
    """What a required paper asks of the citizen."""

    REQUIRED = "required"
    LOOKED_UP = "looked_up"
    SHOWN = "shown"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """One line of the procedure's papers; `case` 0 stands for every case."""

    no: int
    name: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    kind: PaperKind = PaperKind.REQUIRED
    case: int = 0


@dataclass(frozen=True, slots=True)
class TermRow:
    """The term of one case and channel ("" every channel); empty text: not certain yet."""

    case: int = 1
    case_name: str = ""
    channel: str = ""
    term: str = ""
    verified_term: str = ""
    target: str = ""
    cutoff: bool = True


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee by channel and date; amounts in đồng, None where the province sets it."""

    kind: str = "free"
    amount: int | None = 0
    channel: str = ""
    next_amount: int = 0
    cap: int = 0
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExemptionRow:
    """A lawful exemption: percent off the fee, by channel and date."""

    code: str
    name: str
    percent: int = 100
    channel: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure; a dossier keeps the version it came in under.

    `retention` says how long its dossiers' personal facts are kept (`domain/retention.py`).
    """

    code: str
    name: str
    field: str = ""
    agency: str = ""
    decision: str = ""
    result: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    is_certification: bool = False
    start_cutoff: bool = False
    to_check: bool = True
    retention: str = ""
    terms: tuple[TermRow, ...] = ()
    fees: tuple[FeeRow, ...] = ()
    papers: tuple[RequiredPaper, ...] = ()
    exemptions: tuple[ExemptionRow, ...] = ()
    version: int = 0

    @property
    def cases(self) -> tuple[tuple[int, str], ...]:
        """The cases (trường hợp) in order, each once."""
        return tuple({row.case: row.case_name for row in self.terms}.items())

    @property
    def has_term(self) -> bool:
        """Whether some case can be received; else the screen says *chưa có thời hạn*."""
        return any(row.term for row in self.terms)

    def papers_of(self, case: int) -> tuple[RequiredPaper, ...]:
        """The papers of one case, those of every case included."""
        return tuple(paper for paper in self.papers if paper.case in (0, case))

    def term_row(self, case: int, channel: Channel) -> TermRow:
        """The row for a case and channel; CaseUnknown, or TermNotSet where its term is not certain."""
        rows = [row for row in self.terms if row.case == case and row.channel in ("", channel)]
        if self.terms and not rows:
            raise CaseUnknown(field="case", value=case, procedure=self.code)
        row = max(rows, key=lambda candidate: candidate.channel != "", default=None)
        if row is None or not row.term:
            raise TermNotSet(field="procedure", procedure=self.code, name=self.name)
        return row

    def rules(self, case: int, channel: Channel) -> TermRules:
        """What the clock needs of this procedure."""
        row = self.term_row(case, channel)
        target, verified = (
            read_term(text) if text else None for text in (row.target, row.verified_term)
        )
        return TermRules(read_term(row.term), target, row.cutoff, self.start_cutoff, verified)

    def fee_row(self, channel: Channel, day: date) -> FeeRow | None:
        """The fee in force for the channel that day, the channel's own row before the general one."""
        rows = [
            row
            for row in self.fees
            if row.channel in ("", channel) and _within(day, row.from_on, row.to_on)
        ]
        return max(rows, key=lambda row: row.channel != "", default=None)

    def exemption(self, code: str, channel: Channel, day: date) -> ExemptionRow | None:
        """The exemption of that code when it is a row of this version in force that day."""
        for row in self.exemptions:
            fits = row.channel in ("", channel) and _within(day, row.from_on, row.to_on)
            if row.code == code and fits:
                return row
        return None


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def write_procedure(procedure: Procedure) -> dict[str, Any]:
    """Plain values for the store; days as ISO text."""

    def plain(value: Any) -> Any:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, list | tuple):
            return [plain(item) for item in value]
        if isinstance(value, dict):
            return {name: plain(item) for name, item in value.items()}
        return value

    facts: dict[str, Any] = plain(asdict(procedure))
    facts.pop("version")
    return facts


def read_procedure(facts: Mapping[str, Any], version: int = 0) -> Procedure:
    """The procedure again from what `write_procedure` gave."""
    days = {name: _day(facts[name]) for name in ("in_force_from", "in_force_to")}
    rows = {
        "terms": tuple(TermRow(**row) for row in facts["terms"]),
        "fees": tuple(FeeRow(**_dated(row)) for row in facts["fees"]),
        "papers": tuple(
            RequiredPaper(**row | {"kind": PaperKind(row["kind"])}) for row in facts["papers"]
        ),
        "exemptions": tuple(ExemptionRow(**_dated(row)) for row in facts["exemptions"]),
    }
    return Procedure(**{**facts, **days, **rows, "version": version})


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "from_on": _day(row["from_on"]), "to_on": _day(row["to_on"])}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class ProcedureKeys:
    """What a search over the catalogue compares, folded once: initials, words, bare code."""

    procedure: Procedure
    initials: str
    folded: str
    code: str


def search_keys(procedure: Procedure) -> ProcedureKeys:
    """The keys of one procedure; a leading "Thủ tục" is not part of its initials."""
    folded = fold(procedure.name)
    bare = folded.removeprefix("thu tuc ")
    return ProcedureKeys(procedure, initials(bare), folded, procedure.code)


def search_procedures(keys: tuple[ProcedureKeys, ...], text: str) -> tuple[Procedure, ...]:
    """Procedures for what was typed: initials first, then by code, then any words in any order."""
    wanted = fold(text)
    if not wanted:
        return ()
    words = wanted.split()
    joined = wanted.replace(" ", "")
    by_code = [key for key in keys if key.code.startswith(text.strip())]
    by_initials = [key for key in keys if key.initials.startswith(joined)]
    by_words = [key for key in keys if all(_has_word(key.folded, word) for word in words)]
    found = {key.procedure.code: key.procedure for key in (*by_code, *by_initials, *by_words)}
    return tuple(found.values())


def _has_word(folded: str, word: str) -> bool:
    return f" {word}" in f" {folded}"
