"""The two commands say the truth about what they install, and know when nothing is to do."""

import re
import shutil
from pathlib import Path

import pytest

import environment
import machine
from environment import DEV, RUN, Lock, Trouble


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with this clone's lock files and an environment that is only pretended."""
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/run.lock", "packaging/dev.lock"):
        (tmp_path / name).write_text((environment.ROOT / name).read_text("utf-8"), "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    interpreter = environment.python()
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    return tmp_path


def _install(lock: Lock) -> None:
    environment._stamp(lock).write_text(environment._fingerprint(lock), "utf-8")


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_the_announced_number_of_packages_is_that_of_the_lock(lock: Lock) -> None:
    pinned = re.findall(r"^\S+==\S+ (.*)", lock.file.read_text("utf-8"), re.MULTILINE)
    assert lock.packages == sum("'win32'" not in marker for marker in pinned)


def test_what_is_installed_is_known_by_its_lock(clone: Path) -> None:
    assert not environment.ready(RUN)
    assert "Installs 31 Python packages" in environment.announcement(RUN)
    _install(RUN)
    assert environment.ready(RUN)
    assert not environment.ready(DEV)
    assert "nothing to install" in environment.announcement(RUN)


def test_the_tests_environment_is_good_enough_to_start(clone: Path) -> None:
    _install(DEV)
    assert environment.ready(RUN)


@pytest.mark.parametrize("name", ["packaging/run.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again(clone: Path, name: str) -> None:
    _install(RUN)
    file = clone / name
    file.write_text(file.read_text("utf-8").replace("0.1.0", "0.2.0") + "# more\n", "utf-8")
    assert not environment.ready(RUN)


def test_a_changed_rule_of_a_tool_is_not(clone: Path) -> None:
    _install(RUN)
    file = clone / "pyproject.toml"
    file.write_text(
        file.read_text("utf-8").replace("line-length = 100", "line-length = 99"), "utf-8"
    )
    assert environment.ready(RUN)


def test_without_root_the_exact_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(Trouble, match=r"sudo apt-get install -y --no-install-recommends libegl1$"):
        machine.bring(["libegl1"])
    machine.bring([])


def test_an_old_python_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "OLDEST_PYTHON", (9, 0))
    with pytest.raises(Trouble, match=r"Python 9\.0 or newer is needed"):
        environment.announcement(RUN)
