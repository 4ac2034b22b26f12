"""Files put in their place whole: written beside it, read back, made durable, then renamed at once."""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from onestop_desktop.domain import backup_errors, errors

PART = ".part"
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_PIECE = 1 << 20
SIDES = ("-wal", "-shm", "-journal")
"""What SQLite lays beside a store, by the ending of its name."""
_STALE_SECONDS = 3600


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
    for suffix in ("", *SIDES):
        with suppress(OSError):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def make_folder(folder: Path) -> Path:
    """A folder for its owner alone (BackupTargetGone)."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise backup_errors.BackupTargetGone(target=str(folder)) from error
    return folder


def target_fault(error: OSError, target: Path) -> errors.WorldFault:
    """What an error of the place a copy is written to means for people."""
    if error.errno in _FULL:
        return backup_errors.BackupTargetFull(target=str(target))
    return backup_errors.BackupTargetGone(target=str(target))
