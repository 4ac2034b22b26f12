"""Text from outside made safe and comparable: cleaning at the edge, the folded search key, initials."""

import re
import unicodedata

_GAP = re.compile(r"[^0-9a-z]+")
_HIDDEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def nfc(text: str) -> str:
    """Precomposed letters, outer blanks gone: the only change the desk makes to what is typed."""
    return unicodedata.normalize("NFC", text).strip()


def hidden_character(text: str) -> str | None:
    """The first character nobody can see or print (control, direction mark, zero width), or None."""
    for letter in text:
        if letter in _HIDDEN or unicodedata.category(letter) in {"Cc", "Cs", "Cn", "Co"}:
            return f"U+{ord(letter):04X}"
    return None


def fold(text: str) -> str:
    """The search key of a text: no case, no marks, d for đ, words of letters and digits apart by blanks."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _GAP.sub(" ", bare).strip()


def initials(text: str) -> str:
    """First letters of the folded words: "Chứng thực bản sao" gives "ctbs"."""
    return "".join(word[0] for word in fold(text).split())
