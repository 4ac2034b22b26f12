"""A private CUPS for tests: one queue whose printer is a file, PDF passed through as it is."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from machine import program
from tests.support.kept import kept

# Keeps text, fonts and paper size; the cups-pdf driver would distil the text away.
GENERIC_PDF = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"

ANY_LENGTH = """
*VariablePaperSize: True
*MaxMediaWidth: "1000"
*MaxMediaHeight: "9000"
*CustomPageSize True: ""
*ParamCustomPageSize Width: 1 points 36 1000
*ParamCustomPageSize Height: 2 points 36 9000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
"""
"""What the driver of a roll printer says beside: it takes pages of any size."""

FILES_CONF = """\
FileDevice Yes
ServerRoot {folder}/etc
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
CUPSD_CONF = """\
LogLevel info
Listen {folder}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    AuthType None
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


@dataclass(frozen=True)
class CupsQueue:
    """A queue of a private server; the last finished job is the file `output`."""

    server: str  # for the environment variable CUPS_SERVER
    name: str
    output: Path

    @property
    def surroundings(self) -> dict[str, str]:
        """This process's environment, with the private server in it."""
        return {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C.UTF-8"}

    def printed(self, seconds: float = 30) -> bytes:
        """Wait until no job is waiting and the file is written; its bytes."""
        until = monotonic() + seconds
        while self._waiting() or not self.output.exists() or not self.output.stat().st_size:
            assert monotonic() < until, f"nothing printed on {self.name}: {self._waiting()}"
            sleep(0.05)
        return self.output.read_bytes()

    def _waiting(self) -> str:
        return subprocess.run(
            ["lpstat", "-o", self.name],
            env=self.surroundings,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()


@pytest.fixture(scope="session")
def cups_server() -> Iterator[Path]:
    """The socket of this test process's own cupsd."""
    folder = Path(tempfile.mkdtemp(prefix="onestop-cups-", dir="/tmp"))
    try:
        folder.chmod(0o755)
        for name in ("etc", "etc/ppd", "cache", "state", "spool", "spool/tmp"):
            (folder / name).mkdir()
        for name, text in (("cups-files.conf", FILES_CONF), ("cupsd.conf", CUPSD_CONF)):
            (folder / "etc" / name).write_text(text.format(folder=folder), "utf-8")
        command = [
            *(_needed("cupsd"), "-f"),
            *("-c", str(folder / "etc/cupsd.conf"), "-s", str(folder / "etc/cups-files.conf")),
        ]
        socket = folder / "cups.sock"
        with kept(command, log=folder / "log", answers=lambda: _answers(socket)):
            yield socket
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cups_queue(cups_server: Path, request: pytest.FixtureRequest) -> Iterator[CupsQueue]:
    """A fresh queue that prints into a file."""
    name = f"desk-{abs(hash(request.node.nodeid)) % 10**8}"
    output = cups_server.parent / f"{name}.pdf"
    output.touch()
    queue = CupsQueue(str(cups_server), name, output)
    driver = output.with_suffix(".ppd")
    driver.write_text(Path(GENERIC_PDF).read_text("utf-8") + ANY_LENGTH, "utf-8")
    _administer(queue, "-p", name, "-E", "-v", f"file:{output}", "-P", str(driver))
    yield queue
    _administer(queue, "-x", name)


def _administer(queue: CupsQueue, *words: str) -> None:
    done = subprocess.run(
        [_needed("lpadmin"), *words],
        env=queue.surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _answers(socket: Path) -> bool:
    asked = subprocess.run(
        ["lpstat", "-h", str(socket), "-r"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return "is running" in asked.stdout and "not" not in asked.stdout


def _needed(name: str) -> str:
    found = program(name)
    assert found is not None, f"{name} is missing; mark the test with cups"
    return found
