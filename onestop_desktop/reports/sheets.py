"""A sheet of rows streamed into a file: texts are texts and never formulas, moments have one style."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

MOST_TEXT = 32_767
"""Letters a cell holds; a longer text ends in an ellipsis."""
_EPOCH, _DAY = datetime(1899, 12, 30), timedelta(1)  # noqa: DTZ001 - a spreadsheet knows no zone
_MOMENT = "dd/mm/yyyy hh:mm"
_FACE = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
Cell = str | int | datetime | None
Column = tuple[str, int]
"""A column's name and its breadth in letters."""


class Sheet:
    """One sheet of a workbook: titles, names of columns, rows, in this order."""

    def __init__(self, book: Any, name: str, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._sheet = book.add_worksheet(name)
        self._row = 0
        border = {**_FACE, "border": 1, "text_wrap": True}
        self._title = book.add_format({**_FACE, "bold": True, "font_size": 14})
        self._plain = book.add_format(_FACE)
        self._name = book.add_format({**border, "bold": True, "align": "center"})
        self._text = book.add_format(border)
        self._number = book.add_format({**border, "num_format": "0"})
        self._moment = book.add_format({**border, "num_format": _MOMENT})
        for at, (_, breadth) in enumerate(columns):
            self._sheet.set_column(at, at, breadth)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)

    def title(self, text: str, *, strong: bool = False) -> None:
        """A line above the table."""
        self._sheet.write_string(self._row, 0, text, self._title if strong else self._plain)
        self._row += 1

    def names(self) -> None:
        """The columns' names; they stay in sight and stand on each printed page."""
        for at, (name, _) in enumerate(self._columns):
            self._sheet.write_string(self._row, at, name, self._name)
        self._sheet.repeat_rows(self._row)
        self._row += 1
        self._sheet.freeze_panes(self._row, 0)

    def rows(self, rows: Iterable[Sequence[Cell]]) -> None:
        """The rows as they come."""
        # Without the wrapper that makes "B7" of (6, 1): half a million cells feel it.
        write, text = self._sheet._write_string, self._text
        number, blank = self._sheet._write_number, self._sheet._write_blank
        row = self._row
        for cells in rows:
            for at, cell in enumerate(cells):
                if isinstance(cell, str):
                    write(row, at, cell if len(cell) <= MOST_TEXT else _cut(cell), text)
                elif isinstance(cell, datetime):
                    number(row, at, (cell - _EPOCH) / _DAY, self._moment)
                elif cell is None:
                    blank(row, at, None, text)
                else:
                    number(row, at, cell, self._number)
            row += 1

    def give_up(self) -> None:
        """Let go of the file of rows."""
        if self._sheet.row_data_fh is not None:
            self._sheet.row_data_fh.close()


@contextmanager
def sheet_into(
    into: BinaryIO, name: str, columns: Sequence[Column], *, title: str, made_at: datetime
) -> Iterator[Sheet]:
    """A workbook of one sheet, written into the file when the block ends well.

    Rows lie in a private folder meanwhile, not in memory; nothing of them is left behind.
    """
    with TemporaryDirectory() as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        book = Workbook(into, options)
        # The moment of the facts, not of the writing: equal facts give equal bytes.
        book.set_properties({"title": title, "created": made_at})
        sheet = Sheet(book, name, columns)
        try:
            yield sheet
        except BaseException:
            sheet.give_up()
            book.fileclosed = True
            raise
        try:
            book.close()
        except FileCreateError as error:  # it hides what the disk said
            raise OSError(str(error)) from error


def _cut(text: str) -> str:
    return f"{text[: MOST_TEXT - 1]}…"
