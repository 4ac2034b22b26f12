"""Paper as files: each print a PDF in a folder, or one PDF at a given place."""

import os
import re
from pathlib import Path

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


def write_private(path: Path, content: bytes) -> None:
    """A file that only this user can read, put in place at once."""
    if not path.name or path.is_dir():
        raise FileUnwritable(file=str(path))
    side = path.with_name(path.name + ".part")
    try:
        if _is_database(path):
            raise FileUnwritable(file=str(path))
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a device takes it, and is never replaced
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(side, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        side.replace(path)
    except OSError as error:
        raise FileUnwritable(file=str(path)) from error


def _is_database(path: Path) -> bool:
    """A register under its own name, or what lies beside it, is never written over."""
    main = Path(re.sub("-(wal|shm|journal)$", "", str(path)))
    if not main.is_file():
        return False
    with main.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
