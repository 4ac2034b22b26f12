"""A copy tried without touching the store, or put in the store's place: verified before, kept safe, recorded."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onestop_desktop.application.keeping_ports import Backups, MayReplace
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import officers
from onestop_desktop.domain.backup_errors import BackupOfAnotherDesk
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local, write_moment
from onestop_desktop.domain.store_copy import CopyFacts, LastDay, Standing

SHOWN = 20
"""Dossiers of the last day that a rehearsal names."""


@dataclass(frozen=True, slots=True)
class RestoreStore:
    """The order: which copy, to which address, by whom; the passphrase of a sealed one.

    `password` is the officer's, of an administrator of the store that is replaced.
    """

    file: str
    to: str
    officer: str = ""
    passphrase: str = field(default="", repr=False)
    workstation: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands there now, and where the store is that it replaced ("" where none stood)."""

    store: str
    facts: CopyFacts
    safety_copy: str
    replaced: Standing | None

    @property
    def entries_lost(self) -> int:
        """How many entries the replaced store had more, 0 where that is not known."""
        return max(0, self.replaced.entries - self.facts.entries) if self.replaced else 0


@dataclass(frozen=True, slots=True)
class CopyTried:
    """What a copy holds, its last day, and what stands where it would go."""

    facts: CopyFacts
    last_day: LastDay | None
    standing: Standing | None = None

    @property
    def entries_lost(self) -> int:
        """How many entries the standing store has more than the copy."""
        return max(0, self.standing.entries - self.facts.entries) if self.standing else 0

    @property
    def is_of_another_desk(self) -> bool:
        """Whether it could not be put in the standing store's place."""
        return _differs(self.facts, self.standing)


def try_copy(file: str, passphrase: str = "", *, backups: Backups, to: str = "") -> CopyTried:
    """Open a copy, verify it and read its last day; no store is touched.

    FileUnreadable, BackupNotOurs, BackupDamaged, StoreNewer; PassphraseMissing, PassphraseWrong.
    """
    with backups.open_copy(file, passphrase=passphrase) as opened:
        return CopyTried(
            opened.facts,
            _last_day(opened.unit_of_work, opened.facts),
            backups.standing(to) if to else None,
        )


def restore_store(order: RestoreStore, *, backups: Backups, may_replace: MayReplace) -> Restored:
    """Put a copy in a store's place: the old one is kept beside, the new one tells of it.

    BackupOfAnotherDesk, StoreInUse, what `may_replace` refuses, what trying a copy refuses: nothing
    is changed then. Killed at any moment, the old store stands there or the new one.
    """
    officer = officers.named_or_program(order.officer, Step.RESTORE)
    standing = backups.standing(order.to)
    if standing is not None:
        may_replace(order.to, order.officer, order.password)
    with backups.open_copy(order.file, order.to, order.passphrase) as opened:
        if standing is not None and _differs(opened.facts, standing):
            raise BackupOfAnotherDesk(backup=opened.facts.desk, desk=standing.desk)
        with opened.unit_of_work(write=True) as uow:
            now = uow.now()
            facts = _entry_facts(order.file, opened.facts, standing)
            uow.record(Entry(Step.RESTORE, officer, now, now, "", order.workstation, facts))
            uow.commit()
        safety = opened.put_in_place(now)
    return Restored(order.to, opened.facts, safety, standing)


def _differs(facts: CopyFacts, standing: Standing | None) -> bool:
    known = standing.identity if standing is not None else ""
    return bool(known) and facts.identity != known


def _entry_facts(file: str, facts: CopyFacts, standing: Standing | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "file": Path(file).name,
        "sha256": facts.sha256,
        "entries": facts.entries,
        "last_at": write_moment(facts.last_at) if facts.last_at else "",
    }
    if standing is not None:
        told["replaced_entries"] = standing.entries
        told["replaced_last_at"] = write_moment(standing.last_at) if standing.last_at else ""
    return told


def _last_day(unit_of_work: OpenUnitOfWork, facts: CopyFacts) -> LastDay | None:
    if facts.last_at is None:
        return None
    day = local(facts.last_at).date()
    with unit_of_work() as uow:
        figures = uow.figures.total(day, day)
        rows = uow.dossiers.listed(state="", on=day, sort="received", limit=SHOWN).rows
        return LastDay(
            day,
            figures.received,
            figures.settled,
            figures.returned,
            uow.figures.open_now(),
            tuple(row.code for row in rows),
        )
