"""Personal words made unreadable in tables that leave the desk, as long as nobody asked for them."""

import re
from dataclasses import replace
from functools import lru_cache

from onestop_desktop.domain.book_facts import BookLine, TrackingLine

KEPT_DIGITS = 3
HIDDEN = "•"
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=512)  # who receives is most often who applied
def masked_name(name: str) -> str:
    """The first word, of the others their first letters: "Nguyễn T. Đ."."""
    first, *rest = name.split() or [""]
    shown = first if rest else first[:1] + HIDDEN * (len(first) > 1)
    return " ".join([shown, *(f"{word[0]}." for word in rest)])


def masked_number(text: str) -> str:
    """A phone or identity number but for its last three digits."""
    cut = max(0, len(text) - KEPT_DIGITS)
    return _DIGIT.sub(HIDDEN, text[:cut]) + text[cut:]


def masked_address(text: str) -> str:
    """What stands after the first comma: not the house or hamlet."""
    _, comma, rest = text.partition(",")
    return f"{HIDDEN}, {rest.strip()}" if comma else HIDDEN * bool(text)


def masked_tracking(line: TrackingLine) -> TrackingLine:
    """A line of the tracking book without a person in it."""
    return replace(
        line,
        applicant=masked_name(line.applicant),
        address=masked_address(line.address),
        phone=masked_number(line.phone),
        receiver=masked_name(line.receiver),
    )


def masked_book(line: BookLine) -> BookLine:
    """A number of a certification book without a person in it."""
    return replace(line, applicant=masked_name(line.applicant))
