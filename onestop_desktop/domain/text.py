"""Text from outside made safe and comparable: cleaning at the edge, the folded search key, initials."""

import re
import unicodedata

_GAP = re.compile(r"[^0-9a-z]+")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
"""Controls, direction marks, zero widths, halves of pairs, unassigned, private, line ends."""


def nfc(text: str) -> str:
    """Precomposed letters, outer blanks gone: the only change the desk makes to what is typed."""
    return unicodedata.normalize("NFC", text).strip()


def hidden_character(text: str) -> str | None:
    """The first character nobody can see or print (control, direction mark, zero width), or None."""
    if text.isprintable():  # quick, and only a blank of another width makes it False for nothing
        return None
    for letter in text:
        if unicodedata.category(letter) in _HIDDEN:
            return f"U+{ord(letter):04X}"
    return None


def is_plain(text: str) -> bool:
    """Whether a text holds only what can be stored and looked up: no half letters, no controls."""
    return hidden_character(text) is None


def fold(text: str) -> str:
    """The search key of a text: no case, no marks, d for đ, words of letters and digits apart by blanks."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _GAP.sub(" ", bare).strip()


def initials(text: str) -> str:
    """First letters of the folded words: "Chứng thực bản sao" gives "ctbs"."""
    return "".join(word[0] for word in fold(text).split())
