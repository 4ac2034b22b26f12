"""A program killed by SIGKILL at its nth act, again and again, without waiting for a clock.

A child is forked for each kill. A profile counts calls and returns, of C functions too, and at the
chosen one the child kills itself: between any two of them lies everything a crash can part.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

ROOM = os.path.join("onestop_desktop", "persistence")


def forked(act: Callable[[], Any], kill_at: int) -> int:
    """Run the act in a child; how it ended: 0 done, 9 killed at event `kill_at` (0: never)."""
    child = os.fork()
    if child == 0:
        _count(act, kill_at)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) * -1


def events(act: Callable[[], Any]) -> int:
    """How many events the act has, counted in a child."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, str(_count(act, 0)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        count = int(told.read())
    os.waitpid(child, 0)
    return count


def spread(count: int, many: int) -> Iterator[int]:
    """So many moments over all events, and the last twelve, where names change."""
    yield from sorted({*range(1, count, max(1, count // many)), *range(max(1, count - 12), count)})


def _count(act: Callable[[], Any], kill_at: int) -> int:
    seen = 0

    def note(frame: FrameType, _event: str, _of: object) -> None:
        nonlocal seen
        if ROOM in frame.f_code.co_filename:
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(note)
    act()
    sys.setprofile(None)
    return seen
