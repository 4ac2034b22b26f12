"""Procedures out of the shipped catalogue's tables: procedures, terms, fees, papers, exemptions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from onestop_desktop.domain.procedure import (
    ExemptionRow,
    FeeRow,
    PaperKind,
    Procedure,
    RequiredPaper,
    TermRow,
)

TABLES = ("procedures", "terms", "fees", "papers", "exemptions")
Row = Mapping[str, str]


def read_shipped(tables: Mapping[str, Iterable[Row]]) -> tuple[Procedure, ...]:
    """All procedures of the shipped tables, each with its rows (ValueError, KeyError: a broken file)."""
    of: dict[str, dict[str, list[Row]]] = {
        name: _by_code(tables[name]) for name in TABLES if name != "procedures"
    }
    return tuple(_procedure(row, of) for row in tables["procedures"])


def _by_code(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["code"]].append(row)
    return found


def _procedure(row: Row, of: Mapping[str, Mapping[str, list[Row]]]) -> Procedure:
    code = row["code"]
    rows = {name: table.get(code, []) for name, table in of.items()}
    return Procedure(
        code=code,
        name=row["name"],
        field=row["field"],
        agency=row["agency"],
        decision=row["decision"],
        result=row["result"],
        in_force_from=_day(row["in_force_from"]),
        in_force_to=_day(row["in_force_to"]),
        is_certification=row["kind"] == "certification",
        start_cutoff=row["clock_start_cutoff"] == "yes",
        to_check=row["to_check"] == "yes",
        retention=row["retention"],
        terms=tuple(_term(term) for term in rows["terms"]),
        fees=tuple(_fee(fee) for fee in rows["fees"]),
        papers=tuple(_paper(paper) for paper in rows["papers"]),
        exemptions=tuple(_exemption(exemption) for exemption in rows["exemptions"]),
    )


def _term(row: Row) -> TermRow:
    return TermRow(
        int(row["case"] or 1),
        row["case_name"],
        row["channel"],
        row["term"],
        row["verified_term"],
        row["target"],
        row["cutoff"] == "yes",
    )


def _fee(row: Row) -> FeeRow:
    return FeeRow(
        row["kind"],
        int(row["amount"]) if row["amount"] else (0 if row["kind"] == "free" else None),
        row["channel"],
        int(row["next_amount"] or 0),
        int(row["cap"] or 0),
        _day(row["from"]),
        _day(row["to"]),
        row["note"],
    )


def _paper(row: Row) -> RequiredPaper:
    return RequiredPaper(
        int(row["no"]),
        row["name"],
        int(row["originals"] or 0),
        int(row["certified"] or 0),
        int(row["copies"] or 0),
        PaperKind(row["kind"]),
        int(row["case"] or 0),
    )


def _exemption(row: Row) -> ExemptionRow:
    return ExemptionRow(
        row["exemption"],
        row["name"],
        int(row["percent"] or 100),
        row["channel"],
        _day(row["from"]),
        _day(row["to"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
