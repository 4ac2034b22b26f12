"""A store as a file: copied by SQLite's backup API, looked into, carried elsewhere, put in place at once.

One mechanism for backups, for the copy before a migration and for the one before a restore.
"""

import errno
import hashlib
import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, create_engine
from sqlalchemy.exc import DBAPIError

from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.store_copy import CopyFacts, CopyKind, copy_name
from onestop_desktop.persistence import copies, journal
from onestop_desktop.persistence.history import History
from onestop_desktop.persistence.instants import moment
from onestop_desktop.persistence.schema import APPLICATION_ID

FOLDER = "sao-luu"
"""Beside the store: its own copies."""
SQLITE = b"SQLite format 3\x00"
PART, NOTE = ".part", ".json"
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_PIECE = 1 << 20
_STALE_SECONDS = 3600
_HEAD = """
SELECT (SELECT value FROM setting WHERE name = 'agency'),
 (SELECT digest FROM entry WHERE sequence = 1), sequence, recorded_at,
 (SELECT count(*) FROM dossier), (SELECT version_num FROM alembic_version) FROM chain_head
"""


def copy_store(address: str, into: Path) -> None:
    """A self-contained copy of a store in use: one consistent moment of it, in a file of its owner.

    StoreDamaged, StoreLocked, BackupTargetFull, BackupTargetGone; what is not whole is taken away.
    """
    try:
        os.close(os.open(into, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        with closing(_read_only(address)) as store, closing(sqlite3.connect(into)) as target:
            store.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        with into.open("rb+") as made:
            os.fsync(made.fileno())
    except BaseException as error:
        forget(into)
        if isinstance(error, (OSError, sqlite3.Error)):
            raise _meaning(error, address, into) from error
        raise


def look_into(file: Path, history: History, named: str) -> CopyFacts:
    """A plain copy opened and verified: pages, chain, and every row against its entries.

    BackupNotOurs, StoreNewer; BackupDamaged for anything that does not hold. A copy of an older
    version has its chain verified; its rows are once it was carried over.
    """
    facts = glance(file, named)
    if facts.version > history.newest:
        raise errors.StoreNewer(store=named, version=facts.version)
    engine = create_engine(URL.create("sqlite", database=str(file)))
    try:
        with closing(sqlite3.connect(_uri(file), uri=True)) as store:
            if store.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise backup_errors.BackupDamaged(file=named)
        with engine.connect() as connection:
            check = journal.verify(connection)
            whole = facts.version == history.newest
            faults = [*check.faults, *(copies.faults(connection) if whole else ())]
    except (sqlite3.Error, DBAPIError, errors.StoreDamaged, ValueError, KeyError) as error:
        raise backup_errors.BackupDamaged(file=named) from error
    finally:
        engine.dispose()
    if faults:
        raise backup_errors.BackupDamaged(file=named)
    return facts


def glance(file: Path, named: str, *, digest: bool = True) -> CopyFacts:
    """Whose copy a plain file is and how far it reaches; not yet verified (BackupNotOurs, BackupDamaged)."""
    with file.open("rb") as source:
        head = source.read(100)
    if not is_ours(head):
        raise backup_errors.BackupNotOurs(file=named)
    try:
        with closing(sqlite3.connect(_uri(file), uri=True)) as store:
            agency, identity, entries, last_at, dossiers, version = store.execute(_HEAD).fetchone()
        desk = desk_name(json.loads(agency)) if agency else ""
        reached = local(moment(last_at)) if last_at else None
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise backup_errors.BackupDamaged(file=named) from error
    size = file.stat().st_size
    told = digest_of(file) if digest else ""
    return CopyFacts(desk, str(identity), entries, dossiers, reached, str(version), size, told)


def desk_name(agency: dict[str, str]) -> str:
    """The desk's name on one line, and its identifier: many communes call theirs the same."""
    name = " ".join(f"{agency['unit']} {agency['place']}".split())
    return f"{name} ({agency['identifier']})" if agency["identifier"] else name


def is_ours(head: bytes) -> bool:
    """Whether a file's first hundred bytes are those of a desk's store."""
    return head.startswith(SQLITE) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def is_in_wal(head: bytes) -> bool:
    """Whether they are those of a store that is lived in; a copy is not in WAL."""
    return head[18:20] == b"\x02\x02"


def digest_of(file: Path) -> str:
    """SHA-256 of a file."""
    with file.open("rb") as source:
        return _digest(source)


def _digest(source: BinaryIO) -> str:
    found = hashlib.sha256()
    for piece in pieces(source):
        found.update(piece)
    return found.hexdigest()


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """A file piece by piece."""
    while piece := source.read(_PIECE):
        yield piece


@contextmanager
def new_copy(target: Path) -> Iterator[BinaryIO]:
    """A file of its owner alone beside its place, put there when the block ends well.

    A target that is full or gone is BackupTargetFull, BackupTargetGone, and what stood there stays.
    """
    part = part_of(target)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600), "wb+") as made:
            yield made
            made.flush()
            os.fsync(made.fileno())
        put(part, target)
    except OSError as error:
        raise target_fault(error, target) from error
    finally:
        forget(part)


def write_whole(target: Path, content: Iterable[bytes]) -> str:
    """Write it all, read it back and compare; gives its SHA-256."""
    written = hashlib.sha256()
    with new_copy(target) as made:
        for piece in content:
            made.write(piece)
            written.update(piece)
        made.flush()
        made.seek(0)
        if _digest(made) != written.hexdigest():
            raise backup_errors.BackupTargetGone(target=str(target))
    return written.hexdigest()


def put(part: Path, target: Path) -> None:
    """Take a whole file to its place at once and make that durable (OSError)."""
    part.replace(target)
    with suppress(OSError):  # Windows opens no folders
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def part_of(target: Path) -> Path:
    """A new name beside a file's place, of nobody else."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}{PART}")


def sweep(made: Path) -> None:
    """Take away what a killed program left beside a part just made: parts that are an hour older."""
    with suppress(OSError):
        old = made.stat().st_mtime - _STALE_SECONDS
        for part in made.parent.glob(f".*{PART}"):
            if part.stat().st_mtime > old:
                continue
            if part.is_dir():
                shutil.rmtree(part, ignore_errors=True)
            else:
                forget(part)


def forget(file: Path) -> None:
    """Take a file away with what SQLite may have laid beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def folder_of(address: str) -> Path:
    """The folder of a store's own copies, made for its owner alone (BackupTargetGone)."""
    return make_folder(Path(address).absolute().parent / FOLDER)


def make_folder(folder: Path) -> Path:
    """A folder for its owner alone (BackupTargetGone)."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise backup_errors.BackupTargetGone(target=str(folder)) from error
    return folder


def keep_copy(
    address: str, kind: CopyKind, at: datetime, history: History
) -> tuple[Path, CopyFacts]:
    """A verified copy in the store's folder of copies; a damaged store leaves what was there alone.

    StoreDamaged where the copy does not hold: then neither does the store.
    """
    target = folder_of(address) / copy_name(Path(address).stem, kind, at, "sqlite")
    part = part_of(target)
    copy_store(address, part)
    sweep(part)
    try:
        facts = look_into(part, history, address)
        put(part, target)
        write_note(target, facts)
    except (backup_errors.BackupDamaged, backup_errors.BackupNotOurs) as error:
        raise errors.StoreDamaged(store=address) from error
    except OSError as error:
        raise target_fault(error, target) from error
    finally:
        forget(part)
    return target, facts


def write_note(copy: Path, facts: CopyFacts) -> None:
    """What a copy was when it was made, beside it, so that a list need not open it again."""
    told = {
        "sha256": facts.sha256,
        "bytes": facts.bytes,
        "entries": facts.entries,
        "dossiers": facts.dossiers,
    }
    write_whole(copy.with_name(copy.name + NOTE), [json.dumps(told).encode()])


def _read_only(address: str) -> sqlite3.Connection:
    """A reader of the store; it must be able to make the files of a WAL."""
    return sqlite3.connect(address, timeout=20)


def _uri(file: Path) -> str:
    return file.absolute().as_uri() + "?mode=ro"


def _meaning(error: Exception, address: str, into: Path) -> errors.WorldFault:
    words = str(error).lower()
    if isinstance(error, OSError):
        return target_fault(error, into)
    if "full" in words:
        return backup_errors.BackupTargetFull(target=str(into.parent))
    if "locked" in words or "busy" in words:
        return errors.StoreLocked(store=address)
    if "not a database" in words:
        return errors.StoreNotOurs(store=address)
    if "malformed" in words:
        return errors.StoreDamaged(store=address)
    return backup_errors.BackupTargetGone(target=str(into.parent))


def target_fault(error: OSError, target: Path) -> errors.WorldFault:
    """What an error of the place a copy is written to means for people."""
    if error.errno in _FULL:
        return backup_errors.BackupTargetFull(target=str(target))
    return backup_errors.BackupTargetGone(target=str(target))
