"""A process with the whole program loaded that forks a command line for each request: hundreds of faults a minute.

Run by path; `forking.py` talks to it. Nothing of the store is open when it forks.
"""

import json
import os
import select
import signal
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from onestop_desktop import main  # noqa: E402
from tests.support.desk import make_desk  # noqa: E402


def say(what: object) -> None:
    """A line to whoever asked."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def child(request: dict[str, Any], go: int, out: str) -> None:
    """Become the command line; its words go to files, so that a killed one keeps what it said."""
    if request["traced"]:
        os.read(go, 1)  # until the tracer is there
    for number, name in ((0, request["stdin"]), (1, f"{out}.out"), (2, f"{out}.err")):
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    if request.get("folder"):
        os.chdir(request["folder"])
    code = 70
    try:
        code = main.command_line(request["words"])
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def serve(request: dict[str, Any]) -> None:
    """Fork, let the tracer in, kill after so many seconds where asked, say how it ended."""
    reading, go = os.pipe()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        child(request, reading, request["out"])
    say(pid)
    if request["traced"]:
        sys.stdin.readline()
        os.write(go, b"x")
    if request["kill_after"] is not None:
        handle = os.pidfd_open(pid)
        ended, _, _ = select.select([handle], [], [], request["kill_after"])
        if not ended:
            os.kill(pid, signal.SIGKILL)
        os.close(handle)
    _, status = os.waitpid(pid, 0)
    os.close(reading)
    os.close(go)
    say(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:  # everything is loaded by one whole reception
        warm = make_desk(f"{folder}/a.sqlite")
        warm.receive()
        warm.services.verify()
        warm.store.close()
        import onestop_desktop.cli.verbs
        import onestop_desktop.devices.folder_printer  # noqa: F401
    say("ready")
    while line := sys.stdin.readline():
        serve(json.loads(line))
