"""The day's seal: eight syllables and a code that a scanner types unharmed; any other day or entry differs."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onestop_desktop.domain.seal import Seal, looks_like_seal, read_seal, seal_of
from onestop_desktop.domain.step_errors import SealUnread

DAY = date(2026, 11, 25)
SEAL = seal_of(DAY, 84, "ab" * 32, "cd" * 32)
TELEX = re.compile(r"[aăâeêioôơuưydw]{2}|[sfrxj]", re.IGNORECASE)


def test_the_code_is_made_of_two_letters_and_digits_that_no_input_method_changes() -> None:
    assert re.fullmatch(r"MC-251126-84-\d{6}-\d{20}", SEAL.code)
    assert not TELEX.search("MC")
    assert looks_like_seal(f" {SEAL.code.lower()}\n")


def test_the_words_are_four_pairs_of_syllables_one_for_each_byte() -> None:
    pairs = [pair.split() for pair in SEAL.words.split(" – ")]
    assert [len(pair) for pair in pairs] == [2, 2, 2, 2]
    zero, one = replace(SEAL, mark=0), replace(SEAL, mark=1)
    assert zero.words == "ba ba – ba ba – ba ba – ba ba"
    assert one.words == "ba ba – ba ba – ba ba – ba ban"
    assert replace(SEAL, mark=2**64 - 1).words.endswith("xung xung")


def test_256_bytes_have_256_different_syllables() -> None:
    said = {replace(SEAL, mark=byte).words.split()[-1] for byte in range(256)}
    assert len(said) == 256


@given(
    day=some.dates(date(2020, 1, 1), date(2099, 12, 31)),
    entries=some.integers(1, 10**9 - 1),
    digests=some.tuples(some.text("0123456789abcdef", min_size=64, max_size=64)),
)
def test_what_is_scanned_is_what_was_printed(day: date, entries: int, digests: tuple[str]) -> None:
    seal = seal_of(day, entries, digests[0], "00" * 32)
    assert read_seal(seal.code) == seal


@pytest.mark.parametrize(
    "other",
    [
        seal_of(date(2026, 11, 26), 84, "ab" * 32, "cd" * 32),
        seal_of(DAY, 85, "ab" * 32, "cd" * 32),
        seal_of(DAY, 84, "ac" * 32, "cd" * 32),
    ],
)
def test_another_day_entry_or_digest_is_another_seal(other: Seal) -> None:
    assert other.mark != SEAL.mark
    assert other.words != SEAL.words


@pytest.mark.parametrize(
    "text",
    [
        *("", "MC", "H99.99.99-261125-0001", "MC-311326-84-287241-14973803806294645959"),
        *("MC-251126-84-287241-99999999999999999999", "MC-251126-84-287241-1497380380629464595"),
        *("MC-251126-٨٤-287241-14973803806294645959", "x" * 10_000),
    ],
)
def test_what_is_no_seal_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(SealUnread) as refused:
        read_seal(text)
    assert len(refused.value.facts["value"]) <= 60
