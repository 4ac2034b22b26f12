"""Rows of cells out of a spreadsheet or a CSV file that somebody else made."""

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from onestop_desktop.domain.errors import FileUnreadable

MOST_ROWS = 100_000


def read_rows(file: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet, or of a CSV with commas, semicolons or tabs (FileUnreadable).

    A merged cell has its value in its first place and None in the others.
    """
    try:
        if file.suffix.lower() in (".xlsx", ".xlsm"):
            yield from _sheet(file)
        else:
            yield from _csv(file)
    except (OSError, ValueError, KeyError, BadZipFile, InvalidFileException, csv.Error) as error:
        raise FileUnreadable(file=str(file)) from error


def _sheet(file: Path) -> Iterator[tuple[Any, ...]]:
    with closing(load_workbook(file, read_only=True, data_only=True)) as book:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for at, row in enumerate(sheet.iter_rows(values_only=True)):
            if at >= MOST_ROWS:
                return
            yield tuple(row)


def _csv(file: Path) -> Iterator[tuple[Any, ...]]:
    text = file.read_text("utf-8-sig")
    heading = text[:4096]
    mark = max(",;\t", key=heading.count)
    yield from (tuple(row) for row in csv.reader(text.splitlines(), delimiter=mark))
