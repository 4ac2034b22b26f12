"""What the window needs from outside its room, as one narrow protocol with a fake in the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from onestop_desktop.settings import Workstation

if TYPE_CHECKING:  # nothing of these is loaded before the first row is painted
    from onestop_desktop.application.pages import DossierRow
    from onestop_desktop.application.ports import NewFile, Printer
    from onestop_desktop.application.services import Services


class Opening(Protocol):
    """How the window gets at everything outside its room; each is loaded when first asked for."""

    @property
    def workstation(self) -> Workstation: ...
    @property
    def officer(self) -> str: ...
    @property
    def demo(self) -> str: ...
    @property
    def is_demo(self) -> bool:
        """Whether its people are made up."""

    @property
    def is_new(self) -> bool:
        """Whether this run made the store: its first account is asked for."""

    @property
    def has_accounts(self) -> bool:
        """Whether somebody has to sign in, by one plain read; True for a server, which tells later."""

    @property
    def lock_file(self) -> Path:
        """What this user's window over this store holds while it is open."""

    @property
    def password(self) -> str:
        """The password that stands in the environment for `officer`, "" for none."""

    def now(self) -> datetime:
        """The desk's clock."""

    def first_page(self) -> tuple[DossierRow, ...]:
        """The first rows of the queue, fast."""

    def services(self) -> Services:
        """The services; the store is looked at (WorldFault)."""

    def keep_ballast(self, services: Services) -> None:
        """Keep some room beside the store for the day its disk runs full."""

    def warm_up(self) -> None:
        """Load what the first slip needs, so that no citizen waits for it."""

    def printers(self) -> tuple[str, ...]:
        """The printers of this PC."""

    def printer(self, name: str) -> Printer:
        """A printer by name, the PC's usual one for ""."""

    def draw_pages(self, pdf: bytes, pixels_per_point: float) -> Iterator[tuple[int, int, bytes]]:
        """Pixels of a PDF."""

    def printer_name(self, chosen: str) -> str:
        """The name of the printer that will be used, "" where there is none."""

    def read_rows(self, path: Path) -> Iterator[tuple[Any, ...]]:
        """The rows of a spreadsheet or CSV file that somebody else made (FileUnreadable)."""

    def new_file(self, path: Path) -> AbstractContextManager[NewFile]:
        """A private file written piece by piece, in place once it is whole."""

    def sound(self, good: bool) -> bool:
        """One high tone or two low ones; False where this PC has no player."""

    def chime(self) -> bool:
        """Two falling tones that call a number; False where this PC has no player."""

    def listen(self, port: str, heard: Callable[[str], None]) -> Any:
        """A serial scanner at a port."""

    def keep_workstation(self, workstation: Workstation) -> None:
        """Write the workstation's file."""

    def leave_behind(self, typed: dict[str, Any]) -> None:
        """Keep a half-typed reception on this PC; nothing for {}."""

    def left_behind(self) -> dict[str, Any]:
        """What was left there, {} for nothing."""
