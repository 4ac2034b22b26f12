"""The desktop program listens on no port of any network, not even this machine's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTENS = "0A"


def listening(pid: int) -> list[str]:
    """The local addresses on which a process listens, by TCP and UDP."""
    held = {
        os.readlink(link)
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if link.is_symlink() and link.exists()
    }
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{kind}").read_text("ascii").splitlines()[1:]:
            fields = line.split()
            mine = f"socket:[{fields[9]}]" in held
            if mine and (kind.startswith("udp") or fields[3] == LISTENS):
                found.append(f"{kind} {fields[1]}")
    return found


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="read from Linux's /proc")
def test_an_open_window_listens_on_no_port(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "onestop_desktop", "--store", str(tmp_path / "desk.sqlite")),
            *("--ready-fd", str(writer)),
        ],
        pass_fds=[writer],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
        },
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as said:
            assert said.readline().startswith("window")
            assert said.readline().startswith("rows")
        assert process.poll() is None
        assert listening(process.pid) == []
    finally:
        process.kill()
        process.wait()
