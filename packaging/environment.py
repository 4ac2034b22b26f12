"""The clone's own Python environment, made from a lock file. Standard library only.

Shared by start.py and check.py. It knows uv and pip, not the program; what the machine
itself must bring is in machine.py.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)


class Trouble(Exception):
    """Something a person must put right; its text is one sentence that says what."""


@dataclass(frozen=True)
class Lock:
    """One lock file and what installing it costs (measured on Linux, two cores)."""

    name: str
    packages: int
    download_mb: int
    disk_mb: int
    seconds: int

    @property
    def file(self) -> Path:
        return ROOT / "packaging" / f"{self.name}.lock"


RUN = Lock("run", packages=31, download_mb=105, disk_mb=376, seconds=20)
DEV = Lock("dev", packages=59, download_mb=200, disk_mb=680, seconds=30)


def python() -> Path:
    """The environment's interpreter, there or not yet there."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def script(name: str) -> Path:
    """A program that the environment installed, such as ruff."""
    return python().with_name(f"{name}.exe" if os.name == "nt" else name)


def ready(lock: Lock) -> bool:
    """Whether the environment holds this lock (or the larger one) in its present text."""
    return python().exists() and any(
        _stamp(held).exists() and _stamp(held).read_text("utf-8") == _fingerprint(held)
        for held in (lock, DEV)
    )


def announcement(lock: Lock) -> str:
    """What will be installed, how large, how long; for people, before anything happens."""
    _need_python()
    if ready(lock):
        return "The environment .venv is ready; nothing to install."
    return (
        f"Installs {lock.packages} Python packages into {VENV} (nothing outside this folder): "
        f"about {lock.download_mb} MB to download, {lock.disk_mb} MB on disk, "
        f"about {lock.seconds} seconds where the line is fast."
    )


def prepare(lock: Lock, say: Callable[[str], None] = print) -> Path:
    """Make the environment hold the lock and the project; the second time is instant."""
    _need_python()
    if ready(lock):
        return python()
    started = time.monotonic()
    _make_venv(say)
    for held in (RUN, DEV):
        _stamp(held).unlink(missing_ok=True)
    _install(["--require-hashes", "-r", str(lock.file)], say)
    say("Installing the program itself (editable, from this folder)")
    _install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], say)
    _stamp(lock).write_text(_fingerprint(lock), "utf-8")
    say(f"The environment is ready ({time.monotonic() - started:.0f} s).")
    return python()


def follow(command: Sequence[str], wanted: tuple[str, ...], say: Callable[[str], None]) -> None:
    """Run a program, passing on the lines that begin with a wanted word.

    When it fails, its last lines are said and CalledProcessError is raised.
    """
    tail: list[str] = []
    with subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive"},
    ) as running:
        for line in running.stdout or ():
            text = line.strip()
            tail = [*tail[-11:], text]
            if text.startswith(wanted):
                say(f"  {text.split(' (from ')[0][:96]}")
    if running.returncode:
        for text in tail:
            say(f"  | {text}")
        raise subprocess.CalledProcessError(running.returncode, list(command))


def _need_python() -> None:
    if sys.version_info[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise Trouble(f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}.")


def _make_venv(say: Callable[[str], None]) -> None:
    place = VENV / "onestop.place"
    # An environment holds its own path in many files: in a moved clone it must be made anew.
    moved = place.exists() and place.read_text("utf-8") != str(VENV)
    if _answers(python()) and not moved:
        return
    say(f"Making {VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    try:
        import ensurepip  # noqa: F401, PLC0415  (Debian ships it apart, in python3-venv)
    except ImportError:
        if uv is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise Trouble(
                "This Python cannot make environments; on Debian or Ubuntu run: "
                f"sudo apt-get install -y python{version}-venv"
            ) from None
        follow([uv, "venv", "--seed", "--python", sys.executable, str(VENV)], (), say)
    else:
        follow([sys.executable, "-m", "venv", str(VENV)], (), say)
    place.write_text(str(VENV), "utf-8")


def _install(what: list[str], say: Callable[[str], None]) -> None:
    uv = shutil.which("uv")
    if uv is not None:
        try:
            follow(
                [uv, "pip", "install", "--python", str(python()), *what],
                ("Resolved", "Downloading", "Prepared", "Installed"),
                say,
            )
        except subprocess.CalledProcessError:
            say("uv could not do it; trying pip, which may be set up differently here.")
        else:
            return
    try:
        follow(
            [str(python()), "-m", "pip", "install", "--disable-pip-version-check", *what],
            ("Collecting", "Downloading", "Installing", "Successfully"),
            say,
        )
    except subprocess.CalledProcessError as failed:
        raise Trouble(
            "The packages could not be installed (see the lines above): "
            "is this machine connected, and is there room on the disk?"
        ) from failed


def _answers(interpreter: Path) -> bool:
    """Whether an interpreter is there and runs: a moved clone leaves one that does not."""
    if not interpreter.exists():
        return False
    asked = subprocess.run(
        [str(interpreter), "-m", "pip", "--version"], capture_output=True, check=False
    )
    return asked.returncode == 0


def _stamp(lock: Lock) -> Path:
    return VENV / f"onestop-{lock.name}.stamp"


def _fingerprint(lock: Lock) -> str:
    """Changes with the lock, with how the project is built, and when the clone is moved."""
    import tomllib  # noqa: PLC0415  (an older Python must reach the sentence about its age)

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    built = [settings["project"], settings["build-system"], settings["tool"]["hatch"]]
    # Line ends differ between checkouts, the packages do not: text, not bytes.
    parts = [lock.file.read_text("utf-8"), json.dumps(built, sort_keys=True), str(ROOT)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
