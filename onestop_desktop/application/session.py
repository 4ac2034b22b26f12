"""Who is signed in at this run, and the guard: nothing is recorded that this account may not do.

Before the first account of a store everything is allowed to any officer's name.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain import account_errors, errors, officers, step_errors
from onestop_desktop.domain.accounts import (
    CONFIRMED_FOR,
    SIGNED_IN_FOR,
    Account,
    account_named,
    is_administered,
)
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.text import same_name

ALWAYS = frozenset(
    {Step.OPEN_DESK, Step.SIGN_IN, Step.FAIL_SIGN_IN, Step.DENY, Step.BACK_UP}
    | {Step.RESTORE, Step.CONFIRM_CLOCK}
)
"""What the program records of itself, signed in or not; the last two ask for passwords of their own."""
ASKED_AGAIN = frozenset({Step.CHANGE_CALENDAR, Step.CHANGE_ACCOUNT, Step.ERASE})
"""For which the password is asked again (ASVS 7.5.3)."""
DENIED = (
    step_errors.RoleNotAllowed,
    step_errors.SettlesOwnReception,
    step_errors.DelegationMissing,
    step_errors.DelegationNotCovering,
    account_errors.OfficerNotSignedIn,
    account_errors.AccountDisabled,
)
"""Refusals that go on record: somebody wanted what he may not do."""


@dataclass
class Session:
    """The account signed in at this run ("" nobody), since when, when its password was asked again."""

    account: str = ""
    officer: str = ""
    role: Role | None = None
    since: datetime | None = None
    confirmed_at: datetime | None = None
    first_password: bool = False

    def begin(self, account: Account, now: datetime) -> None:
        """Somebody has signed in; that password counts as asked again."""
        self.account, self.officer, self.role = account.name, account.officer, account.role
        self.since = self.confirmed_at = now
        self.first_password = account.must_change

    def end(self) -> None:
        """Nobody is signed in any more."""
        self.account = self.officer = ""
        self.role = self.since = self.confirmed_at = None

    def require(self, uow: UnitOfWork) -> None:
        """Somebody who works at the desk is signed in, where the store has accounts.

        For what leaves no entry: SignInNeeded and the like, RoleNotAllowed for an auditor.
        """
        if uow.accounts.all():
            officers.require_role(Step.PARK, self.account_in(uow).role, of_dossier=False)

    def account_in(self, uow: UnitOfWork) -> Account:
        """The account that acts, as it stands now (SignInNeeded, SignInAgain, AccountDisabled)."""
        if not self.account or self.since is None:
            raise account_errors.SignInNeeded()
        account = account_named(uow.accounts.all(), self.account)
        if account is None or account.disabled:
            raise account_errors.AccountDisabled(account=self.account)
        if uow.now() - self.since > SIGNED_IN_FOR:
            raise account_errors.SignInAgain(officer=account.officer)
        if account.must_change and not self.first_password:  # it was reset meanwhile
            raise account_errors.SignInAgain(officer=account.officer)
        return account


class Guard:
    """The port `OpenUnitOfWork`: as the store opens it, with the session asked before each entry."""

    def __init__(self, unit_of_work: OpenUnitOfWork, session: Session) -> None:
        self._open = unit_of_work
        self._session = session

    @contextmanager
    def __call__(self, *, write: bool = False) -> Iterator[UnitOfWork]:
        """A unit of work; a denied act is undone and goes on record by itself."""
        try:
            with self._open(write=write) as uow:
                uow.allow = lambda entry: self._allow(uow, entry)
                if self._session.account:
                    self._session.account_in(uow)  # its open window stops at the next act
                yield uow
        except DENIED as refusal:
            if write and self._session.account:
                self._note(refusal)
            raise

    def _allow(self, uow: UnitOfWork, entry: Entry) -> None:
        accounts = uow.accounts.all()
        if entry.step in ALWAYS or not accounts:
            return
        if not self._session.account and _is_of_a_job(entry):
            return
        changes_account = entry.step is Step.CHANGE_ACCOUNT
        if changes_account and not is_administered(accounts):
            return
        account = self._session.account_in(uow)
        if changes_account and _is_own_password(entry, account):
            return
        if account.must_change:
            raise account_errors.PasswordMustChange(account=account.name)
        if not _acts_for(entry, account):
            raise account_errors.OfficerNotSignedIn(
                officer=entry.officer, signed_in=account.officer
            )
        officers.require_role(entry.step, account.role, of_dossier=bool(entry.dossier))
        if entry.step in ASKED_AGAIN:
            require_confirmed(self._session, uow.now())

    def _note(self, refusal: errors.DeskError) -> None:
        with suppress(errors.WorldFault), self._open(write=True) as uow:
            deny(uow, self._session.officer, refusal)
            uow.commit()


def deny(uow: UnitOfWork, officer: str, refusal: errors.DeskError) -> None:
    """Put on record that somebody wanted what he may not do; nothing for any other refusal."""
    if isinstance(refusal, DENIED) and uow.accounts.all():
        named = [name for name in ("step", "code") if name in refusal.facts]
        facts = {"refusal": refusal.code} | {name: refusal.facts[name] for name in named}
        uow.record(Entry(Step.DENY, officer, uow.now(), uow.now(), facts=facts))


def require_confirmed(session: Session, now: datetime) -> None:
    """PasswordNeeded unless the password was asked in the last minutes."""
    asked = session.confirmed_at
    if asked is None or not asked <= now <= asked + CONFIRMED_FOR:
        raise account_errors.PasswordNeeded(officer=session.officer)


def _acts_for(entry: Entry, account: Account) -> bool:
    """Under his own name; a settlement recorded in the lane bears its signer's."""
    if same_name(entry.officer, account.officer):
        return True
    recorded_by = str(entry.facts.get("recorded_by", ""))
    return entry.step is Step.SETTLE and same_name(recorded_by, account.officer)


def _is_of_a_job(entry: Entry) -> bool:
    """The citizens' extract and the national portal's file: of whoever owns the store's file."""
    return entry.step is Step.EXPORT and entry.facts.get("kind") in ("lookup", "sync")


def _is_own_password(entry: Entry, account: Account) -> bool:
    return entry.facts.get("act") == "password" and entry.facts.get("account") == account.name
