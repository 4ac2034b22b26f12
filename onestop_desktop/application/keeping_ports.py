"""What keeping the store needs from outside: copies made, listed, opened, put in place, sent elsewhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain.store_copy import (
    CopyFacts,
    CopyKind,
    KeptCopy,
    SecondPlace,
    Standing,
)

MayReplace = Callable[[str, str, str], None]
"""(address, officer, password): whether that store may be replaced; a refusal where its administrator
must say so first.
"""


class OpenedCopy(Protocol):
    """A copy as a store of its own, away from every other; gone when its block ends."""

    @property
    def facts(self) -> CopyFacts: ...
    @property
    def unit_of_work(self) -> OpenUnitOfWork: ...

    def put_in_place(self, at: datetime) -> str:
        """Where it was opened for; names what holds the store it replaced, "" where none stood."""


class Backups(Protocol):
    """The copies of one store. Every copy is verified before it has its name."""

    @property
    def address(self) -> str: ...

    def make(self, target: str, passphrase: str = "") -> CopyFacts:
        """A copy into a file; sealed where there is a passphrase."""

    def keep(self, kind: CopyKind, at: datetime) -> KeptCopy:
        """A copy into the store's own folder; those that need not stay are dropped."""

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies of that folder, newest first."""

    def open_copy(
        self, file: str, to: str = "", passphrase: str = ""
    ) -> AbstractContextManager[OpenedCopy]:
        """A copy opened and verified; `to` is the address it may be put at ("" a rehearsal)."""

    def standing(self, to: str) -> Standing | None:
        """What stands at an address now."""

    def second_place(self, folder: str) -> SecondPlace:
        """How the copies at a second place are."""

    def ready_second_place(self, folder: str, passphrase: str) -> None:
        """Keep the key of a passphrase for a second place; a copy can be written there."""

    def send(self, copy: KeptCopy, folder: str) -> None:
        """A sealed copy of a kept one to the second place."""
