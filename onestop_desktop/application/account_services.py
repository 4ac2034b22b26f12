"""What signing in and keeping accounts ask; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import keep_accounts, sign_in
from onestop_desktop.application.keep_accounts import AccountKept, AccountTools, AddAccount
from onestop_desktop.application.ports import OpenUnitOfWork, Passwords
from onestop_desktop.application.session import Session
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.domain.accounts import Account


@dataclass(frozen=True)
class AccountServices:
    """The use cases of accounts over one store and one session."""

    session: Session
    unit_of_work: OpenUnitOfWork
    passwords: Passwords

    def sign_in(self, order: SignIn) -> Account:
        """Begin a session."""
        return sign_in.sign_in(
            order,
            session=self.session,
            unit_of_work=self.unit_of_work,
            passwords=self.passwords,
        )

    def sign_out(self) -> None:
        """End it; the entry of the next sign-in says the rest."""
        self.session.end()

    def confirm_password(self, password: str) -> None:
        """The password asked again."""
        sign_in.confirm_password(
            password,
            session=self.session,
            unit_of_work=self.unit_of_work,
            passwords=self.passwords,
        )

    def check_password(self, order: SignIn) -> Account:
        """Whose password it is; no session begins."""
        return sign_in.check_password(
            order, unit_of_work=self.unit_of_work, passwords=self.passwords
        )

    def read(self) -> tuple[Account, ...]:
        """Every account."""
        return keep_accounts.read_accounts(unit_of_work=self.unit_of_work)

    def add(self, order: AddAccount) -> AccountKept:
        """Add an account."""
        return keep_accounts.add_account(order, self._tools)

    def disable(self, name: str, *, enable: bool = False) -> AccountKept:
        """Disable an account, or enable it again."""
        return keep_accounts.disable_account(name, self._tools, enable=enable)

    def change_role(self, name: str, role: str) -> AccountKept:
        """Another role for an account."""
        return keep_accounts.change_role(name, role, self._tools)

    def reset_password(self, name: str) -> AccountKept:
        """A new first password for somebody else's account."""
        return keep_accounts.reset_password(name, self._tools)

    def change_password(self, old: str, new: str) -> AccountKept:
        """The own password."""
        return keep_accounts.change_password(old, new, self._tools)

    @property
    def _tools(self) -> AccountTools:
        return AccountTools(self.session, self.unit_of_work, self.passwords)
