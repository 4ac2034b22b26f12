"""The program's log and its incidents: codes and places in the program, never a name, number or value."""

import os
from dataclasses import dataclass
from pathlib import Path

from onestop_desktop import __version__

FILE, KEPT_DAYS = "onestop.log", 30
_LOG = "onestop_desktop.log"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Incident:
    """An error of ours under a number that people can say; `report` is for who mends it."""

    reference: str
    report: str


def open_log(folder: Path) -> None:
    """Write into a file of this folder from the first line on, a new one each day, 30 kept."""
    import logging  # noqa: PLC0415 - none of it before the first paint
    from logging.handlers import TimedRotatingFileHandler  # noqa: PLC0415

    close_log()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = TimedRotatingFileHandler(
        folder / FILE, when="midnight", backupCount=KEPT_DAYS, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger(_LOG)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def close_log() -> None:
    """Let go of the file."""
    import logging  # noqa: PLC0415

    log = logging.getLogger(_LOG)
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def note(what: str, code: str = "") -> None:
    """One line: a word of the program, and a code of its own; line feeds and the like are escaped."""
    import logging  # noqa: PLC0415

    log = logging.getLogger(_LOG)
    if log.handlers:
        log.info("%s", f"{what} {code}".strip().encode("unicode_escape").decode())


def record(error: BaseException) -> Incident:
    """Put an error of ours into the log under a new number.

    Its message is left out: it may hold what an officer typed.
    """
    import platform  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    reference = f"{os.urandom(2).hex()}-{os.urandom(2).hex()}".upper()
    places = [
        f"{_place(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    ]
    what = getattr(error, "code", type(error).__name__)
    note(f"incident {reference} {what}", " < ".join(places))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    head = f"{reference}  onestop {__version__}  {system}"
    return Incident(reference, "\n".join([head, what, *places]))


def _place(filename: str) -> str:
    """A file of the program by its path in it, another one by its name: no folder of this user."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE).as_posix()
    return path.name
