"""Eight mebibytes kept beside a store that is a file, given back to the disk when it runs full.

On a full disk not even reading goes on: SQLite's side files need some room.
"""

import os
from contextlib import suppress
from pathlib import Path

BALLAST = 8 * 1024 * 1024
WARN_BELOW = 200 * 1024 * 1024
"""Less free room than that is told to the officers, long before anything is refused."""
_NEEDED = 4 * BALLAST
"""So much must be free for the ballast to be made, or made again."""
_FULL = 1024 * 1024
"""Less than that is a full disk: the next act might not find room for its pages."""


class Ballast:
    """The ballast of one store file."""

    def __init__(self, store: str) -> None:
        self.path = Path(store).with_suffix(".ballast")

    def keep(self) -> bool:
        """Make it where it is missing and there is room; whether it is there now."""
        try:
            if self.path.exists() and self.path.stat().st_size == BALLAST:
                return True
            if self.free() < _NEEDED:
                return False
            handle = os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600)
            try:
                self._fill(handle)
            finally:
                os.close(handle)
        except OSError:
            self.let_go()
            return False
        return True

    @staticmethod
    def _fill(handle: int) -> None:
        """Real blocks: a file with holes would give nothing back."""
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(handle, 0, BALLAST)
        else:
            os.write(handle, bytes(BALLAST))

    def let_go(self) -> bool:
        """Give its room back; whether there was any."""
        with suppress(OSError):
            self.path.unlink()
            return True
        return False

    def give_way(self) -> bool:
        """Give its room back where the disk is as good as full, before that is felt."""
        return self.path.exists() and self.free() < _FULL and self.let_go()

    def free(self) -> int:
        """Bytes free for this user where the store lies; plenty where nobody can tell."""
        try:
            found = os.statvfs(self.path.parent)
        except (OSError, AttributeError):
            return WARN_BELOW * 1000
        return found.f_bavail * found.f_frsize
