"""The provincial system's list taken in: new dossiers received, known ones compared, each refused row told.

The entry of a list keeps what was mapped by hand and who is behind there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.application.reading_lists import last_list
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.province_facts import Behind, late_first
from onestop_desktop.domain.province_list import HEADING_WITHIN, ProvinceRow, columns_of, read_row
from onestop_desktop.domain.step_errors import DossierErased, LikeOneHere, ListedTwice

TOGETHER = 200
ALIKE_WITHIN = timedelta(days=3)
"""A dossier received here while the line was down stands in the list a little later."""


@dataclass(frozen=True, slots=True)
class ImportProvince:
    """The order: the list's rows of cells, who takes it in, headings mapped by hand ({} as the last time).

    `file` is the list's name; `look` tells what would happen and stores nothing.
    """

    rows: Iterable[tuple[Any, ...]]
    officer: str
    mapped: Mapping[str, str]
    workstation: str = ""
    look: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class ProvinceImported:
    """Counts, who is behind there, and (line, refusal) of each row that could not be taken."""

    received: int
    updated: int
    same: int
    behind: tuple[Behind, ...]
    refused: tuple[tuple[int, errors.DeskError], ...]


def import_province(
    order: ImportProvince,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_secret: DrawSecret,
    progress: Progress = go_on,
) -> ProvinceImported:
    """Take the list in, some hundred rows at a time (ListUnreadable without the columns needed).

    The same list twice is one set: an official code is received once. CalledOff between two hundreds:
    what was taken by then stays, and the list taken again goes on there.
    """
    officer = officers.may(order.officer, Step.IMPORT_PROVINCE)
    if not order.mapped:
        with unit_of_work() as uow:
            before = last_list(uow)
        order = replace(order, mapped=before.mapped if before else {})
    order = replace(order, officer=officer)
    read, refused = _read(order)
    whole, done = ProvinceImported(0, 0, 0, (), ()), 0
    rows = iter(read)
    while some := list(islice(rows, TOGETHER)):
        if not progress(done, len(read)):
            raise CalledOff
        with unit_of_work(write=True) as uow:
            for row in some:
                try:
                    with uow.savepoint():
                        whole = _take(uow, row, whole, order, draw_secret)
                except errors.DeskError as refusal:
                    refused.append((row.line, refusal))
            if not order.look:
                uow.commit()
        done += len(some)
    whole = replace(
        whole,
        behind=late_first(whole.behind),
        refused=tuple(sorted(refused, key=lambda each: each[0])),
    )
    if not order.look:
        _record(whole, order, unit_of_work)
    return whole


def _record(whole: ProvinceImported, order: ImportProvince, unit_of_work: OpenUnitOfWork) -> None:
    counts = {"received": whole.received, "updated": whole.updated, "same": whole.same}
    facts = {
        "file": order.file,
        "mapped": dict(order.mapped),
        "counts": counts | {"refused": len(whole.refused)},
        "behind": [as_facts(each) for each in whole.behind],
    }
    with unit_of_work(write=True) as uow:
        now = uow.now()
        entry = Entry(Step.IMPORT_PROVINCE, order.officer, now, now, "", order.workstation, facts)
        uow.record(entry)
        uow.commit()


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
    seen: dict[str, int] = {}
    for line, cells in lines:
        if not any(cell not in (None, "") for cell in cells):
            continue
        try:
            row = read_row(line, cells, columns)
            first = seen.setdefault(row.official_code, line)
            if first != line:
                raise ListedTwice(value=row.official_code, first=first)
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
    behind = so_far.behind
    if dossier.settled_at is not None and row.is_open:
        behind = (*behind, _behind(dossier, row, uow.now()))
    if row.due_at is None or row.due_at == dossier.official_due_at:
        return replace(so_far, same=so_far.same + 1, behind=behind)
    _bind_due(uow, dossier, row.due_at, order)
    return replace(so_far, updated=so_far.updated + 1, behind=behind)


def _receive(
    uow: UnitOfWork, row: ProvinceRow, order: ImportProvince, draw_secret: DrawSecret
) -> None:
    _look_for_like(uow, row)
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
        _bind_due(uow, received.dossier, row.due_at, order)


def _look_for_like(uow: UnitOfWork, row: ProvinceRow) -> None:
    """LikeOneHere for what the desk received itself while the line was down: else it stood there twice."""
    for each in uow.dossiers.of_identity(row.identity) if row.identity else ():
        apart = abs(read_moment(each.received_at) - row.received_at)
        same = each.procedure == row.procedure and not each.official_code
        if same and apart <= ALIKE_WITHIN and State(each.state) is not State.VOIDED:
            raise LikeOneHere(code=each.code, value=row.official_code)


def _bind_due(uow: UnitOfWork, dossier: Dossier, due_at: datetime, order: ImportProvince) -> None:
    """What the provincial system promises stands beside what the desk reckons."""
    now, code = uow.now(), dossier.official_code
    facts = {"official_code": code, "before": code, "official_due_at": write_moment(due_at)}
    entry = Entry(
        Step.BIND_OFFICIAL_CODE, order.officer, now, now, dossier.code, order.workstation, facts
    )
    uow.dossiers.keep(dossier.after(uow.record(entry)))


def _behind(dossier: Dossier, row: ProvinceRow, now: datetime) -> Behind:
    return Behind(
        dossier.code,
        row.official_code,
        row.state,
        write_moment(row.due_at) if row.due_at else "",
        write_moment(dossier.settled_at) if dossier.settled_at else "",
        row.is_late(now),
    )
