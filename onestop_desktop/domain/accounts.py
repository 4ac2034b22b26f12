"""Accounts: who may sign in and as what, the rule for passwords, the waiting after wrong tries."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from onestop_desktop.domain import account_errors as errors
from onestop_desktop.domain.errors import FieldInvalid
from onestop_desktop.domain.lifecycle import Role
from onestop_desktop.domain.text import fold, nfc, same_name

LEAST_LETTERS, MOST_LETTERS = 8, 128
"""Of a password, in Unicode letters after NFC; any script, no forced mix (ASVS 6.2)."""
SHORTEST_WORD, LEAST_BESIDE = 4, 5
"""A shorter word of the desk may stand in a password; beside a longer one there are more letters."""
FEWEST_DIFFERENT = 2
FREE_TRIES, MOST_TRIES = 5, 10
LOCKED = timedelta(minutes=15)
SIGNED_IN_FOR = timedelta(hours=12)
"""Sign-in again after it at the latest."""
CONFIRMED_FOR = timedelta(minutes=5)
"""How long a password that was asked again counts."""
_NAME = re.compile(r"[a-z][a-z0-9._-]{1,31}")


@dataclass(frozen=True, slots=True)
class Account:
    """One officer's account; `name` signs in, `officer` is who stands in every entry."""

    name: str
    officer: str
    role: Role
    disabled: bool = False
    must_change: bool = False
    tries: int = 0
    waits_until: datetime | None = None


def read_name(text: str) -> str:
    """A sign-in name: 2 to 32 small letters, digits, dots, strokes (AccountNameInvalid)."""
    name = nfc(text).strip().lower()
    if not _NAME.fullmatch(name):
        raise errors.AccountNameInvalid(field="name", value=name[:40])
    return name


def check_password(password: str, words: Iterable[str], is_usual: Callable[[str], bool]) -> str:
    """A new password made NFC (PasswordTooShort, PasswordTooLong, PasswordTooUsual).

    `words` are the desk's, the account's and the program's names: none may be most of it.
    """
    chosen = nfc(password)
    if any("\ud800" <= letter <= "\udfff" for letter in chosen):
        raise FieldInvalid(field="password", expected="text")
    if len(chosen) < LEAST_LETTERS:
        raise errors.PasswordTooShort(field="password", least=LEAST_LETTERS)
    if len(chosen) > MOST_LETTERS:
        raise errors.PasswordTooLong(field="password", most=MOST_LETTERS)
    few = len(set(chosen.casefold())) <= FEWEST_DIFFERENT
    if few or is_usual(chosen) or _is_mostly(_bare(chosen), map(_bare, words)):
        raise errors.PasswordTooUsual(field="password")
    return chosen


def after_wrong_try(account: Account, now: datetime) -> Account:
    """Five tries are free; then each waits twice as long, and the tenth locks for 15 minutes.

    After a lock the count begins anew, so that nobody is shut out by another's tries for a day.
    """
    tries = account.tries + 1
    if tries >= MOST_TRIES:
        return replace(account, tries=0, waits_until=now + LOCKED)
    wait = timedelta(seconds=2 ** (tries - FREE_TRIES + 1)) if tries >= FREE_TRIES else None
    return replace(account, tries=tries, waits_until=now + wait if wait else None)


def require_may_try(account: Account, now: datetime) -> None:
    """AccountWaits while it has to wait; a clock set back shuts nobody out for longer."""
    until = account.waits_until
    if until is not None and now < until <= now + LOCKED:
        raise errors.AccountWaits(account=account.name, when=until.isoformat())


def is_administered(accounts: Iterable[Account]) -> bool:
    """Whether there is an administrator who may sign in; until then anybody adds accounts."""
    return any(each.role is Role.ADMINISTRATOR and not each.disabled for each in accounts)


def account_named(accounts: Iterable[Account], name: str) -> Account | None:
    """The account with a sign-in name, or whose officer is called so."""
    known = tuple(accounts)
    wanted = nfc(name).strip().lower()
    by_name = next((each for each in known if each.name == wanted), None)
    return by_name or account_of(known, name)


def account_of(accounts: Iterable[Account], officer: str) -> Account | None:
    """The account of a person."""
    return next((each for each in accounts if same_name(each.officer, officer)), None)


def kept_digest(kept: str) -> str:
    """What an entry says of a password's stored text: enough to find that it was changed."""
    return sha256(kept.encode()).hexdigest()


def _is_mostly(bare: str, words: Iterable[str]) -> bool:
    return any(
        word in bare and len(bare.replace(word, "")) < LEAST_BESIDE
        for word in words
        if len(word) >= SHORTEST_WORD
    )


def _bare(text: str) -> str:
    """Letters and digits alone, folded."""
    return "".join(letter for letter in fold(text) if letter.isalnum())
