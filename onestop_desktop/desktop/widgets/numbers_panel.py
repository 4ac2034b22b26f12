"""The numbers just given, large for the stamp: which paper, its number in the book, the receipt of the fee."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.layouts import Scroller, column, row
from onestop_desktop.desktop.widgets.words import ElidedWords, Paragraph, Words

Line = tuple[str, str, str]
"""A number, the rest of what is stamped, the paper it stands for."""


class NumbersPanel(QFrame):
    """`again_wanted()` for the same citizen's next paper."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._shown: list[_NumberLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._name = ElidedWords("", "strong", "text")
        self._below = Paragraph("", "body", "text2")
        self._again = action_button("certify_again")
        self._again.clicked.connect(self.again_wanted)
        body = column(self._lines, None)
        whole = column(
            Words(tr("Số chứng thực"), "section"),
            self._name,
            4,
            Scroller(body),
            8,
            self._below,
            8,
            row(self._again, None),
        )
        whole.setStretch(3, 1)
        whole.setContentsMargins(16, 12, 16, 12 + tokens.TOAST)
        self.setLayout(whole)

    def show_numbers(self, name: str, lines: Sequence[Line], below: str) -> None:
        """Whose they are, each number, and what else is to be known."""
        for line in self._shown:
            self._lines.removeWidget(line)
            line.deleteLater()
        self._shown = [_NumberLine(*line) for line in lines]
        for line in self._shown:
            self._lines.addWidget(line)
        self._name.set_whole(name)
        self._below.setText(below)
        spoken = ", ".join(f"{number} {rest}: {paper}" for number, rest, paper in lines)
        self.setAccessibleName(f"{tr('Số chứng thực')}: {spoken}")
        self.setAccessibleDescription(below)


class _NumberLine(QWidget):
    """One number as large as the promise, the stamp's other words beside it."""

    def __init__(self, number: str, rest: str, paper: str) -> None:
        super().__init__()
        large = Words(number, "appointment")
        large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        beside = column(None, ElidedWords(rest, "clock"), ElidedWords(paper, "body", "text2"), None)
        line = row(large, beside)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
