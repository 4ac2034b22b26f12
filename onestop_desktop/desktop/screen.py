"""What a screen is to the shell: one declared line and a page; the shell knows nothing more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A screen's widget. The shell calls `entered` each time it is shown, `back` on Esc.

    `footer_under_toast` says whether buttons stand at the foot where a toast comes up.
    """

    footer_under_toast = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def entered(self) -> None:
        """The page has come to the front: put the focus where work begins."""

    visiting = False
    """Whether the page shows what another screen sent here, so that Esc leads back there."""

    def back(self) -> bool:
        """Esc was pressed and nothing on the page used it; True if the page did."""
        return False


@dataclass(frozen=True, slots=True)
class Screen:
    """A declared screen; `build(desk)` is called when it is shown for the first time.

    A screen with `in_rail` false has no row of its own (a dossier's page); one whose key begins
    with Shift stands in the rail's second group.
    """

    name: str
    title: str
    key: str
    icon: str
    build: Callable[[Any], QWidget]
    in_rail: bool = True


class ShellFacts(Protocol):
    """What the top bar shows; finished words, no services."""

    @property
    def agency(self) -> str:
        """Whose desk this is."""

    @property
    def counter(self) -> str:
        """Which counter."""

    @property
    def officer(self) -> str:
        """Who works here."""

    @property
    def role(self) -> str:
        """As what."""

    @property
    def clock_made_up(self) -> bool:
        """Whether the clock is not the real one."""

    def now(self) -> datetime:
        """The desk's time in its own zone."""
