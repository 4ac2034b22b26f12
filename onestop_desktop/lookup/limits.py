"""How often somebody may ask: a bucket for each address and each code, whether or not there is such a code."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST_KEPT = 20_000
"""Buckets remembered; beyond that the ones used longest ago go."""


class Limit:
    """So many questions at once, one more each `seconds`; any thread."""

    def __init__(self, most: int, seconds: float, tell: Callable[[], float]) -> None:
        self._most, self._seconds, self._tell = most, seconds, tell
        self._free_at: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def take(self, who: str) -> bool:
        """Whether this question may be asked; counted if so."""
        with self._lock:
            now = self._tell()
            # When its bucket is full again; a moment in the past counts as now.
            full_at = max(self._free_at.pop(who, now), now)
            allowed = full_at + self._seconds <= now + self._most * self._seconds
            self._free_at[who] = full_at + self._seconds if allowed else full_at
            if len(self._free_at) > MOST_KEPT:
                self._free_at.popitem(last=False)
            return allowed
