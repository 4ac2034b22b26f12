"""The line in which a procedure is found by initials, words or code; the search is given in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.fields import LineBox
from onestop_desktop.desktop.widgets.procedure_popup import ProcedurePopup, ProcedureRow

Search = Callable[[str], Sequence[ProcedureRow]]


class ProcedureBox(LineBox):
    """`highlighted(row)` while the arrows move, `chosen(row)` on Enter or click, `cleared()` when
    a chosen name is typed over. `search` answers from memory: typing never waits for it.
    """

    highlighted = Signal(object)
    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._row: ProcedureRow | None = None
        self._typed, self._hint = "", ""
        self._popup: ProcedurePopup | None = None
        # The list may be wider than the line: it ends where this widget ends.
        self.popup_across: QWidget | None = None
        self.setAccessibleName(tr("Thủ tục"))
        self.textEdited.connect(self._edited)

    def row(self) -> ProcedureRow | None:
        """The procedure chosen."""
        return self._row

    def set_row(self, row: ProcedureRow | None, typed: str = "") -> None:
        """Show a procedure as chosen, from the program; `chosen` is not emitted."""
        self._row, self._typed, self._hint = row, typed, ""
        self.setText(row.name if row else "")
        self.setCursorPosition(0)
        self.setAccessibleDescription(row.code if row else "")
        self.setToolTip(row.name if row else "")
        self._close()
        self._margins()

    def popup_visible(self) -> bool:
        """Whether the list is open."""
        return self._popup is not None and self._popup.isVisible()

    def current(self) -> ProcedureRow | None:
        """The row highlighted in the open list."""
        return self._popup.current() if self._popup is not None and self.popup_visible() else None

    def _edited(self, text: str) -> None:
        if self._row is not None:
            self._row = None
            self.setAccessibleDescription("")
            self.setToolTip("")
            self.cleared.emit()
        self._find(text)

    def _find(self, text: str) -> None:
        self._typed = text
        rows = list(self._search(text)) if text.strip() else []
        if not text.strip():
            self._hint = ""
            self._close()
        elif not rows:
            self._hint = tr("không thủ tục nào khớp")
            self._close()
        else:
            self._hint = tr("{n} thủ tục · mũi tên chọn · Enter lấy").format(n=len(rows))
            self._open(rows)
        self._margins()

    def _open(self, rows: Sequence[ProcedureRow]) -> None:
        if self._popup is None:
            self._popup = ProcedurePopup(self.window())
            self._popup.taken.connect(self._take)
            self._popup.moved.connect(self._moved)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        across = self.popup_across or self
        right = across.mapTo(self.window(), QPoint(across.width(), 0)).x()
        self._popup.show_rows(rows, corner, right - corner.x())

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _moved(self, row: ProcedureRow) -> None:
        self.setAccessibleDescription(f"{row.code} {row.name}, {row.term}")
        self.highlighted.emit(row)

    def _take(self, row: ProcedureRow) -> None:
        self.set_row(row, self._typed)
        self.chosen.emit(row)
        self.entered.emit()
        if self.enter_moves_on and self.hasFocus():
            self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, popup = Qt.Key(event.key()), self._popup
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        steps |= {Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if popup is not None and popup.isVisible():
            if key in steps:
                popup.step(steps[key])
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _held(event):
                row = popup.current()
                if row is not None:
                    self._take(row)
                return
            if key == Qt.Key.Key_Escape:
                self._close()
                return
        elif key == Qt.Key.Key_Down and self._row is None:
            self._find(self.text())
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        # A Telex word is found while it is still unfinished, before it is committed.
        unfinished = event.preeditString()
        if unfinished:
            place = self.cursorPosition()
            self._find(self.text()[:place] + unfinished + self.text()[place:])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()
        self._hint = ""
        self._margins()

    def _margins(self) -> None:
        left = theme.text_width("body", self._row.code) + 6 if self._row is not None else 0.0
        right = paint.hint_width(self._tag()) + 12 if self._tag() else 0.0
        if self._row is None and self._hint:
            right = min(theme.text_width("label", self._hint) + 8, self.width() / 2)
        self.setTextMargins(int(left), 0, int(right), 0)
        self.update()

    def _tag(self) -> str:
        return self._typed if self._row is not None and len(self._typed) <= 12 else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._row is not None:
                room = QRectF(9, 0, box.width(), box.height())
                paint.words(painter, room, self._row.code, "body", theme.colour("text2"))
                self._paint_tag(painter, box)
            elif self._hint and self.hasFocus():
                width = theme.text_width("label", self._hint)
                room = QRectF(box.right() - width - 10, 0, width + 1, box.height())
                paint.words(painter, room, self._hint, "label", theme.colour("hint"))

    def _paint_tag(self, painter: QPainter, box: QRectF) -> None:
        tag = self._tag()
        if tag:
            width = theme.text_width("label_strong", tag) + 16
            spot = QRectF(box.right() - 6 - width, box.center().y() - 10, width, 20)
            paint.frame(painter, spot, theme.colour("free"), None, tokens.HINT_RADIUS)
            room = spot.adjusted(8, 0, -7, 0)
            paint.words(painter, room, tag, "label_strong", theme.colour("text"))


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
