"""A CUPS queue: the PDF itself is handed over by `lp`, so nothing is drawn a second time."""

import shutil
import subprocess
from dataclasses import dataclass

from onestop_desktop.devices.pixels import page_size
from onestop_desktop.domain.errors import PrinterFailed

PATIENCE_SECONDS = 60
MEDIA = {"A4": (595.3, 841.9), "A5": (419.5, 595.3)}
"""Points of the papers the desk prints on."""


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """The port `Printer` over one queue."""

    name: str

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Hand the PDF to the queue (PrinterFailed with what `lp` said)."""
        program = shutil.which("lp")
        if program is None:
            raise PrinterFailed(printer=self.name, reason="lp")
        try:
            paper = ["-o", f"media={_media(pdf)}", "-o", "print-scaling=none"]
        except ValueError as error:
            raise PrinterFailed(printer=self.name, reason="PDF") from error
        command = [program, "-d", self.name, "-t", title[:80], "-n", str(copies), *paper, "-"]
        try:
            done = subprocess.run(  # noqa: S603 - a list, no shell
                command, input=pdf, capture_output=True, timeout=PATIENCE_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrinterFailed(printer=self.name, reason=type(error).__name__) from error
        if done.returncode != 0:
            words = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise PrinterFailed(printer=self.name, reason=words[-1][:120] if words else "lp")


def _media(pdf: bytes) -> str:
    """The paper's name. Without it a queue set to another size shrinks the page, and a bar of two
    dots becomes one or three: the code is then read as another one.
    """
    short, long = page_size(pdf)
    for name, (width, height) in MEDIA.items():
        if abs(short - width) < 2 and abs(long - height) < 2:
            return name
    return f"Custom.{round(short)}x{round(long)}"


def cups_queues() -> tuple[str, ...]:
    """The names of this PC's queues; empty where there is no CUPS."""
    program = shutil.which("lpstat")
    if program is None:
        return ()
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell
            [program, "-e"], capture_output=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(done.stdout.decode("utf-8", "replace").split())
