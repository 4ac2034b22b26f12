"""The one question after a return, on the citizen's own monitor: three faces, or none of them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.monitors import fill_screen, other_screen
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.words import Words

FACES = (
    (3, later("Hài lòng"), "ready"),
    (2, later("Bình thường"), "accent"),
    (1, later("Chưa hài lòng"), "late"),
)
"""Each answer with its word and colour; the mouth speaks beside them."""
SHOWN_MS = 45_000
"""Who does not answer is not asked for ever."""


class Face(QAbstractButton):
    """A large face with its word below; Enter, Space or a touch is the answer."""

    def __init__(self, rating: int, word: str, ink: str) -> None:
        super().__init__()
        self._rating, self._ink = rating, ink
        self.setText(word)
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(190, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = min(self.width() - 24, self.height() - 64)
            middle = QPointF(self.width() / 2, 12 + side / 2)
            ink = theme.colour(self._ink)
            painter.setPen(QPen(ink, side / 22))
            painter.setBrush(theme.colour("tint" if self.hasFocus() else "surface"))
            painter.drawEllipse(middle, side / 2 - side / 22, side / 2 - side / 22)
            painter.setBrush(ink)
            for way in (-1, 1):
                eye = middle + QPointF(way * side * 0.17, -side * 0.1)
                painter.drawEllipse(eye, side / 30, side / 30)
            self._mouth(painter, middle, side)
            painter.setFont(theme.font("title"))
            painter.setPen(theme.colour("text"))
            below = QRectF(0, 16 + side, self.width(), 40)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())

    def _mouth(self, painter: QPainter, middle: QPointF, side: float) -> None:
        bend = {3: side * 0.2, 2: 0.0, 1: -side * 0.2}[self._rating]
        level = middle.y() + side * (0.16 if self._rating > 1 else 0.24)
        path = QPainterPath(QPointF(middle.x() - side * 0.2, level))
        path.quadTo(QPointF(middle.x(), level + bend), QPointF(middle.x() + side * 0.2, level))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class Faces(QWidget):
    """`answered(rating)`, or nothing: it goes by itself, by *Bỏ qua*, by the next dossier."""

    answered = Signal(int)

    def __init__(self, beside: QWidget) -> None:
        super().__init__(beside, Qt.WindowType.Window)
        self._beside = beside
        self.setObjectName("page")
        self.setWindowTitle(tr("Ý kiến của người dân"))
        self.question = Words(tr("Ông/bà có hài lòng với việc giải quyết hồ sơ không?"), "title")
        self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.faces = [Face(rating, tr(word), ink) for rating, word, ink in FACES]
        line = QHBoxLayout()
        for face, (rating, _, _) in zip(self.faces, FACES, strict=True):
            face.clicked.connect(lambda _on=False, given=rating: self._answer(given))
            line.addWidget(face)
        skip = KeyButton(tr("Bỏ qua"), "Esc")
        skip.clicked.connect(self.hide)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 28, 32, 24)
        whole.addWidget(self.question)
        whole.addSpacing(16)
        whole.addLayout(line, 1)
        whole.addLayout(row(None, skip, None))
        self.resize(760, 420)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def ask(self) -> None:
        """Ask on the other monitor, where there is one; the officer's focus stays where it is."""
        other = other_screen(self._beside)
        if other is None:
            return
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        fill_screen(self, other)
        self._timer.start(SHOWN_MS)

    def _answer(self, rating: int) -> None:
        self.hide()
        self.answered.emit(rating)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
