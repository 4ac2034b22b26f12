"""The one frozen Settings of a run, and where its files lie; nobody else reads the environment."""

import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

PROGRAM = "onestop-desktop"
CHOICES = {
    "paper": ("A4L", "A4", "A5", "K80"),
    "language": ("vi", "en"),
    "scheme": ("system", "light", "dark"),
}
"""What a workstation may choose; another word in its file is as good as none."""
COVER_MINUTES = range(1, 31)
"""After so many minutes without a touch the window may be covered."""


@dataclass(frozen=True, slots=True)
class Workstation:
    """What this PC is: counter, printer, paper, language, scanner, signer; kept in its own file.

    `ticket_kinds` are the letters of the numbers called here ("" all), `cover_after` is how many
    minutes nobody may touch the window before it is covered.
    """

    counter: str = "Quầy 1"
    officer: str = ""
    printer: str = ""
    paper: str = "A4L"
    language: str = "vi"
    scheme: str = "system"
    cover_after: int = 5
    scanner_port: str = ""
    sounds: bool = True
    signer: str = ""
    ticket_kinds: str = ""
    copy_order: tuple[str, ...] = ()
    backup_to: str = ""
    lookup_to: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run was told: by its arguments, its environment, the workstation's file."""

    store: str
    at: str = ""
    officer: str = ""
    language: str = "vi"
    print_to: str = ""
    serial: bool = False
    workstation: Workstation = field(default_factory=Workstation)
    workstation_file: Path = Path()
    log_folder: Path | None = None
    passphrase: str = field(default="", repr=False)


def resources() -> Path:
    """The folder of fonts, catalogue, calendar and words, in a clone and in an installation alike."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """The platform's folder for this user's data."""
    return Path(platformdirs.user_data_dir(PROGRAM, appauthor=False))


def read_settings(
    *, store: str = "", at: str = "", officer: str = "", language: str = "", **rest: Any
) -> Settings:
    """Settings from what the arguments said, filled up from the environment and the workstation's file."""
    file = Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "workstation.json"
    workstation = read_workstation(file)
    return Settings(
        store=store or os.environ.get("ONESTOP_STORE", "") or str(data_folder() / "desk.sqlite"),
        at=at or os.environ.get("ONESTOP_AT", ""),
        officer=officer or os.environ.get("ONESTOP_USER", "") or workstation.officer,
        language=language or workstation.language,
        workstation=workstation,
        workstation_file=file,
        log_folder=Path(platformdirs.user_log_dir(PROGRAM, appauthor=False)),
        passphrase=os.environ.get("ONESTOP_PASSPHRASE", ""),
        **rest,
    )


def read_workstation(file: Path) -> Workstation:
    """The workstation as its file says; the default wherever that cannot be read or makes no sense."""
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Workstation()
    usual = Workstation()
    known = {
        name: facts[name]
        for name in Workstation.__dataclass_fields__
        if isinstance(facts, dict) and _fits(name, facts.get(name), getattr(usual, name))
    }
    known["copy_order"] = tuple(known.get("copy_order", ()))
    return Workstation(**known)


def _fits(name: str, value: object, usual: object) -> bool:
    """Whether a value of the file is one this program would have written."""
    if name in CHOICES:
        return value in CHOICES[name]
    if name == "cover_after":
        return type(value) is int and value in COVER_MINUTES
    if name == "copy_order":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return type(value) is type(usual)


def write_workstation(file: Path, workstation: Workstation) -> None:
    """Keep the workstation's choices, by a side file put in place at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    facts = {name: getattr(workstation, name) for name in Workstation.__dataclass_fields__}
    side = file.with_suffix(".new")
    side.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    side.replace(file)


def secret(name: str) -> str:
    """A password that stands in the environment, "" for none."""
    return os.environ.get(name, "")


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else by DISPLAY or WAYLAND_DISPLAY."""
    always: bool = sys.platform in ("win32", "darwin")
    if always or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
