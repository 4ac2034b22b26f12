"""A verified copy of the store: into a file, into its own folder, to the second place; the entry of it."""

from dataclasses import dataclass, field
from typing import Any

from onestop_desktop.application.keeping_ports import Backups
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import officers
from onestop_desktop.domain.backup_errors import SecondPlaceMissing
from onestop_desktop.domain.coded import CodedError
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.store_copy import CopyFacts, CopyKind, KeptCopy


@dataclass(frozen=True, slots=True)
class BackUp:
    """The order: into which file; sealed where there is a passphrase."""

    target: str
    officer: str = ""
    passphrase: str = field(default="", repr=False)
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class KeepCopy:
    """The order: a copy into the store's folder, and on to the second place where one is set."""

    kind: CopyKind
    officer: str = ""
    second_place: str = ""
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the copy is and what it holds."""

    file: str
    facts: CopyFacts


@dataclass(frozen=True, slots=True)
class CopyKept:
    """The copy in the store's folder; what went wrong there or at the second place, for a warning."""

    copy: KeptCopy | None
    sent: bool = False
    troubles: tuple[CodedError, ...] = ()


def back_up(order: BackUp, *, backups: Backups, unit_of_work: OpenUnitOfWork) -> BackedUp:
    """Copy the store into a file, verified before it has its name; then record it.

    BackupTargetTaken, PassphraseWeak; StoreDamaged, BackupTargetFull, BackupTargetGone: what stood
    at the target stays.
    """
    facts = backups.make(order.target, order.passphrase)
    told: dict[str, Any] = {
        "file": order.target,
        "sha256": facts.sha256,
        "entries": facts.entries,
        "bytes": facts.bytes,
        "encrypted": facts.encrypted,
    }
    _record(told, order.officer, order.workstation, unit_of_work)
    return BackedUp(order.target, facts)


def keep_copy(order: KeepCopy, *, backups: Backups, unit_of_work: OpenUnitOfWork) -> CopyKept:
    """A copy into the store's folder, then to the second place; never fails, but says what did."""
    troubles: list[CodedError] = []
    copy, sent = None, False
    try:
        with unit_of_work() as uow:
            now = uow.now()
        copy = backups.keep(order.kind, now)
        if order.second_place:
            sent = _send(backups, copy, order.second_place, troubles)
        told = {
            "file": copy.name,
            "entries": copy.entries,
            "bytes": copy.bytes,
            "second_place": order.second_place if sent else "",
        }
        _record(told, order.officer, order.workstation, unit_of_work)
    except CodedError as error:
        troubles.append(error)
    return CopyKept(copy, sent, tuple(troubles))


def _send(backups: Backups, copy: KeptCopy, folder: str, troubles: list[CodedError]) -> bool:
    try:
        if not backups.second_place(folder).ready:
            raise SecondPlaceMissing(folder=folder)
        backups.send(copy, folder)
    except CodedError as error:
        troubles.append(error)
        return False
    return True


def _record(
    facts: dict[str, Any], officer: str, workstation: str, unit_of_work: OpenUnitOfWork
) -> None:
    officer = officers.named_or_program(officer, Step.BACK_UP)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        uow.record(Entry(Step.BACK_UP, officer, now, now, "", workstation, facts))
        uow.commit()
