"""đồng as they are typed: thousands by dots or spaces, nothing that could mean another amount."""

import pytest

from onestop_desktop.domain.money import read_amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12.000", 12_000),
        ("12 000", 12_000),
        (" 12000 ", 12_000),
        ("1.234.567", 1_234_567),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_it_is_written(typed: str, amount: int) -> None:
    assert read_amount(typed) == amount


@pytest.mark.parametrize(
    "typed", ["", " ", "1.5", "12,000", "1.0000", "1234.567", "-1", "١٢", "1e3", "12.00", "9" * 13]
)
def test_what_could_mean_another_amount_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        read_amount(typed)
