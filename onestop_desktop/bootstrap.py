"""The only place where everything meets: settings in, services out; the only reader of the wall clock."""

import secrets
from collections.abc import Callable
from datetime import datetime

from onestop_desktop.application.services import Services
from onestop_desktop.domain.errors import DateImpossible
from onestop_desktop.domain.moments import VIETNAM, read_moment
from onestop_desktop.forms.registry import draw_form
from onestop_desktop.persistence.engine import is_file
from onestop_desktop.persistence.store import SqlStore
from onestop_desktop.settings import Settings, resources

LOOKUP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I, O: they are read as 1, 0
LOOKUP_LENGTH = 8


class StandingClock:
    """The clock of a run: the PC's, or standing at a moment set for an order (`--at`, a batch line)."""

    def __init__(self, at: str = "") -> None:
        self.set(at)

    def set(self, at: str) -> None:
        """Stand at that moment, or run with the PC's clock for "" (DateImpossible)."""
        self.moment = _read(at) if at else None

    def __call__(self) -> datetime:
        """This moment on the desk's clock."""
        return self.moment or datetime.now(VIETNAM)


class RunningClock:
    """A clock that stood at a moment when it was made and runs on from there (demo, `--at` windows)."""

    def __init__(self, at: str) -> None:
        self._shift = _read(at) - datetime.now(VIETNAM)

    def __call__(self) -> datetime:
        """This moment on the shifted clock."""
        return datetime.now(VIETNAM) + self._shift


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
    )


def _read(at: str) -> datetime:
    try:
        return read_moment(at)
    except ValueError:
        raise DateImpossible(field="at", value=at) from None


def draw_secret() -> tuple[str, str]:
    """A look-up token of 128 bits and a secret of eight letters."""
    letters = "".join(secrets.choice(LOOKUP_LETTERS) for _ in range(LOOKUP_LENGTH))
    return secrets.token_hex(16), letters


def read_resource(name: str) -> str:
    """The text of a shipped file, by its path under `resources/`."""
    return (resources() / name).read_text(encoding="utf-8")
