"""The application: window first, the queue's first rows next, everything heavier once they are painted."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop import language, theme
from onestop_desktop.desktop.crash import CrashDialog
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, FlowRunner, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.outside import Opening
from onestop_desktop.desktop.screens import SCREENS, START
from onestop_desktop.desktop.signing import Signing
from onestop_desktop.desktop.window import Window
from onestop_desktop.domain.coded import CodedError
from onestop_desktop.incidents import note, record
from onestop_desktop.settings import resources

if TYPE_CHECKING:
    from onestop_desktop.desktop.hall.presenter import Hall
    from onestop_desktop.desktop.working import Working

WIDTH, HEIGHT = 1366, 720


def make_application(arguments: Sequence[str], scheme: str, spoken: str) -> QApplication:
    """The Qt application in the desk's face, colours and language."""
    theme.before_application()
    app = QApplication(list(arguments))
    app.setApplicationName("Một cửa")
    app.setDesktopFileName("onestop-desktop")
    theme.load_fonts(resources() / "fonts")
    theme.apply(app, scheme)
    language.speak(spoken, resources() / "i18n")
    return app


class Application(QObject):
    """One window over one desk; built anew when the language changes, what is typed is kept.

    `rows_painted()` once the first rows are on the screen.
    """

    rows_painted = Signal()

    def __init__(self, opening: Opening, *, serial: bool = False, begun: float = 0.0) -> None:
        super().__init__()
        self.runner = FlowRunner(serial=serial, parent=self)
        self.runner.failed.connect(self.fail)
        self.desk = Desk(opening, self.runner, self)
        self.runner.may_ask = lambda: not self.desk.covered
        self.working: Working | None = None
        self.hall: Hall | None = None
        self.desk.window = lambda: self.window
        self.window: Window | None = None
        self.tell_ready: Callable[[str], None] = lambda _line: None
        self._begun = begun or time.monotonic()
        self._paint: _FirstPaint | None = None
        self.signing = Signing(self.desk, lambda: self.window, self)
        self.desk.opened.connect(self._open_dossier)
        self.desk.told.connect(self._say)
        self.desk.warned.connect(self._warn)
        self.desk.done.connect(self._say_done)
        self.desk.counted.connect(self._count)
        self.desk.reception_wanted.connect(lambda: self.show("reception"))
        self.desk.page_wanted.connect(self.show)
        self.desk.store_put_aside.connect(lambda _name: self.show("backups"))
        self.desk.list_wanted.connect(lambda: self.show("search"))
        self.desk.return_wanted.connect(lambda _code: self.show("return_result"))
        for news in (self.desk.viewed, self.desk.workstation_changed):
            news.connect(self._show_facts)
        self.desk.copied.connect(self._show_place)

    def open(self) -> Window:
        """Show the window; the rest follows its first paint."""
        window = self._build()
        self.signing.begin()
        self._paint = _FirstPaint(window, self._window_painted)
        window.show()
        return window

    def close(self) -> None:
        """Put aside what is half typed, let go of scanner and threads."""
        if self.hall is not None:
            self.hall.close()
        if self.working is not None:
            self.working.stop()
        if self.window is not None:
            self.window.close()
        self.runner.stop()
        self.desk.keep_typed()
        self.signing.stop()

    def _build(self) -> Window:
        window = Window(SCREENS, self.desk.facts())
        window.furnish(self.desk)
        window.resize(WIDTH, HEIGHT)
        window.language_chosen.connect(self._speak)
        window.searched.connect(self._searched)
        window.cover_wanted.connect(self.signing.lock)
        window.hall_wanted.connect(self._show_hall)
        window.undo_wanted.connect(lambda: self.desk.stepping.undo(window))
        self.window = window
        window.show_screen(START)
        return window

    def _window_painted(self) -> None:
        self._tell("window")
        self.desk.open_dossiers.show_first(self.desk.opening.first_page())
        if self.window is not None:
            self._paint = _FirstPaint(self.window, self._rows_painted)
            self.window.update()

    def _rows_painted(self) -> None:
        self._tell("rows")
        self.rows_painted.emit()
        if self.signing.covered:
            self.signing.opened.connect(self._begin)
            self.signing.ask()
        else:
            self._begin()

    def _begin(self) -> None:
        self.desk.start(self._open_store(), self)

    def _open_store(self) -> Flow:
        from onestop_desktop.desktop.working import Working  # noqa: PLC0415

        self.working = Working(self.desk)
        self.desk.start(self._name_printer(), self)
        yield from self.working.open()

    def _tell(self, what: str) -> None:
        self.tell_ready(f"{what} {round((time.monotonic() - self._begun) * 1000)}")

    def show(self, name: str) -> None:
        """Bring a screen to the front."""
        if self.window is not None and self.window.screen_shown() != name:
            self.window.show_screen(name)

    def _show_hall(self) -> None:
        from onestop_desktop.desktop.hall.presenter import Hall  # noqa: PLC0415

        if self.hall is None:
            self.hall = Hall(self.desk, self.signing)
        if self.window is not None:
            self.hall.open(self.window)

    def come_to_front(self) -> None:
        """The program was started again: here it is."""
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()

    def screen_names(self) -> tuple[str, ...]:
        """The screens of the rail."""
        return tuple(screen.name for screen in SCREENS if screen.in_rail)

    def _open_dossier(self, _code: str) -> None:
        self.show("dossier")

    def _count(self, counts: dict[str, int]) -> None:
        if self.window is not None:
            self.window.show_counts(counts)

    def _searched(self, text: str) -> None:
        if self.working is not None and not self.working.scanning.take(text):
            self.show("search")
            self.desk.search_wanted.emit(text)

    def _say(self, title: str, detail: str) -> None:
        if self.window is not None:
            self.window.say(title, detail)

    def _say_done(self, title: str, detail: str, undoable: bool) -> None:
        if self.window is not None:
            self.window.say(title, detail, undo=undoable)

    def _warn(self, title: str, detail: str) -> None:
        if self.window is not None:
            self.window.say(title, detail, warning=True)

    def _show_facts(self, _news: object) -> None:
        if self.window is not None:
            self.window.top_bar.show_facts(self.desk.facts())
            self.desk.start(self._name_printer(), self)
            self._show_place()

    def _name_printer(self) -> Flow:
        """Asking the system for its printers may take seconds where its spooler hangs."""
        chosen = self.desk.workstation.printer
        name = yield Work(lambda: self.desk.opening.printer_name(chosen), PRINT)
        if self.window is not None:
            words = tr("Máy in: {name}").format(name=name) if name else tr("Chưa có máy in")
            self.window.top_bar.show_printer(words, ready=bool(name))

    def _show_place(self) -> None:
        """How old the copy at the second place is; a drive that hangs has a lane of its own."""
        self.desk.start(self._age_of_copy(), self)

    def _age_of_copy(self) -> Flow:
        if self.desk.view is None:
            return  # nothing heavy before the store is open
        from onestop_desktop.desktop.keeping import place_flow  # noqa: PLC0415

        told = yield from place_flow(self.desk)
        if self.window is not None:
            words, late = told or ("", False)
            self.window.top_bar.show_backup(words, late=late)

    def _speak(self, code: str) -> None:
        """Build the window anew in the other language, on the same screen."""
        language.speak(code, resources() / "i18n")
        self.desk.keep_workstation(language=code)
        if self.hall is not None:
            self.hall.close()  # it hangs on the window that goes
        old, shown = self.window, self.window.screen_shown() if self.window else START
        window = self._build()
        if old is not None:
            window.setGeometry(old.geometry())
            old.close()
            old.deleteLater()
        window.show_screen(shown if shown != "dossier" else START)
        window.show()
        window.activateWindow()
        self._show_facts(None)

    def fail(self, error: BaseException) -> None:
        """What no flow caught: the world's in a sentence, ours under a number in a window of its own."""
        if isinstance(error, CodedError):
            note("refused", error.code)
            self._say(*self.desk.failure(error))
            return
        traceback.print_exception(error, file=sys.stderr)
        CrashDialog(record(error), self.window).open()


class _FirstPaint(QObject):
    """Calls once, after the next paint of a window has been done."""

    def __init__(self, window: Window, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._central: QObject = window.centralWidget() or window
        self._central.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._central.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
