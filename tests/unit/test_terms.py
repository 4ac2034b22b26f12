"""The wordings of a term: those of the command line, and no others."""

import pytest

from onestop_desktop.domain.errors import TermInvalid
from onestop_desktop.domain.terms import read_term


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0 working days",
        "0 working hours",
        "-1 working days",
        "1.25 working days",
        "1.5 working hours",
        "0.5 months",
        "15 giờ",
        "three days",
        "10000 months",
        "٣ working days",
        "3 working days ago",
    ],
)
def test_other_wordings_are_no_term(text: str) -> None:
    with pytest.raises(TermInvalid):
        read_term(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Same Day", "same day"),
        (" at  once ", "at once"),
        ("1 working day", "1 working days"),
        ("0.5 working days", "0.5 working days"),
        ("12 months", "12 months"),
    ],
)
def test_a_term_is_written_back_as_the_command_line_words_it(text: str, written: str) -> None:
    assert str(read_term(text)) == written
