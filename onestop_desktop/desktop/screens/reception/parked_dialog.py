"""The receptions put aside: pick one to go on with, or throw one away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from onestop_desktop.application.pages import ParkedRow
from onestop_desktop.application.time_words import seen_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import Words
from onestop_desktop.domain.moments import read_moment


class ParkedDialog(QDialog):
    """Answers ("resume", number) or ("drop", number)."""

    def __init__(self, rows: Sequence[ParkedRow], desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hồ sơ để tạm"))
        self.resize(720, 380)
        self._act = "resume"
        columns = (
            Column(tr("Lúc"), 104),
            Column(tr("Hồ sơ"), stretch=True),
            Column(tr("Cán bộ"), 150),
        )
        self.table = RowsTable(tr("Hồ sơ để tạm"), columns)
        self.table.show_rows(
            [
                Row(
                    str(parked.id),
                    (
                        Cell(seen_words(read_moment(parked.saved_at), desk.now()), tone="text2"),
                        Cell(parked.title, strong=True),
                        Cell(parked.officer, tone="text2"),
                    ),
                )
                for parked in rows
            ]
        )
        self.table.opened.connect(lambda _key: self._answer_with("resume"))
        resume = KeyButton(tr("Làm tiếp"), "Enter", PRIMARY)
        drop = KeyButton(tr("Bỏ hồ sơ này"), "Del")
        resume.clicked.connect(lambda: self._answer_with("resume"))
        drop.clicked.connect(lambda: self._answer_with("drop"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(Words(tr("Hồ sơ để tạm"), "title"))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(drop, None, resume))
        self.table.setFocus()

    def answer(self) -> tuple[str, int]:
        """What to do with which one."""
        return self._act, int(self.table.selected_key() or 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._answer_with("drop")
            return
        super().keyPressEvent(event)

    def _answer_with(self, act: str) -> None:
        if self.table.selected_key():
            self._act = act
            self.accept()
