"""What happens on the accounts' page; who is no administrator is refused by the store, in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from onestop_desktop.application.keep_accounts import AccountKept, AddAccount
from onestop_desktop.application.messages import role_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.password_again import with_password
from onestop_desktop.desktop.screens.accounts.dialogs import (
    AccountDialog,
    FirstPasswordDialog,
    RoleDialog,
    Texts,
)
from onestop_desktop.desktop.screens.accounts.view import AccountsView
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.account_errors import PasswordNeeded
from onestop_desktop.domain.accounts import Account
from onestop_desktop.domain.errors import CodedError, DeskError


class AccountsPresenter(QObject):
    """One act at a time; each asks the password again where it was not typed just now."""

    def __init__(self, desk: Desk, view: AccountsView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._accounts: dict[str, Account] = {}
        self._act = OneAct(desk)
        self._reading = OneReading(desk, self, self._show, self._not_read)
        view.shown_again.connect(self._read)
        view.acted.connect(self._begin)

    def _begin(self, name: str) -> None:
        if name == "own_password":
            self._desk.password_wanted.emit()
            return
        acts = {
            "add_account": self._add,
            "disable_account": self._disable,
            "change_role": self._change_role,
            "new_first_password": self._reset,
        }
        self._act.begin(acts[name](), self._view)

    def _read(self) -> None:
        self._reading.begin(lambda: self._desk.services.accounts.read())

    def _not_read(self, fault: CodedError) -> None:
        self._view.show_rows((), self._desk.sentence(fault))

    def _show(self, accounts: tuple[Account, ...]) -> None:
        self._accounts = {each.name: each for each in accounts}
        none = tr("Chưa có tài khoản nào: ai cũng làm được mọi việc. Thêm quản trị trước.")
        hint = tr("mỗi người một tài khoản") if accounts else none
        self._view.show_rows([_row(each) for each in accounts], hint)

    def _add(self) -> Flow:
        typed: Texts = {}
        fault = ("", "")
        while True:
            answer = yield Ask(AccountDialog(typed, fault, self._view.window()))
            if answer is None:
                return
            typed = answer
            order = AddAccount(
                typed["name"], typed["role"], typed["officer"], by=self._desk.officer
            )
            try:
                yield from self._kept(lambda: self._desk.services.accounts.add(order))  # noqa: B023
                return
            except PasswordNeeded:
                return
            except DeskError as error:
                fault = (error.field, self._desk.sentence(error))

    def _disable(self) -> Flow:
        account = self._in_hand()
        if account is not None:
            accounts = self._desk.services.accounts
            yield from self._kept(lambda: accounts.disable(account.name, enable=account.disabled))

    def _change_role(self) -> Flow:
        account = self._in_hand()
        if account is None:
            return
        role = yield Ask(RoleDialog(account.officer, account.role.value, self._view.window()))
        if role is not None:
            accounts = self._desk.services.accounts
            yield from self._kept(lambda: accounts.change_role(account.name, role))

    def _reset(self) -> Flow:
        account = self._in_hand()
        if account is not None:
            accounts = self._desk.services.accounts
            yield from self._kept(lambda: accounts.reset_password(account.name))

    def _kept(self, change: Callable[[], AccountKept]) -> Flow:
        kept: AccountKept = yield from with_password(self._desk, change, self._view.window())
        if kept.password:
            dialog = FirstPasswordDialog(kept.account.officer, kept.password, self._view.window())
            yield Ask(dialog)
        self._desk.told.emit(tr("Đã ghi tài khoản"), kept.account.officer)
        self._read()

    def _in_hand(self) -> Account | None:
        return self._accounts.get(self._view.table.selected_key())


def _row(account: Account) -> Row:
    state = tr("đang dùng")
    if account.disabled:
        state = tr("đã khóa")
    elif account.must_change:
        state = tr("chưa đổi mật khẩu đầu tiên")
    role = role_words(account.role, spoken())
    tone = "text2" if account.disabled else "text"
    cells = (
        Cell(account.name, tone=tone, strong=True),
        Cell(account.officer, tone=tone),
        Cell(role, tone=tone),
        Cell(state, "late" if account.disabled else "none", "text2"),
    )
    return Row(account.name, cells, f"{account.officer}, {role}, {state}")


def build(desk: Desk) -> AccountsView:
    """The accounts with their presenter."""
    view = AccountsView()
    AccountsPresenter(desk, view)
    return view
