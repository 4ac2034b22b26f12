"""A part missing on a machine is named before the closing line, and on CI it is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LACKING = """
from tests.support import missing_parts

missing_parts.PARTS["cups"] = lambda: "no CUPS"
"""
ONE_OF_TWO = """
import pytest

@pytest.mark.cups
def test_prints():
    raise AssertionError("must not run")

def test_other():
    pass
"""


def _run(folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(LACKING, "utf-8")
    (folder / "test_one_of_two.py").write_text(ONE_OF_TWO, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = cups\n", "utf-8")
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {"CI", "ONESTOP_FAILED_PARTS"}
    }
    path = os.pathsep.join(map(str, (ROOT, ROOT / "packaging")))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.support.missing_parts", str(folder)],
        cwd=folder,
        env={**clean, "PYTHONPATH": path, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_named_with_its_reason_just_before_the_closing_line(tmp_path: Path) -> None:
    ran = _run(tmp_path)
    assert ran.returncode == 0, ran.stdout
    *_, named, closing = ran.stdout.strip().splitlines()
    assert named == "Not tested: 1 (not on this machine: no CUPS)"
    assert closing.startswith("1 passed, 1 skipped in ")


@pytest.mark.parametrize("ci", ["1", "true"])
def test_on_ci_it_is_a_failure(tmp_path: Path, ci: str) -> None:
    ran = _run(tmp_path, CI=ci)
    assert ran.returncode == 1
    *_, verdict, closing = ran.stdout.strip().splitlines()
    assert verdict == "On CI nothing may be missing: this run fails."
    assert closing.startswith("1 passed, 1 skipped in ")


def test_what_failed_before_the_tests_is_said_again(tmp_path: Path) -> None:
    ran = _run(tmp_path, ONESTOP_FAILED_PARTS="lint types")
    assert "Failed before the tests: lint types" in ran.stdout
