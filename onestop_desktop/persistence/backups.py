"""The port `Backups` over one store: its folder of copies, a copy anywhere, a copy opened again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.backup_plan import to_drop
from onestop_desktop.domain.store_copy import (
    CopyFacts,
    CopyKind,
    KeptCopy,
    SecondPlace,
    Standing,
    read_copy_name,
)
from onestop_desktop.persistence import restoring, sealed_backup, second_place
from onestop_desktop.persistence.engine import refuse_network
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.restoring import OpenedFile
from onestop_desktop.persistence.store import is_ours, look_at_file
from onestop_desktop.persistence.store_file import (
    FOLDER,
    NOTE,
    copy_store,
    folder_of,
    is_in_wal,
    keep_copy,
    look_into,
)
from onestop_desktop.persistence.unit_of_work import TellTime
from onestop_desktop.persistence.whole_files import (
    SIDES,
    digest_of,
    forget,
    part_of,
    pieces,
    write_whole,
)


class FileBackups:
    """The copies of a store that is an SQLite file."""

    def __init__(self, address: str, clock: TellTime, history: History = SHIPPED) -> None:
        self.address = address
        self._clock, self._history = clock, history

    def make(self, target: str, passphrase: str = "") -> CopyFacts:
        """A verified copy into a file, sealed where there is a passphrase.

        BackupTargetTaken over a store or a strange file; StoreDamaged; BackupTargetFull,
        BackupTargetGone: whatever stood at the target stays.
        """
        place = Path(target).absolute()
        key = sealed_backup.new_key(passphrase) if passphrase else None
        self._look_at_store()
        refuse_taken(place, self.address)
        plain = part_of(folder_of(self.address) / place.name)
        copy_store(self.address, plain)
        try:
            facts = look_into(plain, self._history, self.address)
            if key is not None:
                second_place.seal_into(plain, place, key)
                return replace(facts, encrypted=True)
            with plain.open("rb") as source:
                write_whole(place, pieces(source))
            return facts
        except (backup_errors.BackupDamaged, backup_errors.BackupNotOurs) as error:
            raise errors.StoreDamaged(store=self.address) from error
        finally:
            forget(plain)

    def keep(self, kind: CopyKind, at: datetime) -> KeptCopy:
        """A verified copy into the store's own folder; the plan then says which older ones go.

        StoreDamaged leaves every older copy where it is.
        """
        self._look_at_store()
        path, facts = keep_copy(self.address, kind, at, self._history)
        drop_old(read_kept(path.parent, Path(self.address).stem, "sqlite", quick=True))
        return KeptCopy(
            path.name, str(path), kind, at, facts.bytes, True, facts.entries, facts.dossiers
        )

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies of the store's folder, newest first, each held against what was noted of it."""
        return read_kept(folder_of(self.address), Path(self.address).stem, "sqlite")

    @contextmanager
    def open_copy(self, file: str, to: str = "", passphrase: str = "") -> Iterator[OpenedFile]:
        """A copy opened and verified, for `to` or as a rehearsal."""
        key = None if passphrase else self._key()
        with restoring.open_file(
            file,
            to,
            passphrase=passphrase,
            key=key,
            history=self._history,
            clock=self._clock,
        ) as opened:
            yield opened

    def standing(self, to: str) -> Standing | None:
        """The store that stands there."""
        return restoring.standing_at(to)

    def second_place(self, folder: str) -> SecondPlace:
        """How the copies at a second place are."""
        return second_place.look(folder, Path(self.address).stem, ready=self._key() is not None)

    def ready_second_place(self, folder: str, passphrase: str) -> None:
        """Keep the key of a passphrase, once the folder takes a file."""
        key = sealed_backup.new_key(passphrase)
        second_place.try_folder(folder)
        second_place.keep_key(folder_of(self.address), key)

    def send(self, copy: KeptCopy, folder: str) -> None:
        """A sealed copy of a kept one to the second place."""
        second_place.send(copy, folder, self._key())

    def _key(self) -> sealed_backup.SealKey | None:
        folder = Path(self.address).absolute().parent / FOLDER
        return second_place.read_key(folder)

    def _look_at_store(self) -> None:
        refuse_network(self.address)
        look_at_file(self.address)


def refuse_taken(place: Path, address: str) -> None:
    """BackupTargetTaken where something stands that is no backup: a store lived in, a strange file, a folder."""
    taken = backup_errors.BackupTargetTaken(target=str(place))
    main = Path(address or "-").absolute()
    if place in {main.with_name(main.name + side) for side in ("", *SIDES)}:
        raise taken
    if not place.exists():
        if not place.parent.is_dir():
            raise backup_errors.BackupTargetGone(target=str(place))
        return
    if not place.is_file():
        raise taken
    with place.open("rb") as file:
        head = file.read(100)
    sealed = head.startswith(sealed_backup.MAGIC)
    dumped = head.startswith(restoring.DUMP)
    if head and not (sealed or dumped) and (not is_ours(head) or is_in_wal(head)):
        raise taken


def drop_old(copies: tuple[KeptCopy, ...]) -> None:
    """Drop what the plan lets go, and what was noted of it."""
    for old in to_drop(copies):
        forget(Path(old.path))
        forget(Path(old.path + NOTE))


def read_kept(folder: Path, stem: str, what: str, *, quick: bool = False) -> tuple[KeptCopy, ...]:
    """The copies of a folder, newest first; good is what still has the size and (not `quick`) digest noted."""
    found = []
    for file in folder.iterdir():
        told = read_copy_name(file.name)
        if told and told[0] == stem and told[3] == what:
            found.append(_held_against(file, told[1], told[2], quick=quick))
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


def _held_against(file: Path, kind: CopyKind, at: datetime, *, quick: bool) -> KeptCopy:
    size = file.stat().st_size
    try:
        note = json.loads(Path(str(file) + NOTE).read_text(encoding="utf-8"))
        good = note["bytes"] == size and (quick or note["sha256"] == digest_of(file))
        held = int(note["entries"]), int(note["dossiers"])
    except (OSError, ValueError, KeyError, TypeError):
        good, held = False, (0, 0)
    return KeptCopy(file.name, str(file), kind, at, size, good, *held)
