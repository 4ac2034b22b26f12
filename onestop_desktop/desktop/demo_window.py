"""The window over a demo desk: says what is being made until it stands, and changes to the other demo."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QVBoxLayout, QWidget

from onestop_desktop.desktop.app import Application, make_application
from onestop_desktop.desktop.flow import Flow, FlowRunner, Work
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.outside import Opening
from onestop_desktop.desktop.widgets.words import Paragraph, Words

if TYPE_CHECKING:
    from onestop_desktop.application.progress import Progress

MakeOpening = Callable[[str, "Progress"], Opening | None]
"""Makes a demo desk by its name, away from the window; None where it was called off."""
_WIDTH, _MARGIN = 460, 28
_SAID = {
    "2021": later(
        "Đang làm bàn mẫu: 1.591 hồ sơ của một xã từ 04/01 đến 03/08/2021, công dân là người bịa."
    ),
    "today": later(
        "Đang làm bàn mẫu hôm nay: sáu tuần hồ sơ của một xã sau sáp nhập, công dân là người bịa."
    ),
}


class Making(QWidget):
    """What is being made and how far it is; closed by a person it emits `left()`."""

    left = Signal()

    def __init__(self, which: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(tr("Một cửa"))
        self.setFixedWidth(_WIDTH)
        self.words = Paragraph(tr(_SAID[which]), "body", "text")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.words.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(14)
        column.addWidget(Words(tr("Một cửa"), "name", "accent"))
        column.addWidget(self.words)
        column.addWidget(self.bar)

    def show_progress(self, done: int, whole: int) -> None:
        """How much is made of how much."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)


class DemoDesk(QObject):
    """Makes a demo desk, opens the window on it, and again for the other one.

    `quitted()` when a person closed the window in which it was being made.
    """

    quitted = Signal()
    _told = Signal(int, int)

    def __init__(
        self, make: MakeOpening, *, serial: bool, begun: float, tell: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._make, self._serial, self._begun, self._tell = make, serial, begun, tell
        self._runner = FlowRunner(serial=serial, parent=self)
        self._runner.failed.connect(self._failed)
        self._called_off = threading.Event()
        self.making: Making | None = None
        self.application: Application | None = None
        self.error: BaseException | None = None

    def begin(self, which: str) -> None:
        """Make that demo; the desk open so far is closed."""
        making = Making(which)
        making.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told.connect(making.show_progress)
        making.left.connect(self._leave)
        self.making = making
        making.show()
        if self.application is not None:
            self._close_desk(self.application)
        QTimer.singleShot(0, making, lambda: self._runner.start(self._open(which, making), self))

    def close(self) -> None:
        """Make nothing any more, close the desk."""
        self._called_off.set()
        self._runner.stop()
        if self.application is not None:
            self.application.close()

    def _open(self, which: str, making: Making) -> Flow:
        opening = yield Work(lambda: self._make(which, self._progress))
        if opening is None:
            return
        application = Application(opening, serial=self._serial, begun=self._begun)
        # Who measures the start waits for the first desk alone.
        application.tell_ready, self._tell = self._tell, lambda _line: None
        # Only when its key has been let go: the window it is pressed in is closed.
        application.desk.demo_wanted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self.application = application
        application.open()
        self.making = None
        making.left.disconnect(self._leave)
        making.close()

    def _progress(self, done: int, whole: int) -> bool:
        self._told.emit(done, whole)
        return not self._called_off.is_set()

    def _close_desk(self, application: Application) -> None:
        self.application = None
        application.close()
        if application.window is not None:
            application.window.deleteLater()
        application.deleteLater()

    def _leave(self) -> None:
        self._called_off.set()
        self.quitted.emit()

    def _failed(self, error: BaseException) -> None:
        """It cannot be made: whoever started the program is told why."""
        self.error = error
        self.quitted.emit()


def run_demo(
    make: MakeOpening,
    which: str,
    *,
    scheme: str,
    serial: bool,
    language: str,
    begun: float,
    tell: Callable[[str], None],
) -> int:
    """Make the demo, open the window on it and stay until it is closed; gives the exit code.

    Raises what kept the demo from being made.
    """
    app: QApplication = make_application(sys.argv[:1], scheme, language)
    desk = DemoDesk(make, serial=serial, begun=begun, tell=tell)
    desk.quitted.connect(app.quit)
    desk.begin(which)
    code = app.exec()
    desk.close()
    if desk.error is not None:
        raise desk.error
    return code
