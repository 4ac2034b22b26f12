"""A label above a few lines of text, with room for one sentence below; Tab moves on, Enter is a new line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.widgets.announce import described
from onestop_desktop.desktop.widgets.fields import restyle
from onestop_desktop.desktop.widgets.layouts import column
from onestop_desktop.desktop.widgets.words import FieldLabel, MarkedWords

_LINE = 19


class TextBox(QWidget):
    """Asked and answered like a `Field`; `edited(text)` after any change."""

    edited = Signal(str)

    def __init__(self, label: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = FieldLabel(label, self)
        self.edit = QPlainTextEdit(self)
        self.edit.setFont(theme.font("value"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(lines * _LINE + 14)
        self.edit.setAccessibleName(label)
        self.message = MarkedWords(parent=self)
        self.message.hide()
        self.label.setBuddy(self.edit)
        self.setLayout(column(self.label, self.edit, self.message))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(lambda: self.edited.emit(self.text()))

    def text(self) -> str:
        """What stands in the box."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill the box from the program."""
        if self.text() != text:
            self.edit.setPlainText(text)

    def show_error(self, sentence: str) -> None:
        """Mark a fault that must be mended."""
        self._show_fault("error", sentence)

    def clear_fault(self) -> None:
        """Take the mark and the sentence away."""
        self._show_fault("", "")

    def _show_fault(self, fault: str, sentence: str) -> None:
        self.edit.setProperty("fault", fault)
        restyle(self.edit)
        self.message.show_words("late" if fault else "none", sentence, "late")
        self.message.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        if sentence:
            described(self.edit)
