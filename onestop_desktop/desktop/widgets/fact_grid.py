"""What the desk knows of a dossier, label beside value; a value too long is cut, whole in its tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.widgets.words import ElidedWords, Words


class FactGrid(QWidget):
    """At most `rows` pairs below each other."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[tuple[Words, ElidedWords]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(tokens.SPACE_L)
        grid.setColumnStretch(1, 1)
        for number in range(rows):
            label, value = Words("", "label", "text2"), ElidedWords("", "value", "text")
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1)
            self.pairs.append((label, value))

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Label and value pairs; what is not told takes no room."""
        for number, (label, value) in enumerate(self.pairs):
            pair = facts[number] if number < len(facts) else ("", "")
            label.setText(pair[0])
            value.set_whole(pair[1])
            for words in (label, value):
                words.setVisible(number < len(facts))
