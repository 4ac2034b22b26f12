"""The accounts as they look: one table, acts on the row; it decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable

ACTS = ("own_password", "change_role", "new_first_password", "disable_account")


class AccountsView(Page):
    """`acted(action)` with the account in hand, `shown_again()`."""

    acted = Signal(str)
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = RowsTable(
            tr("Tài khoản"),
            (
                Column(tr("Tên đăng nhập"), 180),
                Column(tr("Cán bộ"), stretch=True),
                Column(tr("Vai"), 200),
                Column(tr("Tình trạng"), 240),
            ),
        )
        self.head = PageHead(tr("Tài khoản"), "")
        self.buttons = {name: action_button(name) for name in ACTS}
        add = action_button("add_account", PRIMARY)
        for name, button in (*self.buttons.items(), ("add_account", add)):
            button.clicked.connect(lambda _on=False, wanted=name: self.acted.emit(wanted))
        body = column(self.head, self.table)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer(tuple(self.buttons.values()), (add,)))

    def show_rows(self, rows: Sequence[Row], hint: str) -> None:
        """Show every account."""
        self.table.show_rows(rows)
        self.head.hint.set_whole(hint)

    def entered(self) -> None:
        self.table.setFocus()
        self.shown_again.emit()
