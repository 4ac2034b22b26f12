"""The table of required papers, counted on the number pad; what is enough is judged outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Index, RowRole

Counts = tuple[int, int, int]
NUMBER, NAME, ORIGINALS, CERTIFIED, COPIES, STATUS = range(6)
COUNTED = (ORIGINALS, CERTIFIED, COPIES)
MOST = 999


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A required paper: how many of each kind are expected, and how many lie on the desk.

    `settled` is the status of a paper that is not counted (read from the card, looked up).
    """

    key: str
    name: str
    note: str = ""
    expected: Counts = (1, 0, 0)
    counts: Counts = (0, 0, 0)
    settled: Cell | None = None


Judge = Callable[[PaperRow], Cell]


def plain_judge(row: PaperRow) -> Cell:
    """Enough of each kind is "Đủ"; nothing is "Chưa có"; something is "Còn thiếu"."""
    if row.settled is not None:
        return row.settled
    if all(have >= want for have, want in zip(row.counts, row.expected, strict=True)):
        return Cell(tr("Đủ"), "check", "ready")
    if not any(row.counts):
        return Cell(tr("Chưa có"), "open", "soon", strong=True)
    return Cell(tr("Còn thiếu"), "open", "soon", strong=True)


class PapersModel(QAbstractTableModel):
    """The papers as rows; `counted(key)` tells which one a person changed."""

    counted = QtSignal(str)

    def __init__(self, judge: Judge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._rows: list[PaperRow] = []
        self._titles = (
            tr("TT"),
            tr("Giấy tờ"),
            tr("Bản chính"),
            tr("Bản chứng thực"),
            tr("Bản chụp"),
            tr("Tình trạng"),
        )

    def show(self, rows: Sequence[PaperRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> tuple[PaperRow, ...]:
        """The rows with their counts."""
        return tuple(self._rows)

    def row_at(self, number: int) -> PaperRow:
        """The paper of that number, from 0."""
        return self._rows[number]

    def set_count(self, number: int, column: int, count: int) -> None:
        """Set one cell; a paper that is not counted stays as it is."""
        row = self._rows[number]
        counts = list(row.counts)
        kind = COUNTED.index(column)
        if row.settled is not None or counts[kind] == min(count, MOST):
            return
        counts[kind] = min(count, MOST)
        self._rows[number] = replace(row, counts=(counts[0], counts[1], counts[2]))
        self._changed(number)

    def fill(self) -> None:
        """Raise every count to what is expected; a higher one stays."""
        for number, row in enumerate(self._rows):
            wanted = tuple(max(pair) for pair in zip(row.counts, row.expected, strict=True))
            if row.settled is None and wanted != row.counts:
                self._rows[number] = replace(row, counts=(wanted[0], wanted[1], wanted[2]))
                self._changed(number)

    def _changed(self, number: int) -> None:
        self.dataChanged.emit(self.index(number, 0), self.index(number, STATUS))
        self.counted.emit(self._rows[number].key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == RowRole.CELL:
            return self._cell(index.row(), row, index.column())
        if role == RowRole.KEY:
            return row.key
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), row, index.column()).text
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME:
            return f"{row.name} {row.note}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index.row(), row, index.column())
        return None

    def _cell(self, number: int, row: PaperRow, column: int) -> Cell:
        if column == NUMBER:
            return Cell(str(number + 1), tone="text2")
        if column == NAME:
            return Cell(row.name, strong=True)
        if column == STATUS:
            return self._judge(row)
        count, expected = (each[COUNTED.index(column)] for each in (row.counts, row.expected))
        dash = row.settled is not None or not (count or expected)
        return Cell("–" if dash else str(count), strong=not dash)

    def _sentence(self, number: int, row: PaperRow, column: int) -> str:
        status = self._judge(row).text
        if column in COUNTED:
            have = row.counts[COUNTED.index(column)]
            return f"{row.name}, {self._titles[column]}: {have}, {status}"
        return f"{number + 1}, {row.name} {row.note}, {status}"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("label")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = section in (NUMBER, *COUNTED)
            side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
