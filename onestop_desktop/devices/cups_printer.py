"""A CUPS queue: the PDF itself is handed over by `lp`, so nothing is drawn a second time."""

import shutil
import subprocess
from dataclasses import dataclass

from onestop_desktop.domain.errors import PrinterFailed

PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """The port `Printer` over one queue."""

    name: str

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Hand the PDF to the queue (PrinterFailed with what `lp` said)."""
        program = shutil.which("lp")
        if program is None:
            raise PrinterFailed(printer=self.name, reason="lp")
        command = [program, "-d", self.name, "-t", title[:80], "-n", str(copies), "-"]
        try:
            done = subprocess.run(  # noqa: S603 - a list, no shell
                command, input=pdf, capture_output=True, timeout=PATIENCE_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrinterFailed(printer=self.name, reason=type(error).__name__) from error
        if done.returncode != 0:
            words = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise PrinterFailed(printer=self.name, reason=words[-1][:120] if words else "lp")


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
