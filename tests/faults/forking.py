"""Command lines by the hundred, each a process of its own that may be traced, failed or killed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end.command import ROOT, Answer
from tests.support.desk import MORNING, OFFICER

LONG = bool(os.environ.get("ONESTOP_LONG_FAULTS"))
"""Whether the long form of the fault table is asked for (`packaging/check.py --faults`)."""


def times(short: int, long: int) -> int:
    """How often a fault is tried."""
    return long if LONG else short


def tell(row: str, tried: int, failed: int) -> None:
    """The table's line; shown by the long form."""
    sys.stderr.write(f"\n{row}: tried {tried}, failed {failed}\n")


@dataclass
class Forking:
    """Talks to the process that forks; `folder` holds what the command lines said."""

    server: "subprocess.Popen[str]"
    folder: Path
    count: int = field(default=0)

    def run(
        self,
        store: str,
        *words: str,
        stdin: str = "",
        trace: tuple[str, ...] = (),
        kill_after: float | None = None,
        at: str = MORNING,
        officer: str = OFFICER,
    ) -> Answer:
        """One call over a store; `trace` are strace's own words; a code below 0 is a signal."""
        said = self.folder / "said"
        given = self.folder / "given"
        given.write_text(stdin, encoding="utf-8")
        request = {
            "words": ["--store", store, "--at", at, "--as", officer, *words],
            "stdin": str(given),
            "out": str(said),
            "traced": bool(trace),
            "kill_after": kill_after,
        }
        self._say(json.dumps(request))
        pid = self._hear()
        tracer = self._traced(pid, trace) if trace else None
        code = int(self._hear())
        if tracer is not None:
            tracer.communicate()
        out, err = (Path(f"{said}.{name}").read_bytes().decode() for name in ("out", "err"))
        return Answer(code, out, err)

    def _traced(self, pid: str, trace: tuple[str, ...]) -> "subprocess.Popen[str]":
        command = ["strace", "-f", "-p", pid, *trace]
        tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        self._say("go")
        return tracer

    def _say(self, line: str) -> None:
        assert self.server.stdin is not None
        self.server.stdin.write(line + "\n")
        self.server.stdin.flush()

    def _hear(self) -> str:
        assert self.server.stdout is not None
        return self.server.stdout.readline().strip()


@contextmanager
def forking(folder: Path) -> Iterator[Forking]:
    """The server, ready; it ends with the block."""
    folder.mkdir(exist_ok=True)
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "tests/faults/fork_server.py")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        yield Forking(server, folder)
    finally:
        server.communicate()
