"""What stands over the whole window while nobody works at it: a few fields, one button, no name of a citizen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.action_button import bind_key
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.words import Paragraph, Words

_WIDTH, _MARGIN = 460, 28


@dataclass(frozen=True, slots=True)
class CoverField:
    """One field: its name, its label, whether what is typed is hidden, what stands in it at first."""

    name: str
    label: str
    secret: bool = True
    begun: str = ""


@dataclass(frozen=True, slots=True)
class CoverForm:
    """What is asked: title, a line of words, fields, the button's words; `ways` are other ways on,
    each a key of its own: (name, words, key).
    """

    title: str
    says: str
    fields: tuple[CoverField, ...]
    accept: str
    ways: tuple[tuple[str, str, str], ...] = ()


class Cover(QWidget):
    """`submitted(texts)` of the fields by name, `way_chosen(name)`."""

    submitted = Signal(dict)
    way_chosen = Signal(str)

    def __init__(self, form: CoverForm) -> None:
        super().__init__()
        self.setObjectName("page")
        self.fields: dict[str, Field] = {}
        self.refusal = Paragraph("", "strong", "late")
        self.refusal.hide()
        self.accept = KeyButton(form.accept, "Enter", PRIMARY)
        self.accept.clicked.connect(self._submit)
        self.ways = self._made_ways(form.ways)
        card = self._card(form)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def _card(self, form: CoverForm) -> QFrame:
        card = QFrame()
        card.setObjectName("panel")
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(10)
        column.addWidget(Words(tr("Một cửa"), "name", "accent"))
        column.addWidget(Words(form.title, "title"))
        if form.says:
            column.addWidget(Paragraph(form.says))
        for each in form.fields:
            column.addWidget(self._field(each))
        column.addWidget(self.refusal)
        column.addWidget(self.accept)
        for button in self.ways:
            column.addWidget(button)
        return card

    def _made_ways(self, ways: Sequence[tuple[str, str, str]]) -> list[KeyButton]:
        buttons = []
        for name, words, key in ways:
            button = KeyButton(words, key)
            bind_key(button, key)
            button.clicked.connect(lambda _checked=False, name=name: self.way_chosen.emit(name))
            buttons.append(button)
        return buttons

    def _field(self, each: CoverField) -> Field:
        field = Field(each.label)
        if each.secret:
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
            field.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        field.set_text(each.begun)
        field.edit.enter_moves_on = False
        field.entered.connect(lambda: self._entered(each.name))
        self.fields[each.name] = field
        return field

    def _entered(self, name: str) -> None:
        """Enter goes to the next field, from the last one on."""
        names = list(self.fields)
        if name == names[-1]:
            self._submit()
        else:
            self.fields[names[names.index(name) + 1]].edit.setFocus()

    def _submit(self) -> None:
        self.refusal.hide()
        self.submitted.emit({name: field.text() for name, field in self.fields.items()})

    def begin(self) -> None:
        """Put the cursor into the first field with nothing in it."""
        empty = [field for field in self.fields.values() if not field.text()]
        (empty or list(self.fields.values()))[0].edit.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Nothing is taken while a password is looked at."""
        for button in (self.accept, *self.ways):
            button.setEnabled(not busy)

    def show_fault(self, field: str, sentence: str) -> None:
        """Why it was not taken; secrets are typed again."""
        self.refusal.setText(sentence)
        self.refusal.setAccessibleName(sentence)
        self.refusal.show()
        for name, each in self.fields.items():
            if each.edit.echoMode() is QLineEdit.EchoMode.Password:
                self.fields[name].set_text("")
        if field in self.fields:
            self.fields[field].edit.setFocus()
        else:
            self.begin()
