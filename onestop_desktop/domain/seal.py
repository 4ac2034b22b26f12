"""The day's seal: what the journal was when the day was closed, in syllables to read and digits to scan.

It proves to who holds the signed day sheet that a store still holds everything up to that entry.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from onestop_desktop.domain.step_errors import SealUnread

_PATTERN = r"MC-(\d{2})(\d{2})(\d{2})-(\d{1,9})-(\d{6})-(\d{20})"
SEAL = re.compile(_PATTERN, re.ASCII)
"""Two letters and digits: what no Vietnamese input method changes on its way from a scanner."""
_ONSETS = ("b", "ch", "d", "đ", "h", "l", "m", "n", "nh", "ph", "s", "t", "th", "tr", "v", "x")
_RHYMES = (
    *("a", "an", "ang", "anh", "ao", "âm", "ay", "em"),
    *("i", "inh", "o", "oi", "ông", "ơn", "ua", "ung"),
)
_SYLLABLES = 8
_DESK_DIGITS, _MARK_DIGITS = 6, 20


@dataclass(frozen=True, slots=True)
class Seal:
    """A day's seal: `entries` is the number of the entry that closed it, `desk` tells stores apart,
    `mark` is 64 bits of that entry's digest and of all before it.
    """

    day: date
    entries: int
    desk: int
    mark: int

    @property
    def words(self) -> str:
        """Eight syllables in four pairs, each of them one byte of the mark."""
        said = [
            _ONSETS[byte >> 4] + _RHYMES[byte & 15]
            for byte in self.mark.to_bytes(_SYLLABLES, "big")
        ]
        return " – ".join(f"{said[at]} {said[at + 1]}" for at in range(0, _SYLLABLES, 2))

    @property
    def code(self) -> str:
        """As the QR on the day sheet has it."""
        return (
            f"MC-{self.day:%d%m%y}-{self.entries}-{self.desk:0{_DESK_DIGITS}d}-"
            f"{self.mark:0{_MARK_DIGITS}d}"
        )


def seal_of(day: date, entries: int, digest: str, first: str) -> Seal:
    """The seal over an entry's digest; `first` is the digest of the store's first entry."""
    mark = hashlib.sha256(f"{day.isoformat()} {entries} {digest}".encode()).digest()
    desk = int.from_bytes(hashlib.sha256(first.encode()).digest()[:4], "big") % 10**_DESK_DIGITS
    return Seal(day, entries, desk, int.from_bytes(mark[:_SYLLABLES], "big"))


def looks_like_seal(text: str) -> bool:
    """Whether a scan is a seal."""
    return SEAL.fullmatch(text.strip().upper()) is not None


def read_seal(text: str) -> Seal:
    """The seal behind a scanned or typed code (SealUnread)."""
    found = SEAL.fullmatch(text.strip().upper())
    if found is None:
        raise SealUnread(value=text[:60])
    day, month, year, *numbers = (int(part) for part in found.groups())
    try:
        on = date(2000 + year, month, day)
    except ValueError:
        raise SealUnread(value=text[:60]) from None
    entries, desk, mark = numbers
    if mark >= 2 ** (8 * _SYLLABLES):
        raise SealUnread(value=text[:60])
    return Seal(on, entries, desk, mark)
