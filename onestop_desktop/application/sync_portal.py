"""What changed since the last time, for the national portal: a file that may be sent twice."""

import json
from dataclasses import dataclass
from typing import Any, BinaryIO

from onestop_desktop.application.ports import OpenFile, OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import officers
from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.portal import portal_record
from onestop_desktop.domain.step_errors import DossierErased

SYNC = "sync"
"""How an entry of an export says that it was this one."""


@dataclass(frozen=True, slots=True)
class SyncPortal:
    """The order: by whom; `everything` begins anew instead of where the last one ended."""

    officer: str
    workstation: str = ""
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Synced:
    """How many dossiers went into the file, and which entries they cover."""

    dossiers: int
    after: int
    until: int


def sync_portal(order: SyncPortal, *, unit_of_work: OpenUnitOfWork, open_file: OpenFile) -> Synced:
    """Write every dossier that has entries since the last export, as it stands now (FileUnwritable).

    Each once, under its MaHoSo; the next export begins where this one ended, once its file stands.
    """
    officer = officers.named_or_program(order.officer, Step.EXPORT)
    with open_file() as out:
        with unit_of_work() as uow:
            after = 0 if order.everything else _last_mark(uow)
            until = uow.figures.entries()
            count = _write(uow, after, until, out.file)
        with unit_of_work(write=True) as uow:
            now = uow.now()
            check_clock(now, uow.last_recorded())
            told = {"kind": SYNC, "after": after, "until": until, "dossiers": count}
            uow.record(Entry(Step.EXPORT, officer, now, now, "", order.workstation, told))
            uow.commit()
    return Synced(count, after, until)


def _last_mark(uow: UnitOfWork) -> int:
    """The last entry that an export covered, 0 before the first."""
    done = [e for e in uow.desk_entries(Step.EXPORT) if e.facts.get("kind") == SYNC]
    return int(done[-1].facts["until"]) if done else 0


def _write(uow: UnitOfWork, after: int, until: int, file: BinaryIO) -> int:
    """One JSON object, its dossiers one a line, read and written one after the other."""
    agency, count = uow.desk.agency(), 0
    head = {
        "maDonVi": agency.identifier,
        "tenDonVi": agency.short_name,
        "sauBanGhi": after,
        "denBanGhi": until,
    }
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    file.write(f'{opening}, "hoSo": ['.encode())
    for code in uow.dossiers.changed_between(after, until):
        record = _record(uow, code, agency)
        if record is not None:
            file.write((",\n" if count else "\n").encode() + _line(record))
            count += 1
    file.write(b"\n]}\n")
    return count


def _record(uow: UnitOfWork, code: str, agency: Agency) -> dict[str, Any] | None:
    try:
        return portal_record(uow.dossiers.get(code), agency)
    except DossierErased:  # nothing is left to tell
        return None


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
