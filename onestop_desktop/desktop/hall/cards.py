"""What stands in the hall's window for a moment: a ticket, a status, the way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from onestop_desktop.desktop.hall.parts import Large
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import column, row
from onestop_desktop.desktop.widgets.words import Paragraph, Words


class TicketCard(QWidget):
    """A number just taken, as large as it goes."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.kind = Large("accent", 360), Large("text", 56)
        self.lines = Paragraph("", "board_share", "text")
        self.lines.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        title = Words(tr("Số của ông/bà"), "board_share", "text2")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.addWidget(title)
        whole.addWidget(self.number, 4)
        whole.addWidget(self.kind, 1)
        whole.addWidget(self.lines, 1)

    def show_ticket(self, number: str, kind: str, lines: str) -> None:
        """Another number, or none."""
        self.number.set_text(number)
        self.kind.set_text(kind)
        self.lines.setText(lines)


class StatusCard(QWidget):
    """What a scanned slip says, readable from three steps away."""

    def __init__(self) -> None:
        super().__init__()
        self.head = Large("accent", 76)
        self.lines = Paragraph("", "board_share", "text")
        self.lines.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.done = KeyButton(tr("Xong"), "Enter", PRIMARY)
        self.done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = row(None, column(self.lines), None)
        middle.setStretch(1, 8)
        whole = QVBoxLayout(self)
        whole.addWidget(self.head, 2)
        whole.addLayout(middle, 4)
        whole.addLayout(row(None, self.done, None))

    def show_status(self, head: str, lines: Sequence[str]) -> None:
        """Another status, or none."""
        self.head.set_text(head)
        self.lines.setText("\n".join(lines))
        self.lines.setAccessibleName(" ".join(lines))


class WayOut(QWidget):
    """Who wants to leave the hall's window says that he is staff: `answered(name, password)`, `typed()`."""

    answered = Signal(str, str)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.password = Field(tr("Tên đăng nhập")), Field(tr("Mật khẩu"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.name, self.password):
            field.edit.enter_moves_on = False
            field.edited.connect(lambda _text: self.typed.emit())
        self.refusal = Paragraph("", "strong", "late")
        self.accept = KeyButton(tr("Rời màn hình sảnh"), "Enter", PRIMARY)
        self.back = KeyButton(tr("Quay lại"), "Esc")
        self.name.entered.connect(self.password.edit.setFocus)
        self.password.entered.connect(self._answer)
        self.accept.clicked.connect(self._answer)
        inner = QWidget()
        inner.setFixedWidth(460)
        box = QVBoxLayout(inner)
        for part in (Paragraph(tr("Chỉ dành cho cán bộ."), "board_text", "text"), self.name):
            box.addWidget(part)
        for part in (self.password, self.refusal):
            box.addWidget(part)
        box.addSpacing(8)
        box.addLayout(row(self.back, None, self.accept, top=False))
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row(None, inner, None))
        whole.addStretch(2)
        self.clear()

    def _answer(self) -> None:
        self.answered.emit(self.name.text(), self.password.text())

    def clear(self) -> None:
        """Nothing typed, nothing refused."""
        self.name.set_text("")
        self.password.set_text("")
        self.refusal.setText("")
        self.refusal.hide()

    def show_fault(self, sentence: str) -> None:
        """Why it stays shut; the password is typed again."""
        self.password.set_text("")
        self.refusal.setText(sentence)
        self.refusal.show()
        self.password.edit.setFocus()
