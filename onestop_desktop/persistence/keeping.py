"""The port `Backups` over any store: a file's copies or a server's, a copy opened for either."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desktop.domain.store_copy import CopyFacts, CopyKind, KeptCopy, SecondPlace, Standing
from onestop_desktop.persistence.backups import FileBackups
from onestop_desktop.persistence.engine import is_file
from onestop_desktop.persistence.history import SHIPPED, History
from onestop_desktop.persistence.restoring import OpenedFile
from onestop_desktop.persistence.unit_of_work import TellTime

if TYPE_CHECKING:
    from onestop_desktop.persistence.server_backup import OpenedDatabase
    from onestop_desktop.persistence.server_backups import ServerBackups


class StoreBackups:
    """The copies of the store at an address; those of a server lie in `folder`."""

    def __init__(
        self, address: str, clock: TellTime, folder: Path, history: History = SHIPPED
    ) -> None:
        self.address = address
        self._clock, self._folder, self._history = clock, folder, history

    def make(self, target: str, passphrase: str = "") -> CopyFacts:
        """A verified copy into a file."""
        return self._of(self.address).make(target, passphrase)

    def keep(self, kind: CopyKind, at: datetime) -> KeptCopy:
        """A verified copy into the store's folder of copies."""
        return self._of(self.address).keep(kind, at)

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies of that folder."""
        return self._of(self.address).kept()

    def open_copy(
        self, file: str, to: str = "", passphrase: str = ""
    ) -> AbstractContextManager[OpenedFile | OpenedDatabase]:
        """A copy opened and verified where it may be put."""
        return self._of(to or self.address).open_copy(file, to, passphrase)

    def standing(self, to: str) -> Standing | None:
        """The store that stands there."""
        return self._of(to).standing(to)

    def second_place(self, folder: str) -> SecondPlace:
        """How the copies at a second place are."""
        return self._of(self.address).second_place(folder)

    def ready_second_place(self, folder: str, passphrase: str) -> None:
        """Keep the key of a passphrase."""
        self._of(self.address).ready_second_place(folder, passphrase)

    def send(self, copy: KeptCopy, folder: str) -> None:
        """A sealed copy of a kept one."""
        self._of(self.address).send(copy, folder)

    def _of(self, address: str) -> FileBackups | ServerBackups:
        if is_file(address):
            return FileBackups(address, self._clock, self._history)
        from onestop_desktop.persistence.server_backups import ServerBackups  # noqa: PLC0415

        return ServerBackups(address, self._clock, self._folder, self._history)
