"""What a password may be: long enough, in any script, not one that is guessed first."""

import unicodedata

import pytest

from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.domain import account_errors as errors
from tests.support.desk import OFFICER, Desk
from tests.support.staffed import sign_in


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("ngắn", errors.PasswordTooShort),
        ("x" * 129, errors.PasswordTooLong),
        ("password", errors.PasswordTooUsual),
        ("PassWord1", errors.PasswordTooUsual),
        ("123456789", errors.PasswordTooUsual),
        ("anhyeuem123", errors.PasswordTooUsual),
        ("matkhau2026", errors.PasswordTooUsual),
        ("nnnnnnnnnnnn", errors.PasswordTooUsual),
        ("nguyễn văn an", errors.PasswordTooUsual),
        ("NguyenVanAn12", errors.PasswordTooUsual),
        ("hoamau2026", errors.PasswordTooUsual),
        ("onestop123", errors.PasswordTooUsual),
        ("nguyenan99", errors.PasswordTooUsual),
    ],
)
def test_a_password_too_easy_is_refused_and_no_account_made(
    desk: Desk, password: str, refusal: type[Exception]
) -> None:
    agency = desk.services.view_desk().agency
    assert agency.place == "Hòa Mẫu"
    with pytest.raises(refusal):
        desk.services.accounts.add(AddAccount("nguyenan", "desk", "Nguyễn Văn An", password))
    assert desk.services.accounts.read() == ()


@pytest.mark.parametrize("password", ["bốn con mèo", "8 chữ là", "Пароль длинный", "a" + "bc" * 60])
def test_any_script_and_no_forced_mix(desk: Desk, password: str) -> None:
    desk.services.accounts.add(AddAccount("huong", "desk", OFFICER, password))
    sign_in(desk, "huong", unicodedata.normalize("NFD", password))
    assert desk.services.session.officer == OFFICER
