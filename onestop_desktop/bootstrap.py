"""The only place where everything meets: settings in, services out."""

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from onestop_desktop.application.replacing import require_administrator
from onestop_desktop.application.services import Services
from onestop_desktop.application.session import Guard, Session
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.clocks import StandingClock
from onestop_desktop.domain.lookup_facts import LETTERS
from onestop_desktop.forms.registry import draw_form
from onestop_desktop.lookup.extract import FolderExtracts
from onestop_desktop.persistence.engine import is_file
from onestop_desktop.persistence.keeping import StoreBackups
from onestop_desktop.persistence.passwords import Passwords
from onestop_desktop.persistence.store import SqlStore
from onestop_desktop.reports.registry import write_report
from onestop_desktop.settings import Settings, data_folder, resources

LOOKUP_LENGTH = 8


def build_services(settings: Settings, clock: Callable[[], datetime]) -> Services:
    """The services over the store that the settings name; it is opened at the first question.

    On a shared server the server's clock counts, unless a moment was given.
    """
    told: Callable[[], datetime | None] = clock
    if isinstance(clock, StandingClock) and not is_file(settings.store):
        told = lambda: clock.moment  # noqa: E731
    store, session, passwords = SqlStore(settings.store, told), Session(), Passwords()
    return Services(
        store=store,
        unit_of_work=Guard(store.unit_of_work, session),
        clock=clock,
        draw_form=draw_form,
        draw_secret=draw_secret,
        read_resource=read_resource,
        write_report=write_report,
        session=session,
        passwords=passwords,
        backups=StoreBackups(settings.store, told, data_folder() / "sao-luu"),
        extracts=FolderExtracts(lookup_key_file(settings.store)),
        may_replace=lambda address, officer, password: _may_replace(
            SqlStore(address, told), SignIn(officer, password), passwords
        ),
    )


def lookup_key_file(store: str) -> Path:
    """Where the key of the citizens' extract lies: beside a store file, else in this user's data."""
    if is_file(store):
        return Path(store).with_name(f"{Path(store).name}.khoa-tra-cuu")
    return data_folder() / "khoa-tra-cuu"


def _may_replace(store: SqlStore, order: SignIn, passwords: Passwords) -> None:
    try:
        require_administrator(order, unit_of_work=store.unit_of_work, passwords=passwords)
    finally:
        store.close()


def draw_secret() -> tuple[str, str]:
    """A look-up token of 128 bits and a secret of eight letters."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LOOKUP_LENGTH))
    return secrets.token_hex(16), letters


def read_resource(name: str) -> str:
    """The text of a shipped file, by its path under `resources/`."""
    return (resources() / name).read_text(encoding="utf-8")
