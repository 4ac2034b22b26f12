"""State marks drawn as vectors by name: shape speaks beside word and colour; no text, no font."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens

# Every mark is drawn on a square of 12 units, so that 12 px on screen falls on whole pixels.
GRID = 12.0
Drawing = Callable[[QPainter, QColor], None]


def paint_mark(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw the mark into the square middle of the box; an unknown name is a KeyError."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    MARKS[name](painter, colour)
    painter.restore()


def _filled(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _pen(colour: QColor, width: float = 1.6) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    )


def _line(painter: QPainter, colour: QColor, width: float, *points: tuple[float, float]) -> None:
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _ring(painter: QPainter, colour: QColor, radius: float = 4.4, width: float = 1.6) -> None:
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 6), radius, radius)


def _disc(painter: QPainter, colour: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(6, 6), radius, radius)


def _late(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (6, 0.4), (11.6, 6), (6, 11.6), (0.4, 6))


def _soon(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (6, 1), (11.8, 11), (0.2, 11))


def _open(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour)


def _pause(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (2.4, 1.5), (4.9, 1.5), (4.9, 10.5), (2.4, 10.5))
    _filled(painter, colour, (7.1, 1.5), (9.6, 1.5), (9.6, 10.5), (7.1, 10.5))


def _check(painter: QPainter, colour: QColor) -> None:
    _line(painter, colour, 2.2, (0.9, 6.2), (4.4, 9.8), (11.2, 2.4))


def _received(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour, 4.6)
    _disc(painter, colour, 2.1)


def _not_received(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour, 4.8, 1.4)
    _line(painter, colour, 1.4, (3.9, 3.9), (8.1, 8.1))
    _line(painter, colour, 1.4, (8.1, 3.9), (3.9, 8.1))


def _half(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour, 4.5)
    half = QPainterPath()
    half.moveTo(6, 1.5)
    half.arcTo(QRectF(1.5, 1.5, 9, 9), 90, 180)
    half.closeSubpath()
    painter.fillPath(half, colour)


def _fee(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour, 5.0, 1.3)
    _line(painter, colour, 1.5, (4.6, 3.8), (4.6, 8.2))
    _line(painter, colour, 1.5, (7.4, 3.8), (7.4, 8.2))


def _withdrawn(painter: QPainter, colour: QColor) -> None:
    _line(painter, colour, 1.7, (11.2, 6), (1.6, 6))
    _line(painter, colour, 1.7, (5.4, 1.9), (1.3, 6), (5.4, 10.1))


def _stopped(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (1.5, 1.5), (10.5, 1.5), (10.5, 10.5), (1.5, 10.5))


def _returned(painter: QPainter, colour: QColor) -> None:
    disc = QPainterPath()
    disc.addEllipse(QPointF(6, 6), 5.6, 5.6)
    stroke = QPainterPath()
    # The check is cut out of the disc, so the mark needs no second colour.
    stroke.addPolygon(_band(((3.1, 6.2), (5.2, 8.3), (9.0, 4.0)), 1.5))
    painter.fillPath(disc.subtracted(stroke), colour)


def _band(points: tuple[tuple[float, float], ...], width: float) -> QPolygonF:
    """A two-armed stroke as an outline: out on one side, back on the other."""
    (ax, ay), (bx, by), (cx, cy) = points
    first, second = math.hypot(bx - ax, by - ay), math.hypot(cx - bx, cy - by)
    nx1, ny1 = -(by - ay) / first * width / 2, (bx - ax) / first * width / 2
    nx2, ny2 = -(cy - by) / second * width / 2, (cx - bx) / second * width / 2
    mx, my = nx1 + nx2, ny1 + ny2
    outline = [
        (ax + nx1, ay + ny1),
        (bx + mx, by + my),
        (cx + nx2, cy + ny2),
        (cx - nx2, cy - ny2),
        (bx - mx, by - my),
        (ax - nx1, ay - ny1),
    ]
    return QPolygonF([QPointF(x, y) for x, y in outline])


def _card(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1.2, 1.2, 9.6, 9.6))
    _filled(painter, colour, (5.2, 5.2), (6.8, 5.2), (6.8, 8.8), (5.2, 8.8))
    _filled(painter, colour, (5.2, 3.0), (6.8, 3.0), (6.8, 4.4), (5.2, 4.4))


def _lock(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(2.2, 5.4, 7.6, 5.6))
    arch = QPainterPath(QPointF(3.8, 5.4))
    arch.lineTo(3.8, 3.4)
    arch.arcTo(QRectF(3.8, 1.2, 4.4, 4.4), 180, -180)
    arch.lineTo(8.2, 5.4)
    painter.drawPath(arch)


def _box(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.7, 0.7, 10.6, 10.6), 2, 2)


def _ticked(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, 12, 12), 2, 2)
    _line(painter, theme.colour("on_accent"), 1.8, (2.6, 6.2), (5, 8.6), (9.6, 3.4))


def _box_locked(painter: QPainter, colour: QColor) -> None:
    _box(painter, colour)
    _line(painter, colour, 1.4, (2.5, 9.5), (9.5, 2.5))


def _none(_painter: QPainter, _colour: QColor) -> None:
    """A mark that keeps its room empty."""


MARKS: dict[str, Drawing] = {
    "none": _none,
    "late": _late,
    "soon": _soon,
    "open": _open,
    "pause": _pause,
    "check": _check,
    "received": _received,
    "not_received": _not_received,
    "half": _half,
    "fee": _fee,
    "withdrawn": _withdrawn,
    "stopped": _stopped,
    "returned": _returned,
    "card": _card,
    "lock": _lock,
    "unticked": _box,
    "ticked": _ticked,
    "unticked_locked": _box_locked,
}


class MarkView(QWidget):
    """A mark alone, of a fixed size; the word beside it is another widget's."""

    def __init__(
        self, name: str, tone: str, size: int = tokens.MARK, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_mark(painter, self._name, QRectF(self.rect()), theme.colour(self._tone))
