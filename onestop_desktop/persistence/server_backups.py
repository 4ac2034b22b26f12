"""The port `Backups` over a store on a server; its copies lie on this PC, in a folder of this user."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.store_copy import (
    CopyFacts,
    CopyKind,
    KeptCopy,
    SecondPlace,
    Standing,
    copy_name,
)
from onestop_desktop.persistence import sealed_backup, second_place, server_backup
from onestop_desktop.persistence.backups import drop_old, read_kept, refuse_taken
from onestop_desktop.persistence.engine import public_name
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.restoring import unpack
from onestop_desktop.persistence.server_backup import OpenedDatabase
from onestop_desktop.persistence.store_file import write_note
from onestop_desktop.persistence.unit_of_work import TellTime
from onestop_desktop.persistence.whole_files import (
    forget,
    make_folder,
    part_of,
    pieces,
    put,
    target_fault,
    write_whole,
)


class ServerBackups:
    """The copies of a store on PostgreSQL, in `folder`."""

    def __init__(
        self, address: str, clock: TellTime, folder: Path, history: History = SHIPPED
    ) -> None:
        self.address = address
        self._clock, self._history, self._folder = clock, history, folder

    def make(self, target: str, passphrase: str = "") -> CopyFacts:
        """A verified archive into a file, sealed where there is a passphrase."""
        place = Path(target).absolute()
        key = sealed_backup.new_key(passphrase) if passphrase else None
        refuse_taken(place, "")
        with server_backup.scratch() as folder:
            plain = folder / "dump"
            facts = self._dump(plain)
            if key is not None:
                second_place.seal_into(plain, place, key)
                return replace(facts, encrypted=True)
            with plain.open("rb") as source:
                write_whole(place, pieces(source))
            return facts

    def keep(self, kind: CopyKind, at: datetime) -> KeptCopy:
        """A verified archive into the folder of copies; the plan then says which older ones go."""
        folder = make_folder(self._folder)
        target = folder / copy_name(self._stem, kind, at, "pgdump")
        part = part_of(target)
        try:
            facts = self._dump(part)
            put(part, target)
        except OSError as error:
            raise target_fault(error, target) from error
        finally:
            forget(part)
        write_note(target, facts)
        drop_old(read_kept(folder, self._stem, "pgdump", quick=True))
        held = facts.bytes, True, facts.entries, facts.dossiers
        return KeptCopy(target.name, str(target), kind, at, *held)

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies of the folder, newest first."""
        return read_kept(make_folder(self._folder), self._stem, "pgdump")

    @contextmanager
    def open_copy(self, file: str, to: str = "", passphrase: str = "") -> Iterator[OpenedDatabase]:
        """An archive in a database of its own, beside `to` or this store."""
        with server_backup.scratch() as folder:
            plain = folder / "dump"
            unpack(Path(file), plain, passphrase, None if passphrase else self._key())
            with server_backup.open_dump(
                plain, to or self.address, file, history=self._history, clock=self._clock
            ) as opened:
                if sealed_backup.is_sealed(Path(file)):
                    opened.facts = replace(opened.facts, encrypted=True)
                yield opened

    def standing(self, to: str) -> Standing | None:
        """The store that stands there."""
        return server_backup.standing_at(to)

    def second_place(self, folder: str) -> SecondPlace:
        """How the copies at a second place are."""
        return second_place.look(folder, self._stem, ready=self._key() is not None)

    def ready_second_place(self, folder: str, passphrase: str) -> None:
        """Keep the key of a passphrase, once the folder takes a file."""
        key = sealed_backup.new_key(passphrase)
        second_place.try_folder(folder)
        second_place.keep_key(make_folder(self._folder), key)

    def send(self, copy: KeptCopy, folder: str) -> None:
        """A sealed copy of a kept one to the second place."""
        second_place.send(copy, folder, self._key())

    @property
    def _stem(self) -> str:
        return make_url(self.address).database or "desk"

    def _key(self) -> sealed_backup.SealKey | None:
        return second_place.read_key(self._folder)

    def _dump(self, plain: Path) -> CopyFacts:
        server_backup.dump(self.address, plain)
        opened = server_backup.open_dump(
            plain, self.address, str(plain), history=self._history, clock=self._clock
        )
        try:
            with opened as copy:
                return copy.facts
        except backup_errors.BackupDamaged as error:
            raise errors.StoreDamaged(store=public_name(self.address)) from error
