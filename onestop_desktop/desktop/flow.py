"""One action of a person is one generator that asks, works, goes on; no screen lives here."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

STORE, PRINT, DRAW, PLACE = "store", "print", "draw", "place"
"""One lane each: a printer or a drive that hangs stops neither the store nor the preview."""
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Show the dialog; the flow goes on with `dialog.answer()`, or with None if it was left."""

    dialog: QDialog


@dataclass(frozen=True, slots=True)
class Work:
    """Run the callable away from the window; the flow goes on with its result or its error."""

    run: Callable[[], Any]
    lane: str = STORE


Flow = Generator[Ask | Work, Any, Any]


@dataclass(eq=False, slots=True)
class _Running:
    flow: Flow
    owner: QObject


@dataclass(frozen=True, slots=True)
class _Outcome:
    running: _Running
    value: Any = None
    error: BaseException | None = None


class Lane:
    """One thread that runs one job after the other; `stop` lets the queued ones finish."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)

    def stop(self, patience: float | None = None) -> None:
        """End after the queued jobs; after `patience` seconds a stuck one is left to die."""
        self._jobs.put(None)
        self._thread.join(patience)

    def _serve(self) -> None:
        # The queue blocks without turning; None is the end.
        while (job := self._jobs.get()) is not None:
            job()


class FlowRunner(QObject):
    """Runs the flows of the application; lives in the window's thread.

    `failed(exception)` is the only catch-all: it hears what no flow caught.
    `idle()` is emitted when the last running flow has ended. Where `may_ask` says no, a question is
    answered as if it had been left.
    """

    failed = Signal(object)
    idle = Signal()
    _worked = Signal(object)

    def __init__(self, *, serial: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = serial
        self._lanes: dict[str, Lane] = {}
        self._flows: set[_Running] = set()
        self._stopped = False
        self.may_ask: Callable[[], bool] = lambda: True
        self._worked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self, flow: Flow, owner: QObject) -> None:
        """Begin the flow; whatever it waits for is dropped once `owner` is gone."""
        running = _Running(flow, owner)
        self._flows.add(running)
        self._resume(_Outcome(running))

    def busy(self) -> bool:
        """Whether any flow still waits for an answer or a result."""
        return bool(self._flows)

    def stop(self) -> None:
        """Close every flow and end the threads; queued work of the store is finished first."""
        self._stopped = True
        for running in list(self._flows):
            self._end(running)
        for name, lane in self._lanes.items():
            # The store's work is always finished; a printer that hangs must not hold the door.
            lane.stop(None if name == STORE else PATIENCE_S)
        self._lanes.clear()

    def _resume(self, outcome: _Outcome) -> None:
        running = outcome.running
        while True:
            if running not in self._flows or not shiboken6.isValid(running.owner):
                self._end(running)
                return
            try:
                wish = self._step(running.flow, outcome)
            except StopIteration:
                self._end(running)
                return
            except Exception as error:  # the one catch-all: what no flow caught
                self._end(running)
                self.failed.emit(error)
                return
            if isinstance(wish, Ask):
                if self.may_ask():
                    self._ask(running, wish.dialog)
                    return
                wish.dialog.deleteLater()  # nobody is there: as if it had been left
                outcome = _Outcome(running)
                continue
            if not self._serial:
                self._lane(wish.lane).put(partial(self._run_there, running, wish.run))
                return
            outcome = _run(running, wish.run)

    @staticmethod
    def _step(flow: Flow, outcome: _Outcome) -> Ask | Work:
        if outcome.error is not None:
            return flow.throw(outcome.error)
        return flow.send(outcome.value)

    def _ask(self, running: _Running, dialog: QDialog) -> None:
        answered = False

        def answer(code: int) -> None:
            nonlocal answered
            answered = True
            accepted = code == QDialog.DialogCode.Accepted.value
            value = dialog.answer() if accepted and hasattr(dialog, "answer") else None
            if (below := dialog.parentWidget()) is not None:
                below.window().activateWindow()  # its keys work again at once
            dialog.deleteLater()
            self._resume(_Outcome(running, value))

        def gone() -> None:
            # The screen closed under its dialog: nobody will answer any more.
            if not answered and shiboken6.isValid(self):
                self._end(running)

        dialog.finished.connect(answer)
        dialog.destroyed.connect(gone)
        dialog.open()

    def _lane(self, name: str) -> Lane:
        if name not in self._lanes:
            self._lanes[name] = Lane(name)
        return self._lanes[name]

    def _run_there(self, running: _Running, run: Callable[[], Any]) -> None:
        outcome = _run(running, run)
        if not self._stopped and shiboken6.isValid(self):
            self._worked.emit(outcome)

    def _take(self, outcome: _Outcome) -> None:
        if not self._stopped:
            self._resume(outcome)

    def _end(self, running: _Running) -> None:
        if running not in self._flows:
            return
        self._flows.discard(running)
        running.flow.close()
        if not self._flows and not self._stopped:
            self.idle.emit()


def _run(running: _Running, run: Callable[[], Any]) -> _Outcome:
    try:
        return _Outcome(running, run())
    except BaseException as error:  # carried to the flow, never swallowed here
        return _Outcome(running, error=error)
