"""The citizen's extract: what changed since the last one, written and signed; one entry of it."""

from dataclasses import dataclass, replace
from datetime import date, time

from onestop_desktop.application.lookup_ports import Extract, Extracts, Written
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import officers
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.lookup_errors import LookupOfAnotherDesk
from onestop_desktop.domain.lookup_facts import PublicDesk
from onestop_desktop.domain.moments import at, local
from onestop_desktop.domain.office_week import write_hours

KIND = "lookup"
"""How the entry of an extract is told from other exports."""


@dataclass(frozen=True, slots=True)
class ExportLookup:
    """The order: into which folder; `automatic` leaves one entry a day; `anew` reads everything."""

    target: str
    officer: str = ""
    workstation: str = ""
    automatic: bool = False
    anew: bool = False
    pages: bool = True


@dataclass(frozen=True, slots=True)
class LookupExported:
    """How many dossiers stand in the extract, how many were written now, how many pages."""

    dossiers: int
    changed: int
    pages: int
    sequence: int


def export_lookup(
    order: ExportLookup, *, extracts: Extracts, unit_of_work: OpenUnitOfWork
) -> LookupExported:
    """Bring the extract of a folder up to the store; the store is only read while it is written.

    LookupOfAnotherDesk; LookupTargetFull, LookupTargetGone: what stood there stays.
    """
    with extracts.open(order.target) as extract:
        with unit_of_work() as uow:
            written = _write(uow, extract, order)
        pages = extract.pages() if order.pages else 0
    exported = LookupExported(written.dossiers, written.changed, pages, written.sequence)
    _record(exported, order, unit_of_work)
    return exported


def _write(uow: UnitOfWork, extract: Extract, order: ExportLookup) -> Written:
    rows, now = uow.lookup, uow.lookup.mark()
    before = extract.mark()
    if extract.origin() not in ("", now.origin) and not order.anew:
        raise LookupOfAnotherDesk(target=order.target)
    touched: tuple[str, ...] | None = None
    if before is not None and not order.anew and rows.digest(before.sequence) == before.digest:
        touched = rows.touched(before.sequence)
    shown = uow.desk.agency().lookup_procedures == "yes"
    desk = _desk(uow, local(rows.recorded_at(now.sequence)).date())
    return extract.write(now, desk, rows.dossiers(touched, procedures=shown), touched)


def _desk(uow: UnitOfWork, on: date) -> PublicDesk:
    """The desk as of the day of its last entry: the same store gives the same bytes on any day."""
    agency, hours = uow.desk.agency(), uow.desk.calendar_rows().hours
    week = tuple((day, write_hours(hours, day, on)) for day in range(1, 8))
    unit = " ".join(agency.unit.split())
    return PublicDesk(
        agency.desk_name, unit, agency.phone, tuple((day, told) for day, told in week if told)
    )


def _record(exported: LookupExported, order: ExportLookup, unit_of_work: OpenUnitOfWork) -> None:
    """The verb leaves an entry each time, the automatic extract one a day."""
    if order.automatic:
        with unit_of_work() as uow:
            now = uow.now()
            if uow.lookup.told_on(at(local(now).date(), time(0))):
                return
    officer = officers.named_or_program("" if order.automatic else order.officer, Step.EXPORT)
    facts = {
        "kind": KIND,
        "target": order.target,
        "dossiers": exported.dossiers,
        "changed": exported.changed,
    }
    with unit_of_work(write=True) as uow:
        now = uow.now()
        entry = Entry(Step.EXPORT, officer, now, now, "", order.workstation)
        uow.record(replace(entry, facts=facts))
        uow.commit()
