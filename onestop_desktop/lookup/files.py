"""Files of an extract put in their place whole: written beside it, made durable, renamed at once."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onestop_desktop.domain import lookup_errors

PART = ".part"
PRIVATE, PUBLIC = 0o600, 0o644
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextmanager
def faults(target: Path | str) -> Iterator[None]:
    """What an error of the extract's place means for people (LookupTargetFull, LookupTargetGone)."""
    try:
        yield
    except OSError as error:
        kind = (
            lookup_errors.LookupTargetFull
            if error.errno in _FULL
            else lookup_errors.LookupTargetGone
        )
        raise kind(target=str(target)) from error


def put(file: Path, content: bytes, mode: int = PRIVATE, *, durable: bool = True) -> None:
    """Put a file in its place at once (OSError; what stood there stays).

    `durable` where it must not be lost with the power before what names it is there.
    """
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}{PART}")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, mode), "wb") as made:
            made.write(content)
            if durable:
                made.flush()
                os.fsync(made.fileno())
        if mode != PRIVATE:
            part.chmod(mode)  # whatever the mask says: a web server reads it
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def settle(folder: Path) -> None:
    """Make the names of a folder durable."""
    with suppress(OSError):  # Windows opens no folders
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def make_folder(folder: Path, mode: int = 0o700) -> Path:
    """A folder, and those above it (OSError)."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
    return folder


def remove(path: Path) -> None:
    """Take a file or a folder away; one that stays is harmless and goes the next time."""
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
