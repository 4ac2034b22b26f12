"""A question that says some lines: what will happen, what it means; one yes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.words import MarkedWords, Paragraph


class LinesDialog(Asking):
    """Says some lines, the last with a mark; answers True."""

    def __init__(
        self, title: str, accept: str, lines: Sequence[str], parent: QWidget, *, warns: bool = False
    ) -> None:
        super().__init__(title, accept, parent)
        self.setMinimumWidth(600)
        self.lines = tuple(lines)
        *first, last = lines
        for each in first:
            self.whole.addWidget(Paragraph(each, "body", "text"))
            self.whole.addSpacing(6)
        mark, tone = ("late", "late") if warns else ("check", "text")
        sign = MarkedWords(mark, "", tone)
        sign.setFixedSize(tokens.MARK + 4, 20)
        line = row(sign, Paragraph(last, "strong", tone), gap=4)
        line.setStretch(1, 1)
        self.whole.addLayout(line)
        self.end()
        self.no.setFocus() if warns else self.yes.setFocus()

    def answer(self) -> bool:
        """Yes."""
        return True
