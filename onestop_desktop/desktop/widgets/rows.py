"""Plain rows for tables and the item model that holds them page by page; it reads no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from onestop_desktop.desktop import theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A declared column; one with `stretch` takes the room that is left and is elided first."""

    title: str
    width: int = 100
    stretch: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: words, perhaps a mark before them, in a tone; `strong` is heavier.

    `below` are lighter lines under the words, in rows that are high enough.
    """

    text: str
    mark: str = "none"
    tone: str = "text"
    strong: bool = False
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a key that stays the same while its cells change, and its sentence for a reader."""

    key: str
    cells: tuple[Cell, ...]
    sentence: str = ""


class RowRole(IntEnum):
    """Roles beyond Qt's own."""

    CELL = Qt.ItemDataRole.UserRole.value + 1
    KEY = Qt.ItemDataRole.UserRole.value + 2


class RowsModel(QAbstractTableModel):
    """Rows as they were read, first page first.

    The view asks for more with `more_wanted(edition, last key)`; a page answered with an older
    edition than the one shown is dropped, so a slow answer never mixes with a newer question.
    """

    more_wanted = Signal(int, str)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.edition = 0
        self._rows: list[Row] = []
        self._complete = True
        self._asked = False

    def next_edition(self) -> int:
        """Begin a new question; answers to older ones will be dropped. The old rows stay."""
        self.edition += 1
        return self.edition

    def replace(self, rows: Sequence[Row], *, edition: int, complete: bool = True) -> bool:
        """Show the first page of an edition; False if it came too late."""
        if edition < self.edition:
            return False
        self.edition = edition
        self.beginResetModel()
        self._rows = list(rows)
        self._complete, self._asked = complete, False
        self.endResetModel()
        return True

    def append(self, rows: Sequence[Row], *, edition: int, complete: bool) -> bool:
        """Add the next page of the edition shown; False if it came too late."""
        if edition != self.edition:
            return False
        first = len(self._rows)
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self._complete, self._asked = complete, False
        return True

    def row_at(self, number: int) -> Row:
        """The row of that number."""
        return self._rows[number]

    def number_of(self, key: str) -> int:
        """Where the row of that key stands, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, _parent: Index) -> bool:
        return not self._complete and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        self._asked = True
        self.more_wanted.emit(self.edition, self._rows[-1].key if self._rows else "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role == RowRole.CELL:
            return cell
        if role == RowRole.KEY:
            return row.key
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence or ", ".join(each.text for each in row.cells if each.text)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("label")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
