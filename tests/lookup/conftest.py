"""A desk with two dossiers and its extract."""

from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.export_lookup import ExportLookup, LookupExported
from onestop_desktop.domain.lookup_facts import typed_key
from onestop_desktop.lookup.extract import LOCK
from tests.support.desk import SPECIALIST, Desk, plain_order

NAME, IDENTITY, PHONE, ADDRESS = (
    "Nguyễn Thị Đường",
    "030185001234",
    "0912345678",
    "Thôn Bùi Xá",
)
PRIVATE = (NAME, IDENTITY, PHONE, ADDRESS, "Trần Thị Hoa", "Lê Văn Nam")
TOKEN, SECRET = f"{1:032x}", "AAAAAAAB"
"""What the desk under test draws first."""


def export(desk: Desk, target: Path, **how: Any) -> LookupExported:
    return desk.services.lookup.export(ExportLookup(str(target), **how))


def work_on(desk: Desk, code: str) -> None:
    """Let the specialist have it."""
    desk.step(code, "hand_over", to=SPECIALIST)
    desk.step(code, "accept", SPECIALIST)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the lock."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != LOCK
    }


@pytest.fixture
def code(sqlite_desk: Desk) -> str:
    """A dossier of three working days."""
    return sqlite_desk.receive(plain_order()).dossier.code


@pytest.fixture
def target(sqlite_desk: Desk, code: str, tmp_path: Path) -> Path:
    """Its extract."""
    sqlite_desk.receive()
    export(sqlite_desk, tmp_path / "tra-cuu")
    assert typed_key(code, SECRET)
    return tmp_path / "tra-cuu"
