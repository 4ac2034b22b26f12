"""One call of the command line: its arguments, the services, where its answer goes."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from onestop_desktop.application.ports import NewFile, Printer
from onestop_desktop.application.services import Services
from onestop_desktop.domain.errors import (
    DateImpossible,
    FileUnreadable,
    FileUnwritable,
    OrderUnreadable,
)
from onestop_desktop.domain.moments import read_day


class SetClock(Protocol):
    """A clock that can be stood at a moment."""

    def set(self, at: str) -> None: ...


@dataclass(frozen=True)
class Call:
    """What a verb works with; `print_to` is a printer that writes one file, `write_file` a private file.

    `open_file` opens one that is written piece by piece, `secret` is a password of the environment
    ("" none), `signed` the accounts that signed in during this call, and when;
    `serve` answers citizens until it is stopped.
    """

    arguments: argparse.Namespace
    services: Services
    clock: SetClock
    officer: str
    language: str
    at: str
    print_to: Callable[[str], Printer]
    write_file: Callable[[Path, bytes], None]
    open_file: Callable[[Path], AbstractContextManager[NewFile]]
    secret: Callable[[str], str]
    signed: dict[str, datetime] = field(default_factory=dict)
    read_rows: Callable[[Path], Iterator[tuple[Any, ...]]] = lambda _file: iter(())
    passphrase: str = field(default="", repr=False)
    backup_to: str = ""
    lookup_to: str = ""
    keep_lookup_to: Callable[[str], None] = lambda _folder: None
    serve: Callable[[str, str, str, bool], None] = lambda *_asked: None

    def answer(self, facts: dict[str, Any], words: str) -> None:
        """One JSON object, or its words."""
        write_line(json.dumps(facts, ensure_ascii=False) if self.arguments.json else words)

    def answer_rows(self, rows: Iterable[tuple[dict[str, Any], str]], empty: str) -> None:
        """One JSON object a line, or a line of words each."""
        found = False
        for facts, words in rows:
            self.answer(facts, words)
            found = True
        if not found and not self.arguments.json:
            write_line(empty)


def write_line(text: str) -> None:
    """A line on standard output, UTF-8 whatever the console says."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileUnwritable(file="-") from error


def read_text(file: str) -> str:
    """A file's text, UTF-8 with or without its mark; `-` is standard input (FileUnreadable)."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file=file) from error


def read_lines(file: str) -> Iterator[bytes]:
    """A file's lines one by one as they come, not yet decoded (FileUnreadable)."""
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as source:
            yield from source
    except OSError as error:
        raise FileUnreadable(file=file) from error


def read_object(text: str | bytes) -> dict[str, Any]:
    """A JSON object (OrderUnreadable)."""
    try:
        found = json.loads(text if isinstance(text, str) else text.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise OrderUnreadable(reason=f"JSON {error.lineno}:{error.colno}") from None
    except (ValueError, RecursionError):
        raise OrderUnreadable(reason="UTF-8, JSON") from None
    if not isinstance(found, dict):
        raise OrderUnreadable(reason="JSON {…}")
    return found


def read_asked_day(text: str, field: str) -> date | None:
    """A day an option names, None for "" (DateImpossible)."""
    try:
        return read_day(text) if text else None
    except ValueError:
        raise DateImpossible(field=field, value=text) from None


def write_error(text: str) -> None:
    """A line on standard error, UTF-8."""
    sys.stderr.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stderr.buffer.flush()
