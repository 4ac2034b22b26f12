"""Procedures out of the national list's rows: what is certain is read, an uncertain term is left unset."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from unicodedata import category

from onestop_desktop.domain import errors
from onestop_desktop.domain.procedure import (
    FeeRow,
    PaperKind,
    Procedure,
    RequiredPaper,
    TermRow,
)
from onestop_desktop.domain.terms import read_term
from onestop_desktop.domain.text import fold, hidden_character, nfc

NEEDED = ("code", "name")
LONGEST_PROCEDURE_NAME, LONGEST_PAPER_NAME = 2000, 8000
_CODE = re.compile(r"\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?", re.ASCII)
_LINES = re.compile(r"[\r\n\t]")
_UNITS = {"working_days": "working days", "days": "calendar days", "months": "months"}
_COUNT = re.compile(r"[1-9]\d{0,2}(\.[05])?|0\.5")
_SAME_DAY = re.compile(r"(ngay )?trong ngay|thoi han .*ngay trong ngay")
_CERTIFICATION = re.compile(r"(thu tuc )?chung thuc ban sao")
LONGEST_WORKING_HOURS = 8
"""A longer "N giờ" is an hour of the day or round-the-clock hours, never working hours."""


def read_national_row(row: Mapping[str, str], papers: Iterable[Mapping[str, str]]) -> Procedure:
    """One procedure of the list with its papers (FieldMissing, FieldInvalid, FieldTooLong, TermInvalid)."""
    code = check_code(nfc(row.get("code") or ""))
    name = check_text("name", row.get("name") or "", needed=True)
    listed = tuple(papers)
    cases = _cases(listed)
    certification = bool(_CERTIFICATION.match(fold(name)))
    return Procedure(
        code=code,
        name=name,
        field=check_text("field", row.get("field") or ""),
        agency=check_text("agency", row.get("agency") or ""),
        decision=check_text("decision", row.get("decision_no") or ""),
        result=check_text("result", row.get("result") or "", LONGEST_PAPER_NAME),
        in_force_from=_day(row, "in_force_from"),
        in_force_to=_day(row, "in_force_to"),
        is_certification=certification,
        to_check=not (row.get("term") or "").strip(),
        terms=_terms(row, cases),
        fees=_fees(row, certification),
        papers=tuple(_paper(paper, at, cases) for at, paper in enumerate(listed, start=1)),
    )


def check_code(code: str) -> str:
    """The national code itself (FieldMissing, FieldInvalid)."""
    if not code:
        raise errors.FieldMissing(field="code")
    if not _CODE.fullmatch(code):
        raise errors.FieldInvalid(field="code", expected="procedure code")
    return code


def check_text(
    field: str, text: str, most: int = LONGEST_PROCEDURE_NAME, *, needed: bool = False
) -> str:
    """A list's text, its invisible marks taken out (FieldMissing, FieldTooLong, HiddenCharacter)."""
    text = nfc("".join(letter for letter in text if category(letter) != "Cf"))
    if needed and not text:
        raise errors.FieldMissing(field=field)
    if len(text) > most:
        raise errors.FieldTooLong(field=field, most=most, length=len(text))
    if hidden := hidden_character(_LINES.sub(" ", text)):
        raise errors.HiddenCharacter(field=field, character=hidden)
    return text


def certain_term(row: Mapping[str, str]) -> str:
    """The term when the row leaves no doubt about it, else ""."""
    given = (row.get("term") or "").strip()
    if given:
        return str(read_term(given))
    words = fold(row.get("time_text") or "")
    if row.get("same_day_15h") == "yes" and _SAME_DAY.match(words):
        return "same day"
    count, unit = (row.get("time_n") or "").strip(), row.get("time_unit") or ""
    single = (row.get("time_variants") or "1").strip() == "1"
    if not single or not _COUNT.fullmatch(count):
        return ""
    count = count.removesuffix(".0")
    if unit == "hours" and count.isdigit() and int(count) <= LONGEST_WORKING_HOURS:
        return f"{count} working hours"
    if unit not in _UNITS or ("." in count and unit != "working_days"):
        return ""
    return f"{count} {_UNITS[unit]}"


def _terms(row: Mapping[str, str], cases: dict[str, int]) -> tuple[TermRow, ...]:
    term = certain_term(row)
    if not cases:
        return (TermRow(term=term),)
    return tuple(TermRow(case=number, case_name=name, term=term) for name, number in cases.items())


def _cases(papers: tuple[Mapping[str, str], ...]) -> dict[str, int]:
    """The true cases ("Trường hợp …"); other headings only say how papers are shown."""
    names = (check_text("case", paper.get("case_name") or "") for paper in papers)
    found = dict.fromkeys(name for name in names if fold(name).startswith("truong hop"))
    return {name: number for number, name in enumerate(found, start=1)}


def _paper(paper: Mapping[str, str], at: int, cases: dict[str, int]) -> RequiredPaper:
    heading = check_text("case", paper.get("case_name") or "")
    name = check_text("paper_name", paper.get("paper_name") or "", LONGEST_PAPER_NAME, needed=True)
    kind = PaperKind.REQUIRED
    if paper.get("note_only") == "yes" or fold(heading) == "luu y":
        kind = PaperKind.NOTE
    elif "xuat trinh" in fold(heading):
        kind = PaperKind.SHOWN
    return RequiredPaper(
        no=at,
        name=name,
        originals=_number(paper, "originals"),
        copies=_number(paper, "copies"),
        kind=kind,
        case=cases.get(heading, 0),
    )


def _fees(row: Mapping[str, str], certification: bool) -> tuple[FeeRow, ...]:
    if certification:
        return (FeeRow("per_page", 2000, next_amount=1000, cap=200_000),)
    if row.get("fee_free") == "yes":
        return (FeeRow(),)
    return (
        FeeRow(
            "set_by_province",
            None,
            note=check_text("note", row.get("fee_text") or "", 100_000)[:300],
        ),
    )


def _number(paper: Mapping[str, str], name: str) -> int:
    text = (paper.get(name) or "0").strip() or "0"
    if not (text.isascii() and text.isdigit()) or int(text) > 99:
        raise errors.FieldInvalid(field=name, expected="number")
    return int(text)


def _day(row: Mapping[str, str], name: str) -> date | None:
    text = (row.get(name) or "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise errors.DateImpossible(field=name, value=text) from None
