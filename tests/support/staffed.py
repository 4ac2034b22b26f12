"""A desk with an account for each role, and signing in at it."""

import pytest

from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.domain.lifecycle import Role
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk

PASSWORD = "bốn con mèo lười"
PEOPLE = {
    "huong": (OFFICER, Role.DESK),
    "quy": (SPECIALIST, Role.SPECIALIST),
    "thuong": (LEADER, Role.LEADER),
    "vanthu": ("Ngô Thị Thư", Role.CLERK),
    "quantri": ("Lý Văn Trị", Role.ADMINISTRATOR),
    "thanhtra": ("Cao Thị Tra", Role.AUDITOR),
}


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    """A desk with an account for each role; nobody is signed in."""
    for name, (officer, role) in sorted(PEOPLE.items(), key=lambda each: each[0] == "quantri"):
        desk.services.accounts.add(AddAccount(name, role.value, officer, PASSWORD))
    return desk


def sign_in(desk: Desk, name: str, password: str = PASSWORD) -> None:
    desk.services.accounts.sign_in(SignIn(name, password))


def steps(desk: Desk) -> list[tuple[str, str]]:
    found = desk.sql("SELECT step, officer FROM entry WHERE dossier = '' ORDER BY sequence")
    return [(step, officer) for step, officer in found]
