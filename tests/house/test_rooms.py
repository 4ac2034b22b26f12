"""Rules between rooms that import-linter cannot say: no clock, standard library, listed verbs."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.tracked import ROOT, tracked

CLOCKS = {"now", "today", "utcnow"}
CLOCK_HOLDERS = {"datetime", "date"}
CONTRACT = "use cases stand side by side"


def _modules(room: str) -> Iterator[tuple[Path, ast.Module]]:
    for file in tracked(".py"):
        if file.as_posix().startswith(f"onestop_desktop/{room}"):
            yield file, ast.parse((ROOT / file).read_text("utf-8"))


def test_the_domain_imports_the_standard_library_and_itself() -> None:
    strange = []
    for file, tree in _modules("domain/"):
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            strange += [
                f"{file}: {name}"
                for name in names
                if name.split(".")[0] not in sys.stdlib_module_names
                and not name.startswith("onestop_desktop.domain")
            ]
    assert not strange


def test_only_the_clocks_ask_what_time_it_is() -> None:
    asked = [
        f"{file}:{node.lineno}"
        for file, tree in _modules("")
        if file.name != "clocks.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr)
        in CLOCK_HOLDERS
    ]
    assert not asked


def test_each_use_case_has_its_line_in_the_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["name"] == CONTRACT]
    use_cases = max(layers, key=lambda layer: layer.count("|"))
    listed = [name.strip(" ()") for name in use_cases.split("|")]
    beside = {
        name.strip() for layer in layers if layer is not use_cases for name in layer.split("|")
    }
    there = (
        {
            file.parts[2].removesuffix(".py")
            for file in tracked(".py")
            if file.parts[:2] == ("onestop_desktop", "application")
        }
        - beside
        - {"__init__"}
    )
    assert there - set(listed) == set(), f"add a line to «{CONTRACT}» in pyproject.toml"
    assert set(listed) - there == set(), f"take the line out of «{CONTRACT}»"
    assert listed == sorted(listed)
