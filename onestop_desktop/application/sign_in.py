"""Signing in and out, and the password asked again: each try on record, wrong ones made to wait."""

from dataclasses import dataclass, replace

from onestop_desktop.application.ports import OpenUnitOfWork, Passwords, UnitOfWork
from onestop_desktop.application.session import Session
from onestop_desktop.domain import account_errors as errors
from onestop_desktop.domain.accounts import (
    Account,
    account_named,
    after_wrong_try,
    kept_digest,
    require_may_try,
)
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.text import nfc


@dataclass(frozen=True, slots=True)
class SignIn:
    """The order: an account by its name (or its officer's), and its password."""

    name: str
    password: str
    workstation: str = ""


def sign_in(
    order: SignIn, *, session: Session, unit_of_work: OpenUnitOfWork, passwords: Passwords
) -> Account:
    """Begin a session (SignInWrong, AccountWaits, AccountDisabled); good and bad tries are entries.

    Wrong tries are counted with the account: closing the program does not forget them.
    """
    session.end()  # the one that ends asks nothing any more
    account = check_password(order, unit_of_work=unit_of_work, passwords=passwords)
    with unit_of_work(write=True) as uow:
        _record(uow, Step.SIGN_IN, account, order, _renewed(uow, account, order, passwords))
        session.begin(account, uow.now())
    return account


def confirm_password(
    password: str, *, session: Session, unit_of_work: OpenUnitOfWork, passwords: Passwords
) -> None:
    """The same password once more, before what must not be done by whoever finds an open window."""
    order = SignIn(session.account, password)
    check_password(order, unit_of_work=unit_of_work, passwords=passwords)
    with unit_of_work() as uow:
        session.confirmed_at = uow.now()


def check_password(order: SignIn, *, unit_of_work: OpenUnitOfWork, passwords: Passwords) -> Account:
    """The account whose password this is (as `sign_in`); a wrong try is counted and on record."""
    counted, kept = _count_try(order, unit_of_work)
    if not passwords.fits(nfc(order.password), kept) or counted is None:
        with unit_of_work(write=True) as uow:
            _record(uow, Step.FAIL_SIGN_IN, counted, order, {})
        raise errors.SignInWrong(field="password")
    with unit_of_work(write=True) as uow:
        # As it stands now: meanwhile it may have been disabled, or given another password.
        account = account_named(uow.accounts.all(), counted.name)
        if account is None or uow.accounts.password(account.name) != kept:
            raise errors.SignInWrong(field="password")
        account = replace(account, tries=0, waits_until=None)
        uow.accounts.keep(account)
        uow.commit()
    if account.disabled:
        raise errors.AccountDisabled(account=account.name)
    return account


def _count_try(order: SignIn, unit_of_work: OpenUnitOfWork) -> tuple[Account | None, str]:
    """Count it before the password is looked at, so that many at once are counted, too."""
    with unit_of_work(write=True) as uow:
        account = account_named(uow.accounts.all(), order.name)
        if account is None:
            return None, ""
        require_may_try(account, uow.now())
        uow.accounts.keep(after_wrong_try(account, uow.now()))
        kept = uow.accounts.password(account.name)
        uow.commit()
    return account, kept


def _renewed(
    uow: UnitOfWork, account: Account, order: SignIn, passwords: Passwords
) -> dict[str, str]:
    """Kept anew where it was kept with other parameters than today's; told by its digest."""
    if not passwords.is_old(uow.accounts.password(account.name)):
        return {}
    kept = passwords.keep(nfc(order.password))
    uow.accounts.keep(replace(account, tries=0, waits_until=None), kept)
    return {"password": kept_digest(kept)}


def _record(
    uow: UnitOfWork, step: Step, account: Account | None, order: SignIn, beside: dict[str, str]
) -> None:
    """What was typed for a name that no account has is not kept: it may be a password."""
    told = {"account": account.name if account else "", **beside}
    officer, now = account.officer if account else "", uow.now()
    # Nobody who has not signed in moves the desk's time on.
    known = step is Step.SIGN_IN
    recorded_at = now if known else min(now, uow.last_recorded() or now)
    uow.record(Entry(step, officer, recorded_at, now, "", order.workstation, told))
    uow.commit()
