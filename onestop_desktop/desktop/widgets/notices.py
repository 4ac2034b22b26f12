"""What the desk says without a dialog: refusal strip, toast, empty state, clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.marks import MarkView
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.announce import announce
from onestop_desktop.desktop.widgets.buttons import KeyButton, undo_button
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords, Paragraph, Pill, Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STAYS_MS = 6000
_WEEKDAYS = (
    later("Thứ Hai"),
    later("Thứ Ba"),
    later("Thứ Tư"),
    later("Thứ Năm"),
    later("Thứ Sáu"),
    later("Thứ Bảy"),
    later("Chủ nhật"),
)


class RefusalStrip(QFrame):
    """Above the footer: nothing was written or lost; `to_fault` goes to the field."""

    to_fault = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refusal")
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 8, 0)
        row.setSpacing(tokens.SPACE_M)
        self._head = MarkedWords("late", "", "late", "strong")
        self._sentence = ElidedWords("", "body", "text")
        self.button = action_button("to_fault")
        self.button.clicked.connect(self.to_fault)
        row.addWidget(self._head)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        self.hide()

    def show_refusal(self, head: str, sentence: str, *, to_fault: bool = True) -> None:
        """Say what was refused; `to_fault` offers the way to the field."""
        self._head.show_words("late", head, "late")
        self._sentence.set_whole(sentence)
        self.button.setVisible(to_fault)
        self.setAccessibleName(f"{head} {sentence}")
        self.show()
        announce(self)

    def sentence(self) -> str:
        """The sentence shown, or "" when hidden."""
        return "" if self.isHidden() else self._sentence.whole()


class Toast(QFrame):
    """At the bottom right, on dark ground: what happened, and its undo."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setFixedSize(tokens.RIGHT_COLUMN, tokens.TOAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(16)
        self._mark = MarkView("check", "on_toast", 14)
        row.addWidget(self._mark)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._title = ElidedWords("", "strong", "on_toast")
        self._detail = Paragraph("", "label", "on_toast")
        self.warns = False
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.button = undo_button()
        self.button.clicked.connect(self.undo_wanted)
        row.addWidget(self.button)
        # Without an undo nothing waits here; it goes by itself.
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(STAYS_MS)
        self._away.timeout.connect(self.hide)
        self.hide()

    def say(
        self, title: str, detail: str = "", *, undo: bool = False, warning: bool = False
    ) -> None:
        """Show what happened for a while; with `undo` (it offers Alt+H) or as a `warning` until
        `hide()` or the next word.
        """
        self.warns = warning
        self._mark.show_mark("soon" if warning else "check", "on_toast")
        self._title.set_whole(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setToolTip(detail)
        self.button.setVisible(undo)
        self.setFixedHeight(self._tall(detail))
        self.setAccessibleName(f"{title}. {detail}")
        self.show()
        self.raise_()
        if undo or warning:
            self._away.stop()
        else:
            self._away.start()
        announce(self)

    def title(self) -> str:
        """What is said, or "" when hidden."""
        return "" if self.isHidden() else self._title.whole()

    def detail(self) -> str:
        """The second line, whole, or "" when hidden."""
        return "" if self.isHidden() else self._detail.text()

    def _tall(self, detail: str) -> int:
        """As tall as a sentence that wraps needs."""
        room = self.width() - 16 - 16 - 14 - 8
        room -= self.button.sizeHint().width() + 16 if self.button.isVisibleTo(self) else 0
        lines = self._detail.heightForWidth(room) - self._detail.heightForWidth(2**14)
        return tokens.TOAST + (max(0, lines) if detail else 0)


class EmptyState(QWidget):
    """One sentence and one act where a list has no rows; `acted` is the press."""

    acted = Signal()

    def __init__(
        self, sentence: str, act: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE_S, tokens.SPACE_XXL, 0, 0)
        column.setSpacing(tokens.SPACE_M)
        self.sentence = Words(sentence, "body", "text2")
        column.addWidget(self.sentence)
        self.button: KeyButton | None = None
        if act:
            self.button = KeyButton(act, key)
            self.button.clicked.connect(self.acted)
            column.addWidget(self.button)
            self.setFocusProxy(self.button)
        column.addStretch(1)


class ClockView(QWidget):
    """Hour and day of an injected clock; a clock that is not the real one says so."""

    def __init__(
        self, now: Callable[[], datetime], *, made_up: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_S)
        self._made_up = Pill("soon", "soon", tr("Đồng hồ thử"))
        row.addWidget(self._made_up)
        self.show_made_up(made_up)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.hour = Words("", "clock")
        self.day = Words("", "label", "text2")
        column.addStretch(1)
        for part in (self.hour, self.day):
            column.addWidget(part)
            part.setAlignment(_RIGHT)
        column.addStretch(1)
        row.addLayout(column)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self.tick()

    def show_made_up(self, made_up: bool) -> None:
        """Say whether this clock is not the real one."""
        self._made_up.setVisible(made_up)

    def tick(self) -> None:
        """Show the time now, and come back when the minute turns."""
        now = self._now()
        self.hour.setText(f"{now:%H:%M}")
        self.day.setText(f"{weekday(now)} {now:%d/%m/%Y}")
        self._timer.start(60_000 - (now.second * 1000 + now.microsecond // 1000) + 20)


def weekday(moment: datetime) -> str:
    """The day's name in the language now spoken."""
    return tr(_WEEKDAYS[moment.weekday()])
