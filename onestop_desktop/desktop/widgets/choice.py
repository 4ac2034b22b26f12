"""A label above a short list of choices; arrows or the first letters choose."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.widgets.layouts import column
from onestop_desktop.desktop.widgets.words import FieldLabel


class _Box(QComboBox):
    """Enter moves on to the next field like everywhere; the list opens with Alt+Down."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 20, self.height() / 2 - 3, 10, 6)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("text2"), 1.6))
            painter.drawPolyline([box.topLeft(), box.center() + QPointF(0, 3), box.topRight()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers():
                event.ignore()
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)


class Choice(QWidget):
    """`chosen(key)` when a person chooses; the program sets through `choose`."""

    chosen = Signal(str)

    def __init__(self, label: str, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = FieldLabel(label, self)
        self.box = _Box(self)
        self.box.setFixedHeight(tokens.FIELD)
        self.box.setAccessibleName(label)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.label.setBuddy(self.box)
        self.setLayout(column(self.label, self.box))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        if width:
            self.setFixedWidth(width)
        self.box.activated.connect(lambda _index: self.chosen.emit(self.value()))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (key, words) pairs; the choice made stays while it is still offered."""
        kept = self.value()
        self.box.clear()
        for key, words in choices:
            self.box.addItem(words, key)
        self.choose(kept)

    def value(self) -> str:
        """The key of the choice, "" where nothing is offered."""
        return str(self.box.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose from the program; an unknown key leaves the first."""
        self.box.setCurrentIndex(max(0, self.box.findData(key)))
