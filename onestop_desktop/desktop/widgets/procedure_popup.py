"""The list under the procedure line: it never takes the focus, and it searches nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.rows import Index

MOST_ROWS = 8
_ROW = Qt.ItemDataRole.UserRole
_CODE_WIDTH = 76


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One hit: `matched` are the places of letters to underline, `why` how it was found."""

    key: str
    code: str
    name: str
    term: str = ""
    why: str = ""
    matched: tuple[int, ...] = ()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ProcedureRow] = []

    def show(self, rows: Sequence[ProcedureRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.code} {row.name}, {row.why}, {row.term}"
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, tokens.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ProcedureRow = index.data(_ROW)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("selection" if chosen else "surface"))
        text2 = theme.colour("text2")
        code = QRectF(box.left() + 11, box.top(), _CODE_WIDTH, box.height())
        paint.words(painter, code, row.code, "body", text2)
        right = box.right() - 11
        for word in (row.term, row.why):
            width = theme.text_width("label", word)
            room = QRectF(right - width, box.top(), width + 1, box.height())
            paint.words(painter, room, word, "label", text2)
            right -= width + 20 if word else 0
        name = QRectF(code.right(), box.top(), right - code.right(), box.height())
        self._name(painter, name, row, "strong" if chosen else "body")
        painter.restore()

    @staticmethod
    def _name(painter: QPainter, box: QRectF, row: ProcedureRow, role: str) -> None:
        shown = theme.elided(role, row.name, box.width())
        layout = QTextLayout(shown, theme.font(role))
        marked = []
        for place in row.matched:
            if place < len(shown):
                part = QTextLayout.FormatRange()
                part.start, part.length = place, 1
                part.format.setFontUnderline(True)
                part.format.setFontWeight(QFont.Weight.DemiBold)
                marked.append(part)
        layout.setFormats(marked)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(box.width() + 20)
        layout.endLayout()
        painter.setPen(theme.colour("text"))
        top = box.top() + (box.height() - line.height()) / 2
        layout.draw(painter, QRectF(box.left(), top, 0, 0).topLeft())


class ProcedurePopup(QFrame):
    """Lies over the screen, owned by the window; `moved(row)` and `taken(row)`."""

    moved = Signal(object)
    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = _Rows(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(tr("Thủ tục khớp"))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self.taken.emit(index.data(_ROW)))
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)
        self.hide()

    def show_rows(self, rows: Sequence[ProcedureRow], corner: QPoint, width: int) -> None:
        """Open under the corner, the first row highlighted."""
        self._rows.show(rows)
        height = min(len(rows), MOST_ROWS) * tokens.ROW + 4
        room = self.window().height() - corner.y() - tokens.SPACE_S
        self.setGeometry(corner.x(), corner.y(), width, min(height, room))
        self.show()
        self.raise_()
        self._list.setCurrentIndex(self._rows.index(0))

    def current(self) -> ProcedureRow | None:
        """The row highlighted."""
        index = self._list.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Move the highlight; it stops at both ends."""
        number = min(max(0, self._list.currentIndex().row() + by), len(self._rows.rows) - 1)
        self._list.setCurrentIndex(self._rows.index(number))

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.moved.emit(index.data(_ROW))
