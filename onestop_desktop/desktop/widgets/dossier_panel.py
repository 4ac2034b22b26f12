"""A dossier beside its list: who, what, time left, facts, papers, proposal, the way so far."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.fact_grid import FactGrid
from onestop_desktop.desktop.widgets.layouts import Scroller, column, row
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords, Paragraph, Words

FACT_ROWS = 8


class DossierPanel(QFrame):
    """Shows one dossier; it asks for nothing. Empty until the first one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.name = ElidedWords("", "title", "text")
        self.procedure = ElidedWords("", "body", "text2")
        self.left = MarkedWords(role="strong")
        self.left.setFixedHeight(26)
        self.proposal_head = Words(tr("Chuyên viên đề xuất"), "section")
        self.proposal_by = ElidedWords("", "body", "text2")
        self.proposal = Paragraph("", "body", "text")
        self.papers = RowsTable(
            tr("Giấy tờ"), (Column(tr("Giấy tờ"), stretch=True), Column("", 132))
        )
        self.way = RowsTable(
            tr("Đường đi"),
            (Column(tr("Lúc"), 96), Column(tr("Việc"), stretch=True), Column(tr("Người làm"), 128)),
            tokens.FORM_ROW,
        )
        self.facts = FactGrid(FACT_ROWS)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        head = row(column(self.name, self.procedure, gap=2), self.left)
        head.setStretch(0, 1)
        self._proposal = QFrame()
        self._proposal.setObjectName("note")
        line = row(self.proposal_head, self.proposal_by)
        line.setStretch(1, 1)
        inner = column(line, 4, self.proposal)
        inner.setContentsMargins(14, 10, 14, 10)
        self._proposal.setLayout(inner)
        self.way.setMinimumHeight(140)
        body = column(
            *(head, 10, self.facts, 10, self._proposal, 10),
            *(Words(tr("Giấy tờ"), "section"), 4, self.papers, 10),
            *(Words(tr("Đường đi"), "section"), 4, self.way),
        )
        body.setContentsMargins(tokens.PAGE_MARGIN, 14, tokens.PAGE_MARGIN, 10)
        self._body = Scroller(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._body)

    def clear(self) -> None:
        """Nothing is chosen."""
        self._body.hide()

    def show_head(self, name: str, procedure: str, left: Cell | None) -> None:
        """Whose dossier it is, which procedure and code, what is left of its time."""
        self._body.show()
        self.name.set_whole(name)
        self.procedure.set_whole(procedure)
        self.left.setVisible(left is not None)
        if left is not None:
            self.left.show_words(left.mark, left.text, left.tone)
        self.setAccessibleName(f"{name}, {procedure}")

    def show_proposal(self, by: str, words: str) -> None:
        """What the specialist proposes, nothing for no words."""
        self._proposal.setVisible(bool(words))
        self.proposal_by.set_whole(by)
        self.proposal.setText(words)

    def show_papers(self, rows: Sequence[Row]) -> None:
        """The papers handed in."""
        self.papers.show_rows(rows)
        self.papers.fit(4)

    def show_way(self, rows: Sequence[Row]) -> None:
        """Who had it and what was done, newest at the bottom."""
        self.way.show_rows(rows)
        if rows:
            self.way.scrollToBottom()
