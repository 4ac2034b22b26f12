"""The check of the store as it looks: what was found in words, a seal typed or scanned, the report."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, SideBySide, column
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import Paragraph, Words

_RIGHT = 400
ACTS = ("run_doctor", "check_seal", "print_check")


class ChecksView(Page):
    """`acted(action)` for a button or its key, `opened(code)` of a fault's dossier,
    `stop_wanted()` while a check runs.
    """

    acted = Signal(str)
    opened = Signal(str)
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = PageHead(tr("Kiểm tra sổ"), "")
        self.result = Words("", "section")
        self.faults = RowsTable(
            tr("Chỗ sai"), (Column(tr("Chỗ sai"), stretch=True),), tokens.FORM_ROW
        )
        self.seal = Field(tr("Mã niêm phong trên tờ ngày đã ký"))
        self.seal_said = Paragraph("", "body", "text")
        self.seal_wrong = Paragraph("", "strong", "late")
        self.buttons = {name: action_button(name) for name in ACTS}
        self._verify = action_button("run_verify", PRIMARY)
        self._running = False
        self._lay_out()
        for name, button in (*self.buttons.items(), ("run_verify", self._verify)):
            button.clicked.connect(lambda _on=False, wanted=name: self.acted.emit(wanted))
        self.faults.opened.connect(self.opened)
        self.show_result(tr("Chưa kiểm tra trong lần mở này."), (), printable=False)
        self.show_seal("")

    def _lay_out(self) -> None:
        left = column(
            *(SectionHead("1", tr("Kết quả"), "Ctrl+1"), 4, self.result, 8, self.faults),
        )
        left.setStretch(4, 1)
        side = self._lay_out_seal()
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addLayout(left, 1)
        both.addWidget(side)
        body = column(self.head, SideBySide(both, side, _RIGHT))
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        feet = (self.buttons["run_doctor"], self.buttons["print_check"])
        whole.addWidget(Footer(feet, (self._verify,)))
        for head, target in zip(
            self.findChildren(SectionHead), (self.faults, self.seal), strict=True
        ):
            head.asked.connect(target.setFocus)

    def _lay_out_seal(self) -> QFrame:
        side = QFrame()
        side.setObjectName("panel")
        why = Paragraph(
            tr(
                "Kiểm tra toàn bộ tính lại chuỗi bản ghi và niêm phong từng ngày. "
                "Chỉ tờ ngày đã ký cho biết cả sổ có bị thay bằng bản cũ hay không: "
                "quét mã QR trên tờ ngày, hoặc gõ mã vào ô này."
            ),
            "body",
            "text2",
        )
        right = column(
            SectionHead("2", tr("Niêm phong tờ ngày"), "Ctrl+2"),
            *(
                6,
                self.seal,
                8,
                self.buttons["check_seal"],
                10,
                self.seal_said,
                self.seal_wrong,
                10,
                why,
                None,
            ),
        )
        right.setContentsMargins(16, 12, 16, 12)
        side.setLayout(right)
        return side

    def show_result(self, words: str, rows: Sequence[Row], *, printable: bool) -> None:
        """Show what came of a check, each fault in words; whether there is a report to print."""
        self.result.setText(words)
        self.result.setAccessibleName(words)
        self.faults.show_rows(rows)
        self.buttons["print_check"].setEnabled(printable)

    def show_seal(self, sentence: str, *, good: bool = True) -> None:
        """Show what a seal says of this store."""
        self.seal_said.setText(sentence)
        self.seal_said.setAccessibleName(sentence)
        self.seal_said.setVisible(bool(sentence) and good)
        self.seal_wrong.setText("" if good else sentence)
        self.seal_wrong.setAccessibleName(sentence)
        self.seal_wrong.setVisible(bool(sentence) and not good)

    def show_progress(self, done: int, whole: int) -> None:
        """How far the check is; Esc calls it off."""
        if not self._running:
            return
        words = tr("Đang kiểm tra {percent} %… Esc: dừng")
        self.head.hint.set_whole(words.format(percent=done * 100 // max(1, whole)))

    def begin(self) -> None:
        """A check begins: no other meanwhile."""
        self._running = True
        self._enable(False)
        self.show_progress(0, 1)

    def end(self) -> None:
        """No check runs any more."""
        self._running = False
        self._enable(True)
        self.head.hint.set_whole("")

    def _enable(self, on: bool) -> None:
        self._verify.setEnabled(on)
        self.buttons["run_doctor"].setEnabled(on)

    def entered(self) -> None:
        self.faults.setFocus()

    def back(self) -> bool:
        if self._running:
            self.stop_wanted.emit()
        return self._running
