"""An act for which the password is asked again: done, or asked for and done once more."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.words import Paragraph
from onestop_desktop.domain.account_errors import PasswordNeeded
from onestop_desktop.domain.errors import DeskError


class PasswordDialog(Asking):
    """Answers what was typed; `fault` stands under the field."""

    def __init__(self, officer: str, fault: str, parent: QWidget) -> None:
        super().__init__(tr("Gõ lại mật khẩu"), tr("Làm tiếp"), parent)
        self.setMinimumWidth(420)
        says = tr("Việc này cần mật khẩu của {officer} một lần nữa.")
        self.whole.addWidget(Paragraph(says.format(officer=officer)))
        self.password = Field(tr("Mật khẩu"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.edit.enter_moves_on = False
        self.password.entered.connect(self.try_answer)
        self.whole.addWidget(self.password)
        self.end()
        if fault:
            self.password.show_error(fault)
        self.password.edit.setFocus()

    def answer(self) -> str:
        """The password."""
        return self.password.text()


def with_password(desk: Desk, act: Callable[[], Any], parent: QWidget) -> Flow:
    """What the act answers; its own refusal, PasswordNeeded among them where the question was left."""
    try:
        return (yield Work(act))
    except PasswordNeeded as needed:
        fault = ""
        while True:
            password = yield Ask(PasswordDialog(desk.officer, fault, parent))
            if password is None:
                raise needed from None
            try:
                yield Work(_confirmed(desk, password))
                break
            except DeskError as error:
                fault = desk.sentence(error)
    return (yield Work(act))


def _confirmed(desk: Desk, password: str) -> Callable[[], None]:
    return lambda: desk.services.accounts.confirm_password(password)
