"""How long the reference desk is made: the whole command, from the start of its process."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL_S, AT_MOST_S = 10, 20


def test_init_demo(tmp_path: Path) -> None:
    command = ["-m", "onestop_desktop", "--store", str(tmp_path / "desk.sqlite"), "init", "--demo"]
    begun = time.monotonic()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
    took = time.monotonic() - begun
    print(f"\ninit --demo  {took:6.1f} s   goal {GOAL_S} s")
    assert took <= AT_MOST_S
