"""A deadline to try: term or procedure, a moment, a pause; when it falls due, why, and its ruler."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.layouts import column, row
from onestop_desktop.desktop.widgets.ruler_view import RulerView
from onestop_desktop.desktop.widgets.words import ElidedWords, Paragraph, Words
from onestop_desktop.domain.ruler import Ruler

_SIDE = 14


class Trial(QFrame):
    """`edited()` after any change; it reckons nothing itself."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.head = SectionHead("1", tr("Thử tính hạn"), "Ctrl+1")
        self.term = Field(tr("Thời hạn hoặc thủ tục"))
        self.received = Field(tr("Lúc nhận"), width=144)
        self.pause = Field(tr("Dừng tính (nếu có)"))
        self.pause.edit.setPlaceholderText("4/8 10:00 - 5/8 15:00")
        self._what = ElidedWords("", "label", "text2")
        self._hour = Words("–", "appointment")
        self._hour.setFixedHeight(48)
        self._date = Words("", "clock")
        self._why = Paragraph("", "reason", "text")
        self._ruler = RulerView()
        self.head.asked.connect(self.term.edit.setFocus)
        for field in (self.term, self.received, self.pause):
            field.edited.connect(lambda _text: self.edited.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        when = row(self.received, self.pause)
        when.setStretch(1, 1)
        due = row(self._hour, self._date, None, top=False)
        inner = column(
            *(self.head, 2, self.term, self._what, 4, when, 6),
            *(due, self._ruler, self._why),
        )
        inner.setContentsMargins(_SIDE, 8, _SIDE, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(inner)

    def fill(self, typed: tuple[str, str, str]) -> None:
        """Put in term, reception, pause as they were typed."""
        for field, text in zip((self.term, self.received, self.pause), typed, strict=True):
            field.set_text(text)

    def typed(self) -> tuple[str, str, str]:
        """Term, reception, pause as they stand."""
        return self.term.text(), self.received.text(), self.pause.text()

    def show_due(self, hour: str, day: str, why: Sequence[str], ruler: Ruler | None) -> None:
        """Show when it falls due, and the steps of the reckoning, numbered."""
        self._hour.setText(hour)
        self._date.setText(day)
        steps = "\n".join(f"{at}  {words}." for at, words in enumerate(why, start=1))
        self._say(steps)
        self._ruler.show_ruler(ruler, steps)
        self.setAccessibleDescription(f"{hour} {day}. {steps}")

    def show_nothing(self, sentence: str) -> None:
        """Show why nothing can be told yet."""
        self._hour.setText("–")
        self._date.setText("")
        self._say(sentence)
        self._ruler.show_ruler(None)

    def _say(self, words: str) -> None:
        self._why.setText(words)
        # A label that wraps asks for its lines only once it knows how wide it stands.
        self._why.setFixedHeight(max(0, self._why.heightForWidth(self.width() - 2 * _SIDE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say(self._why.text())

    def show_what(self, words: str) -> None:
        """Say which procedure was understood."""
        self._what.set_whole(words)
        self._what.setVisible(bool(words))

    def why(self) -> str:
        """The steps now shown."""
        return self._why.text()
