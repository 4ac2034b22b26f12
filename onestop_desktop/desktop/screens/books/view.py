"""The registers as they look: which there are in a year, the lines of one of them, what may be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords

_LEFT, _TWO_LINES = 330, 46
ACTS = ("spoil", "new_volume", "close_book", "export_book")
"""What may be done beside printing, by action; not all with every register."""


class BooksView(Page):
    """`picked(register)`, `turned(years)` back or on, `acted(action)`, `opened(code)` of a line's
    dossier, `stop_wanted()` while a register is written, `shown_again()`.
    """

    picked = Signal(str)
    turned = Signal(int)
    acted = Signal(str)
    opened = Signal(str)
    stop_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.registers = RowsTable(
            tr("Các sổ"),
            (Column(tr("Các sổ"), stretch=True), Column(tr("Số dòng"), 84, right=True)),
            _TWO_LINES,
        )
        self.lines = RowsTable(
            tr("Nội dung sổ"),
            (
                Column(tr("Số"), 96),
                Column(tr("Ngày"), 112),
                Column(tr("Nội dung"), stretch=True),
                Column(tr("Bản"), 64, right=True),
                Column(tr("Số tiền"), 104, right=True),
                Column(tr("Người ký, ghi chú"), 152),
            ),
            tokens.FORM_ROW,
        )
        self.said = ElidedWords("", "body", "text2")
        self.said.setFixedHeight(24)
        before, after = action_button("year_before"), action_button("year_after")
        before.clicked.connect(lambda: self.turned.emit(-1))
        after.clicked.connect(lambda: self.turned.emit(1))
        self.head = PageHead(tr("Sổ sách"), "", (before, after))
        self.buttons = {name: action_button(name) for name in ACTS}
        self._print = action_button("print_book", PRIMARY)
        self._print.clicked.connect(lambda: self.acted.emit("print_book"))
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, wanted=name: self.acted.emit(wanted))
        self._running = False
        self._lay_out()
        self.registers.picked.connect(self.picked)
        self.registers.opened.connect(lambda _key: self.lines.setFocus())
        self.lines.opened.connect(self.opened)

    def _lay_out(self) -> None:
        left = QFrame()
        left.setFixedWidth(_LEFT)
        left.setLayout(column(self.registers))
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addWidget(left)
        right = column(self.lines, self.said)
        right.setStretch(0, 1)
        both.addLayout(right, 1)
        body = column(self.head, both)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer(tuple(self.buttons.values()), (self._print,)))

    def show_registers(self, year: int, rows: Sequence[Row]) -> None:
        """Show the registers of a year; the one in hand stays in hand."""
        self.head.title.setText(tr("Sổ sách năm {year}").format(year=year))
        self.registers.show_rows(rows)

    def show_lines(self, rows: Sequence[Row], said: str, allowed: frozenset[str]) -> None:
        """Show one register, its totals, and what may be done with it."""
        self.lines.show_rows(rows)
        self.said.set_whole(said)
        for name, button in self.buttons.items():
            button.setVisible(name in allowed)
        self._print.setVisible("print_book" in allowed)

    def show_progress(self, done: int, whole: int) -> None:
        """How far a register is written; Esc calls it off."""
        self._running = done < whole
        words = tr("Đang ghi {done}/{whole}… Esc: dừng") if self._running else ""
        self.head.hint.set_whole(words.format(done=done, whole=whole))

    def end_progress(self) -> None:
        """Nothing is written any more."""
        self._running = False
        self.head.hint.set_whole("")

    def entered(self) -> None:
        self.registers.setFocus()
        self.shown_again.emit()

    def back(self) -> bool:
        if self._running:
            self.stop_wanted.emit()
            return True
        if self.lines.hasFocus():
            self.registers.setFocus()
            return True
        return False
