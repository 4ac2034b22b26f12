"""One ring around whatever has the focus: two pixels of accent with one pixel of air."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from onestop_desktop.desktop import theme, tokens

_OUT = 3
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """Lies over one window and follows its focus; a widget with `ownRing` draws its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = []
        window = self.parentWidget()
        if new is None or window is None or new.window() is not window:
            self.hide()
            return
        step: QWidget | None = new
        while step is not None and step is not window:
            self._followed.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None or not self._followed:
            return
        widget = self._followed[0]
        if widget.property("ownRing") or not widget.isVisibleTo(window):
            self.hide()
            return
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        box.adjust(-_OUT, -_OUT, _OUT, _OUT)
        for above in self._followed[1:]:
            if isinstance(above, QScrollArea | QAbstractScrollArea):
                # What has been scrolled away has no ring.
                box &= QRect(above.mapTo(window, QPoint(-_OUT, -_OUT)), above.size())
        self.setGeometry(box)
        self.setVisible(not box.isEmpty())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, tokens.RADIUS + 2, tokens.RADIUS + 2)
