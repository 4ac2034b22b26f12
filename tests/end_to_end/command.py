"""Running the command line as a script would: inside this process, or as a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onestop_desktop import main
from tests.support.desk import LEADER, MORNING, OFFICER, Desk, dump, make_order

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object of standard output."""
        (line,) = self.out.splitlines()
        return json.loads(line)

    @property
    def rows(self) -> list[Any]:
        """One JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def refused(answer: Answer, code: int = 3) -> str:
    """The refusal's code; a sentence stands on standard error, one JSON object on standard output."""
    assert answer.code == code
    told = answer.json
    assert answer.err == f"{told['message']}\n"
    assert "{" not in told["message"]
    return str(told["refused"])


Run = Callable[..., Answer]
"""(*words, at=…, stdin=…, officer=…) to what came of it."""


def run_process(*words: str, stdin: str | bytes = "", **surroundings: str) -> Answer:
    """`python -m onestop_desktop` with these words."""
    done = subprocess.run(
        [sys.executable, "-m", "onestop_desktop", *words],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **surroundings},
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def runner(store: str, capture: pytest.CaptureFixture[bytes], monkey: pytest.MonkeyPatch) -> Run:
    """A `Run` inside this process over one store."""

    def run(
        *words: str, at: str = MORNING, stdin: str | bytes = "", officer: str = OFFICER
    ) -> Answer:
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkey.setattr(sys, "stdin", _Stdin(raw))
        capture.readouterr()
        try:
            code = main.command_line(["--store", store, "--at", at, "--as", officer, *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capture.readouterr()
        return Answer(code, out.decode(), err.decode())

    return run


def certify(run: Run, *, at: str = MORNING, **changes: Any) -> Answer:
    """One certification through the verb, signed by the leader."""
    order = make_order(**{"signed_by": LEADER, **changes})
    return run("--json", "certify", "-", at=at, stdin=dump(order))


def entries(desk: Desk) -> int:
    """How many entries the journal has."""
    return int(desk.sql("SELECT count(*) FROM entry")[0][0])


class _Stdin:
    """Standard input from a text."""

    def __init__(self, raw: bytes) -> None:
        import io

        self.buffer = io.BytesIO(raw)

    def isatty(self) -> bool:
        """Nobody types here."""
        return False
