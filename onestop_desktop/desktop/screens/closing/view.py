"""The closing as it looks: what the day leaves, results handed over but not marked, the sheet and its seal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.fact_grid import FactGrid
from onestop_desktop.desktop.widgets.fields import SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, SideBySide, column
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.pile_table import PileTable
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.desktop.widgets.words import Paragraph, Words

_RIGHT = 400
FACTS = 10


class ClosingView(Page):
    """`opened(key)` for the list behind a line, `swept(codes)` results handed over already,
    `sealed()`, `print_wanted()`, `cash_wanted()`, `record_wanted()`,
    `shown_again()`.
    """

    opened = Signal(str)
    swept = Signal(tuple)
    sealed = Signal()
    print_wanted = Signal()
    cash_wanted = Signal()
    record_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = PageHead(tr("Kết thúc ngày"), "")
        self.left = RowsTable(
            tr("Việc còn lại"),
            (Column(tr("Việc còn lại"), stretch=True), Column(tr("Số hồ sơ"), 96, right=True)),
        )
        self.results = PileTable(
            tr("Kết quả chưa đánh dấu đã trả"),
            (Column(tr("Hồ sơ"), stretch=True), Column(tr("Xong lúc"), 110, right=True)),
        )
        self.results.horizontalHeader().hide()
        self.facts = FactGrid(FACTS)
        self.reason = TextBox(tr("Lý do, khi còn hồ sơ chưa giải quyết"), lines=3)
        self.seal_head = Words(tr("Niêm phong ngày"), "section")
        self.seal = Paragraph("", "name", "text")
        self.seal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = Paragraph("", "body", "text2")
        self.refusal = RefusalStrip()
        self._sweep = action_button("sweep")
        self._cash = action_button("hand_cash")
        self._record = action_button("print_cash")
        self._again = action_button("print_sheet")
        self._seal = action_button("seal_day", PRIMARY)
        self._lay_out()
        self._connect()
        self.show_seal("", tr("Chưa kết thúc ngày hôm nay."))

    def _lay_out(self) -> None:
        left = column(
            *(SectionHead("1", tr("Việc còn lại"), "Ctrl+1"), 4, self.left, 12),
            *(SectionHead("2", tr("Kết quả chưa đánh dấu đã trả"), "Ctrl+2"), 4, self.results),
        )
        left.setStretch(2, 5)
        left.setStretch(6, 4)
        side = QFrame()
        side.setObjectName("panel")
        right = column(
            *(Words(tr("Hôm nay"), "section"), 6, self.facts, 14, self.reason, 14),
            *(self.seal_head, 4, self.seal, 4, self.said, None),
        )
        right.setContentsMargins(16, 12, 16, 12)
        side.setLayout(right)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addLayout(left, 1)
        both.addWidget(side)
        body = column(self.head, SideBySide(both, side, _RIGHT), self.refusal)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer((self._sweep, self._cash, self._record, self._again), (self._seal,)))

    def _connect(self) -> None:
        self.left.opened.connect(self.opened)
        self.results.opened.connect(lambda code: self.opened.emit(f"code:{code}"))
        self._sweep.clicked.connect(lambda: self.swept.emit(self.results.ticked()))
        self._cash.clicked.connect(self.cash_wanted)
        self._record.clicked.connect(self.record_wanted)
        self._again.clicked.connect(self.print_wanted)
        self._seal.clicked.connect(self.sealed)
        for head, target in zip(
            self.findChildren(SectionHead), (self.left, self.results), strict=True
        ):
            head.asked.connect(target.setFocus)

    def show_day(
        self,
        when: str,
        left: Sequence[Row],
        results: Sequence[Row],
        facts: Sequence[tuple[str, str]],
        *,
        needs_reason: bool,
        handed: bool,
    ) -> None:
        """Show what the day leaves and its figures."""
        self.head.hint.set_whole(when)
        self.left.show_rows(left)
        self.results.show_pile(results)
        self.facts.show_facts(facts)
        self.reason.setVisible(needs_reason)
        self._sweep.setEnabled(bool(results))
        self._record.setEnabled(handed)

    def show_seal(self, words: str, said: str) -> None:
        """The seal of the day just closed, and what is to be done with it."""
        self.seal.setText(words)
        self.seal.setVisible(bool(words))
        self.said.setText(said)
        self.seal_head.setAccessibleName(f"{tr('Niêm phong ngày')}: {words}")

    def show_fault(self, head: str, sentence: str, *, at_reason: bool) -> None:
        """Why the day was not closed; the cursor where it can be mended."""
        if at_reason:
            self.reason.show()
            self.reason.show_error(sentence)
            self.reason.edit.setFocus()
        else:
            self.refusal.show_refusal(head, sentence, to_fault=False)

    def entered(self) -> None:
        self.left.setFocus()
        self.shown_again.emit()

    def back(self) -> bool:
        return self.results.untick()
