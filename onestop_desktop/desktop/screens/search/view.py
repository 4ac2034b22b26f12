"""The search as it looks: one line, one table, acts on the row; it decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.dossier_rows import columns
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.notices import EmptyState
from onestop_desktop.desktop.widgets.rows import Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import Words


class SearchView(Page):
    """`typed(text)` while typing, `opened(code)`, `reprinted(code)`."""

    typed = Signal(str)
    opened = Signal(str)
    reprinted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(tr("Tên, số định danh, điện thoại, mã hồ sơ; không cần dấu"))
        self.field.edit.enter_moves_on = False
        self.table = RowsTable(tr("Kết quả tìm"), columns())
        self.empty = EmptyState(tr("Gõ vài chữ để tìm trong mọi hồ sơ."))
        self.code = Words("", "body", "text2")
        self.head = PageHead(tr("Tra cứu"), "")
        self._open, self._print = action_button("open"), action_button("reprint")
        holder = QWidget()
        self._either = QStackedLayout(holder)
        self._either.addWidget(self.empty)
        self._either.addWidget(self.table)
        body = column(self.head, self.field, 12, holder)
        body.setStretch(body.count() - 1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer((self.code,), (self._open, self._print)))
        self._connect()

    def _connect(self) -> None:
        self.field.edited.connect(self.typed)
        self.field.entered.connect(self._into_list)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self.code.setText)
        self._open.clicked.connect(lambda: self._act(self.opened))
        self._print.clicked.connect(lambda: self._act(self.reprinted))

    def show_rows(self, rows: Sequence[Row], words: str) -> None:
        """Show the hits, and in words how many there are."""
        self.table.show_rows(rows)
        self.head.hint.set_whole(words)
        self.empty.sentence.setText(words or tr("Gõ vài chữ để tìm trong mọi hồ sơ."))
        self._either.setCurrentIndex(1 if rows else 0)
        self.code.setText(self.table.selected_key())
        for button in (self._open, self._print):
            button.setEnabled(bool(rows))

    def entered(self) -> None:
        self.field.edit.setFocus()
        self.field.edit.selectAll()

    def _into_list(self) -> None:
        if self.table.selected_key():
            self.table.setFocus()

    def _act(self, signal: SignalInstance) -> None:
        if key := self.table.selected_key():
            signal.emit(key)
