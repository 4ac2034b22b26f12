"""The top of the repository stays as small as the house says."""

from pathlib import Path

import pytest

from tests.house.tracked import ROOT, tracked

TOP = {"onestop_desktop", "resources", "tests", "packaging", "pyproject.toml", "README.md"}


def test_nothing_else_stands_at_the_top() -> None:
    found = {file.parts[0] for file in tracked()}
    assert {name for name in found if not name.startswith(".")} == TOP


@pytest.mark.parametrize("folder", ["packaging", "resources"])
def test_folders_of_a_librarys_name_are_no_packages(folder: str) -> None:
    # packaging/__init__.py would hide the library `packaging` and break pytest itself.
    assert not list((ROOT / folder).rglob("__init__.py"))


def test_file_names_differ_by_more_than_case() -> None:
    # Windows would keep only one of the two.
    names = [file.as_posix().casefold() for file in tracked()]
    assert len(names) == len(set(names))
    assert all(len(Path(name).name) < 100 for name in names)
