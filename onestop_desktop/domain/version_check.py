"""Whether a procedure read back from an export says only what a version of a procedure may say."""

from dataclasses import fields, replace
from typing import Any, get_type_hints

from onestop_desktop.domain import errors
from onestop_desktop.domain.national_list import LONGEST_PAPER_NAME, check_code, check_text
from onestop_desktop.domain.procedure import (
    Channel,
    ExemptionRow,
    FeeRow,
    Procedure,
    RequiredPaper,
    TermRow,
)
from onestop_desktop.domain.terms import read_term

FEE_KINDS = ("free", "per_case", "per_copy", "per_page", "set_by_province")
MOST_ROWS, MOST_AMOUNT, MOST_NUMBER = 500, 10**10, 999
Row = TermRow | FeeRow | RequiredPaper | ExemptionRow


def check_version(procedure: Procedure) -> Procedure:
    """The procedure, its texts cleaned, when each value is of its kind (FieldInvalid and others)."""
    _check_kinds(procedure)
    check_code(procedure.code)
    procedure = replace(
        procedure,
        name=check_text("name", procedure.name, needed=True),
        field=check_text("field", procedure.field),
        agency=check_text("agency", procedure.agency),
        decision=check_text("decision", procedure.decision),
        result=check_text("result", procedure.result, LONGEST_PAPER_NAME),
    )
    rows: tuple[Row, ...] = (
        *procedure.terms,
        *procedure.fees,
        *procedure.papers,
        *procedure.exemptions,
    )
    if len(rows) > MOST_ROWS:
        raise errors.NumberOutOfRange(field="rows", least=0, most=MOST_ROWS, value=len(rows))
    for row in rows:
        _check_kinds(row)
        _check_row(row)
    return procedure


def _check_row(row: Row) -> None:
    channel = getattr(row, "channel", "")
    if channel and channel not in list(Channel):
        choices = [known.value for known in Channel]
        raise errors.ChoiceUnknown(field="channel", value=channel[:40], choices=choices)
    if isinstance(row, FeeRow):
        if row.kind not in FEE_KINDS:
            raise errors.ChoiceUnknown(field="kind", value=row.kind[:40], choices=list(FEE_KINDS))
        check_text("note", row.note)
        for name in ("amount", "next_amount", "cap"):
            _check_number(name, getattr(row, name) or 0, 0, MOST_AMOUNT)
    elif isinstance(row, RequiredPaper):
        check_text("paper_name", row.name, LONGEST_PAPER_NAME, needed=True)
        for name in ("no", "originals", "certified", "copies", "case"):
            _check_number(name, getattr(row, name), 0, MOST_NUMBER)
    elif isinstance(row, TermRow):
        _check_number("case", row.case, 1, 99)
        check_text("case", row.case_name)
        for text in filter(None, (row.term, row.verified_term, row.target)):
            read_term(text)
    else:
        _check_exemption(row)


def _check_exemption(row: ExemptionRow) -> None:
    _check_number("exemption", row.percent, 1, 100)
    for text in (row.code, row.name):
        if check_text("exemption", text, needed=True) != text:
            raise errors.FieldInvalid(field="exemption", expected="text")


def _check_number(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise errors.NumberOutOfRange(field=name, least=least, most=most, value=value)


def _check_kinds(value: Procedure | Row) -> None:
    """Each field of the type its dataclass names; True is no number."""
    for name, kind in get_type_hints(type(value)).items():
        found = getattr(value, name)
        fits = isinstance(found, kind if not _is_rows(value, name) else tuple)
        if not fits or (isinstance(found, bool) and kind is not bool):
            raise errors.FieldInvalid(field=name, expected=getattr(kind, "__name__", str(kind)))


def _is_rows(value: Any, name: str) -> bool:
    return isinstance(value, Procedure) and name in {
        field.name for field in fields(value) if "tuple" in str(field.type)
    }
