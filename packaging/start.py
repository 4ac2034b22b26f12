"""One command from a clean clone to an open desk: `python3 packaging/start.py`.

Says first what it will install, makes the environment, opens the desk on a demo store;
without a screen it does the main job without a window and prints where the paper is.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environment
import machine


def main() -> int:
    """Prepare, then open the window or do the sample; the exit code is the program's."""
    parser = argparse.ArgumentParser(description="Open the desk on a demo store.")
    parser.add_argument("--no-window", action="store_true", help="do the main job without one")
    parser.add_argument("--out", type=Path, help="folder for the sample's paper and picture")
    wanted = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True, errors="replace")  # type: ignore[union-attr]
    print("Một cửa: a commune's one-stop desk, on a demo store of made-up people.")
    try:
        print(environment.announcement(environment.RUN))
        lacking = [*machine.missing_python(), *machine.missing_libraries()]
        if lacking:
            print(f"Also needed: {len(lacking)} system packages (some 40 MB): {' '.join(lacking)}")
        machine.bring(lacking)
        python = str(environment.prepare(environment.RUN))
    except environment.Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 4
    if machine.screen() and not wanted.no_window:
        print("Opening the desk of 2021: its 1,591 made-up dossiers are made first, some seconds.")
        print("Close its window to end.")
        return subprocess.call([python, "-m", "onestop_desktop", "--temp-store"])
    return sample(python, wanted.out)


def sample(python: str, out: Path | None) -> int:
    """Receive one dossier, print its slip, list the queue, draw the window; no screen used."""
    folder = (out or Path(tempfile.gettempdir()) / time.strftime("onestop-%Y%m%d-%H%M%S")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print(f"No window here: one sample dossier is received, its paper goes to {folder}")
    return subprocess.call(
        [python, "-m", "onestop_desktop", "sample", "--out", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


if __name__ == "__main__":
    sys.exit(main())
