"""What every fault is tried with: command lines from one loaded process, a store nobody else has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.forking import Forking, forking


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forking]:
    """Command lines, many and quick."""
    with forking(tmp_path_factory.mktemp("forking")) as server:
        yield server


@pytest.fixture
def store(sqlite_template: Path, tmp_path: Path) -> str:
    """The path of a fresh store."""
    path = tmp_path / "desk.sqlite"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o600)
    return str(path)
