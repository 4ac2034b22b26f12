"""A question of a few fields before an act; asked again with what was typed until it is taken or left."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import STORE, Ask, Flow, Work
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.desktop.widgets.words import Paragraph
from onestop_desktop.domain.errors import DeskError, FieldInvalid
from onestop_desktop.domain.money import read_amount

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class AskedField:
    """One field: its name in the refusals, its label, what stands in it at first; a `secret` is hidden."""

    name: str
    label: str
    begun: str = ""
    lines: int = 1
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the title, the button's words, a line above the fields."""

    title: str
    accept: str
    fields: tuple[AskedField, ...]
    says: str = ""


class FieldsDialog(Asking):
    """Answers the texts of its fields by name; a fault stands at its field, others below."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question.title, question.accept, parent)
        self.setMinimumWidth(520)
        if question.says:
            self.whole.addWidget(Paragraph(question.says))
            self.whole.addSpacing(8)
        self.fields: dict[str, Field | TextBox] = {}
        for each in question.fields:
            made: Field | TextBox = (
                Field(each.label) if each.lines == 1 else TextBox(each.label, lines=each.lines)
            )
            made.set_text(each.begun)
            if each.secret and isinstance(made, Field):
                made.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.fields[each.name] = made
            self.whole.addWidget(made)
            self.whole.addSpacing(8)
        self._refusal = Paragraph("", "strong", "late")
        self._refusal.hide()
        self.whole.addWidget(self._refusal)
        self.end()
        empty = [field for field in self.fields.values() if not field.text()]
        (empty or list(self.fields.values()))[0].setFocus()

    def answer(self) -> Texts:
        """What stands in each field."""
        return {name: field.text().strip() for name, field in self.fields.items()}

    def refill(self, texts: Texts) -> None:
        """What was typed before."""
        for name, text in texts.items():
            self.fields[name].set_text(text)

    def show_fault(self, field: str, sentence: str) -> None:
        """Why it was not taken; the cursor at the field it is about."""
        at = self.fields.get(field.partition(".")[0]) or self.fields.get(field.rpartition(".")[2])
        if at is not None:
            at.show_error(sentence)
            at.setFocus()
        self._refusal.setText(sentence)
        self._refusal.setAccessibleName(sentence)
        self._refusal.show()


def ask_and_do(
    desk: Desk,
    question: Question,
    act: Callable[[Texts], Any],
    parent: QWidget,
    lane: str = STORE,
) -> Flow:
    """What the act answers, None where the question was left; a refusal asks again, nothing lost."""
    typed: Texts = {}
    fault: DeskError | None = None
    while True:
        dialog = FieldsDialog(question, parent)
        dialog.refill(typed)
        if fault is not None:
            dialog.show_fault(fault.field, desk.sentence(fault))
        answer = yield Ask(dialog)
        if answer is None:
            return None
        typed = answer
        try:
            return (yield Work(_bound(act, typed), lane))
        except DeskError as error:
            fault = error


def _bound(act: Callable[[Texts], Any], texts: Texts) -> Callable[[], Any]:
    return lambda: act(texts)


def amount_of(texts: Texts, name: str) -> int:
    """The amount typed into a field, in đồng (FieldInvalid for what is none)."""
    try:
        return read_amount(texts[name])
    except ValueError:
        raise FieldInvalid(field=name, expected="number") from None
