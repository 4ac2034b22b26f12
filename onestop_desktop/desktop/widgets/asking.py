"""A question in a window of its own: a title, its parts, one button to go on and one to leave it."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.action_button import bind_key
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.words import Words


class Asking(QDialog):
    """A question with its title, its parts, and two buttons."""

    def __init__(self, title: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.yes = KeyButton(accept, "Ctrl+Enter", PRIMARY)
        self.no = KeyButton(tr("Thôi"), "Esc")
        self.yes.clicked.connect(self.try_answer)
        self.no.clicked.connect(self.reject)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(20, 16, 20, 16)
        self.whole.addWidget(Words(title, "title"))

    def end(self) -> None:
        """Put the buttons below what was asked."""
        bind_key(self.yes, "Ctrl+Enter")
        self.whole.addSpacing(12)
        self.whole.addLayout(row(self.no, None, self.yes))

    def try_answer(self) -> None:
        """Go on where the answer can be taken; a question that checks first says so here."""
        self.accept()
