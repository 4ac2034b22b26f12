"""The table of rows: fixed heights, one-pixel lines, a selection that stays with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.rows import Cell, Column, Index, Row, RowRole, RowsModel

_SIDE = 8
_LINE = 18.0


def row_ground(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, *, only_focused: bool = False
) -> None:
    """Fill a cell's ground: the selection with its bar, paler where the keys go elsewhere
    (or not at all with `only_focused`).
    """
    box = QRectF(option.rect)
    table = option.widget
    # One whole row is selected, the current one; asking the style costs its enums at start-up.
    chosen = isinstance(table, QTableView) and table.currentIndex().row() == index.row()
    focused = isinstance(table, QTableView) and table.hasFocus()
    chosen = chosen and (focused or not only_focused)
    fill = ("selection" if focused else "tint") if chosen else "surface"
    painter.fillRect(box, theme.colour(fill))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
    if chosen and index.column() == 0:
        bar = QRectF(box.left(), box.top(), tokens.CARD_BAR, box.height() - 1)
        painter.fillRect(bar, theme.colour("accent" if focused else "border"))


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(RowRole.CELL)
        box = QRectF(option.rect)
        model = index.model()
        painter.save()
        row_ground(painter, option, index)
        ink = theme.colour(cell.tone)
        role = "strong" if cell.strong else "body"
        room = box.adjusted(_SIDE, 0, -_SIDE, -1)
        if cell.below:
            room = _paint_below(painter, room, cell)
        if cell.mark != "none":
            spot = QRectF(room.left(), room.center().y() - 6, tokens.MARK, tokens.MARK)
            paint_mark(painter, cell.mark, spot, ink)
            room.setLeft(room.left() + tokens.MARK + 6)
        if isinstance(model, RowsModel) and model.columns[index.column()].right:
            width = min(room.width(), theme.text_width(role, cell.text) + 1)
            room.setLeft(room.right() - width)
        paint.words(painter, room, cell.text, role, ink)
        painter.restore()


def _paint_below(painter: QPainter, room: QRectF, cell: Cell) -> QRectF:
    """The lighter lines; gives the room of the first one."""
    top = room.center().y() - (len(cell.below) + 1) * _LINE / 2
    left = tokens.MARK + 6 if cell.mark != "none" else 0
    for number, words in enumerate(cell.below, start=1):
        line = QRectF(room.left() + left, top + number * _LINE, room.width() - left, _LINE)
        paint.words(painter, line, words, "body", theme.colour("text2"))
    return QRectF(room.left(), top, room.width(), _LINE)


class RowsTable(QTableView):
    """`opened(key)` on Enter or double click, `picked(key)` when the selected row changes.

    Feed it through `show_rows`; the selected key, and the scroll position, stay where they were.
    """

    opened = Signal(str)
    picked = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        row_height: int = tokens.ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # The selected row itself shows the focus.
        self.setProperty("ownRing", True)
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(_CellDelegate(self))
        self._key = ""
        set_up_table(self, row_height)
        head = self.horizontalHeader()
        for number, column in enumerate(columns):
            fixed = QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(
                number, QHeaderView.ResizeMode.Stretch if column.stretch else fixed
            )
            self.setColumnWidth(number, column.width)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(RowRole.KEY)))

    def show_rows(self, rows: Sequence[Row], *, edition: int = -1, complete: bool = True) -> None:
        """Replace the rows of an edition (the current one if none is named)."""
        edition = self.rows.edition if edition < 0 else edition
        top = self.verticalScrollBar().value()
        number = self.currentIndex().row()
        if not self.rows.replace(rows, edition=edition, complete=complete):
            return
        found = self.rows.number_of(self._key)
        if found < 0 and rows:
            # The row has left the list: the one that moved into its place is next.
            found = min(max(0, number), len(rows) - 1)
        if found >= 0:
            self.selectRow(found)
        else:
            self._key = ""
            self.picked.emit("")
        self.verticalScrollBar().setValue(top)

    def fit(self, most: int) -> None:
        """As high as its rows, at most so many."""
        head = 0 if self.horizontalHeader().isHidden() else tokens.TABLE_HEAD
        rows = max(1, min(self.rows.rowCount(), most))
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + 2)

    def selected_key(self) -> str:
        """The key of the selected row, or ""."""
        return self._key

    def select_key(self, key: str) -> bool:
        """Select the row of that key; False if it is not among the rows read so far."""
        found = self.rows.number_of(key)
        if found >= 0:
            self.selectRow(found)
        return found >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self._key:
                self.opened.emit(self._key)
            return
        super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        key = current.data(RowRole.KEY) if current.isValid() else ""
        if key and key != self._key:
            self._key = key
            self.picked.emit(key)


def set_up_table(table: QTableView, row_height: int) -> None:
    """What every table of the desk has in common."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setFont(theme.font("body"))
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(row_height)
    head = table.horizontalHeader()
    head.setFixedHeight(tokens.TABLE_HEAD)
    head.setFont(theme.font("label"))
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setMinimumSectionSize(24)
