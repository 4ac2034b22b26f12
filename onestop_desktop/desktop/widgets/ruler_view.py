"""Draws the ruler's plain shapes: bars, ticks, marks, words; where they stand is the domain's."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.domain.ruler import Bar, BarKind, Mark, MarkKind, Ruler, Tick, TickKind

_SIDE = 17.0
_ABOVE, _BAR, _BELOW = 19.0, 12.0, 22.0
_DAYS = (later("T2"), later("T3"), later("T4"), later("T5"), later("T6"), later("T7"), later("CN"))
_MARK_WORDS = {
    MarkKind.RECEIVED: later("nhận"),
    MarkKind.NOW: later("bây giờ"),
    MarkKind.DUE: later("hẹn"),
}


class RulerView(QWidget):
    """One widget for a day, a week, who held it, try a deadline; its description is the why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruler: Ruler | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Thước thời hạn"))

    def show_ruler(self, ruler: Ruler | None, why: str = "") -> None:
        """Show shapes, or nothing; `why` is what a screen reader says."""
        self._ruler = ruler
        self.setAccessibleDescription(why)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, int(_ABOVE + _BAR + _BELOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ruler is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for bar in self._ruler.bars:
                self._bar(painter, bar)
            self._ticks(painter, self._ruler.ticks)
            self._marks(painter, self._ruler)

    def _x(self, at: float) -> float:
        return _SIDE + at * (self.width() - 2 * _SIDE)

    def _bar(self, painter: QPainter, bar: Bar) -> None:
        left, right = round(self._x(bar.left)), round(self._x(bar.right))
        box = QRectF(left, _ABOVE, right - left, _BAR)
        if bar.kind is BarKind.CLOSED:
            pen = QPen(theme.colour("hint"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            middle = _ABOVE + _BAR / 2 + 0.5
            painter.drawLine(QLineF(left, middle, right, middle))
        elif bar.kind is BarKind.PAUSE:
            self._hatched(painter, box, theme.colour("pause"))
        else:
            token = {BarKind.RUN: "accent", BarKind.LATE: "late", BarKind.FREE: "free"}
            painter.fillRect(box, theme.colour(token.get(bar.kind, "past")))
            if bar.kind is BarKind.RUN and bar.left > 0:
                # A hairline tells one day's run from the next.
                painter.fillRect(QRectF(left, _ABOVE, 1, _BAR), theme.colour("surface"))

    @staticmethod
    def _hatched(painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.save()
        painter.fillRect(box, theme.colour("pause_tint"))
        painter.setPen(QPen(ink, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setClipRect(box)
        start = int(box.left() - box.height())
        for x in range(start - start % 6, int(box.right()), 6):
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        painter.restore()

    def _ticks(self, painter: QPainter, ticks: tuple[Tick, ...]) -> None:
        painter.setFont(theme.font("ruler"))
        free_from = -1e9
        for tick in ticks:
            word = _tick_word(tick)
            width = theme.text_width("ruler", word)
            x = self._x(tick.at)
            left = min(max(0.0, x - width / 2), self.width() - width)
            painter.fillRect(QRectF(round(x), _ABOVE + _BAR, 1, 5), theme.colour("border"))
            if left < free_from:
                continue  # labels never run into each other; the tick itself stays
            free_from = left + width + 6
            painter.setPen(theme.colour("text2"))
            painter.drawText(QPointF(left, _ABOVE + _BAR + 16), word)

    def _marks(self, painter: QPainter, ruler: Ruler) -> None:
        taken: list[tuple[float, float]] = []
        # The promise gets its word first; what would run into it moves or falls silent.
        for mark in sorted(ruler.marks, key=lambda each: each.kind is not MarkKind.DUE):
            x = round(self._x(mark.at))
            due = mark.kind is MarkKind.DUE
            ink = theme.colour("accent" if due else "text")
            painter.fillRect(QRectF(x - 1, _ABOVE - 4, 2, _BAR + 8), ink)
            word = _mark_word(mark, ruler.by_hour)
            width = theme.text_width("ruler_strong", word)
            left = x - width - 8 if due else x - width / 2
            if due:
                self._diamond(painter, QPointF(x, _ABOVE - 5), ink)
                left = x + 8 if left < 0 else left
            left = min(max(0.0, left), self.width() - width)
            if any(left < end and begin < left + width for begin, end in taken):
                continue
            taken.append((left - 8, left + width + 8))
            painter.setPen(ink)
            painter.setFont(theme.font("ruler_strong"))
            painter.drawText(QPointF(left, _ABOVE - 8), word)

    @staticmethod
    def _diamond(painter: QPainter, middle: QPointF, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        around = (QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0))
        painter.drawPolygon(QPolygonF([middle + step for step in around]))


def _tick_word(tick: Tick) -> str:
    if tick.kind is TickKind.HOUR:
        return f"{tick.moment:%H:%M}"
    day = tr(_DAYS[tick.moment.weekday()])
    return f"{day} {tr('nghỉ')}" if tick.kind is TickKind.DAY_OFF else f"{day} {tick.moment:%d/%m}"


def _mark_word(mark: Mark, by_hour: bool) -> str:
    word = f"{tr(_MARK_WORDS[mark.kind])} {mark.moment:%H:%M}"
    if mark.kind is MarkKind.DUE and not by_hour:
        word += f" {tr(_DAYS[mark.moment.weekday()])} {mark.moment:%d/%m}"
    return word
