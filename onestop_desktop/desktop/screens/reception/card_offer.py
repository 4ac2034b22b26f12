"""What a card says, beside what stands in the fields, before it overwrites: Enter takes, Esc keeps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.layouts import column
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords


class CardOffer(QFrame):
    """`taken()` on Enter, `kept()` on Esc."""

    taken = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = MarkedWords("card", tr("Thẻ vừa quét khác với chữ đã gõ"), "card", "strong")
        self._read = ElidedWords("", "body", "text")
        self._typed = ElidedWords("", "label", "text2")
        take = KeyButton(tr("Lấy từ thẻ"), "Enter")
        keep = KeyButton(tr("Giữ chữ đã gõ"), "Esc")
        take.clicked.connect(self.taken)
        keep.clicked.connect(self.kept)
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 8, 8, 8)
        line.setSpacing(tokens.SPACE_S)
        line.addLayout(column(self._head, self._read, self._typed, gap=2), 1)
        line.addWidget(keep)
        line.addWidget(take)
        self.hide()

    def offer(self, read: str, typed: str) -> None:
        """Show both and wait for an answer; the focus comes here."""
        self._read.set_whole(tr("Trên thẻ: {text}").format(text=read))
        self._typed.set_whole(tr("Đang có: {text}").format(text=typed))
        self.setAccessibleName(f"{self._head.text()}. {read}. {typed}")
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
        else:
            super().keyPressEvent(event)
