"""The one gate: format, lint, types, doors between rooms, house tests, tests.

`python3 packaging/check.py` makes the environment and runs every part; the exit code is
that of the first part that failed, and pytest's closing line stays the last one printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

import environment
import machine

PARTS: dict[str, list[str]] = {
    "format": ["ruff", "format", "--check"],
    "lint": ["ruff", "check"],
    "types": ["mypy"],
    "doors": ["lint-imports"],
    "house": ["pytest", "tests/house"],
    "tests": ["pytest", "--ignore=tests/benchmarks"],
    "benchmarks": ["pytest", "tests/benchmarks"],
    "long": ["pytest", "tests/unit/test_minute_walk.py", "-s"],
    "faults": ["pytest", "tests/faults", "-s"],
}
SURROUNDINGS = {"long": {"ONESTOP_LONG": "1"}, "faults": {"ONESTOP_LONG_FAULTS": "1"}}
FAST = ["format", "lint", "types", "doors"]
ALL = [*FAST, "tests"]  # the house tests are among the tests; alone they are a part


def main() -> int:
    """Run what was asked, all of it by default."""
    asked, for_pytest = _arguments()
    sys.stdout.reconfigure(line_buffering=True, errors="replace")  # type: ignore[union-attr]
    try:
        print(environment.announcement(environment.DEV))
        _machine()
        environment.prepare(environment.DEV)
    except environment.Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 4
    failed: dict[str, int] = {}
    for part in _chosen(asked):
        code = _run(part, asked.serial, for_pytest, failed)
        if code:
            failed[part] = code
    return next(iter(failed.values()), 0)


def _arguments() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        description="The one gate.", epilog="What follows -- goes to pytest."
    )
    parser.add_argument("--fast", action="store_true", help=f"only {', '.join(FAST)}")
    parser.add_argument("--only", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--benchmarks", action="store_true", help="the speed budgets, alone")
    parser.add_argument("--long", action="store_true", help="100,000 due times, alone")
    parser.add_argument("--faults", action="store_true", help="the fault table's long form, alone")
    parser.add_argument("--serial", action="store_true", help="pytest in one process")
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    return parser.parse_args(words[:cut]), words[cut + 1 :]


def _chosen(asked: argparse.Namespace) -> list[str]:
    if asked.only:
        return [asked.only]
    alone = [name for name in ("benchmarks", "long", "faults") if getattr(asked, name)]
    if alone:
        return alone
    return FAST if asked.fast else ALL


def _machine() -> None:
    """Qt's libraries must be there; a test program that is not is named at the end."""
    machine.bring([*machine.missing_python(), *machine.missing_libraries()])
    try:
        machine.bring(machine.missing_test_programs())
    except environment.Trouble as trouble:
        print(f"Some tests cannot run: {trouble}")


def _run(part: str, serial: bool, for_pytest: list[str], failed: dict[str, int]) -> int:
    program, *rest = PARTS[part]
    command = [str(environment.script(program)), *rest]
    surroundings = dict(os.environ)
    if program == "pytest":
        command = [str(environment.python()), "-m", *PARTS[part], *for_pytest]
        if part == "tests" and not serial:
            command += ["-n", "2", "--dist", "worksteal"]
        # The plugin tests/support/missing_parts.py says it again before the closing line.
        surroundings.update(SURROUNDINGS.get(part, {}))
        surroundings["ONESTOP_FAILED_PARTS"] = " ".join(failed)
    print(f"== {part}: {' '.join(PARTS[part])}")
    started = time.monotonic()
    code = subprocess.call(command, cwd=environment.ROOT, env=surroundings)
    if program != "pytest":
        print(f"   {part} {'failed' if code else 'passed'} in {time.monotonic() - started:.1f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
