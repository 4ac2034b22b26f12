"""What the machine itself must bring: parts of Python, Qt's libraries, the tests' programs.

Debian's names for them, found out on a bare Debian 12; other systems bring their own.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from environment import Trouble, follow

LINUX = platform.system() == "Linux"

# library -> Debian package
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
PRINTING = {"libcups.so.2": "libcups2"}

# program or file -> Debian package; a path is looked for as it stands
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "lp": "cups-client",
    "cupsd": "cups",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "pdftotext": "poppler-utils",
    "initdb": "postgresql",
    "strace": "strace",
    "chromium": "chromium",
}
PROGRAM_FOLDERS = ("/usr/sbin", "/usr/local/sbin")


def screen() -> bool:
    """Whether a window can be shown here."""
    if LINUX:
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def missing_python() -> list[str]:
    """Debian ships the part of Python that makes environments in a package of its own."""
    if not LINUX or importlib.util.find_spec("ensurepip") or shutil.which("uv"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_libraries() -> list[str]:
    """Debian packages whose library cannot be loaded; none off Linux, where Qt brings all."""
    if not LINUX:
        return []
    wanted = {**OFFSCREEN, **PRINTING, **(SCREEN if screen() else {})}
    return [package for library, package in wanted.items() if not _loads(library)]


def missing_test_programs() -> list[str]:
    """Debian packages of the programs that only tests use."""
    if not LINUX:
        return []
    return [package for name, package in TEST_PROGRAMS.items() if program(name) is None]


def program(name: str) -> str | None:
    """Where a program stands: on PATH, in the sbin folders, among PostgreSQL's versions."""
    if name.startswith("/"):
        return name if Path(name).exists() else None
    folders = [os.environ.get("PATH", ""), *PROGRAM_FOLDERS]
    newest = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -int(folder.parent.name)
    )
    return shutil.which(name, path=os.pathsep.join([*folders, *map(str, newest)]))


def bring(packages: list[str], say: Callable[[str], None] = print) -> None:
    """Install Debian packages as root; otherwise raise Trouble with the exact command."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Trouble(f"This system lacks what Debian calls: {names}.")
    if not _root():
        raise Trouble(
            f"Missing on this machine: {names}; please run: "
            f"sudo apt-get install -y --no-install-recommends {names}"
        )
    say(f"Installing with apt-get: {names}")
    lines = ("Get:", "Setting up", "E:")
    try:
        follow(["apt-get", "update", "-q"], ("E:",), say)
        follow(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], lines, say)
    except subprocess.CalledProcessError as failed:
        raise Trouble(f"apt-get could not install: {names}.") from failed


def _root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
