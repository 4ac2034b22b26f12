"""The questions of the accounts' page: a new account, another role, a first password shown once."""

from PySide6.QtWidgets import QWidget

from onestop_desktop.application.messages import role_words
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.choice import Choice
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.words import Paragraph, Words
from onestop_desktop.domain.lifecycle import Role

Texts = dict[str, str]


class AccountDialog(Asking):
    """Answers name, officer and role; filled with what was typed before, a fault at its field."""

    def __init__(self, typed: Texts, fault: tuple[str, str], parent: QWidget) -> None:
        super().__init__(tr("Thêm tài khoản"), tr("Thêm tài khoản"), parent)
        self.setMinimumWidth(460)
        self.fields = {
            "officer": Field(tr("Họ và tên cán bộ")),
            "name": Field(tr("Tên đăng nhập, chữ thường không dấu")),
        }
        self.role = a_role_choice(typed.get("role", Role.DESK.value))
        for name, field in self.fields.items():
            field.set_text(typed.get(name, ""))
            self.whole.addWidget(field)
        self.whole.addWidget(self.role)
        refusal = Paragraph(fault[1], "strong", "late")
        refusal.setVisible(bool(fault[1]))
        self.whole.addWidget(refusal)
        self.end()
        at = self.fields.get(fault[0], self.fields["officer"])
        at.edit.setFocus()

    def answer(self) -> Texts:
        """The texts by field."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        return {**texts, "role": self.role.value()}


class RoleDialog(Asking):
    """Answers the role."""

    def __init__(self, officer: str, role: str, parent: QWidget) -> None:
        super().__init__(tr("Đổi vai của {officer}").format(officer=officer), tr("Đổi vai"), parent)
        self.setMinimumWidth(420)
        self.role = a_role_choice(role)
        self.whole.addWidget(self.role)
        self.end()
        self.role.box.setFocus()

    def answer(self) -> str:
        """The role by its word."""
        return self.role.value()


class FirstPasswordDialog(Asking):
    """Shows a first password, once."""

    def __init__(self, officer: str, password: str, parent: QWidget) -> None:
        super().__init__(tr("Mật khẩu đầu tiên của {officer}").format(officer=officer), "", parent)
        self.yes.set_label(tr("Đã chép ra giấy"))
        self.setMinimumWidth(420)
        self.no.hide()
        self.shown = Words(password, "title", "accent")
        self.shown.setAccessibleName(password)
        self.whole.addSpacing(8)
        self.whole.addWidget(self.shown)
        says = tr("Đưa tận tay {officer}; chỉ hiện một lần, phải đổi khi đăng nhập lần đầu.")
        self.whole.addWidget(Paragraph(says.format(officer=officer)))
        self.end()

    def answer(self) -> bool:
        """It was seen."""
        return True


def a_role_choice(role: str) -> Choice:
    """The roles in words."""
    choice = Choice(tr("Vai"))
    choice.offer([(each.value, role_words(each, spoken())) for each in Role])
    choice.choose(role)
    return choice
