"""The queue as it looks: chips with true counts, one table, acts on the row; it decides nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.dossier_rows import columns
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.chips import Chip, Chips
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.notices import EmptyState
from onestop_desktop.desktop.widgets.rows import Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import Words


class QueueView(Page):
    """`opened(code)`, `handed_over(code)`, `supplement_wanted(code)`, `reprinted(code)`,
    `filtered(chip)`, `receive_wanted()`, `shown_again()`.
    """

    opened = Signal(str)
    handed_over = Signal(str)
    supplement_wanted = Signal(str)
    reprinted = Signal(str)
    filtered = Signal(str)
    receive_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips(
            tr("Lọc"),
            (
                Chip("all", "none", tr("Tất cả")),
                Chip("late", "late", tr("Quá hạn"), "late"),
                Chip("soon", "soon", tr("Trong giờ tới"), "soon"),
                Chip("today", "open", tr("Hôm nay")),
                Chip("later", "open", tr("Ngày khác")),
                Chip("paused", "pause", tr("Tạm dừng"), "pause"),
                Chip("ready", "check", tr("Chờ trả"), "ready"),
            ),
        )
        self.table = RowsTable(tr("Hồ sơ trong ngày"), columns())
        self.empty = EmptyState(tr("Không có hồ sơ nào đang mở ở đây."), tr("Tiếp nhận"), "F2")
        self.head = PageHead(tr("Hồ sơ trong ngày"), tr("đang mở, sắp theo thời gian còn lại"))
        self.applicant, self.code = Words("", "strong"), Words("", "body", "text2")
        self._buttons = tuple(
            map(action_button, ("open", "hand_over", "ask_supplement", "reprint"))
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        holder = QWidget()
        self._either = QStackedLayout(holder)
        self._either.addWidget(self.table)
        self._either.addWidget(self.empty)
        body = column(self.head, self.chips, 8, holder)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer((self.applicant, self.code), self._buttons))

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._picked)
        self.chips.chosen.connect(self.filtered)
        self.empty.acted.connect(self.receive_wanted)
        asked = (self.opened, self.handed_over, self.supplement_wanted, self.reprinted)
        for button, signal in zip(self._buttons, asked, strict=True):
            button.clicked.connect(lambda _on=False, wanted=signal: self._with_key(wanted))

    def show_rows(self, rows: Sequence[Row], counts: Mapping[str, int]) -> None:
        """Show the rows of the chip chosen and the counts of all chips; the row under the cursor stays."""
        within = self.focusWidget()
        here = within is not None and within.hasFocus() and within in self._list_widgets()
        self.table.show_rows(rows)
        self.chips.show_counts(counts)
        self._either.setCurrentIndex(0 if rows else 1)
        if here:
            # The focus stays in the list, whether it has rows or not.
            (self.table if rows else self.empty).setFocus()
        for button in self._buttons:
            button.setEnabled(bool(rows))
        self._picked(self.table.selected_key())

    def show_fault(self, sentence: str) -> None:
        """Say beside the title why the list may be old."""
        self.head.hint.set_whole(sentence)

    def _list_widgets(self) -> tuple[QWidget | None, ...]:
        return (self.table, self.empty.button)

    def entered(self) -> None:
        (self.table if self._either.currentIndex() == 0 else self.empty).setFocus()
        self.shown_again.emit()

    def _picked(self, key: str) -> None:
        number = self.table.rows.number_of(key) if key else -1
        row = self.table.rows.row_at(number) if number >= 0 else None
        self.applicant.setText(row.cells[3].text[:48] if row else "")
        self.code.setText(key if row else "")

    def _with_key(self, signal: SignalInstance) -> None:
        if key := self.table.selected_key():
            signal.emit(key)
