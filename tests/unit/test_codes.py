"""Codes and the short keys of rolls: one stands for the other, and neither for a phone or an identity."""

import pytest

from onestop_desktop.domain.codes import (
    code_of_key,
    looks_like_code,
    looks_like_key,
    looks_like_slip,
    short_key,
)

OWN = "H99.99.99"


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("H99.99.99-261125-0001", "2611250001"),
        ("H99.99.99-261125-9999", "2611259999"),
        ("H99.99.99-261125-10000", "26112500010000"),
        ("", ""),
        ("không", ""),
    ],
)
def test_a_code_has_one_key(code: str, key: str) -> None:
    assert short_key(code) == key
    if key:
        assert looks_like_key(key)
        assert code_of_key(key, OWN) == code


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "030185001234",
        "2613250001",
        "261125001",
        "26112500001",
        "２６１１２５０００１",
    ],
)
def test_a_phone_an_identity_or_an_impossible_day_is_no_key(text: str) -> None:
    assert not looks_like_slip(text)
    assert code_of_key(text, OWN) == text


def test_a_slip_bears_a_code_or_a_key() -> None:
    assert looks_like_slip("h99.99.99-261125-0001")
    assert looks_like_slip(" 2611250001 ")
    assert not looks_like_code("2611250001")
