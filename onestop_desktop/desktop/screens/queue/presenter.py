"""What happens on the queue: the open dossiers counted, filtered, kept fresh."""

from __future__ import annotations

from PySide6.QtCore import QObject

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import GROUPS, by_group, to_line
from onestop_desktop.desktop.screens.queue.view import QueueView
from onestop_desktop.domain.lifecycle import Step


class QueuePresenter(QObject):
    """Shows the open dossiers of the chip chosen."""

    def __init__(self, desk: Desk, view: QueueView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        view.opened.connect(desk.open_dossier)
        view.reprinted.connect(desk.print_wanted)
        view.handed_over.connect(lambda code: self._step(code, Step.HAND_OVER))
        view.supplement_wanted.connect(lambda code: self._step(code, Step.ASK_SUPPLEMENT))
        view.filtered.connect(self._show)
        view.receive_wanted.connect(desk.reception_wanted)
        view.shown_again.connect(desk.open_dossiers.read)
        desk.open_dossiers.changed.connect(self._show)
        desk.open_dossiers.failed.connect(view.show_fault)
        desk.viewed.connect(self._viewed)
        self._show()

    def _step(self, code: str, step: Step) -> None:
        self._desk.stepping.begin(code, step, self._view)

    def _viewed(self, _view: object) -> None:
        self._show()
        self._desk.open_dossiers.read()

    def _show(self, _changed: object = None) -> None:
        rows = by_group(self._desk.open_dossiers.rows(), self._desk)
        chip, counts = self._view.chips.value(), dict.fromkeys(GROUPS, 0)
        for group, _row in rows:
            if group:
                counts[group] += 1
        shown = [to_line(row, self._desk) for group, row in rows if chip in ("all", group)]
        self._desk.counted.emit({"queue": len(rows)})
        self._view.show_rows(shown, {"all": len(rows), **counts})


def build(desk: Desk) -> QueueView:
    """The queue with its presenter."""
    view = QueueView()
    QueuePresenter(desk, view)
    return view
