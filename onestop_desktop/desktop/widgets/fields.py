"""A labelled line of input with its states, and a section's head; checks are the presenter's."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.announce import described
from onestop_desktop.desktop.widgets.keycap import KeyCap
from onestop_desktop.desktop.widgets.words import FieldLabel, MarkedWords, Pill, Words

ERROR, WARNING = "error", "warning"
LONGEST_TEXT = 20_000
_MESSAGE = 24


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a dynamic property that has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class LineBox(QLineEdit):
    """A line edit in which Enter moves on to the next field, after `entered`."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("value"))
        self.setFixedHeight(tokens.FIELD)
        self.setMaxLength(LONGEST_TEXT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.enter_moves_on = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            super().keyPressEvent(event)
            self.entered.emit()
            if self.enter_moves_on:
                self.focusNextChild()
            event.accept()
            return
        super().keyPressEvent(event)


class Field(QWidget):
    """A label above a line of input, and room for one sentence below it.

    `edited(text)` is what a person changed, `entered()` an Enter; `edit` is the QLineEdit itself.
    A state read from the card goes away when a person types over it.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self, label: str, *, width: int = 0, read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = ""
        self.label = FieldLabel(label, self)
        self.edit = LineBox(self)
        # The sentence may be wider than its field: it lies beside it, over the row's own room.
        self.message = MarkedWords(parent=self)
        self.message.hide()
        self._room = QWidget(self)
        self._room.setFixedHeight(_MESSAGE)
        self._room.hide()
        self.label.setBuddy(self.edit)
        self.edit.setAccessibleName(label)
        self.edit.setReadOnly(read_only)
        if read_only:
            self.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.label, self.edit, self._room):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if width:
            self.setFixedWidth(width)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._edited)
        self.edit.entered.connect(self.entered)

    def set_label(self, label: str) -> None:
        """Ask for something else in the same place."""
        self.label.setText(label)
        self.edit.setAccessibleName(label)

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill the field from the program, seen from its beginning; not a fault, not a card."""
        if self.edit.text() != text:
            self.edit.setText(text)
        if not self.edit.hasFocus():
            self.edit.setCursorPosition(0)

    def set_from_card(self, text: str) -> None:
        """Fill the field with what a machine read, and mark it so."""
        self.set_text(text)
        self.set_source("card")

    def set_source(self, source: str) -> None:
        """Mark where the text comes from: "card", or "" for a person."""
        self.edit.setProperty("source", source)
        restyle(self.edit)

    def from_card(self) -> bool:
        """Whether the text is still as the card said."""
        return bool(self.edit.property("source") == "card")

    def show_error(self, sentence: str) -> None:
        """Mark a fault that must be mended."""
        self._show_fault(ERROR, "late", sentence)

    def show_warning(self, sentence: str) -> None:
        """Mark something odd that passes all the same."""
        self._show_fault(WARNING, "soon", sentence)

    def keep_warning(self, sentence: str) -> None:
        """A warning that stays until a person changes the text; "" lets go of it."""
        self._kept = sentence
        self.clear_fault()

    def clear_fault(self) -> None:
        """Take the mark and the sentence away, but for a warning that was to be kept."""
        if self._kept:
            self.show_warning(self._kept)
        elif self.edit.property("fault"):
            self._show_fault("", "text", "")

    def fault(self) -> str:
        """The fault shown: "error", "warning" or ""."""
        return str(self.edit.property("fault") or "")

    def _show_fault(self, fault: str, mark: str, sentence: str) -> None:
        if (fault, sentence) == (self.fault(), self.message.text()):
            return
        self.edit.setProperty("fault", fault)
        restyle(self.edit)
        self.message.show_words(mark if fault else "none", sentence, mark)
        self.message.setToolTip(sentence)
        self._room.setVisible(bool(sentence))
        self.message.setVisible(bool(sentence) and not self.isHidden())
        self._place_message()
        self.edit.setAccessibleDescription(sentence)
        if sentence:
            described(self.edit)

    def _place_message(self) -> None:
        row = self.parentWidget()
        if row is None or not self.message.text():
            return
        if self.message.parentWidget() is not row:
            self.message.setParent(row)
            self.message.setVisible(not self.isHidden())
        wide = self.message.sizeHint().width()
        top, bottom = self.y(), self.y() + self.height()
        beside = [
            each
            for each in row.findChildren(Field)
            if each.y() < bottom and each.y() + each.height() > top
        ]
        # The row ends with its last field, whatever else stands further right.
        left, end = self.x(), max(each.x() + each.width() for each in beside)
        if left + wide > end:
            left = max(0, self.x() + self.width() - wide)
        # Neighbours at fault share the row; the whole sentence is in the tooltip, and read aloud.
        for other in (each for each in beside if each.fault() and each is not self):
            if other.x() > self.x():
                end = min(end, other.x() - tokens.FIELD_GAP)
            else:
                taken = other.x() + other.message.sizeHint().width() + tokens.FIELD_GAP
                left = min(self.x(), max(left, taken))
        below = top + self.label.height() + self.edit.height()
        self.message.setGeometry(left, below, max(0, min(wide, end - left)), _MESSAGE)
        self.message.raise_()

    def place_again(self) -> None:
        """Now that the neighbours have their faults, too."""
        self._place_message()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_message()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_message()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.message.setVisible(bool(self.fault()))
        self._place_message()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.message.hide()

    def _edited(self, text: str) -> None:
        self._kept = ""
        if self.from_card():
            self.set_source("")
        self.edited.emit(text)


class SectionHead(QWidget):
    """The head of a section: number, title, its key, a hint, and a pill or verdict at the right.

    Its key emits `asked`; the screen moves the focus.
    """

    asked = Signal()

    def __init__(
        self, number: str, title: str, key: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        self.setFixedHeight(24)
        if number:
            row.addWidget(Words(number, "section"))
        row.addWidget(Words(title, "section"))
        if key:
            row.addSpacing(1)
            row.addWidget(KeyCap(key))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self.asked)
        self.hint = Words(hint, "label", "text2")
        row.addSpacing(5)
        row.addWidget(self.hint)
        row.addStretch(1)
        self.pill = Pill()
        self.verdict = MarkedWords(role="label_strong")
        for part in (self.pill, self.verdict):
            part.hide()
            row.addWidget(part)
        self.setAccessibleName(paint.spoken(f"{number} {title}".strip(), key))

    def show_pill(self, kind: str, mark: str, text: str) -> None:
        """Show where the section's facts come from; an empty text takes it away."""
        self.pill.show_pill(kind, mark, text)
        self.pill.setVisible(bool(text))

    def show_verdict(self, mark: str, text: str, tone: str) -> None:
        """Show how complete the section is; an empty text takes it away."""
        self.verdict.set_role("label" if mark == "none" else "label_strong")
        self.verdict.show_words(mark, text, tone)
        self.verdict.setVisible(bool(text))


class Filled(Protocol):
    """What a field of one line and one of several have in common."""

    def text(self) -> str: ...
    def clear_fault(self) -> None: ...
    def show_error(self, sentence: str) -> None: ...
    def setFocus(self) -> None: ...


def filled(field: Filled) -> bool:
    """Whether something stands in the field; an empty one is marked and gets the focus."""
    field.clear_fault()
    if field.text().strip():
        return True
    field.show_error(tr("Cần điền ô này."))
    field.setFocus()
    return False
