"""Which report is written by which module: one file a report, registered by its number."""

import importlib
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

Write = Callable[[Any, Iterable[Any], BinaryIO], None]
_MODULES = {"07": "tracking", "book": "book"}
"""Where a report's file is; loaded when it is first written, never before the first paint."""


def write_report(number: str, head: Any, lines: Iterable[Any], into: BinaryIO) -> None:
    """Write a report as XLSX, its lines as they come; equal facts give equal bytes."""
    module = importlib.import_module(f"onestop_desktop.reports.{_MODULES[number]}")
    write: Write = module.write
    write(head, lines, into)
