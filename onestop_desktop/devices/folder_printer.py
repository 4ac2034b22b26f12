"""Paper as files: each print a PDF in a folder, or one PDF at a given place."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onestop_desktop.domain.errors import FileUnwritable

SQLITE = b"SQLite format 3\0"


class FolderPrinter:
    """The port `Printer` that writes PDFs into a folder, never over an older one."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self.name = str(self._folder)

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Write the PDF under the title's name (FileUnwritable)."""
        del copies
        safe = re.sub(r"[^0-9A-Za-z._-]", "_", title)[:80] or "form"
        number = 1
        while (path := self._folder / f"{safe}{f'-{number}' if number > 1 else ''}.pdf").exists():
            number += 1
        write_private(path, pdf)


class FilePrinter:
    """The port `Printer` that writes one named PDF."""

    def __init__(self, file: str) -> None:
        self.name = file

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Write the PDF (FileUnwritable)."""
        del title, copies
        write_private(Path(self.name), pdf)


class PrivateFile:
    """The port `NewFile`: written beside its place, under another name."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.name, self.file = str(path), file
        self.dropped = False

    def drop(self) -> None:
        """Leave nothing behind."""
        self.dropped = True


@contextmanager
def new_file(path: Path) -> Iterator[PrivateFile]:
    """A file that only this user can read, put in place at once when the block ends well.

    FileUnwritable before the block where nothing can be written there. What is called off or fails
    leaves no half file. A pipe or a device takes what is written, and is never replaced.
    """
    side = path.with_name(f"{path.name}.part") if path.name else path
    with _unwritable(path):
        if not path.name or path.is_dir() or _is_database(path):
            raise FileUnwritable(file=str(path))
        if path.exists() and not path.is_file():
            side = path
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = side.open("wb") if side == path else _open_private(side)
    made = PrivateFile(path, opened)
    try:
        with _unwritable(path), opened:
            yield made
        if side != path and not made.dropped:
            with _unwritable(path):
                side.replace(path)
    finally:
        if side != path:
            side.unlink(missing_ok=True)


def write_private(path: Path, content: bytes) -> None:
    """The same with all its content at hand."""
    with new_file(path) as made:
        made.file.write(content)


def _open_private(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb")


@contextmanager
def _unwritable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnwritable(file=str(path)) from error


def _is_database(path: Path) -> bool:
    """A register under its own name, or what lies beside it, is never written over."""
    main = Path(re.sub("-(wal|shm|journal)$", "", str(path)))
    if not main.is_file():
        return False
    with main.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
