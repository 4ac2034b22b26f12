"""Line icons of the rail and the top bar, drawn as vectors; marks of states are not here."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 16.0
Stroke = Callable[[QPainterPath], None]


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw the icon into the square middle of the box; an unknown name is a KeyError."""
    side = min(box.width(), box.height())
    path = QPainterPath()
    for stroke in ICONS[name]:
        stroke(path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    pen = QPen(colour, 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def line(*points: tuple[float, float]) -> Stroke:
    """An open polyline."""

    def draw(path: QPainterPath) -> None:
        path.moveTo(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))

    return draw


def box(left: float, top: float, right: float, bottom: float, radius: float = 0.0) -> Stroke:
    """A rectangle, rounded if a radius is given."""
    return lambda path: path.addRoundedRect(
        QRectF(left, top, right - left, bottom - top), radius, radius
    )


def circle(x: float, y: float, radius: float) -> Stroke:
    """A whole circle."""
    return lambda path: path.addEllipse(QPointF(x, y), radius, radius)


def arc(x: float, y: float, radius: float, start: float, sweep: float) -> Stroke:
    """A part of a circle, degrees counted from three o'clock against the clock."""

    def draw(path: QPainterPath) -> None:
        square = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        path.arcMoveTo(square, start)
        path.arcTo(square, start, sweep)

    return draw


_TRAY = (line((1.8, 9.5), (1.8, 13.8), (14.2, 13.8), (14.2, 9.5)),)

ICONS: dict[str, tuple[Stroke, ...]] = {
    "receive": (
        line((3.6, 2.7), (12.4, 2.7), (14.2, 9), (14.2, 13.3), (1.8, 13.3), (1.8, 9), (3.6, 2.7)),
        line((1.8, 9), (5.4, 9), (6.4, 11), (9.6, 11), (10.6, 9), (14.2, 9)),
    ),
    "queue": (
        line((5, 3.5), (14.2, 3.5)),
        line((5, 8), (14.2, 8)),
        line((5, 12.5), (14.2, 12.5)),
        line((1.6, 3.5), (3.2, 3.5)),
        line((1.6, 8), (3.2, 8)),
        line((1.6, 12.5), (3.2, 12.5)),
    ),
    "search": (circle(7, 7, 4.8), line((10.4, 10.4), (14.4, 14.4))),
    "hand_over": (
        line((1.8, 5), (13.6, 5)),
        line((10.8, 2.2), (13.6, 5), (10.8, 7.8)),
        line((14.2, 11), (2.4, 11)),
        line((5.2, 8.2), (2.4, 11), (5.2, 13.8)),
    ),
    "settle": (
        box(2.7, 1.8, 13.3, 14.2),
        line((5.2, 5), (10.8, 5)),
        line((5.2, 8), (10.8, 8)),
        line((5.2, 11), (10.8, 11)),
    ),
    "approve": (
        line((3, 10.4), (10.6, 2.8), (13.2, 5.4), (5.6, 13), (2.6, 13.4), (3, 10.4)),
        line((8, 14.2), (14.4, 14.2)),
    ),
    "return": (
        *_TRAY,
        line((8, 10.6), (8, 2.4)),
        line((4.8, 5.4), (8, 2.2), (11.2, 5.4)),
    ),
    "board": (
        line((1.8, 14), (14.4, 14)),
        line((3.8, 14), (3.8, 7.6)),
        line((7, 14), (7, 2.4)),
        line((10.2, 14), (10.2, 9.4)),
        line((13, 14), (13, 5.4)),
    ),
    "closing": (
        circle(8, 6.2, 4.4),
        line((5.4, 9.8), (4.2, 14.6), (8, 12.6), (11.8, 14.6), (10.6, 9.8)),
    ),
    "calendar": (
        box(1.8, 3.2, 14.2, 14),
        line((1.8, 6.6), (14.2, 6.6)),
        line((5, 1.4), (5, 4.6)),
        line((11, 1.4), (11, 4.6)),
    ),
    "procedures": (box(2.4, 2.2, 13.6, 13.8), line((5.4, 2.2), (5.4, 13.8))),
    "reports": (
        box(2.4, 1.8, 13.6, 14.2),
        line((5.2, 11.4), (5.2, 8.4)),
        line((8, 11.4), (8, 5)),
        line((10.8, 11.4), (10.8, 7)),
    ),
    "settings": (
        circle(8, 8, 3),
        line((8, 1), (8, 4)),
        line((8, 12), (8, 15)),
        line((1, 8), (4, 8)),
        line((12, 8), (15, 8)),
    ),
    "keys": (
        circle(8, 8, 6.3),
        arc(8, 6.3, 2.1, 180, -235),
        line((8.9, 8.1), (8, 9.1), (8, 10)),
        line((8, 11.2), (8, 12.6)),
    ),
    "scan": (
        line((1.6, 5), (1.6, 1.8), (4.8, 1.8)),
        line((11.2, 1.8), (14.4, 1.8), (14.4, 5)),
        line((14.4, 11), (14.4, 14.2), (11.2, 14.2)),
        line((4.8, 14.2), (1.6, 14.2), (1.6, 11)),
        line((5, 4.8), (5, 11.2)),
        line((8, 4.8), (8, 11.2)),
        line((11, 4.8), (11, 11.2)),
    ),
    "card": (
        box(1.4, 3, 14.6, 13, 1),
        box(3.8, 5.8, 7, 9),
        line((9, 6.4), (12.4, 6.4)),
        line((9, 9.2), (12.4, 9.2)),
    ),
    "printer": (
        line((4.4, 6), (4.4, 1.8), (11.6, 1.8), (11.6, 6)),
        line((4.4, 11.4), (1.8, 11.4), (1.8, 6), (14.2, 6), (14.2, 11.4), (11.6, 11.4)),
        box(4.4, 9.4, 11.6, 14.2),
    ),
    "copy": (
        box(5.2, 5.2, 13.8, 13.8, 1),
        line((2.2, 10.8), (2.2, 2.2), (10.8, 2.2)),
    ),
    "waiting": (circle(8, 8, 6.3), line((8, 4), (8, 8), (11, 9.6))),
    "info": (
        circle(8, 8, 6.3),
        line((8, 7), (8, 11.6)),
        line((8, 4.2), (8, 5.6)),
    ),
}
