"""Arrangements every page repeats: head, footer, rows and columns without margins."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.words import ElidedWords, Words

Part = QWidget | QLayout | int | None


def row(*parts: Part, gap: int = tokens.FIELD_GAP, top: bool = True) -> QHBoxLayout:
    """Widgets side by side; None is elastic, a number a gap; `top` aligns upper edges."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part, 0, side)
    return made


def column(*parts: Part, gap: int = 0) -> QVBoxLayout:
    """Widgets one above the other; None is elastic, a number a gap."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part)
    return made


def wide_first(wide: QWidget, other: QWidget) -> QHBoxLayout:
    """A field that takes the room left by the other one."""
    made = row(wide, other)
    made.setStretch(0, 1)
    return made


class Scroller(QScrollArea):
    """A form that scrolls only where the window is too low for it; the focus stays in sight."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._holder = QWidget()
        self._holder.setLayout(layout)
        self.setWidget(self._holder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._holder.minimumSizeHint().width(), 120)

    def sizeHint(self) -> QSize:
        return self._holder.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_focus)  # once the form has its new places

    def show_spot(self, widget: QWidget) -> None:
        """Keep what the widget's cursor stands on in sight."""
        spot = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(spot, QRect) and spot.height() < self.viewport().height():
            middle = widget.mapTo(self._holder, spot.center())
            self.ensureVisible(middle.x(), middle.y(), 0, tokens.SPACE_XXL + spot.height())

    def _show_focus(self) -> None:
        self._focus_moved(None, QApplication.focusWidget())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or not self._holder.isAncestorOf(now):
            return
        if now.height() < self.viewport().height() - tokens.SPACE_XXL:
            self.ensureWidgetVisible(now, 0, tokens.SPACE_XXL)
        else:  # a table too high for the window: its head, with the words above it
            top = now.mapTo(self._holder, QPoint()).y()
            self.verticalScrollBar().setValue(top - tokens.SPACE_XXL)
            self.show_spot(now)


class SideBySide(Scroller):
    """Columns side by side; in a narrow window one above the other.

    `side` has a fixed width of its own, `width` pixels, while it stands beside the others.
    """

    def __init__(self, columns: QBoxLayout, side: QWidget | None = None, width: int = 0) -> None:
        super().__init__(columns)
        self._columns, self._side, self._width = columns, side, width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < tokens.ONE_COLUMN_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else across)
        if self._side is not None:
            self._side.setMinimumWidth(0 if narrow else self._width)
            self._side.setMaximumWidth(self.width() if narrow else self._width)


class PageHead(QWidget):
    """A page's title, an act and a hint beside it, and whatever stands at the right."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        right: Sequence[QWidget] = (),
        beside: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(52)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 12, 0, 8)
        line.setSpacing(tokens.FIELD_GAP)
        self.title = Words(title, "title")
        self.hint = ElidedWords(hint, "label", "text2")
        for widget in (self.title, *beside):
            line.addWidget(widget)
        line.addWidget(self.hint, 1)
        for widget in right:
            line.addWidget(widget)


class Footer(QFrame):
    """The line of acts at the bottom: lesser ones at the left, the primary at the right.

    Where they do not all fit, the lesser ones show their keys alone.
    """

    def __init__(
        self,
        left: Sequence[QWidget] = (),
        right: Sequence[QWidget] = (),
        *,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setFixedHeight(tokens.FOOTER)
        line = QHBoxLayout(self)
        # Flush: the footer ends where its column ends, another column stands beside it.
        line.setContentsMargins(tokens.PAGE_MARGIN, 1, 0 if flush else tokens.PAGE_MARGIN, 0)
        line.setSpacing(tokens.SPACE_S)
        for widget in left:
            line.addWidget(widget)
        line.addStretch(1)
        for widget in right:
            line.addWidget(widget)
        self._lesser = [each for each in (*right[:-1], *left) if isinstance(each, KeyButton)]
        self._all = [*left, *right]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.FOOTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # an act has come or gone, or has other words
        return super().event(event)

    def _fit(self) -> None:
        """Words give way from the last lesser act on, never the primary's."""
        shown = [each for each in self._all if not each.isHidden()]
        lesser = [each for each in self._lesser if not each.isHidden()]
        wide = {each: each.whole_width(compact=False) for each in lesser}
        rest = [each.minimumSizeHint().width() for each in shown if each not in lesser]
        line = self.layout()
        margins = line.contentsMargins() if line else QMargins()
        room = self.width() - margins.left() - margins.right()
        # The stretch in the middle has space at both sides.
        room -= tokens.SPACE_S * (len(shown) + 1) + sum(rest)
        for button in reversed(lesser):
            compact = sum(wide.values()) > room
            if compact:
                wide[button] = button.whole_width(compact=True)
            button.compact(compact)
