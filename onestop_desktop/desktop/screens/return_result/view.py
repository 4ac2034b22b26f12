"""The return of results as it looks: a large scan box, what to hand out, the receiver, who is next."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY, Segment
from onestop_desktop.desktop.widgets.fields import Field, LineBox, SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, SideBySide, column, row
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords, Words

_RIGHT = 380


class ReturnView(Page):
    """`code_typed(text)` in the scan box, `chosen(code)` from the list, `returned()`, `left()`,
    `rated(rating)` for the dossier returned last.
    """

    code_typed = Signal(str)
    chosen = Signal(str)
    returned = Signal()
    left = Signal()
    rated = Signal(int)
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scan = LineBox()
        self.scan.setFont(theme.font("title"))
        self.scan.setFixedHeight(56)
        self.scan.setAccessibleName(tr("Quét hoặc gõ mã hồ sơ"))
        self.scan.setPlaceholderText(tr("Quét phiếu hẹn"))
        self.scan.enter_moves_on = False
        self.verdict = MarkedWords(role="strong")
        self.verdict.setFixedHeight(24)
        self.name = ElidedWords("", "title", "text")
        self.what = ElidedWords("", "body", "text2")
        self.shelf = Words("", "appointment")
        self.to_give = RowsTable(
            tr("Giao cho công dân"),
            (Column(tr("Giao cho công dân"), stretch=True), Column("", 200, right=True)),
        )
        self.to_give.horizontalHeader().hide()
        self.how = Segment(
            tr("Người nhận"),
            (
                ("applicant", tr("Chủ hồ sơ")),
                ("proxy", tr("Người được ủy quyền")),
                ("post", tr("Bưu điện")),
                ("lost_slip", tr("Mất phiếu")),
            ),
        )
        self.receiver = Field(tr("Họ tên người nhận"))
        self.identity = Field(tr("Số định danh"), width=168)
        self.paper = Field(tr("Giấy ủy quyền, số bưu gửi"))
        self.note = Field(tr("Bản chính trả lại, ghi chú"))
        self.waiting = _list(tr("Còn chờ trả"))
        self.done = _list(tr("Vừa trả"))
        self.waiting_head = Words(tr("Còn chờ trả"), "section")
        self._primary = action_button("return_result", PRIMARY)
        self._other = action_button("not_this_one")
        self._ratings = {
            rating: action_button(name)
            for rating, name in ((3, "pleased"), (2, "neutral"), (1, "displeased"))
        }
        self._lay_out()
        self._connect()
        self.show_nothing()

    def _lay_out(self) -> None:
        head = row(column(self.name, self.what, gap=2), self.shelf)
        head.setStretch(0, 1)
        fields = row(self.receiver, self.identity, self.paper)
        fields.setStretch(0, 1)
        fields.setStretch(2, 1)
        self._dossier = QWidget()
        self._dossier.setLayout(
            column(
                *(head, 10, Words(tr("Giao cho công dân"), "section"), 4, self.to_give, 10),
                *(SectionHead("2", tr("Người nhận"), "Ctrl+2"), 6, self.how, 10),
                *(fields, 8, self.note),
            )
        )
        left = column(self.scan, 4, self.verdict, 8, self._dossier, None)
        right = column(self.waiting_head, 6, self.waiting, 12, Words(tr("Vừa trả"), "section"), 6)
        right.addWidget(self.done)
        right.setStretch(2, 3)
        right.setStretch(6, 2)
        side, both = QFrame(), QHBoxLayout()
        side.setLayout(right)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addLayout(left, 1)
        both.addWidget(side)
        self.head = PageHead(
            tr("Trả kết quả"), tr("quét phiếu hẹn; mất phiếu thì quét thẻ căn cước")
        )
        body = column(self.head, SideBySide(both, side, _RIGHT))
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = column(body, Footer((self._other, *self._ratings.values()), (self._primary,)))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.scan.entered.connect(lambda: self.code_typed.emit(self.scan.text().strip()))
        self.waiting.opened.connect(self.chosen)
        self._primary.clicked.connect(self.returned)
        self._other.clicked.connect(self.left)
        for rating, button in self._ratings.items():
            button.clicked.connect(lambda _on=False, given=rating: self.rated.emit(given))
        self.how.chosen.connect(self._name_receiver)

    # -- what is shown
    def show_nothing(self) -> None:
        """Wait for the next slip."""
        self._dossier.hide()
        self.scan.clear()
        self.verdict.show_words("none", "", "text2")
        self._other.setEnabled(False)
        for field in self._fields():
            field.set_text("")
            field.clear_fault()
        self.how.choose("applicant")

    def show_dossier(self, code: str, name: str, what: str, shelf: str) -> None:
        """Whose result it is and where it lies."""
        self.scan.setText(code)
        self.name.set_whole(name)
        self.what.set_whole(what)
        self.shelf.setText(shelf)
        self.shelf.setAccessibleName(tr("lấy ở ô {shelf}").format(shelf=shelf) if shelf else "")
        self.receiver.set_text(name)
        self._dossier.show()
        self._other.setEnabled(True)
        self.say("check", tr("Đúng phiếu của quầy này"), "ready")
        self.receiver.edit.setFocus()
        self.receiver.edit.selectAll()

    def show_to_give(self, rows: Sequence[Row]) -> None:
        """What is to be handed out."""
        self.to_give.show_rows(rows)
        self.to_give.fit(4)

    def _name_receiver(self, how: str) -> None:
        """Only the applicant's own name is known: a proxy says his."""
        own = how in ("applicant", "lost_slip")
        if own or self.receiver.text() == self.name.whole():
            self.receiver.set_text(self.name.whole() if own else "")

    def say(self, mark: str, words: str, tone: str) -> None:
        """One sentence below the scan box."""
        self.verdict.show_words(mark, words, tone)
        self.scan.setAccessibleDescription(words)

    def show_fault(self, name: str, sentence: str) -> None:
        """A refusal: its field marked, the sentence whole below the scan box."""
        fields = {
            "receiver.name": self.receiver,
            "receiver.identity": self.identity,
            "receiver.paper": self.paper,
        }
        if name in fields:
            fields[name].show_error("")
            fields[name].edit.setAccessibleDescription(sentence)
            fields[name].edit.setFocus()
        self.say("late", sentence, "late")

    def show_waiting(self, rows: Sequence[Row]) -> None:
        """Results ready and not fetched."""
        self.waiting_head.setText(tr("Còn chờ trả {n}").format(n=len(rows)))
        self.waiting.show_rows(rows)

    def show_done(self, rows: Sequence[Row]) -> None:
        """What was just returned."""
        self.done.show_rows(rows)

    def facts(self) -> dict[str, Any]:
        """Who took it, as the step reads it."""
        for field in self._fields():
            field.clear_fault()
        return {
            "receiver": {
                "name": self.receiver.text(),
                "how": self.how.value(),
                "identity": self.identity.text(),
                "paper": self.paper.text(),
            },
            "originals": self.note.text(),
        }

    def _fields(self) -> tuple[Field, ...]:
        return (self.receiver, self.identity, self.paper, self.note)

    def entered(self) -> None:
        self.scan.setFocus()
        self.shown_again.emit()

    def back(self) -> bool:
        if self._dossier.isHidden():
            return False
        self.left.emit()
        return True


def _list(name: str) -> RowsTable:
    table = RowsTable(name, (Column("", stretch=True), Column("", 112, right=True)), 52)
    table.horizontalHeader().hide()
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table
