"""Take a list of procedures into the store: new versions beside the old, each bad row named, none half taken."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import is_target_later
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.national_list import NEEDED, read_national_row
from onestop_desktop.domain.procedure import (
    Channel,
    Procedure,
    read_procedure,
    write_procedure,
)
from onestop_desktop.domain.version_check import check_version

MOST_ROWS = 20_000
CSV_FIELD_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class ImportCatalogue:
    """The order: the list's text, the papers' text beside it ("" for none), `check` to store nothing."""

    text: str
    papers: str = ""
    officer: str = ""
    check: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows were taken, how many of them wait for a term, how many said nothing new."""

    imported: int
    without_term: int
    unchanged: int
    refused: tuple[tuple[int, errors.DeskError], ...]
    changes: Changes = Changes.CATALOGUE


def import_catalogue(order: ImportCatalogue, *, unit_of_work: OpenUnitOfWork) -> Imported:
    """Import a CSV in the national list's columns, or JSON lines as exported.

    CatalogueUnreadable where it is neither; a bad row is refused with its line, the others go on.
    """
    officer = "" if order.check else officers.may(order.officer, Step.IMPORT_CATALOGUE)
    found, refused = read_list(order.text, order.papers)
    with unit_of_work(write=not order.check) as uow:
        calendar, today = uow.desk.calendar(), uow.now()
        good: list[Procedure] = []
        for line, procedure in found:
            fault = _target_fault(procedure, calendar, today.year)
            if fault:
                refused.append((line, fault))
            else:
                good.append(_keep_set_terms(procedure, uow, today.date()))
        unchanged = 0
        if not order.check:
            check_clock(today, uow.last_recorded())
            unchanged = sum(not uow.catalogue.add(procedure) for procedure in good)
            facts = {"imported": len(good), "unchanged": unchanged, "refused": len(refused)}
            uow.record(Entry(Step.IMPORT_CATALOGUE, officer, today, today, facts=facts))
            uow.commit()
    without = sum(not procedure.has_term for procedure in good)
    return Imported(len(good), without, unchanged, tuple(sorted(refused, key=lambda row: row[0])))


def export_catalogue(*, unit_of_work: OpenUnitOfWork) -> str:
    """Every procedure in force as JSON lines, as `import_catalogue` takes them."""
    with unit_of_work() as uow:
        procedures = uow.catalogue.all_in_force(uow.now().date())
    return "".join(plain_text(write_procedure(procedure)) + "\n" for procedure in procedures)


def read_list(
    text: str, papers: str
) -> tuple[list[tuple[int, Procedure]], list[tuple[int, errors.DeskError]]]:
    """(line, procedure) of the good rows, (line, refusal) of the others."""
    if text.lstrip().startswith("{"):
        return _read_lines(text)
    rows = _table(text, NEEDED)
    papers_of: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for paper in _table(papers, ("code", "paper_name")) if papers else ():
        papers_of[paper.get("code") or ""].append(paper)
    found: list[tuple[int, Procedure]] = []
    refused: list[tuple[int, errors.DeskError]] = []
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        try:
            code = row.get("code") or ""
            if code in seen:
                raise errors.FieldInvalid(field="code", expected="once")
            found.append((line, read_national_row(row, papers_of.get(code, ()))))
            seen.add(code)
        except errors.DeskError as fault:
            refused.append((line, fault))
    return found, refused


def _table(text: str, needed: tuple[str, ...]) -> list[dict[str, str]]:
    csv.field_size_limit(CSV_FIELD_LIMIT)
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    try:
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise errors.CatalogueUnreadable(missing=missing)
        rows = list(reader)
    except csv.Error as error:
        raise errors.CatalogueUnreadable(missing=[]) from error
    if len(rows) > MOST_ROWS:
        raise errors.NumberOutOfRange(field="rows", least=1, most=MOST_ROWS, value=len(rows))
    return rows


def _read_lines(
    text: str,
) -> tuple[list[tuple[int, Procedure]], list[tuple[int, errors.DeskError]]]:
    found: list[tuple[int, Procedure]] = []
    refused: list[tuple[int, errors.DeskError]] = []
    seen: set[str] = set()
    # Not splitlines: a name may hold a line end of another script.
    for line, written in enumerate(text.rstrip("\n").split("\n"), start=1):
        try:
            procedure = check_version(read_procedure(json.loads(written)))
            if procedure.code in seen:
                raise errors.FieldInvalid(field="code", expected="once")
            seen.add(procedure.code)
            found.append((line, procedure))
        except errors.DeskError as fault:
            refused.append((line, fault))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            refused.append((line, errors.OrderUnreadable(reason="JSON")))
    return found, refused


def _keep_set_terms(procedure: Procedure, uow: UnitOfWork, today: date) -> Procedure:
    """A term that someone has set stays when the list brings none; a shipped one does not."""
    if procedure.has_term:
        return procedure
    try:
        known = uow.catalogue.in_force(procedure.code, today)
    except errors.DeskError:
        return procedure
    if known.to_check or not known.has_term:
        return procedure
    return replace(procedure, terms=known.terms, to_check=False)


def _target_fault(
    procedure: Procedure, calendar: WorkingCalendar, year: int
) -> errors.DeskError | None:
    """TermInvalid or TargetLaterThanTerm of some case, None for a sound procedure."""
    try:
        for row in procedure.terms:
            if not row.term:
                continue
            channel = Channel(row.channel) if row.channel else Channel.COUNTER
            rules = replace(procedure, terms=(row,)).rules(row.case, channel)
            if is_target_later(rules, calendar, date(year, 1, 1)):
                return errors.TargetLaterThanTerm(field="target", target=row.target, term=row.term)
    except errors.DeskError as fault:
        return fault
    return None
