"""A copy opened away from every store, and put where one stands: the old is there or the new, never neither."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.store_copy import CopyFacts, CopyKind, Standing, copy_name
from onestop_desktop.persistence import sealed_backup
from onestop_desktop.persistence.engine import refuse_network
from onestop_desktop.persistence.history import History
from onestop_desktop.persistence.sealed_backup import SealKey
from onestop_desktop.persistence.store import SqlStore, is_ours
from onestop_desktop.persistence.store_file import (
    FOLDER,
    copy_store,
    folder_of,
    glance,
    is_in_wal,
    look_into,
    stamp,
    write_note,
)
from onestop_desktop.persistence.whole_files import (
    PART,
    SIDES,
    forget,
    part_of,
    pieces,
    put,
    sweep,
    target_fault,
)

DUMP = b"PGDMP"
"""How an archive of PostgreSQL begins."""
WINDOWS: bool = sys.platform == "win32"
"""There an open file cannot be replaced."""


class OpenedFile:
    """The port `OpenedCopy` over a store of its own in a folder of its own."""

    def __init__(self, store: SqlStore, facts: CopyFacts, to: str) -> None:
        self.facts = facts
        self.unit_of_work = store.unit_of_work
        self._store, self._to = store, to

    def put_in_place(self, at: datetime) -> str:
        """Take it to its place; the file with what stood there before, "" where nothing did.

        StoreInUse while anybody has the store open; BackupTargetFull, BackupTargetGone.
        """
        self._store.close()
        fresh, target = Path(self._store.address), Path(self._to).absolute()
        with closing(sqlite3.connect(fresh)) as made:
            made.execute("PRAGMA user_version=0")  # a store changes: it has no stamp
            made.execute("PRAGMA journal_mode=DELETE")
        with fresh.open("rb+") as made_file:
            os.fsync(made_file.fileno())
        try:
            return _replace(fresh, target, at)
        except OSError as error:
            raise target_fault(error, target) from error


@contextmanager
def open_file(
    file: str,
    to: str,
    *,
    passphrase: str,
    key: SealKey | None,
    history: History,
    clock: Callable[[], datetime | None],
) -> Iterator[OpenedFile]:
    """A copy's content as a store of its own, verified; gone when the block ends, unless put in place.

    FileUnreadable, BackupNotOurs, BackupDamaged, StoreNewer, PassphraseMissing, PassphraseWrong.
    """
    folder = _scratch(to)
    try:
        plain = folder / "desk.sqlite"
        unpack(Path(file), plain, passphrase, key)
        with plain.open("rb") as found:
            if found.read(len(DUMP)) == DUMP:
                raise backup_errors.BackupOfAnotherKind(file=file, kind="PostgreSQL", store=to)
        facts = look_into(plain, history, file)
        store = SqlStore(str(plain), clock, history)
        try:
            if facts.version != history.newest:
                _carry_over(store, file)
            sealed = sealed_backup.is_sealed(Path(file))
            yield OpenedFile(store, replace(facts, encrypted=sealed), to)
        finally:
            store.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def standing_at(address: str) -> Standing | None:
    """The store that stands there; without identity where it can no longer be read; None for an empty place.

    StoreNotOurs for another program's file: it is no store, and is never written over.
    """
    path = Path(address)
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return None
    if not path.is_file():
        raise errors.StoreNotOurs(store=address)
    with path.open("rb") as file:
        ours = is_ours(file.read(100))
    if not ours:
        if (path.parent / FOLDER).is_dir():  # a store of ours whose first page is broken
            return Standing()
        raise errors.StoreNotOurs(store=address)
    try:
        found = glance(path, address, digest=False)
    except (backup_errors.BackupDamaged, OSError):
        return Standing()
    return Standing(found.desk, found.identity, found.entries, found.last_at)


def _carry_over(store: SqlStore, file: str) -> None:
    """A copy of an older version becomes one of this, and then holds (BackupDamaged)."""
    if not store.verify().ok:
        raise backup_errors.BackupDamaged(file=file)


def _scratch(to: str) -> Path:
    """A folder of this user alone: beside the place it shall go to, for one rename is then enough."""
    try:
        if not to:
            return Path(tempfile.mkdtemp(prefix="onestop-thu-"))
        refuse_network(to)
        parent = Path(to).absolute().parent
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{Path(to).name}.", suffix=PART, dir=parent))
        sweep(made)
        return made
    except OSError as error:
        raise target_fault(error, Path(to or tempfile.gettempdir())) from error


def unpack(file: Path, plain: Path, passphrase: str, key: SealKey | None) -> None:
    """The plain content of a copy, sealed or not, into a file of this user's."""
    try:
        with file.open("rb") as source:
            head = source.read(100)
            source.seek(0)
            if is_ours(head) and is_in_wal(head):
                copy_store(str(file), plain)  # a store that is lived in: its WAL belongs to it
                return
            sealed = sealed_backup.is_sealed(file)
            if not sealed and not is_ours(head) and not head.startswith(DUMP):
                raise backup_errors.BackupNotOurs(file=str(file))
            content = (
                sealed_backup.unseal(source, str(file), passphrase, key)
                if sealed
                else pieces(source)
            )
            _write(plain, content)
    except OSError as error:
        raise errors.FileUnreadable(file=str(file)) from error


def _write(plain: Path, content: Iterable[bytes]) -> None:
    with os.fdopen(os.open(plain, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as made:
        for piece in content:
            try:
                made.write(piece)
                made.flush()
            except OSError as error:
                raise target_fault(error, plain.parent) from error


def _replace(fresh: Path, target: Path, at: datetime) -> str:
    if standing_at(str(target)) is None:
        forget(target)  # an empty file, and a WAL that belongs to nothing
        put(fresh, target)
        return ""
    safety = _free_name(target, at)
    try:
        with _held_alone(target) as held:
            _keep_safe(held, safety)
            if not WINDOWS:
                put(fresh, target)
                return str(safety)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise backup_errors.StoreInUse(store=str(target)) from error
        _set_aside(target, safety)
    put(fresh, target)
    return str(safety)


def _free_name(target: Path, at: datetime) -> Path:
    """A name for what is replaced; what an earlier return kept is never written over."""
    folder = folder_of(str(target))
    while (safety := folder / copy_name(target.stem, CopyKind.RESTORE, at, "sqlite")).exists():
        at += timedelta(seconds=1)
    return safety


@contextmanager
def _held_alone(target: Path) -> Iterator[sqlite3.Connection]:
    """The standing store, its WAL taken in, held against everybody until the block ends."""
    with closing(sqlite3.connect(target, timeout=0, isolation_level=None)) as held:
        (mode,) = held.execute("PRAGMA journal_mode=DELETE").fetchone()
        if mode != "delete":
            raise sqlite3.OperationalError("database is locked")
        held.execute("PRAGMA locking_mode=EXCLUSIVE")
        held.execute("BEGIN EXCLUSIVE")
        held.execute("COMMIT")
        try:
            yield held
        except BaseException:
            with suppress(sqlite3.Error):  # nothing changed: it is lived in as before
                held.execute("PRAGMA locking_mode=NORMAL")
                held.execute("PRAGMA journal_mode=WAL")
            raise


def _keep_safe(held: sqlite3.Connection, safety: Path) -> None:
    part = part_of(safety)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(part)) as copy:
            held.backup(copy)
        with closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")
        stamp(part)
        put(part, safety)
        write_note(safety, glance(safety, str(safety)))
    except backup_errors.BackupDamaged:
        pass  # it is kept all the same, and the list says that nobody can vouch for it
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise backup_errors.BackupTargetFull(target=str(safety.parent)) from error
        raise
    finally:
        forget(part)


def _set_aside(target: Path, safety: Path) -> None:
    """A store that SQLite no longer reads: its bytes are kept as they are, WAL and all."""
    for suffix in ("", *SIDES):
        side = target.with_name(target.name + suffix)
        if side.is_file():
            kept = safety.with_name(safety.name + suffix)
            shutil.copyfile(side, kept)
            kept.chmod(0o600)
    for suffix in SIDES:
        with suppress(OSError):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
