"""Names what could not be tested on this machine, just before pytest's closing line.

A test marked postgres, cups or strace is skipped with its reason where the machine lacks
the part. On CI (environment variable CI) nothing may be missing: the run fails.
"""

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from machine import program

NOT_HERE = "not on this machine: "


@cache
def _postgres() -> str:
    return "" if program("initdb") and program("postgres") else "no PostgreSQL server programs"


@cache
def _cups() -> str:
    if not all(map(program, ("cupsd", "lp", "lpadmin"))):
        return "no CUPS (cupsd, lp, lpadmin)"
    if not program("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"):
        return "no cups-filters"
    if not program("pdftotext"):
        return "no pdftotext (poppler-utils)"
    return "" if os.geteuid() == 0 else "CUPS tests start their own cupsd, which needs root"


@cache
def _strace() -> str:
    tracer = program("strace")
    if not tracer:
        return "no strace"
    tried = subprocess.run(
        [tracer, "-f", "-o", os.devnull, "true"], capture_output=True, check=False
    )
    return "" if tried.returncode == 0 else "strace may not trace processes here"


PARTS: dict[str, Callable[[], str]] = {"postgres": _postgres, "cups": _cups, "strace": _strace}


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Skip the tests whose part of the machine is missing."""
    for item in items:
        for mark, lacking in PARTS.items():
            if item.get_closest_marker(mark) and (reason := lacking()):
                item.add_marker(pytest.mark.skip(reason=NOT_HERE + reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each reason, and one for what failed before the tests ran."""
    reasons = _skipped(terminalreporter)
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"Not tested: {count} ({reason})")
    if _forbidden(reasons):
        terminalreporter.write_line("On CI nothing may be missing: this run fails.", red=True)
    if failed := os.environ.get("ONESTOP_FAILED_PARTS"):
        terminalreporter.write_line(f"Failed before the tests: {failed}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """On CI a missing part is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and session.exitstatus == 0 and _forbidden(_skipped(reporter)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(reporter: pytest.TerminalReporter) -> Counter[str]:
    reasons: Counter[str] = Counter()
    for report in reporter.stats.get("skipped", []):
        where = report.longrepr
        words = where[2] if isinstance(where, tuple) else str(where)
        reasons[words.removeprefix("Skipped: ")] += 1
    return reasons


def _forbidden(reasons: Iterable[str]) -> bool:
    return bool(os.environ.get("CI")) and any(reason.startswith(NOT_HERE) for reason in reasons)
