"""The provincial system as it looks from here: three lists, the copy panel beside the first, the acts below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.chips import Chip, Chips
from onestop_desktop.desktop.widgets.copy_panel import CopyPanel
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.notices import EmptyState
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable

WAITING, BEHIND, REFUSED = "waiting", "behind", "refused"
ACTS = ("sync_portal", "print_behind")
_PANEL = 430


class ProvinceView(Page):
    """`acted(action)`, `picked(code)` of a reception not entered, `opened(code)`, `stop_wanted()` while
    a list is taken in, `shown_again()`.
    """

    acted = Signal(str)
    picked = Signal(str)
    opened = Signal(str)
    stop_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = PageHead(tr("Hệ thống tỉnh"), "")
        self._hint, self._running = "", False
        self.chips = Chips(
            tr("Danh sách"),
            (
                Chip(WAITING, "open", tr("Chưa vào hệ thống tỉnh")),
                Chip(BEHIND, "late", tr("Tỉnh chưa ghi xong"), "late"),
                Chip(REFUSED, "not_received", tr("Dòng không nhận")),
            ),
        )
        self.tables = {name: RowsTable(*parts) for name, parts in _tables().items()}
        self.empty = {
            name: EmptyState(words, tr("Nhận danh sách…"), "Ctrl+O")
            for name, words in _nothing().items()
        }
        self.panel = CopyPanel()
        self.buttons = {name: action_button(name) for name in ACTS}
        self.take = action_button("import_province", PRIMARY)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._lists = QStackedLayout()
        self._either: dict[str, QStackedLayout] = {}
        for name, table in self.tables.items():
            holder = QWidget()
            self._either[name] = QStackedLayout(holder)
            self._either[name].addWidget(table)
            self._either[name].addWidget(self.empty[name])
            self._lists.addWidget(holder)
        self.panel.setFixedWidth(_PANEL)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addLayout(self._lists, 1)
        both.addWidget(self.panel)
        body = column(self.head, self.chips, 8, both)
        body.setStretch(3, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer(tuple(self.buttons.values()), (self.take,)))

    def _connect(self) -> None:
        self.chips.chosen.connect(self._turn)
        self.tables[WAITING].picked.connect(self.picked)
        for name in (WAITING, BEHIND):
            self.tables[name].opened.connect(self.opened)
        for name, button in {**self.buttons, "import_province": self.take}.items():
            button.clicked.connect(lambda _on=False, wanted=name: self.acted.emit(wanted))
        for empty in self.empty.values():
            empty.acted.connect(lambda: self.acted.emit("import_province"))

    def show_list(self, name: str, rows: Sequence[Row]) -> None:
        """Show one of the lists; the row under the cursor stays."""
        within = self.focusWidget()
        here = self.chips.value() == name and within is not None and within.hasFocus()
        here = here and within in (self.tables[name], self.empty[name].button)
        self.tables[name].show_rows(rows)
        self._either[name].setCurrentIndex(0 if rows else 1)
        if here:
            self._focus()
        self._fit()

    def show_counts(self, waiting: int, behind: int, refused: int) -> None:
        """How many each list has, shown or not."""
        self.chips.show_counts({WAITING: waiting, BEHIND: behind, REFUSED: refused})
        self.buttons["print_behind"].setEnabled(behind > 0)

    def show_hint(self, words: str) -> None:
        """Say beside the title which list of the province's was taken in last, or what went wrong."""
        self._hint = words
        if not self._running:
            self.head.hint.set_whole(words)

    def show_progress(self, done: int, whole: int) -> None:
        """How far a list is taken in; Esc calls it off."""
        if self._running:
            words = tr("Đang đọc {done}/{whole} dòng… Esc: dừng")
            self.head.hint.set_whole(words.format(done=done, whole=whole))

    def begin(self) -> None:
        """A list is taken in: nothing else meanwhile."""
        self._running = True
        self.take.setEnabled(False)

    def end(self) -> None:
        """Nothing is taken in any more."""
        self._running = False
        self.take.setEnabled(True)
        self.head.hint.set_whole(self._hint)

    def _turn(self, name: str) -> None:
        self._lists.setCurrentIndex(list(self.tables).index(name))
        self._fit()
        self._focus()

    def _focus(self) -> None:
        name = self.chips.value()
        has_rows = self._either[name].currentIndex() == 0
        (self.tables[name] if has_rows else self.empty[name]).setFocus()

    def _fit(self) -> None:
        """The panel stands beside a reception that is not entered, where there is room."""
        wide = self.window().width() >= tokens.ONE_COLUMN_BELOW
        has_rows = self._either[WAITING].currentIndex() == 0
        self.panel.setVisible(wide and has_rows and self.chips.value() == WAITING)

    def entered(self) -> None:
        self._focus()
        self.shown_again.emit()

    def back(self) -> bool:
        if self._running:
            self.stop_wanted.emit()
            return True
        within = self.focusWidget()
        if within is not None and self.panel.isAncestorOf(within):
            self._focus()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _tables() -> dict[str, tuple[str, tuple[Column, ...]]]:
    return {
        WAITING: (
            tr("Chưa vào hệ thống tỉnh"),
            (
                Column(tr("Còn lại"), 132),
                Column(tr("Mã hồ sơ"), 108),
                Column(tr("Chủ hồ sơ"), 160),
                Column(tr("Thủ tục"), stretch=True),
                Column(tr("Nhận"), 96, right=True),
            ),
        ),
        BEHIND: (
            tr("Tỉnh chưa ghi xong"),
            (
                Column(tr("Mã của tỉnh"), 200),
                Column(tr("Tỉnh ghi"), stretch=True),
                Column(tr("Hạn bên tỉnh"), 140),
                Column(tr("Xong ở đây"), 140),
                Column(tr("Mã hồ sơ"), 132),
            ),
        ),
        REFUSED: (
            tr("Dòng không nhận"),
            (Column(tr("Dòng"), 72, right=True), Column(tr("Vì sao"), stretch=True)),
        ),
    }


def _nothing() -> dict[str, str]:
    return {
        WAITING: tr("Mọi hồ sơ nhận trong 30 ngày đều đã có mã của tỉnh."),
        BEHIND: tr("Danh sách nhận lần cuối không có hồ sơ nào tỉnh ghi chậm hơn ở đây."),
        REFUSED: tr("Danh sách đọc lần cuối không có dòng nào bị từ chối."),
    }
