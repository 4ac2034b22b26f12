"""The one frozen Settings of a run, and where its files lie; nobody else reads the environment."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

PROGRAM = "onestop-desktop"


@dataclass(frozen=True, slots=True)
class Workstation:
    """What this PC is: name of its counter, printer, paper, language, scanner; kept in its own file."""

    counter: str = "Quầy 1"
    officer: str = ""
    printer: str = ""
    paper: str = "A4L"
    language: str = "vi"
    scheme: str = "system"
    scanner_port: str = ""
    sounds: bool = True
    copy_order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run was told: by its arguments, its environment, the workstation's file."""

    store: str
    at: str = ""
    officer: str = ""
    language: str = "vi"
    print_to: str = ""
    serial: bool = False
    verbose: bool = False
    workstation: Workstation = field(default_factory=Workstation)
    workstation_file: Path = Path()


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
        **rest,
    )


def read_workstation(file: Path) -> Workstation:
    """The workstation as its file says; the defaults where there is none or it cannot be read."""
    try:
        facts: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        known = {name: facts[name] for name in Workstation.__dataclass_fields__ if name in facts}
        known["copy_order"] = tuple(known.get("copy_order", ()))
        return Workstation(**known)
    except (OSError, ValueError, TypeError):
        return Workstation()


def write_workstation(file: Path, workstation: Workstation) -> None:
    """Keep the workstation's choices, by a side file put in place at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    facts = {name: getattr(workstation, name) for name in Workstation.__dataclass_fields__}
    side = file.with_suffix(".new")
    side.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    side.replace(file)


def with_workstation(settings: Settings, **changes: Any) -> Settings:
    """The settings with other choices of the workstation."""
    return replace(settings, workstation=replace(settings.workstation, **changes))


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else by DISPLAY or WAYLAND_DISPLAY."""
    always: bool = sys.platform in ("win32", "darwin")
    if always or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
