"""Plain text parted into lines by the widths of its words: quick enough for registers of any length."""

from functools import lru_cache
from unicodedata import normalize

from reportlab.pdfbase import pdfmetrics

from onestop_desktop.forms.faces import REGULAR


@lru_cache(maxsize=4_000)
def wrapped(text: str, breadth: float, size: float) -> tuple[str, ...]:
    """A text's lines of at most that breadth (points); a word too long for one is parted.

    A code or number is parted after its hyphens, dots and slashes before it is anywhere else.
    """
    if not text:
        return ()
    most = breadth * 1000 / size
    lines: list[str] = []
    for line in normalize("NFC", text).split("\n"):
        lines += _wrapped_line(line.split(), most)
    return tuple(lines)


def _wrapped_line(words: list[str], most: float) -> list[str]:
    space = _widths()[" "]
    lines: list[str] = []
    current, used = "", 0.0
    for word in words:
        wide = wide_of(word)
        if current and used + space + wide <= most:
            current, used = f"{current} {word}", used + space + wide
            continue
        if current:
            lines.append(current)
        *whole, current = _pieces(word, most) if wide > most else (word,)
        lines += whole
        used = wide_of(current)
    return [*lines, current]


def _pieces(word: str, most: float) -> list[str]:
    """A word in parts that fit."""
    parts, current, used, brk = [], "", 0.0, 0
    widths = _widths()
    for letter in word:
        wide = widths[letter]
        if used + wide > most and current:
            cut = brk or len(current)
            parts.append(current[:cut])
            current = current[cut:]
            used, brk = wide_of(current), 0
        current += letter
        used += wide
        if letter in "-/.,":
            brk = len(current)
    return [*parts, current]


class _Widths(dict[str, float]):
    """Widths of the face's letters in thousandths of its size, asked once each."""

    def __missing__(self, letter: str) -> float:
        wide = float(pdfmetrics.stringWidth(letter, REGULAR, 1000))
        self[letter] = wide
        return wide


@lru_cache(maxsize=1)
def _widths() -> _Widths:
    return _Widths()


@lru_cache(maxsize=8_000)
def wide_of(word: str) -> float:
    """The width of a text in thousandths of its size."""
    widths = _widths()
    return sum(widths[letter] for letter in word)
