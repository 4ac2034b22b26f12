"""Accounts made, disabled, given another role or password; each change is an entry without the password."""

from dataclasses import dataclass, replace
from typing import Any

from onestop_desktop.application.ports import OpenUnitOfWork, Passwords, UnitOfWork
from onestop_desktop.application.session import Session
from onestop_desktop.application.sign_in import SignIn, check_password
from onestop_desktop.domain import account_errors as errors
from onestop_desktop.domain import accounts as rules
from onestop_desktop.domain import officers
from onestop_desktop.domain.accounts import Account
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.errors import CharacterUnprintable, ChoiceUnknown
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.text import not_latin

PROGRAM_WORDS = ("onestop", "motcua", "quantri")


@dataclass(frozen=True, slots=True)
class AddAccount:
    """The order: a sign-in name, the person's name in entries ("" the same), the role.

    `password` "" has one drawn, to be changed at the first sign-in. `by` is who adds it ("" himself,
    before there is anybody who could).
    """

    name: str
    role: str
    officer: str = ""
    password: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class AccountKept:
    """The account as it stands, and the password drawn for it ("" none)."""

    account: Account
    password: str = ""


@dataclass(frozen=True)
class AccountTools:
    """What keeping accounts works with."""

    session: Session
    unit_of_work: OpenUnitOfWork
    passwords: Passwords


def read_accounts(*, unit_of_work: OpenUnitOfWork) -> tuple[Account, ...]:
    """Every account, by name."""
    with unit_of_work() as uow:
        return uow.accounts.all()


def add_account(order: AddAccount, tools: AccountTools) -> AccountKept:
    """Add one (AccountNameInvalid, AccountTaken, AccountOfficerTaken, faults of its password)."""
    name, role = rules.read_name(order.name), a_role(order.role)
    officer = officers.may(order.officer or order.name, Step.CHANGE_ACCOUNT)
    if strange := not_latin(officer):  # a look-alike is read as another's name
        raise CharacterUnprintable(field="officer", character=strange)
    drawn = "" if order.password else tools.passwords.draw()
    with tools.unit_of_work(write=True) as uow:
        known = uow.accounts.all()
        if rules.account_named(known, name):
            raise errors.AccountTaken(field="name", account=name)
        if rules.account_of(known, officer) or rules.account_named(known, officer):
            raise errors.AccountOfficerTaken(field="officer", officer=officer)
        account = Account(name, officer, role, must_change=bool(drawn))
        password = drawn or _checked(order.password, account, uow, tools)
        keep_with_entry(
            uow, "add", account, order.by or tools.session.officer, tools.passwords.keep(password)
        )
        uow.commit()
    return AccountKept(account, drawn)


def disable_account(name: str, tools: AccountTools, *, enable: bool = False) -> AccountKept:
    """Disable an account, or enable it again (AccountUnknown, LastAdministrator)."""
    with tools.unit_of_work(write=True) as uow:
        before = _known(uow, name)
        account = replace(before, disabled=not enable, tries=0, waits_until=None)
        _require_administered(uow, account)
        keep_with_entry(uow, "enable" if enable else "disable", account, tools.session.officer)
        uow.commit()
    return AccountKept(account)


def change_role(name: str, role: str, tools: AccountTools) -> AccountKept:
    """Give an account another role (AccountUnknown, LastAdministrator)."""
    with tools.unit_of_work(write=True) as uow:
        account = replace(_known(uow, name), role=a_role(role))
        _require_administered(uow, account)
        keep_with_entry(uow, "role", account, tools.session.officer)
        uow.commit()
    return AccountKept(account)


def reset_password(name: str, tools: AccountTools) -> AccountKept:
    """Draw a new first password for an account; it also ends its waiting (AccountUnknown)."""
    drawn = tools.passwords.draw()
    with tools.unit_of_work(write=True) as uow:
        account = replace(_known(uow, name), must_change=True, tries=0, waits_until=None)
        keep_with_entry(uow, "reset", account, tools.session.officer, tools.passwords.keep(drawn))
        uow.commit()
    return AccountKept(account, drawn)


def change_password(old: str, new: str, tools: AccountTools) -> AccountKept:
    """The own password (SignInNeeded, SignInWrong for the old one, PasswordSame, its faults)."""
    if not tools.session.account:
        raise errors.SignInNeeded()
    order = SignIn(tools.session.account, old)
    check_password(order, unit_of_work=tools.unit_of_work, passwords=tools.passwords)
    with tools.unit_of_work(write=True) as uow:
        account = replace(_known(uow, tools.session.account), must_change=False)
        password = _checked(new, account, uow, tools)
        if tools.passwords.fits(password, uow.accounts.password(account.name)):
            raise errors.PasswordSame(field="password")
        keep_with_entry(uow, "password", account, account.officer, tools.passwords.keep(password))
        uow.commit()
    return AccountKept(account)


def a_role(text: str) -> Role:
    """A role by its word (ChoiceUnknown)."""
    if text not in list(Role):
        raise ChoiceUnknown(field="role", value=text[:40], choices=[role.value for role in Role])
    return Role(text)


def told(act: str, account: Account, password: str) -> dict[str, Any]:
    """What the entry says of an account; `verify` holds the account against it."""
    return {
        "act": act,
        "account": account.name,
        "officer": account.officer,
        "role": account.role.value,
        "disabled": account.disabled,
        "must_change": account.must_change,
        "password": rules.kept_digest(password),
    }


def keep_with_entry(
    uow: UnitOfWork, act: str, account: Account, by: str, password: str = ""
) -> None:
    """Keep an account as it shall stand, its entry first: the guard looks at those before it.

    `password` is its Argon2id text ("" as it is), `by` who does it ("" the account's own officer).
    """
    kept = password or uow.accounts.password(account.name)
    facts = told(act, account, kept)
    now = uow.now()
    uow.record(Entry(Step.CHANGE_ACCOUNT, by or account.officer, now, now, facts=facts))
    uow.accounts.keep(account, kept)


def _known(uow: UnitOfWork, name: str) -> Account:
    account = rules.account_named(uow.accounts.all(), name)
    if account is None:
        raise errors.AccountUnknown(field="name", account=name[:40])
    return account


def _require_administered(uow: UnitOfWork, changed: Account) -> None:
    others = [each for each in uow.accounts.all() if each.name != changed.name]
    if rules.is_administered(uow.accounts.all()) and not rules.is_administered([*others, changed]):
        raise errors.LastAdministrator(account=changed.name)


def _checked(password: str, account: Account, uow: UnitOfWork, tools: AccountTools) -> str:
    agency = uow.desk.agency()
    words = (*PROGRAM_WORDS, account.name, account.officer, agency.short_name, agency.place)
    return rules.check_password(password, words, tools.passwords.is_usual)
