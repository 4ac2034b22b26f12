"""Text from outside made safe and comparable: cleaning at the edge, the folded search key, initials."""

import re
import unicodedata

_GAP = re.compile(r"[^0-9a-z]+")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
"""Controls, direction marks, zero widths, halves of pairs, unassigned, private, line ends."""

_ON_PAPER = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x37A, 0x37E), (0x384, 0x3CE)),
    *((0x400, 0x513), (0x1E00, 0x1E9B), (0x1EA0, 0x1EF9), (0x2010, 0x2010), (0x2012, 0x2015)),
    *((0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2032, 0x2033), (0x20AB, 0x20AC)),
)
"""Latin with all Vietnamese letters, Greek, Cyrillic, usual signs; a test asks the faces."""
_NOT_ON_PAPER = re.compile(
    "[^" + "".join(f"\\U{first:08X}-\\U{last:08X}" for first, last in _ON_PAPER) + "]"
)


class _Bare(dict[int, int | None]):
    """For `str.translate`: marks go, all else stays; each letter is looked at once."""

    def __missing__(self, letter: int) -> int | None:
        self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return self[letter]


_BARE = _Bare()


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


def unprintable(text: str) -> str | None:
    """The first character that the faces on paper do not have, or None."""
    found = _NOT_ON_PAPER.search(text)
    return found[0] if found else None


def not_latin(text: str) -> str | None:
    """The first letter of another alphabet, or None."""
    return next(
        (
            letter
            for letter in text
            if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
        ),
        None,
    )


def same_name(one: str, other: str) -> bool:
    """Whether two typed names are one person's; marks count, case and the number of blanks do not."""
    return nfc(one).casefold().split() == nfc(other).casefold().split()


def is_plain(text: str) -> bool:
    """Whether a text holds only what can be stored and looked up: no half letters, no controls."""
    return hidden_character(text) is None


def fold(text: str) -> str:
    """The search key of a text: no case, no marks, d for đ, words of letters and digits apart by blanks."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return _GAP.sub(" ", plain.translate(_BARE)).strip()


def initials(text: str) -> str:
    """First letters of the folded words: "Chứng thực bản sao" gives "ctbs"."""
    return "".join(word[0] for word in fold(text).split())
