"""What happens on the queue: rows read off the window's thread, counted, filtered, kept fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import to_line, urgency_of
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.screens.queue.view import QueueView
from onestop_desktop.domain.errors import WorldFault

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow

MINUTE_MS = 20_000


class QueuePresenter(QObject):
    """Keeps all open dossiers (a few hundred) and shows those of the chip chosen."""

    def __init__(self, desk: Desk, view: QueueView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._rows: tuple[DossierRow, ...] = desk.first_rows
        view.opened.connect(desk.open_dossier)
        view.reprinted.connect(desk.print_wanted)
        view.filtered.connect(self._show)
        view.receive_wanted.connect(desk.reception_wanted)
        view.shown_again.connect(self.read)
        desk.changed.connect(self._changed)
        desk.viewed.connect(self._viewed)
        desk.first_rows_read.connect(self._first)
        timer = QTimer(self)
        timer.timeout.connect(self._show)
        timer.start(MINUTE_MS)
        self._show()

    def _first(self) -> None:
        self._rows = self._desk.first_rows
        self._show()

    def _viewed(self, _view: object) -> None:
        self._show()
        self.read()

    def read(self) -> None:
        """Read the open dossiers again; the old rows stay until the new ones are there."""
        if self._desk.view is not None:
            self._desk.start(self._read(), self._view)

    def _read(self) -> Flow:
        try:
            self._rows = yield Work(lambda: all_open(self._desk))
        except WorldFault as fault:
            self._view.show_fault(self._desk.sentence(fault))
            return
        self._show()

    def _changed(self, changes: Changes) -> None:
        if changes & Changes.QUEUE:
            self.read()

    def _show(self, _changed: object = None) -> None:
        chip = self._view.chips.value()
        counts = dict.fromkeys(("late", "soon", "today", "later"), 0)
        shown = []
        for row in self._rows:
            left = urgency_of(row, self._desk)
            if left is not None:
                counts[left.urgency.value] += 1
            if chip == "all" or (left is not None and left.urgency.value == chip):
                shown.append(to_line(row, self._desk))
        self._desk.counted.emit({"queue": len(self._rows)})
        self._view.show_rows(shown, {"all": len(self._rows), **counts})


def all_open(desk: Desk) -> tuple[DossierRow, ...]:
    """Every open dossier by due time, read page by page."""
    rows: list[DossierRow] = []
    page = desk.services.read_queue()
    rows += page.rows
    while page.after:
        page = desk.services.read_queue(page.after)
        rows += page.rows
    return tuple(rows)


def build(desk: Desk) -> QueueView:
    """The queue with its presenter."""
    view = QueueView()
    QueuePresenter(desk, view)
    return view
