"""The promise, the largest thing on the screen: hour, day, why, ruler; it computes none of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.ruler_view import RulerView
from onestop_desktop.desktop.widgets.words import ElidedWords, Paragraph, Words
from onestop_desktop.domain.ruler import Ruler


@dataclass(frozen=True, slots=True)
class Promise:
    """What the panel shows, in finished words: "17:00", "hôm nay", "Thứ Năm 15/07/2021", …"""

    hour: str
    day: str
    date: str
    why: str
    left: str
    ruler: Ruler | None = None


class AppointmentPanel(QFrame):
    """Shows a promise, or one sentence where there is none yet; `told(words)` in one line."""

    told = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 6)
        column.setSpacing(0)
        head = QHBoxLayout()
        self._title = Words(title or tr("Hẹn trả kết quả"), "section")
        self._left = ElidedWords("", "reason", "text2")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title)
        head.addWidget(self._left, 1)
        column.addLayout(head)
        column.addSpacing(1)
        column.addLayout(self._promise_row())
        self._why = Paragraph("", "reason", "text2")
        # Three lines: what it is, what is left out, when to come.
        self._why.setMinimumHeight(54)
        column.addWidget(self._why)
        column.addSpacing(4)
        self._ruler = RulerView()
        column.addWidget(self._ruler)
        self.setFixedHeight(202)

    def _promise_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._hour = Words("", "appointment")
        self._hour.setFixedHeight(48)
        day = QVBoxLayout()
        day.setSpacing(0)
        self._day = Words("", "clock")
        self._date = Words("", "body", "text")
        day.addStretch(1)
        day.addWidget(self._day)
        day.addWidget(self._date)
        day.addStretch(1)
        row.addWidget(self._hour)
        row.addLayout(day, 1)
        return row

    def show_promise(self, promise: Promise) -> None:
        """Show when, and why."""
        self._hour.setText(promise.hour)
        self._day.setText(promise.day)
        self._date.setText(promise.date)
        self._left.set_whole(promise.left)
        self._why.setText(promise.why)
        self._why.setToolTip(promise.why)
        self._ruler.show_ruler(promise.ruler, promise.why)
        self.setAccessibleName(f"{self._title.text()}: {promise.hour} {promise.day} {promise.date}")
        self.setAccessibleDescription(promise.why)
        self.told.emit(f"{promise.hour} {promise.day} {promise.date} · {promise.why}")

    def show_nothing(self, sentence: str) -> None:
        """Show that there is no promise yet, and what it waits for."""
        self.show_promise(Promise("–", "", "", sentence, ""))
        self.told.emit(sentence)
