"""The files of the repository, as git lists them: tracked or about to be."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked(ending: str = "") -> tuple[Path, ...]:
    """Paths relative to the root; what .gitignore names is left out."""
    listed = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    names = sorted({name for name in listed.split("\0") if name.endswith(ending) and name})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())
