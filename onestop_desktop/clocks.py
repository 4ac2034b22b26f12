"""The clocks of a run: the PC's, one standing at a moment, one running on from a moment."""

from datetime import datetime

from onestop_desktop.domain.errors import DateImpossible
from onestop_desktop.domain.moments import VIETNAM, read_moment


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


def _read(at: str) -> datetime:
    try:
        return read_moment(at)
    except ValueError:
        raise DateImpossible(field="at", value=at) from None
