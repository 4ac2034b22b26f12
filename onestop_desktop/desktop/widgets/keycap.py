"""A key's name in its small box, standing alone beside words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onestop_desktop.desktop.widgets import paint


class KeyCap(QWidget):
    """A key's name as an officer reads it on the keyboard."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def key(self) -> str:
        """The key's name."""
        return self._key

    def sizeHint(self) -> QSize:
        return QSize(int(paint.hint_width(self._key) + 0.999), paint.HINT_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            paint.key_hint(painter, box.right(), box.center().y(), self._key)
