"""The copies as they look: a list, the second place in a line, the acts below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column, row
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords

ACTS = ("try_copy", "restore_copy", "other_copy", "second_place", "print_recovery")


class BackupsView(Page):
    """`acted(action)`, `shown_again()`."""

    acted = Signal(str)
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.copies = RowsTable(
            tr("Các bản sao lưu"),
            (
                Column(tr("Lúc"), 168),
                Column(tr("Vì sao"), stretch=True),
                Column(tr("Số hồ sơ"), 96, right=True),
                Column(tr("Cỡ"), 96, right=True),
                Column(tr("Kiểm tra"), 176),
            ),
            tokens.FORM_ROW,
        )
        self.copies.opened.connect(lambda _key: self.acted.emit("try_copy"))
        self.head = PageHead(tr("Sao lưu"), "")
        self._mark = MarkedWords("none", "", "text2", "label")
        self._mark.setFixedSize(tokens.MARK + 4, 24)
        self.place = ElidedWords("", "body", "text2")
        self.place.setFixedHeight(24)
        self.buttons = {name: action_button(name) for name in ACTS}
        self.make = action_button("back_up", PRIMARY)
        for name, button in {**self.buttons, "back_up": self.make}.items():
            button.clicked.connect(lambda _on=False, wanted=name: self.acted.emit(wanted))
        line = row(self._mark, self.place, gap=4)
        line.setStretch(1, 1)
        body = column(self.head, line, self.copies)
        body.setStretch(2, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer(tuple(self.buttons.values()), (self.make,)))

    def show_copies(self, rows: Sequence[Row], said: str) -> None:
        """Show the copies there are."""
        self.copies.show_rows(rows)
        self.head.hint.set_whole(said)
        for name in ("try_copy", "restore_copy"):
            self.buttons[name].setEnabled(bool(rows))

    def show_place(self, words: str, mark: str, tone: str, *, chosen: bool) -> None:
        """Show how the second place is."""
        self._mark.setVisible(mark != "none")
        self._mark.show_words(mark, "", tone)
        self.place.setProperty("tone", tone)
        self.place.style().polish(self.place)
        self.place.set_whole(words)
        self.buttons["print_recovery"].setEnabled(chosen)

    def entered(self) -> None:
        self.copies.setFocus()
        self.shown_again.emit()
