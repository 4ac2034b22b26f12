"""Opens every declared screen of a real window over a store, and says on standard output how long each took.

A program of its own: what a screen imports when it is first shown is part of its opening.
"""

import json
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from onestop_desktop.clocks import RunningClock
from onestop_desktop.desktop.app import Application, make_application
from onestop_desktop.desktop.screens import SCREENS, START
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.opening import WindowOpening
from onestop_desktop.settings import Settings, Workstation

AGAIN = 7


class Painted(QObject):
    """Sees a widget's paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = perf_counter()
        return False


class Window:
    """The window, its screens opened by name."""

    def __init__(self, store: str, at: str, folder: Path) -> None:
        station = Workstation(officer="Vũ Thị Hường", scheme="light")
        settings = Settings(
            store,
            officer=station.officer,
            print_to=str(folder),
            workstation=station,
            workstation_file=folder / "workstation.json",
        )
        self.app = make_application([], "light", "vi")
        self.application = Application(WindowOpening(settings, RunningClock(at)))
        self.application.open()
        self.wait(lambda: self.application.desk.view is not None)
        working = self.application.working
        assert working is not None
        working.live.stop()
        self.wait(lambda: True)

    def wait(self, done: Callable[[], bool]) -> None:
        """Until it is so and no flow waits for anything."""
        while not done() or self.application.runner.busy():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()  # paints what the last result changed

    def open(self, name: str) -> tuple[float, float]:
        """Milliseconds to the page's first paint, and to the last paint of everything it reads."""
        window = self.application.window
        assert window is not None
        return self.measured(lambda: window.show_screen(name))

    def bare(self) -> float:
        """The same for nothing but a table of Qt's own, put in front of the start's screen."""
        window = self.application.window
        assert window is not None
        stack = window.findChild(QStackedWidget)
        assert stack is not None

        made: list[QWidget] = []

        def show() -> QWidget:
            table = QTableWidget(400, 8)
            for row, column in product(range(400), range(8)):
                table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
            stack.addWidget(table)
            stack.setCurrentWidget(table)
            made.append(table)
            return table

        taken = self.measured(show)[1]
        stack.removeWidget(made.pop())
        return taken

    def measured(self, show: Callable[[], QWidget]) -> tuple[float, float]:
        """Milliseconds to the first paint of what `show` brings to the front, and to the last."""
        begun = perf_counter()
        page = show()
        painted = Painted(page.viewport() if isinstance(page, QTableWidget) else page)
        self.wait(lambda: bool(painted.at))
        whole = perf_counter()
        painted.deleteLater()
        return (painted.at - begun) * 1000, (whole - begun) * 1000

    def rows(self, name: str) -> int:
        """How many rows the screen's table shows."""
        window = self.application.window
        page = window.page(name) if window is not None else None
        table = page.findChild(RowsTable) if page is not None else None
        return table.rows.rowCount() if isinstance(table, RowsTable) else 0

    def search(self, text: str) -> float:
        """Milliseconds from the search's Enter to the last paint of what was found."""
        window = self.application.window
        assert window is not None
        begun = perf_counter()
        window.searched.emit(text)
        self.wait(lambda: True)
        return (perf_counter() - begun) * 1000


def main(store: str, code: str, at: str, only: str) -> None:
    """One screen opened for the first time, then again and again from the start's screen."""
    with TemporaryDirectory() as folder:
        window = Window(store, at, Path(folder))
        window.application.desk.code_shown = code
        other = START if only != START else SCREENS[-1].name
        window.open(other)
        bare = window.bare()
        first_paint, first = window.open(only)
        again = []
        for _ in range(AGAIN):
            window.open(other)
            again.append(window.open(only)[1])
        found = window.search("nguyen van an") if only == "search" else 0.0
        answer = (bare, first_paint, first, median(again), window.rows(only), found)
        window.application.close()
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
