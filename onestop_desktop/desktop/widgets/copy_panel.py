"""After saving: each field for the provincial system by one key, and its official code back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import row, wide_first
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, Words


class _Lines(RowsTable):
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)


class CopyPanel(QFrame):
    """`copied(label)` after each copy, `reordered(labels)` when Alt+arrow moved a line,
    `official_code_given(code, due)` on Enter in one of the province's fields. `beside` stands next
    to the copy button.
    """

    copied = Signal(str)
    reordered = Signal(list)
    official_code_given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, beside: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12 + tokens.TOAST)
        column.setSpacing(tokens.SPACE_S)
        head = QHBoxLayout()
        head.addWidget(Words(tr("Chép sang hệ thống tỉnh"), "section"))
        self._said = ElidedWords("", "label", "text2")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self._said, 1)
        column.addLayout(head)
        titles = (Column(tr("Ô"), 128), Column(tr("Nội dung"), stretch=True))
        self.lines = _Lines(tr("Các ô để chép"), titles, tokens.FORM_ROW)
        self.lines.horizontalHeader().hide()
        self.lines.opened.connect(self._copy)
        self.lines.moved.connect(self._shift)
        column.addWidget(self.lines, 1)
        self.button: KeyButton = action_button("copy_next")
        self.button.clicked.connect(self.copy_next)
        column.addLayout(row(self.button, *([beside] if beside else []), None, gap=tokens.SPACE_S))
        self.official_code = Field(tr("Mã của tỉnh"))
        self.official_due = Field(tr("Hạn của tỉnh (nếu có)"), width=144)
        for field in (self.official_code, self.official_due):
            field.edit.enter_moves_on = False
            field.entered.connect(self._code_given)
        column.addLayout(wide_first(self.official_code, self.official_due))
        self._pairs: list[tuple[str, str]] = []
        self._next = 0

    def show_fields(
        self, pairs: Sequence[tuple[str, str]], official_code: str = "", official_due: str = ""
    ) -> None:
        """Show label and value pairs in the desk's order; the first is next."""
        self._pairs, self._next = list(pairs), 0
        self.official_code.clear_fault()
        self.official_code.set_text(official_code)
        self.official_due.clear_fault()
        self.official_due.set_text(official_due)
        self._said.set_whole("")
        self._refresh()

    def copy_next(self) -> None:
        """Copy the line marked and mark the one after it; after the last it begins again."""
        if self._pairs:
            self._copy(str(self._next))

    def _copy(self, key: str) -> None:
        number = int(key)
        label, value = self._pairs[number]
        QGuiApplication.clipboard().setText(value)
        self._next = (number + 1) % len(self._pairs)
        self._said.set_whole(tr("Đã chép: {label}").format(label=label))
        self._refresh()
        self.copied.emit(label)

    def _shift(self, step: int) -> None:
        number = int(self.lines.selected_key() or 0)
        other = number + step
        if 0 <= other < len(self._pairs):
            self._pairs[number], self._pairs[other] = self._pairs[other], self._pairs[number]
            self._next = other
            self._refresh()
            self.reordered.emit([label for label, _ in self._pairs])

    def _refresh(self) -> None:
        rows = [
            Row(
                str(number),
                (Cell(label, tone="text2"), Cell(value, strong=number == self._next)),
                f"{label}: {value}",
            )
            for number, (label, value) in enumerate(self._pairs)
        ]
        self.lines.show_rows(rows)
        self.lines.select_key(str(self._next))

    def _code_given(self) -> None:
        if self.official_code.text().strip():
            self.official_code_given.emit(self.official_code.text(), self.official_due.text())
