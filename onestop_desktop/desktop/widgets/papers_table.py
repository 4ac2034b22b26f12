"""The view of the papers: digits, Tab, Enter and plus; the rows themselves are in papers.py."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.papers import (
    CERTIFIED,
    COPIES,
    COUNTED,
    NAME,
    NUMBER,
    ORIGINALS,
    STATUS,
    Judge,
    PaperRow,
    PapersModel,
    plain_judge,
)
from onestop_desktop.desktop.widgets.rows import Cell, Index, RowRole
from onestop_desktop.desktop.widgets.rows_table import row_ground, set_up_table

_WIDTHS = {NUMBER: 36, ORIGINALS: 84, CERTIFIED: 112, COPIES: 84, STATUS: 140}
_LEAST_ROWS = 1


class _PaperDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self.parent()
        focused = isinstance(table, QWidget) and table.hasFocus()
        cell: Cell = index.data(RowRole.CELL)
        painter.save()
        row_ground(painter, option, index, only_focused=True)
        box = QRectF(option.rect).adjusted(0, 0, 0, -1)
        if index.column() in (NUMBER, *COUNTED):
            current = isinstance(table, QTableView) and table.currentIndex() == index
            self._number(painter, box, cell, ring=focused and current)
        elif index.column() == STATUS:
            spot = QRectF(box.left() + 8, box.center().y() - 6, tokens.MARK, tokens.MARK)
            paint_mark(painter, cell.mark, spot, theme.colour(cell.tone))
            self._words(painter, box.adjusted(26, 0, -4, 0), cell)
        else:
            self._name(painter, box.adjusted(8, 0, -8, 0), cell, index)
        painter.restore()

    @staticmethod
    def _number(painter: QPainter, box: QRectF, cell: Cell, *, ring: bool) -> None:
        if ring:
            around = QRectF(box.center().x() - 16, box.center().y() - 12, 32, 24)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(around, tokens.RADIUS, tokens.RADIUS)
        painter.setFont(theme.font("strong" if cell.strong else "body"))
        painter.setPen(theme.colour(cell.tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)

    @staticmethod
    def _words(painter: QPainter, box: QRectF, cell: Cell) -> None:
        role = "strong" if cell.strong else "body"
        paint.words(painter, box, cell.text, role, theme.colour(cell.tone))

    @staticmethod
    def _name(painter: QPainter, box: QRectF, cell: Cell, index: Index) -> None:
        model = index.model()
        note = model.row_at(index.row()).note if isinstance(model, PapersModel) else ""
        wide = theme.text_width("value", cell.text)
        paint.words(painter, box, cell.text, "value", theme.colour("text"))
        rest = box.adjusted(wide + 10, 0, 0, 0)
        if note and rest.width() > 24:
            paint.words(painter, rest, note, "label", theme.colour("text2"))


class PapersTable(QTableView):
    """Digits set the cell, Tab goes to the next column, Enter to the next row, plus fills all.

    `changed()` after any count a person changed; `left()` when Enter or Tab walks off the end.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, judge: Judge = plain_judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Giấy tờ"))
        self.setProperty("ownRing", True)
        self.papers = PapersModel(judge, self)
        self.setModel(self.papers)
        self.setItemDelegate(_PaperDelegate(self))
        set_up_table(self, tokens.FORM_ROW)
        # No text is typed here: an input method must not swallow the digits.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        head = self.horizontalHeader()
        for column in range(self.papers.columnCount()):
            stretch = QHeaderView.ResizeMode.Stretch
            fixed = QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, stretch if column == NAME else fixed)
            self.setColumnWidth(column, _WIDTHS.get(column, 200))
        self._fresh = True
        self.papers.counted.connect(lambda _key: self.changed.emit())

    def show_papers(self, rows: Sequence[PaperRow]) -> None:
        """Show the papers of a procedure, or of a dossier resumed."""
        self.papers.show(rows)
        self._fresh = True
        if rows:
            self._go(0, self._first_wanted(rows[0]))
        self.updateGeometry()

    def rows(self) -> tuple[PaperRow, ...]:
        """The papers with their counts."""
        return self.papers.rows()

    def fill(self) -> None:
        """Everything expected has been handed in."""
        self.papers.fill()

    def sizeHint(self) -> QSize:
        return QSize(480, self._height(max(1, self.papers.rowCount())))

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self._height(min(_LEAST_ROWS, max(1, self.papers.rowCount()))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fresh = True
        if event.reason() is Qt.FocusReason.BacktabFocusReason and self.papers.rowCount():
            self._go(self.papers.rowCount() - 1, COUNTED[-1])
            return
        if event.reason() is Qt.FocusReason.TabFocusReason and self.papers.rowCount():
            self._go(0, self._first_wanted(self.papers.row_at(0)))
            return
        if self.papers.rowCount() and self.currentIndex().column() not in COUNTED:
            self._go(0, self._first_wanted(self.papers.row_at(0)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the counted cells first, and leaves the table only at its ends."""
        here = self.currentIndex()
        if here.isValid() and here.column() in COUNTED:
            place = here.row() * len(COUNTED) + COUNTED.index(here.column())
            place += 1 if forward else -1
            if 0 <= place < self.papers.rowCount() * len(COUNTED):
                self._go(place // len(COUNTED), COUNTED[place % len(COUNTED)])
                return True
        if forward:
            self.left.emit()
        # Whoever heard it may have taken the focus already.
        return not self.hasFocus() or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._typed(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _typed(self, event: QKeyEvent) -> bool:
        here, key, text = self.currentIndex(), event.key(), event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not plain or not here.isValid():
            return False
        if text == "+":
            self.fill()
        elif text.isdecimal() and text.isascii():
            self._digit(here, int(text))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.papers.set_count(here.row(), here.column(), 0)
            self._fresh = True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next_row(here)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            column = min(max(here.column() + step, COUNTED[0]), COUNTED[-1])
            self._go(here.row(), column)
        else:
            return False
        return True

    def _digit(self, here: QModelIndex, digit: int) -> None:
        before = self.papers.row_at(here.row()).counts[COUNTED.index(here.column())]
        count = digit if self._fresh or before * 10 + digit > 99 else before * 10 + digit
        self._fresh = False
        self.papers.set_count(here.row(), here.column(), count)

    def _next_row(self, here: QModelIndex) -> None:
        if here.row() + 1 < self.papers.rowCount():
            self._go(here.row() + 1, here.column())
        else:
            self.left.emit()
            if self.hasFocus():
                super().focusNextPrevChild(True)

    def _go(self, row: int, column: int) -> None:
        self._fresh = True
        self.setCurrentIndex(self.papers.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._fresh = True
        if current.isValid() and current.column() not in COUNTED:
            # A click on the name or the status means the row's first counted cell.
            self._go(current.row(), self._first_wanted(self.papers.row_at(current.row())))

    @staticmethod
    def _first_wanted(row: PaperRow) -> int:
        for column, expected in zip(COUNTED, row.expected, strict=True):
            if expected:
                return column
        return ORIGINALS

    def _height(self, rows: int) -> int:
        return tokens.TABLE_HEAD + rows * tokens.FORM_ROW

    def height_within(self, room: int) -> int:
        """The height that shows as many whole rows as there are and the room holds."""
        held = max(1, (room - tokens.TABLE_HEAD) // tokens.FORM_ROW)
        return self._height(min(held, max(1, self.papers.rowCount())))


class WholeRows(QWidget):
    """Gives a table of papers the height of whole rows, never half a one."""

    def __init__(self, table: PapersTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        table.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        table.papers.modelReset.connect(self._changed)

    def sizeHint(self) -> QSize:
        return self._table.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._table.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        self._table.setGeometry(0, 0, self.width(), self._table.height_within(self.height()))
