"""The provincial system's list taken in: new dossiers received, known ones compared, each refused row told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.province_list import ProvinceRow, columns_of, read_row
from onestop_desktop.domain.step_errors import DossierErased

HEADING_WITHIN = 30
"""A title, the agency, a date may stand above the heading."""
TOGETHER = 200


@dataclass(frozen=True, slots=True)
class ImportProvince:
    """The order: the list's rows of cells, who takes it in, headings mapped by hand ({} none).

    `look` tells what would happen and stores nothing.
    """

    rows: Iterable[tuple[Any, ...]]
    officer: str
    mapped: Mapping[str, str]
    workstation: str = ""
    look: bool = False


@dataclass(frozen=True, slots=True)
class Differs:
    """A dossier that is done here and late or open there: evidence of who is behind."""

    code: str
    official_code: str
    state_there: str
    due_there: str
    settled_at: str


@dataclass(frozen=True, slots=True)
class ProvinceImported:
    """Counts, what differs, and (line, refusal) of each row that could not be taken."""

    received: int
    updated: int
    same: int
    differs: tuple[Differs, ...]
    refused: tuple[tuple[int, errors.DeskError], ...]


def import_province(
    order: ImportProvince, *, unit_of_work: OpenUnitOfWork, draw_secret: DrawSecret
) -> ProvinceImported:
    """Take the list in, some hundred rows at a time (ListUnreadable without the columns needed).

    The same list twice is one set: an official code is received once.
    """
    officer = officers.may(order.officer, Step.RECEIVE)
    read, refused = _read(order)
    whole = ProvinceImported(0, 0, 0, (), ())
    rows = iter(read)
    while some := list(islice(rows, TOGETHER)):
        with unit_of_work(write=True) as uow:
            for row in some:
                try:
                    with uow.savepoint():
                        whole = _take(uow, row, whole, replace(order, officer=officer), draw_secret)
                except errors.DeskError as refusal:
                    refused.append((row.line, refusal))
            if not order.look:
                uow.commit()
    return replace(whole, refused=tuple(sorted(refused, key=lambda each: each[0])))


def _read(
    order: ImportProvince,
) -> tuple[list[ProvinceRow], list[tuple[int, errors.DeskError]]]:
    lines = enumerate(order.rows, start=1)
    columns = None
    for _, cells in islice(lines, HEADING_WITHIN):
        columns = columns_of(cells, order.mapped)
        if columns:
            break
    if columns is None:
        raise errors.ListUnreadable()
    read: list[ProvinceRow] = []
    refused: list[tuple[int, errors.DeskError]] = []
    seen: set[str] = set()
    for line, cells in lines:
        if not any(cell not in (None, "") for cell in cells):
            continue
        try:
            row = read_row(line, cells, columns)
            if row.official_code in seen:
                raise errors.OfficialCodeTaken(field="official_code", value=row.official_code)
            seen.add(row.official_code)
            read.append(row)
        except errors.DeskError as fault:
            refused.append((line, fault))
    return read, refused


def _take(
    uow: UnitOfWork,
    row: ProvinceRow,
    so_far: ProvinceImported,
    order: ImportProvince,
    draw_secret: DrawSecret,
) -> ProvinceImported:
    known = uow.dossiers.code_of_official(row.official_code)
    if not known:
        _receive(uow, row, order, draw_secret)
        return replace(so_far, received=so_far.received + 1)
    try:
        dossier = uow.dossiers.get(known)
    except DossierErased:  # long done and gone: nothing to compare
        return replace(so_far, same=so_far.same + 1)
    differs = so_far.differs
    if dossier.settled_at is not None and not row.is_done:
        differs = (*differs, _difference(dossier, row))
    if row.due_at is None or row.due_at == dossier.official_due_at:
        return replace(so_far, same=so_far.same + 1, differs=differs)
    _bind_due(uow, dossier, row, order)
    return replace(so_far, updated=so_far.updated + 1, differs=differs)


def _receive(
    uow: UnitOfWork, row: ProvinceRow, order: ImportProvince, draw_secret: DrawSecret
) -> None:
    person = {"kind": "person", "name": row.applicant, "address": row.address}
    applicant = person | {"identity": row.identity, "phone": row.phone}
    facts = {
        "request_id": f"tinh-{row.official_code}",
        "procedure": row.procedure,
        "channel": Channel.ONLINE_FULL.value,
        "applicant": applicant,
        "official_code": row.official_code,
        "validly_received_at": write_moment(row.received_at),
    }
    received = receive_once(
        ReceiveDossier(facts, order.officer, order.workstation), uow, draw_secret
    )
    if row.due_at is not None:
        _bind_due(uow, received.dossier, row, order)


def _bind_due(uow: UnitOfWork, dossier: Dossier, row: ProvinceRow, order: ImportProvince) -> None:
    """What the provincial system promises stands beside what the desk reckons."""
    now = uow.now()
    facts = {"official_code": row.official_code, "before": dossier.official_code}
    if row.due_at is not None:
        facts["official_due_at"] = write_moment(row.due_at)
    entry = Entry(
        Step.BIND_OFFICIAL_CODE, order.officer, now, now, dossier.code, order.workstation, facts
    )
    uow.dossiers.keep(dossier.after(uow.record(entry)))


def _difference(dossier: Dossier, row: ProvinceRow) -> Differs:
    return Differs(
        dossier.code,
        row.official_code,
        row.state,
        write_moment(row.due_at) if row.due_at else "",
        write_moment(dossier.settled_at) if dossier.settled_at else "",
    )
