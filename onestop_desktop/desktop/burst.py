"""Tells a scanner's burst of keys from a person's typing; plain values only, time is given in.

A lone key is held until `GAP_MS` have passed without another one. Keys are held on only while each
next one follows within the gap, as no person types; what was held comes back in its order, unless
a terminator follows and the text is recognised as a scan. Nothing else ever consumes a key.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

GAP_MS = 30
# The longest card text is far below; a flood beyond it is handed on as it comes.
LONGEST_SCAN = 512

Held = TypeVar("Held")


class Verdict(Enum):
    """What becomes of the key just seen."""

    HELD = "held"  # kept for now; the caller must come back within GAP_MS
    PASS = "pass"  # the caller lets it go on untouched, after the released ones  # noqa: S105
    TAKEN = "taken"  # the end of a scan, consumed with everything held


@dataclass(frozen=True, slots=True)
class Ruling(Generic[Held]):
    """The verdict, the held keys to hand on first, and the scan if one was proven."""

    verdict: Verdict
    released: tuple[Held, ...] = ()
    scan: str | None = None


@dataclass(slots=True)
class Burst(Generic[Held]):
    """The state machine; `recognise` says whether a whole text reads as a scan."""

    recognise: Callable[[str], bool]
    _held: list[Held] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _last: float = float("-inf")
    _flooded: bool = False
    _scanned_at: float = float("-inf")

    @property
    def holding(self) -> bool:
        """Whether any key is held."""
        return bool(self._held)

    @property
    def length(self) -> int:
        """How many characters are held."""
        return len(self._text)

    def would_end_scan(self) -> bool:
        """Whether a terminator coming now would prove a scan."""
        return bool(self._text) and self.recognise("".join(self._text))

    def character(self, item: Held, text: str, at: float) -> Ruling[Held]:
        """A printable key came at `at` milliseconds."""
        in_time = at - self._last <= GAP_MS
        self._scanned_at = float("-inf")
        released = () if in_time else self.release()
        self._last = at
        if self._flooded and in_time:
            return Ruling(Verdict.PASS, released)
        self._flooded = False
        self._held.append(item)
        self._text.append(text)
        if len(self._text) > LONGEST_SCAN:
            self._flooded = True
            return Ruling(Verdict.HELD, self.release())
        return Ruling(Verdict.HELD, released)

    def companion(self, item: Held) -> Ruling[Held]:
        """Something that must keep its place behind held keys, such as a key's release."""
        if not self._held:
            return Ruling(Verdict.PASS)
        self._held.append(item)
        return Ruling(Verdict.HELD)

    def terminator(self, at: float) -> Ruling[Held]:
        """Enter or Tab came: the proof of a scan, or an ordinary key."""
        in_time = at - self._last <= GAP_MS
        if in_time and self.would_end_scan():
            scan = "".join(self._text)
            self._held.clear()
            self._text.clear()
            self._last = self._scanned_at = at
            return Ruling(Verdict.TAKEN, scan=scan)
        if not self._held and at - self._scanned_at <= GAP_MS:
            # A scanner set to end with two terminators must not press a button with the second.
            self._scanned_at = at
            return Ruling(Verdict.TAKEN)
        return self.anything_else()

    def anything_else(self) -> Ruling[Held]:
        """Any other event that has an order: it goes on, after what was held."""
        self._last = float("-inf")
        self._flooded = False
        return Ruling(Verdict.PASS, self.release())

    def release(self) -> tuple[Held, ...]:
        """Give back what is held, in order; also called when the gap's timer rings."""
        released = tuple(self._held)
        self._held.clear()
        self._text.clear()
        return released
