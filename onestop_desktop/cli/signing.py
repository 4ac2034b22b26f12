"""Signing in for a verb, and the verb that keeps accounts."""

import sys
from dataclasses import replace
from getpass import getpass
from typing import Any

from onestop_desktop.application.keep_accounts import AccountKept, AddAccount
from onestop_desktop.application.messages import role_words
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.cli.call import Call
from onestop_desktop.domain import account_errors
from onestop_desktop.domain.accounts import SIGNED_IN_FOR, Account, account_named, is_administered

PASSWORD, NEW_PASSWORD = "ONESTOP_PASSWORD", "ONESTOP_NEW_PASSWORD"
NO_ACCOUNT = frozenset(
    {"init", "due", "card", "verify", "doctor", "backup", "restore", "clock", "grant"}
    | {"lookup", "sync", "seal", "guide", "account"}
)
"""Verbs for the owner of the file or a scheduled job, and those that sign in by themselves."""
JOBS = {"lookup": "export", "sync": "export"}
"""What a scheduled job does and an entry tells: nobody's name stands there without his password."""
NO_ACCOUNT_TO = {"calendar": "show", "catalogue": "check", "ticket": "take"}


def signed_in(call: Call) -> Call:
    """The call under the name of the account that `--as` names, where the store has accounts.

    Refused: SignInNeeded, SignInWrong, AccountWaits, AccountDisabled.
    """
    asked = call.arguments
    action = getattr(asked, "action", "")
    if JOBS.get(asked.verb) == action and call.services.accounts.read():
        return replace(call, officer="")
    if asked.verb in NO_ACCOUNT or NO_ACCOUNT_TO.get(asked.verb) == action:
        return call
    if asked.verb == "board" and not asked.out:  # figures, and nobody's name
        return call
    if not call.services.accounts.read():
        return call
    return replace(call, officer=_officer_of(call, call.officer))


def acting(call: Call, name: str) -> str:
    """The officer's name as whom a line of a batch acts: signed in once, with the same password.

    Any name, where the call began before the store's first account.
    """
    if not call.signed:
        return name
    accounts = call.services.accounts.read()
    account = account_named(accounts, name)
    if account is not None and _is_fresh(call, account):
        if call.services.session.account != account.name:
            call.services.session.begin(account, call.signed[account.name])
        return account.officer
    return _officer_of(call, name)


def _is_fresh(call: Call, account: Account) -> bool:
    since = call.signed.get(account.name)
    return since is not None and call.services.clock() - since <= SIGNED_IN_FOR


def _officer_of(call: Call, name: str) -> str:
    """PasswordMustChange for a first password: it opens nothing else."""
    account = _sign_in(call, name)
    if account.must_change:
        raise account_errors.PasswordMustChange(account=account.name)
    return account.officer


def _sign_in(call: Call, name: str) -> Account:
    password = _ask(call, PASSWORD)
    if not name or not password:
        raise account_errors.SignInNeeded()
    account = call.services.accounts.sign_in(SignIn(name, password, "cli"))
    if call.services.session.since is not None:
        call.signed[account.name] = call.services.session.since
    return account


def account(call: Call) -> int:
    """Accounts: `add`, `disable`, `enable`, `role`, `password`, `list`."""
    asked, accounts = call.arguments, call.services.accounts
    if asked.action == "list":
        return _list(call)
    if asked.action == "password" and _is_own(call):
        _sign_in(call, asked.name)
        kept = accounts.change_password(_ask(call, PASSWORD), _ask(call, NEW_PASSWORD))
        return _tell(call, kept)
    if is_administered(accounts.read()):
        _sign_in(call, call.officer)
    return _tell(call, _change(call))


def _change(call: Call) -> AccountKept:
    asked, accounts = call.arguments, call.services.accounts
    by = call.services.session.officer or call.officer
    if asked.action == "add":
        return accounts.add(AddAccount(asked.name, asked.role, asked.officer_name, by=by))
    if asked.action == "role":
        return accounts.change_role(asked.name, asked.role)
    if asked.action == "password":
        return accounts.reset_password(asked.name)
    return accounts.disable(asked.name, enable=asked.action == "enable")


def _list(call: Call) -> int:
    _sign_in(call, call.officer)
    rows = (
        (_answer(each), f"{each.name}  {each.officer}  {_role(call, each)}")
        for each in call.services.accounts.read()
    )
    call.answer_rows(rows, "–")
    return 0


def _is_own(call: Call) -> bool:
    accounts = call.services.accounts.read()
    mine, wanted = (account_named(accounts, name) for name in (call.officer, call.arguments.name))
    return mine is None or wanted is None or mine.name == wanted.name


def _tell(call: Call, kept: AccountKept) -> int:
    facts, account = _answer(kept.account), kept.account
    words = f"{account.name}: {account.officer}, {_role(call, account)}"
    if kept.password:
        facts["password"] = kept.password
        first = {"vi": "mật khẩu đầu tiên, phải đổi", "en": "first password, to be changed"}
        words += f"\n{first[call.language]}: {kept.password}"
    call.answer(facts, words)
    return 0


def _answer(account: Account) -> dict[str, Any]:
    return {
        "account": account.name,
        "officer": account.officer,
        "role": account.role.value,
        "disabled": account.disabled,
    }


def _role(call: Call, account: Account) -> str:
    return role_words(account.role, call.language)


def _ask(call: Call, name: str) -> str:
    """From the environment, else typed unseen where somebody sits there."""
    if found := call.secret(name):
        return found
    prompts = {PASSWORD: "Mật khẩu: ", NEW_PASSWORD: "Mật khẩu mới: "}
    return getpass(prompts[name]) if sys.stdin.isatty() else ""
