"""Whether a standing store may be replaced by a copy: only on the word of one of its administrators."""

from onestop_desktop.application.ports import OpenUnitOfWork, Passwords
from onestop_desktop.application.sign_in import SignIn, check_password
from onestop_desktop.domain.accounts import is_administered
from onestop_desktop.domain.errors import WorldFault
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.step_errors import RoleNotAllowed


def require_administrator(
    order: SignIn, *, unit_of_work: OpenUnitOfWork, passwords: Passwords
) -> None:
    """SignInWrong, AccountWaits, RoleNotAllowed; nothing for a store without accounts.

    A store that nobody can read any more has nobody to ask.
    """
    try:
        with unit_of_work() as uow:
            accounts = uow.accounts.all()
    except WorldFault:
        return
    if not is_administered(accounts):
        return
    account = check_password(order, unit_of_work=unit_of_work, passwords=passwords)
    if account.role is not Role.ADMINISTRATOR:
        raise RoleNotAllowed(
            step=Step.RESTORE.value, role=account.role.value, roles=[Role.ADMINISTRATOR.value]
        )
