"""Search keys and initials: what an officer types without marks finds what was written with them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.domain.procedure import search_keys, search_procedures
from onestop_desktop.domain.text import fold, hidden_character, initials, nfc
from tests.unit.shipped import procedures


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Đường", "nguyen thi duong"),
        ("ĐẶNG", "dang"),
        ("Ch'Nưr", "ch nur"),
        ("H99.99.99-261125-0001", "h99 99 99 261125 0001"),
        ("  a--b  ", "a b"),
        ("Ơn ƯỚC", "on uoc"),
        ("=1+1", "1 1"),
        ("<b>x</b>", "b x b"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(max_size=60))
def test_a_key_holds_only_letters_and_digits_and_is_its_own_key(text: str) -> None:
    key = fold(text)
    assert re.fullmatch(r"([0-9a-z]+( [0-9a-z]+)*)?", key)
    assert fold(key) == key


VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạèẻẽéẹìỉĩíị ÀĐ'", max_size=40)


@given(VIETNAMESE)
def test_case_and_spelling_of_letters_change_no_key(text: str) -> None:
    assert fold(text.upper()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


def test_vietnamese_letters_are_never_hidden() -> None:
    assert hidden_character("Đặng Thị Ngọc Ơn ƯỚC – “trích” 1.000đ") is None
    assert hidden_character("a\u200eb") == "U+200E"


def test_initials() -> None:
    assert initials("Chứng thực bản sao") == "ctbs"
    assert initials("Đăng ký khai sinh") == "dkks"


KEYS = tuple(search_keys(procedure) for procedure in procedures().values())


def found(text: str) -> list[str]:
    return [procedure.code for procedure in search_procedures(KEYS, text)]


def test_ctbs_alone_is_the_certified_copy() -> None:
    assert found("ctbs")[0] == "2.000815"
    assert [key.procedure.code for key in KEYS if key.initials.startswith("ctbs")] == ["2.000815"]
    assert found("ctbs") == ["2.000815"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("dkks", "1.001193"),
        ("khai sinh", "1.001193"),
        ("sinh khai", "1.001193"),
        ("KẾT HÔN", "1.000894"),
        ("1.004873", "1.004873"),
        ("2.0008", "2.000815"),
        ("chung thuc chu ky", "2.000884"),
    ],
)
def test_procedures_are_found_by_initials_words_and_code(text: str, code: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize("text", ["", "  ", "zzzz", "%"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert found(text) == []
