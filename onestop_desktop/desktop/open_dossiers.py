"""The open dossiers, held once for every list that shows them; what others change is read row by row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.domain.errors import WorldFault
from onestop_desktop.domain.lifecycle import FINAL, State

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow, Page
    from onestop_desktop.desktop.desk import Desk


class OpenDossiers(QObject):
    """`changed()` when rows came, went or became others, and as time goes by; `failed(sentence)`
    where the store is away.

    The rows held stay while the store cannot be read; what could not be read is asked for again.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._rows: dict[str, DossierRow] = {}
        self._waiting: set[str] = set()
        self._busy = self._all = False
        desk.touched.connect(self._touched)

    def rows(self) -> tuple[DossierRow, ...]:
        """The open dossiers by due time."""
        return tuple(sorted(self._rows.values(), key=lambda row: (row.due_at, row.code)))

    def show_first(self, rows: tuple[DossierRow, ...]) -> None:
        """The first rows, before the store is opened."""
        self._rows = {row.code: row for row in rows}
        self.changed.emit()

    def read(self) -> None:
        """Read them all again; the old rows stay until the new ones are there."""
        self._all = True
        self._begin()

    def _touched(self, codes: tuple[str, ...] | None) -> None:
        if codes is None:
            self._all = True
        else:
            self._waiting |= set(codes)
        self.catch_up()

    def catch_up(self) -> None:
        """Read what is still to be read, if the store was away when it was asked for."""
        if self._all or self._waiting:
            self._begin()

    def _begin(self) -> None:
        if not self._busy and self._desk.view is not None:
            self._busy = True
            self._desk.start(self._read(), self)

    def _read(self) -> Flow:
        try:
            while self._all or self._waiting:
                yield from self._read_once()
        except WorldFault as fault:
            self.failed.emit(self._desk.sentence(fault))
        finally:
            self._busy = False

    def _read_once(self) -> Flow:
        codes, whole = tuple(self._waiting), self._all
        self._waiting, self._all = set(), False
        read = partial(all_open, self._desk) if whole else partial(self._read_rows, codes)
        try:
            rows = yield Work(read)
        except WorldFault:
            self._waiting |= set(codes)
            self._all |= whole
            raise
        if whole:
            self._rows = {row.code: row for row in rows}
        else:
            for row in rows:
                if State(row.state) in FINAL:
                    self._rows.pop(row.code, None)
                else:
                    self._rows[row.code] = row
        self.changed.emit()

    def _read_rows(self, codes: tuple[str, ...]) -> tuple[DossierRow, ...]:
        return self._desk.services.read_rows(codes)


def all_open(desk: Desk) -> tuple[DossierRow, ...]:
    """Every open dossier by due time, read page by page."""
    rows: list[DossierRow] = []
    page: Page = desk.services.read_queue()
    rows += page.rows
    while page.after:
        page = desk.services.read_queue(page.after)
        rows += page.rows
    return tuple(rows)
