"""Draws a picture of plain shapes to its own size; its figures are walked by keys and opened by Enter or click."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from onestop_desktop.application.shapes import Box, Label, Picture, Shape, Sign, Stroke
from onestop_desktop.desktop import theme
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets.announce import described

_ON, _BACK = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureView(QWidget):
    """`opened(key)` when a figure is wanted; the picture fills the widget as far as its shape allows."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture(100, 100, ())
        self._at = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("ownRing", True)  # around the figure in hand

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; the figure in hand stays in hand where it is there again."""
        held = self.key()
        self._picture = picture
        keys = [spot.key for spot in picture.spots]
        self._at = keys.index(held) if held in keys else 0
        self._tell()
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The figure in hand, "" for none."""
        spots = self._picture.spots
        return spots[self._at].key if self._at < len(spots) else ""

    def sizeHint(self) -> QSize:
        return QSize(int(self._picture.width), int(self._picture.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def factor(self) -> float:
        """Screen pixels to one unit of the picture."""
        picture = self._picture
        return min(self.width() / picture.width, self.height() / picture.height)

    def _origin(self) -> QPointF:
        return QPointF(max(0.0, (self.width() - self._picture.width * self.factor()) / 2), 0)

    # -- painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._origin())
            factor = self.factor()
            for shape in self._picture.shapes:
                draw(painter, shape, factor)
            spots = self._picture.spots
            if self.hasFocus() and spots:
                spot = spots[self._at]
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                box = QRectF(spot.x, spot.y, spot.width, spot.height)
                painter.drawRoundedRect(_scaled(box, factor), 4, 4)

    # -- walking the figures
    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = len(self._picture.spots)
        if event.key() in (*_ON, *_BACK) and spots:
            self._at = (self._at + (1 if event.key() in _ON else -1)) % spots
            self._tell()
            self.update()
        elif event.key() in _OPEN and spots:
            self.opened.emit(self.key())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._spot_at(event.position())
        if at is not None:
            self._at = at
            self._tell()
            self.update()
            self.opened.emit(self.key())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _spot_at(self, point: QPointF) -> int | None:
        unit = (point - self._origin()) / self.factor()
        for at, spot in enumerate(self._picture.spots):
            if QRectF(spot.x, spot.y, spot.width, spot.height).contains(unit):
                return at
        return None

    def _tell(self) -> None:
        """A screen reader hears the figure in hand."""
        spots = self._picture.spots
        self.setAccessibleDescription(spots[self._at].sentence if spots else "")
        if self.hasFocus():
            described(self)


def draw(painter: QPainter, shape: Shape, factor: float) -> None:
    """One shape at so many pixels a unit."""
    if isinstance(shape, Box):
        _box(painter, shape, factor)
    elif isinstance(shape, Stroke):
        painter.setPen(QPen(theme.colour(shape.ink), shape.thick * factor))
        line = (shape.x, shape.y, shape.to_x, shape.to_y)
        painter.drawLine(QLineF(*(each * factor for each in line)))
    elif isinstance(shape, Sign):
        square = QRectF(shape.x, shape.y, shape.size, shape.size)
        paint_mark(painter, shape.name, _scaled(square, factor), theme.colour(shape.ink))
    else:
        _label(painter, shape, factor)


def _box(painter: QPainter, box: Box, factor: float) -> None:
    place = _scaled(QRectF(box.x, box.y, box.width, box.height), factor)
    painter.setBrush(theme.colour(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    if box.outline:
        thick = max(1.0, box.thick)
        painter.setPen(QPen(theme.colour(box.outline), thick))
        place.adjust(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawRect(place)


def _label(painter: QPainter, label: Label, factor: float) -> None:
    font = QFont(theme.font("strong" if label.strong else "body"))
    font.setPixelSize(max(1, round(label.size * factor)))
    metrics = QFontMetricsF(font)
    text = label.text
    if label.most:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, label.most * factor)
    wide = metrics.horizontalAdvance(text)
    left = label.x * factor - {"left": 0.0, "right": wide, "middle": wide / 2}[label.align]
    painter.setFont(font)
    painter.setPen(theme.colour(label.ink))
    painter.drawText(QPointF(left, label.y * factor), text)


def _scaled(box: QRectF, factor: float) -> QRectF:
    return QRectF(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor)
