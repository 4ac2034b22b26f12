"""A store as a file: copied by SQLite's backup API, looked into, carried elsewhere, put in place at once.

One mechanism for backups, for the copy before a migration and for the one before a restore.
"""

import json
import os
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, create_engine
from sqlalchemy.exc import DBAPIError

from onestop_desktop.application.progress import go_on
from onestop_desktop.domain import backup_errors, errors
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.store_copy import CopyFacts, CopyKind, copy_name
from onestop_desktop.persistence import doctor
from onestop_desktop.persistence.history import History
from onestop_desktop.persistence.instants import moment
from onestop_desktop.persistence.store import is_ours
from onestop_desktop.persistence.whole_files import (
    digest_of,
    forget,
    make_folder,
    part_of,
    pieces,
    put,
    sweep,
    target_fault,
    write_whole,
)

FOLDER = "sao-luu"
"""Beside the store: its own copies."""
_STAMP = slice(60, 64)
"""Where SQLite lets an application write a number of its own: `user_version`."""
NOTE = ".json"
HEAD = """
SELECT (SELECT value FROM setting WHERE name = 'agency') AS agency,
 (SELECT digest FROM entry WHERE sequence = 1) AS identity, sequence, recorded_at,
 (SELECT count(*) FROM dossier) AS dossiers,
 (SELECT version_num FROM alembic_version) AS version FROM chain_head
"""
"""Whose store it is and how far it reaches; on a server, too."""


def copy_store(address: str, into: Path) -> None:
    """A self-contained copy of a store in use: one consistent moment of it, in a file of its owner.

    StoreDamaged, StoreLocked, BackupTargetFull, BackupTargetGone; what is not whole is taken away.
    """
    try:
        os.close(os.open(into, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        with closing(_read_only(address)) as store, closing(sqlite3.connect(into)) as target:
            store.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        stamp(into)
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
    if not stamp_fits(file):
        raise backup_errors.BackupDamaged(file=named)
    facts = glance(file, named)
    if facts.version > history.newest:
        raise errors.StoreNewer(store=named, version=facts.version)
    engine = create_engine(URL.create("sqlite", database=str(file)))
    try:
        with engine.connect() as connection, doctor.seldom_collecting():
            rows = facts.version == history.newest
            faults = doctor.whole_faults(connection, go_on, rows=rows)
    except (sqlite3.Error, DBAPIError, errors.StoreDamaged, ValueError, KeyError) as error:
        raise backup_errors.BackupDamaged(file=named) from error
    finally:
        engine.dispose()
    if faults:
        raise backup_errors.BackupDamaged(file=named)
    return facts


def stamp(file: Path) -> None:
    """Write a copy's checksum into its own head and make it durable: pages that no row owns are in it, too."""
    told = _checksum(file)
    with file.open("rb+") as made:
        made.seek(_STAMP.start)
        made.write(told.to_bytes(4, "big"))
        made.flush()
        os.fsync(made.fileno())


def stamp_fits(file: Path) -> bool:
    """Whether a copy is as it was made; a copy that has no stamp passes."""
    with file.open("rb") as source:
        written = int.from_bytes(source.read(100)[_STAMP], "big")
    return not written or written == _checksum(file)


def _checksum(file: Path) -> int:
    """CRC-32 of a file without its stamp; never 0, which stands for none."""
    found = 0
    with file.open("rb") as source:
        head = bytearray(source.read(100))
        head[_STAMP] = bytes(len(head[_STAMP]))
        found = zlib.crc32(head)
        for piece in pieces(source):
            found = zlib.crc32(piece, found)
    return found or 1


def glance(file: Path, named: str, *, digest: bool = True) -> CopyFacts:
    """Whose copy a plain file is and how far it reaches; not yet verified (BackupNotOurs, BackupDamaged)."""
    with file.open("rb") as source:
        head = source.read(100)
    if not is_ours(head):
        raise backup_errors.BackupNotOurs(file=named)
    try:
        with closing(sqlite3.connect(_uri(file), uri=True)) as store:
            facts = head_facts(*store.execute(HEAD).fetchone())
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise backup_errors.BackupDamaged(file=named) from error
    told = digest_of(file) if digest else ""
    return replace(facts, bytes=file.stat().st_size, sha256=told)


def head_facts(
    agency: str, identity: str, entries: int, last_at: str, dossiers: int, version: str
) -> CopyFacts:
    """The facts of a row of `HEAD`."""
    desk = desk_name(json.loads(agency)) if agency else ""
    reached = local(moment(last_at)) if last_at else None
    return CopyFacts(desk, identity or "", entries, dossiers, reached, str(version), 0, "")


def desk_name(agency: dict[str, str]) -> str:
    """The desk's name on one line, and its identifier: many communes call theirs the same."""
    name = " ".join(f"{agency['unit']} {agency['place']}".split())
    return f"{name} ({agency['identifier']})" if agency["identifier"] else name


def is_in_wal(head: bytes) -> bool:
    """Whether they are those of a store that is lived in; a copy is not in WAL."""
    return head[18:20] == b"\x02\x02"


def folder_of(address: str) -> Path:
    """The folder of a store's own copies, made for its owner alone (BackupTargetGone)."""
    return make_folder(Path(address).absolute().parent / FOLDER)


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
