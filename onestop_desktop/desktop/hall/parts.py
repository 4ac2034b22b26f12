"""What the hall's window is made of: words as large as their room, kinds to press, the numbers called."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.words import ElidedWords, Words, rule
from onestop_desktop.domain.tickets import Kind, Ticket

_KEY_ROOM = 56
_LEAST, _MOST = 64, 120


class Large(QWidget):
    """One line of words, as large as its room allows."""

    def __init__(self, tone: str = "text", most: int = 400) -> None:
        super().__init__()
        self._text, self._tone, self._most = "", tone, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def text(self) -> str:
        """The words shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        font = QFont(theme.font("board_number"))
        font.setPixelSize(max(12, min(self._most, int(self.height() * 0.78))))
        wide = QFontMetricsF(font).horizontalAdvance(self._text)
        if wide > self.width() > 0:
            font.setPixelSize(max(12, int(font.pixelSize() * self.width() / wide)))
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(theme.colour(self._tone))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)


class KindButton(QAbstractButton):
    """One kind of service: its key, its words in both languages, how many wait for it."""

    def __init__(self, kind: Kind, key: str) -> None:
        super().__init__()
        self.kind, self._key = kind, key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the whole window
        self.show_waiting(0)

    def show_waiting(self, waiting: int) -> None:
        """How many wait now."""
        self._waits = tr("{n} đang chờ").format(n=waiting) if waiting else ""
        parts = (self.kind.name, self._key, self._waits)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 76)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            ground = theme.colour("tint" if self.isDown() else "surface")
            paint.frame(painter, box, ground, theme.colour("border"), tokens.RADIUS)
            middle = box.center().y()
            key = QRectF(box.left(), box.top(), _KEY_ROOM, box.height())
            painter.setFont(theme.font("board_text"))
            painter.setPen(theme.colour("accent"))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
            room = box.right() - tokens.SPACE_L - key.right()
            name = QRectF(key.right(), middle - 27, room, 28)
            paint.words(painter, name, self.kind.name, "board_label", theme.colour("text"))
            waits = theme.text_width("primary", self._waits)
            at = QRectF(key.right() + room - waits, middle + 3, waits + 1, 20)
            paint.words(painter, at, self._waits, "primary", theme.colour("text2"))
            english = QRectF(key.right(), middle + 3, room - waits - tokens.SPACE_S, 20)
            paint.words(painter, english, self.kind.english, "body", theme.colour("text2"))


class CalledPanel(QFrame):
    """The number called last, as large as it goes, and those before it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.number, self.counter = Large("accent", 190), Large("text", 64)
        self._before = [
            (Words("", "board_share"), ElidedWords("", "board_label")) for _ in range(lines)
        ]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.addWidget(Words(tr("Mời số"), "board_label", "text2"))
        whole.addWidget(self.number, 3)
        whole.addWidget(self.counter, 1)
        for number, counter in self._before:
            whole.addWidget(rule())
            line = QHBoxLayout()
            number.setFixedWidth(140)
            counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(number)
            line.addWidget(counter, 1)
            whole.addLayout(line)

    def show_called(self, called: Sequence[Ticket]) -> None:
        """The newest first; none of a day that has only begun."""
        words = [(each.name, each.counter) for each in called]
        (number, counter), *before = [*words, *[("", "")] * (len(self._before) + 1)]
        self.number.set_text(number)
        self.counter.set_text(counter)
        for (name, place), each in zip(self._before, before, strict=False):
            name.setText(each[0])
            place.set_whole(each[1])

    def shown(self) -> list[tuple[str, str]]:
        """Number and counter of each line, the newest first."""
        lines = [(self.number.text(), self.counter.text())]
        lines += [(number.text(), counter.whole()) for number, counter in self._before]
        return [each for each in lines if each[0]]
