"""What is left of a person in a table that leaves the desk."""

import pytest

from onestop_desktop.domain.masking import masked_address, masked_name, masked_number


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Nguyễn Thị Đường", "Nguyễn T. Đ."),
        ("Ch'Nưr Ê", "Ch'Nưr Ê."),
        ("Ký", "K•"),
        ("Ế", "Ế"),
        ("", ""),
    ],
)
def test_of_a_name_the_family_name_and_initials(name: str, left: str) -> None:
    assert masked_name(name) == left


@pytest.mark.parametrize(
    ("number", "left"),
    [("0912345678", "•••••••678"), ("030185001234", "•••••••••234"), ("12", "12"), ("", "")],
)
def test_of_a_number_the_last_three_digits(number: str, left: str) -> None:
    assert masked_number(number) == left


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("Thôn Bùi Xá, xã Đoàn Kết, Hải Dương", "•, xã Đoàn Kết, Hải Dương"),
        ("Thôn Bùi Xá", "•"),
        ("", ""),
    ],
)
def test_of_an_address_what_is_not_the_house(address: str, left: str) -> None:
    assert masked_address(address) == left
