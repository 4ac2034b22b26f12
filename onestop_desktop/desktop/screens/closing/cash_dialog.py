"""How much cash goes out of the till, and who takes it: two people sign the record."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.words import Paragraph
from onestop_desktop.domain.errors import DeskError


class CashDialog(Asking):
    """Answers `amount` (đồng) and `to`; begins with all that lies in the till."""

    def __init__(
        self,
        held: int,
        begun: Mapping[str, Any],
        fault: DeskError | None,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Bàn giao tiền"), tr("Bàn giao và in biên bản"), parent)
        self.setMinimumWidth(460)
        self.whole.addWidget(
            Paragraph(tr("Trong két đang có {n} đồng.").format(n=number_words(held)))
        )
        self.whole.addSpacing(8)
        self.fields = {
            "amount": Field(tr("Số tiền (đồng)")),
            "to": Field(tr("Người nhận tiền")),
        }
        self.fields["amount"].set_text(str(begun.get("amount", number_words(max(0, held)))))
        self.fields["to"].set_text(str(begun.get("to", "")))
        for field in self.fields.values():
            self.whole.addWidget(field)
            self.whole.addSpacing(8)
        self.end()
        self.fields["to"].setFocus()
        if fault is not None:
            self._show(fault, error_sentence(fault, language))

    def _show(self, fault: DeskError, sentence: str) -> None:
        field = self.fields.get(fault.field, self.fields["amount"])
        field.show_error(sentence)
        field.setFocus()

    def answer(self) -> dict[str, Any]:
        """Plain values; an amount that is no number is 0, which is refused."""
        digits = self.fields["amount"].text().replace(".", "").replace(" ", "")
        amount = int(digits) if digits.isascii() and digits.isdecimal() else 0
        return {"amount": amount, "to": self.fields["to"].text().strip()}
