"""A dossier's page as it looks: head, due time with its why, facts, papers, entries, the slip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.copy_panel import CopyPanel
from onestop_desktop.desktop.widgets.fact_grid import FactGrid
from onestop_desktop.desktop.widgets.layouts import Footer, Scroller, column
from onestop_desktop.desktop.widgets.preview import Preview
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.ruler_view import RulerView
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords, Words
from onestop_desktop.domain.ruler import Ruler

FACT_ROWS = 11
SIDE = 380
TWO_LINES = 46


class DossierView(Page):
    """`printed()`, `slip_wanted()`, `copies_wanted()`, `handed_over()`, `next_wanted()`,
    `forms_wanted()`.
    """

    printed = Signal()
    handed_over = Signal()
    next_wanted = Signal()
    forms_wanted = Signal()
    slip_wanted = Signal()
    copies_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.procedure = (
            ElidedWords("", "title", "text"),
            ElidedWords("", "body", "text2"),
        )
        self.state, self.left = MarkedWords(role="strong"), MarkedWords(role="strong")
        self.code, self.official = Words("", "clock"), Words("", "label", "text2")
        self.due, self.why = Words("", "strong"), ElidedWords("", "body", "text2")
        self.ruler = RulerView()
        self.preview = Preview()
        self.copies = CopyPanel()
        self.papers = RowsTable(
            tr("Giấy tờ"),
            (Column(tr("Giấy tờ"), stretch=True), Column(tr("Số bản"), 196)),
            tokens.FORM_ROW,
        )
        self.entries = RowsTable(
            tr("Nhật ký"),
            (
                Column(tr("Lúc"), 100),
                Column(tr("Việc"), stretch=True),
            ),
            TWO_LINES,
        )
        self.facts = FactGrid(FACT_ROWS)
        self._journal, self._side = QWidget(), QStackedWidget()
        self._print, self._view = action_button("reprint"), action_button("view_slip")
        self._copy = action_button("copy_fields")
        self._forms = action_button("print_form")
        self._hand_over = action_button("hand_over")
        self._next = action_button("next_step", PRIMARY)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        margin = tokens.PAGE_MARGIN
        for part in (self.preview, self.copies):
            self._side.addWidget(part)
        self._side.setFixedWidth(SIDE)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(margin)
        middle.addLayout(self._facts_column(), 4)
        entries = column(Words(tr("Nhật ký"), "section"), 6, self.entries)
        entries.setStretch(2, 1)
        self._journal.setLayout(entries)
        middle.addWidget(self._journal, 4)
        middle.addWidget(self._side)
        body = column(self._head(), 10, self._promise(), 12)
        body.addWidget(Scroller(middle), 1)
        body.addSpacing(12)
        body.setContentsMargins(margin, 12, margin, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        lesser = (self._view, self._copy, self._print, self._forms)
        whole.addWidget(Footer(lesser, (self._hand_over, self._next)))

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE_XL)
        line.addLayout(column(self.name, self.procedure, gap=2), 1)
        for marked in (self.state, self.left):
            line.addWidget(marked, 0, Qt.AlignmentFlag.AlignTop)
            marked.setFixedHeight(26)
        for words in (self.code, self.official):
            words.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addLayout(column(self.code, self.official, None, gap=2))
        return line

    def _promise(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("panel")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 10, 16, 8)
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE_M)
        line.addWidget(self.due)
        line.addWidget(self.why, 1)
        inner.addLayout(line)
        inner.addWidget(self.ruler)
        return frame

    def _facts_column(self) -> QVBoxLayout:
        made = column(
            Words(tr("Dữ kiện"), "section"), 6, self.facts, 10, Words(tr("Giấy tờ"), "section"), 4
        )
        made.addWidget(self.papers, 1)
        return made

    def _connect(self) -> None:
        self._print.clicked.connect(self.printed)
        self._view.clicked.connect(self.slip_wanted)
        self._copy.clicked.connect(self.copies_wanted)
        self._forms.clicked.connect(self.forms_wanted)
        self._hand_over.clicked.connect(self.handed_over)
        self._next.clicked.connect(self.next_wanted)

    def show_head(self, name: str, procedure: str, code: str, official: str) -> None:
        """Whose dossier it is, and which."""
        self.name.set_whole(name)
        self.procedure.set_whole(procedure)
        self.code.setText(code)
        self.official.setText(official)

    def show_state(self, state: Cell, left: Cell | None) -> None:
        """The state, and the time left while it is open."""
        self.state.show_words(state.mark, state.text, state.tone)
        self.left.setVisible(left is not None)
        if left is not None:
            self.left.show_words(left.mark, left.text, left.tone)

    def show_promise(self, due: str, why: str, ruler: Ruler | None) -> None:
        """When it is due, and why."""
        self.due.setText(due)
        self.why.set_whole(why)
        self.why.setToolTip(why)
        self.ruler.show_ruler(ruler, why)
        self.ruler.setVisible(ruler is not None)

    def show_papers(self, rows: Sequence[Row]) -> None:
        """The papers handed in."""
        self.papers.show_rows(rows)

    def show_entries(self, rows: Sequence[Row]) -> None:
        """What happened, newest at the bottom."""
        self.entries.show_rows(rows)
        if rows:
            self.entries.scrollToBottom()

    def show_side(self, *, copies: bool) -> None:
        """The slip, or the fields to copy."""
        self._side.setCurrentIndex(1 if copies else 0)
        self._fit()

    def copies_shown(self) -> bool:
        """Whether the copy panel is in front."""
        return self._side.currentIndex() == 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A narrow window has room for two columns: the copy panel stands in for the journal."""
        narrow = self.window().width() < tokens.ONE_COLUMN_BELOW
        self._side.setVisible(not narrow or self.copies_shown())
        self._journal.setVisible(not narrow or not self.copies_shown())

    def entered(self) -> None:
        self.entries.setFocus()
        self.shown_again.emit()
