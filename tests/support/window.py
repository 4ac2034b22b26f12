"""The real window over a fresh store: an officer's hands and eyes; closing proves that nothing is left."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.services import Services
from onestop_desktop.desktop.app import Application
from onestop_desktop.desktop.screens.dossier.view import DossierView
from onestop_desktop.desktop.screens.queue.view import QueueView
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.screens.search.view import SearchView
from onestop_desktop.desktop.screens.settings.view import SettingsView
from onestop_desktop.desktop.window import Window
from onestop_desktop.settings import Settings, Workstation, read_workstation
from tests.support.desk import Clock, Desk, open_desk
from tests.support.qt import bring_up, press_key, type_into_focus
from tests.support.window_ports import TestOpening, Tray

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
P = TypeVar("P", bound=QWidget)
PATIENCE_MS = 20_000
CARD = "030185004417||Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá, xã Đoàn Kết, Thanh Miện, Hải Dương|01012021"


class DeskWindow:
    """One officer at one window; `store` looks at the same file beside the program."""

    def __init__(
        self,
        qtbot: QtBot,
        path: Path,
        clock: Clock,
        tray: Tray,
        serial: bool,
        address: str = "",
    ) -> None:
        self.qtbot, self.path, self.clock, self.tray, self._serial = (
            qtbot,
            path,
            clock,
            tray,
            serial,
        )
        self.address = address or str(path)
        self._seconds = 0.0
        self.file = path.with_name("workstation.json")
        self._before = set(QApplication.topLevelWidgets())
        self.opening: TestOpening
        self.application: Application
        self.store: Desk = open_desk(self.address, clock)

    # -- opening and closing
    def open(self, *, wait: bool = True, is_new: bool = False) -> "DeskWindow":
        """Start the program, as after a double click; `is_new` as if it had just made the store."""
        station = read_workstation(self.file)
        station = replace(station, officer=station.officer or "Vũ Thị Hường", scheme="light")
        settings = Settings(
            self.address,
            officer=station.officer,
            workstation=station,
            workstation_file=self.file,
        )
        self.opening = TestOpening(settings, self.clock, self.tray, is_new=is_new)
        self.application = Application(self.opening, serial=self._serial)
        self.application.runner.failed.connect(self._fail)
        self.failures: list[BaseException] = []
        self.application.open()
        bring_up(self.window)
        if wait:
            self.until(lambda: self.application.desk.view is not None)
            self.rest()
        return self

    def _fail(self, error: BaseException) -> None:
        self.failures.append(error)

    def close(self) -> None:
        """Close the program; no window, timer or thread may stay."""
        application, window = self.application, self.window
        self.tray.go.set()
        application.close()
        timers = [timer for timer in application.findChildren(QTimer) if timer.isActive()]
        window.deleteLater()
        application.deleteLater()
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
        assert not timers
        assert not self.failures
        left = [t.name for t in threading.enumerate() if t.name.startswith(("lane-", "scanner"))]
        assert not left
        shown = set(QApplication.topLevelWidgets()) - self._before
        assert not [each for each in shown if each.isVisible() or isinstance(each, Window)]

    def restart(self) -> "DeskWindow":
        """Close and open again over the same store."""
        self.close()
        return self.open()

    # -- waiting
    def until(self, done: Callable[[], Any]) -> None:
        """Let the window work until a condition holds."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=PATIENCE_MS)

    def rest(self) -> None:
        """Let the window work until no flow waits for anything."""
        self.until(lambda: not self.application.runner.busy())
        QApplication.processEvents()  # lay out what has changed

    # -- what is seen
    @property
    def window(self) -> Window:
        """The window now open."""
        window = self.application.window
        assert window is not None
        return window

    @property
    def services(self) -> Services:
        """The same store, asked beside the program."""
        return self.store.services

    @property
    def reception(self) -> ReceptionView:
        """The reception's page."""
        return self._page("reception", ReceptionView)

    @property
    def queue(self) -> QueueView:
        """The queue's page."""
        return self._page("queue", QueueView)

    @property
    def search(self) -> SearchView:
        """The search's page."""
        return self._page("search", SearchView)

    @property
    def settings(self) -> SettingsView:
        """The settings' page."""
        return self._page("settings", SettingsView)

    @property
    def dossier(self) -> DossierView:
        """A dossier's page."""
        return self._page("dossier", DossierView)

    def _page(self, name: str, kind: type[P]) -> P:
        page = self.window.page(name)
        assert isinstance(page, kind)
        return page

    def said(self) -> str:
        """The toast's words."""
        toast = self.window.toast
        return f"{toast.title()}: {toast.detail()}"

    def dossiers(self) -> tuple[DossierRow, ...]:
        """Every open dossier in the store."""
        return self.services.read_queue().rows

    def station(self) -> Workstation:
        """This PC's choices as its file has them."""
        return read_workstation(self.file)

    # -- hands
    def focus(self) -> QWidget:
        """What has the focus."""
        if QApplication.activeWindow() is None:
            bring_up(self.window)  # as the window manager does when a dialog has closed
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key the way the platform does, shortcuts first, wherever the focus is."""
        self.let_go()
        QTest.keyClick(self.focus(), key, modifiers)
        self.let_go()

    def type(self, text: str) -> None:
        """Type with keys and an input method; each key is seen by the scanner's ears first."""
        for letter in text:
            type_into_focus(letter)
            self.let_go()

    def write(self, field: QWidget, text: str) -> None:
        """Type into a field."""
        field.setFocus()
        self.type(text)

    def let_go(self) -> None:
        """As if a while had passed: a held key is no scan, and no scanner's second Enter."""
        self._seconds += 1
        working = self.application.working
        if working is not None:
            # A standing clock: a slow test machine must not tear a burst apart.
            working.scanning._filter._clock = lambda: self._seconds
            working.scanning.let_go()

    def scan(self, text: str, *, at: QObject | None = None) -> None:
        """A keyboard scanner's burst of keys to whatever has the focus, ended by Enter."""
        self.let_go()
        for letter in text:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            press_key(at or self.focus(), key, letter)
        press_key(at or self.focus(), Qt.Key.Key_Return, "\r")

    def speak(self, language: str) -> None:
        """Press the other language at the rail's foot; the window is built anew."""
        self.window.rail._languages.choose(language)
        bring_up(self.window)
        self.rest()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def receive(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def click(self, widget: QWidget) -> None:
        """A click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(*_middle(widget)))


def dialog(desk: DeskWindow, kind: type[P]) -> P:
    """The question now open, in front as the window manager puts it."""
    desk.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    found.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is found)
    return found


def _middle(widget: QWidget) -> tuple[int, int]:
    return widget.width() // 2, widget.height() // 2


@pytest.fixture
def tray() -> Tray:
    """The printer of this test."""
    return Tray()


@pytest.fixture
def desk_window(
    qtbot: QtBot, sqlite_template: Path, tmp_path: Path, tray: Tray
) -> Iterator[DeskWindow]:
    """The window over an empty desk whose clock stands in the morning, on real threads."""
    path = tmp_path / "desk.sqlite"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o600)
    made = DeskWindow(qtbot, path, Clock(), tray, serial=False).open()
    yield made
    made.close()
    made.store.store.close()
