"""A short list to choose one line from: Enter takes it, Esc leaves."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable


class ChooseDialog(Asking):
    """Answers the key of the line chosen; lines are (key, words, who or when)."""

    def __init__(
        self, title: str, accept: str, lines: Sequence[tuple[str, str, str]], parent: QWidget
    ) -> None:
        super().__init__(title, accept, parent)
        self.resize(640, 460)
        self.table = RowsTable(title, (Column("", stretch=True), Column("", 330)))
        self.table.horizontalHeader().hide()
        self.table.show_rows(
            [
                Row(key, (Cell(words, strong=True), Cell(more, tone="text2")))
                for key, words, more in lines
            ]
        )
        self.table.opened.connect(lambda _key: self.accept())
        self.whole.addWidget(self.table, 1)
        self.end()
        self.table.setFocus()

    def answer(self) -> str:
        """The key of the line chosen."""
        return self.table.selected_key()
