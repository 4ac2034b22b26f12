"""Twelve months on one page, drawn; a cursor walks the days by arrow keys."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.screens.calendar.facts import DayFace, DayKind
from onestop_desktop.desktop.widgets.announce import described

_HEADS = (later("T2"), later("T3"), later("T4"), later("T5"), later("T6"), later("T7"), later("CN"))
_COLUMNS, _GAP = 4, 20
_TITLE, _HEAD = 20, 16
_WEEKS, _WEEK = 6, 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class YearView(QWidget):
    """`opened(date)` on Enter or double click on a day, `moved()` when the cursor went."""

    opened = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._faces: Mapping[date, DayFace] = {}
        self._year, self._today = 0, date.min
        self._cursor = date.min
        self._counted: frozenset[date] = frozenset()
        self._due: date | None = None

    def show_year(self, year: int, faces: Mapping[date, DayFace], today: date) -> None:
        """Show a year's days; the cursor stays on its day of the year."""
        self._faces, self._today = faces, today
        if year != self._year:
            self._year = year
            self._cursor = today if today.year == year else date(year, 1, 1)
            self.setAccessibleName(tr("Lịch năm {year}").format(year=year))
        self._tell(aloud=False)
        self.update()

    def show_deadline(self, counted: frozenset[date], due: date | None) -> None:
        """Show the days a tried deadline counts, and the day it falls due."""
        self._counted, self._due = counted, due
        self.update()

    def cursor_day(self) -> date:
        """The day under the cursor."""
        return self._cursor

    def sizeHint(self) -> QSize:
        return QSize(754, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 450)

    # -- hands
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            self._go(self._cursor + timedelta(step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if day := self._day_at(event.position()):
            self._go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if day := self._day_at(event.position()):
            self.opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell(aloud=True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            face = self._faces.get(day) if day else None
            QToolTip.showText(event.globalPos(), face.sentence if face else "", self)
            return True
        return super().event(event)

    def _go(self, day: date) -> None:
        if day in self._faces:
            self._cursor = day
            self._tell(aloud=True)
            self.update()
            self.moved.emit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the cursor stands, for whoever keeps it in sight."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self._faces:
            return self._cell(self._cursor).toRect()
        return super().inputMethodQuery(query)

    def _tell(self, *, aloud: bool) -> None:
        face = self._faces.get(self._cursor)
        self.setAccessibleDescription(face.sentence if face else "")
        if aloud and face:
            described(self)

    # -- drawing
    def _month_box(self, month: int) -> QRectF:
        across = (self.width() - (_COLUMNS - 1) * _GAP) / _COLUMNS
        rows = 12 // _COLUMNS
        down = self.height() / rows
        column, row = (month - 1) % _COLUMNS, (month - 1) // _COLUMNS
        return QRectF(column * (across + _GAP), row * down, across, down)

    def _cell(self, day: date) -> QRectF:
        box = self._month_box(day.month)
        wide = box.width() / _WEEK
        high = min(24.0, (box.height() - _TITLE - _HEAD - 2) / _WEEKS)
        first = day.replace(day=1).weekday()
        at = first + day.day - 1
        top = box.top() + _TITLE + _HEAD
        return QRectF(box.left() + at % _WEEK * wide, top + at // _WEEK * high, wide, high)

    def _day_at(self, point: QPointF) -> date | None:
        return next((day for day in self._faces if self._cell(day).contains(point)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._faces:
            return
        with QPainter(self) as painter:
            for month in range(1, 13):
                self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        box = self._month_box(month)
        painter.setFont(theme.font("section"))
        painter.setPen(theme.colour("text"))
        title = QRectF(box.left(), box.top(), box.width(), _TITLE)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, tr("Tháng {n}").format(n=month))
        painter.setFont(theme.font("ruler"))
        painter.setPen(theme.colour("text2"))
        wide = box.width() / _WEEK
        for at, head in enumerate(_HEADS):
            cell = QRectF(box.left() + at * wide, box.top() + _TITLE, wide, _HEAD)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, tr(head))
        for number in range(1, monthrange(self._year, month)[1] + 1):
            self._paint_day(painter, date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        face = self._faces.get(day)
        if face is None:
            return
        paint_day(
            painter,
            self._cell(day),
            f"{day.day}",
            face.kind,
            today=day == self._today,
            counted=day in self._counted,
            due=day == self._due,
        )
        if day == self._cursor and self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._cell(day).adjusted(-1, -1, 1, 1))


def paint_day(
    painter: QPainter,
    cell: QRectF,
    text: str,
    kind: DayKind,
    *,
    today: bool = False,
    counted: bool = False,
    due: bool = False,
) -> None:
    """A day as the year and the legend show it: shape, weight and frame speak beside the colour."""
    inner = cell.adjusted(0.5, 0.5, -0.5, -0.5)
    ground, ink, strong, frame = {
        DayKind.WORKED: (None, "text", False, None),
        DayKind.WEEKEND: ("free", "hint", False, None),
        DayKind.OFF: ("text2", "window", True, None),
        DayKind.OFF_UNSURE: ("soon_tint", "soon", True, "soon"),
        DayKind.MAKEUP: (None, "accent", True, "accent"),
    }[kind]
    if counted:
        ground, ink, strong = "selection", "accent", True
    if due:
        ground, ink, strong, frame = "accent", "on_accent", True, None
    painter.setPen(Qt.PenStyle.NoPen)
    if ground is not None:
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(inner, 2, 2)
    if today:
        frame = "text"
    if frame is not None:
        painter.setPen(
            QPen(theme.colour(frame), 2 if kind is not DayKind.OFF_UNSURE or today else 1)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 2, 2)
    painter.setFont(theme.font("strong" if strong else "body"))
    painter.setPen(theme.colour(ink))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
