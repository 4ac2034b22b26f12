"""The built wheel, in an empty environment and from an empty folder, finds its resources."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.tracked import ROOT, tracked

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and, by a .pth line, the other packages of this one.

    A folder named in a .pth file is searched, its own .pth files are not read: the clone,
    which the running environment knows by such a file, stays unseen.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    inside = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    packages = sysconfig.get_path("purelib")
    Path(inside, "dependencies.pth").write_text(packages + "\n", "utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(folder), "install", "-q"),
            *("--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)),
        ],
        check=True,
        capture_output=True,
    )
    return folder


def _run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return _call(folder, _script(installed, "python"), "-I", "-m", "onestop_desktop", *words)


def _script(installed: Path, name: str) -> str:
    return str(installed / ("Scripts" if os.name == "nt" else "bin") / name)


def _call(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        list(command),
        cwd=folder,
        env={**clean, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_wheel_holds_every_resource_and_no_test(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    resources = {
        f"onestop_desktop/{file.as_posix()}" for file in tracked() if file.parts[0] == "resources"
    }
    assert resources
    assert resources <= names
    assert not {name for name in names if name.startswith(("tests/", "packaging/"))}


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = _run(installed, tmp_path, "--version")
    assert said.returncode == 0, said.stderr
    assert "0.1.0" in said.stdout
    assert _call(tmp_path, _script(installed, "onestop"), "--version").stdout == said.stdout


def test_it_makes_a_store_with_its_own_catalogue(installed: Path, tmp_path: Path) -> None:
    made = _run(installed, tmp_path, "--store", str(tmp_path / "desk.onestop"), "--json", "init")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["dossiers"] == 0
    assert {file.name for file in tmp_path.iterdir()} >= {"desk.onestop"}
    shown = _run(
        installed,
        tmp_path,
        "--store",
        str(tmp_path / "desk.onestop"),
        "--json",
        "due",
        "--procedure",
        "2.000815",
        "--received",
        "2026-11-25T09:00",
    )
    assert json.loads(shown.stdout)["due_at"] == "2026-11-25T17:00:00+07:00", shown.stderr
