"""The only place where everything meets: settings in, services out."""

import secrets
from collections.abc import Callable
from datetime import datetime

from onestop_desktop.application.services import Services
from onestop_desktop.clocks import StandingClock
from onestop_desktop.forms.registry import draw_form
from onestop_desktop.persistence.engine import is_file
from onestop_desktop.persistence.keeping import StoreBackups
from onestop_desktop.persistence.store import SqlStore
from onestop_desktop.reports.registry import write_report
from onestop_desktop.settings import Settings, data_folder, resources

LOOKUP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I, O: they are read as 1, 0
LOOKUP_LENGTH = 8


def build_services(settings: Settings, clock: Callable[[], datetime]) -> Services:
    """The services over the store that the settings name; it is opened at the first question.

    On a shared server the server's clock counts, unless a moment was given.
    """
    told: Callable[[], datetime | None] = clock
    if isinstance(clock, StandingClock) and not is_file(settings.store):
        told = lambda: clock.moment  # noqa: E731
    store = SqlStore(settings.store, told)
    return Services(
        store=store,
        unit_of_work=store.unit_of_work,
        clock=clock,
        draw_form=draw_form,
        draw_secret=draw_secret,
        read_resource=read_resource,
        write_report=write_report,
        backups=StoreBackups(settings.store, told, data_folder() / "sao-luu"),
    )


def draw_secret() -> tuple[str, str]:
    """A look-up token of 128 bits and a secret of eight letters."""
    letters = "".join(secrets.choice(LOOKUP_LETTERS) for _ in range(LOOKUP_LENGTH))
    return secrets.token_hex(16), letters


def read_resource(name: str) -> str:
    """The text of a shipped file, by its path under `resources/`."""
    return (resources() / name).read_text(encoding="utf-8")
