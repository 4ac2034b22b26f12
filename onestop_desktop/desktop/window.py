"""The shell: walks the declared screens, shows bar, rail, toast and ring; it decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.key_sheet import KeySheet
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.rail import Rail
from onestop_desktop.desktop.screen import Page, Screen, ShellFacts
from onestop_desktop.desktop.top_bar import TopBar
from onestop_desktop.desktop.widgets.focus_ring import FocusRing
from onestop_desktop.desktop.widgets.notices import Toast


class Window(QMainWindow):
    """`searched(text)` from the top bar, `language_chosen(code)` from the rail's foot (the owner
    builds the window anew), `shown(name)` after each change of screen, `undo_wanted()`,
    `cover_wanted()`, `hall_wanted()`.
    """

    searched = Signal(str)
    language_chosen = Signal(str)
    shown = Signal(str)
    undo_wanted = Signal()
    cover_wanted = Signal()
    hall_wanted = Signal()

    def __init__(
        self, screens: Sequence[Screen], facts: ShellFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Một cửa"))
        self.setMinimumSize(900, 500)
        self._screens = {screen.name: screen for screen in screens}
        self._pages: dict[str, QWidget] = {}
        self._desk: Any = None
        self._now, self._earlier = "", list[str]()
        self._shortcuts: list[QShortcut] = []
        self._under_cover: QWidget | None = None
        self._held: Callable[[], None] | None = None
        self.top_bar = TopBar(facts)
        self.rail = Rail(screens)
        self._stack = QStackedWidget()
        self._lay_out()
        self.toast = Toast(self)
        self.key_sheet = KeySheet(screens, self)
        self._ring = FocusRing(self)
        self._connect(screens)

    def _lay_out(self) -> None:
        whole, below = QWidget(), QHBoxLayout()
        column = QVBoxLayout(whole)
        for layout in (column, below):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.top_bar)
        below.addWidget(self.rail)
        below.addWidget(self._stack, 1)
        column.addLayout(below, 1)
        self.setCentralWidget(whole)

    def _connect(self, screens: Sequence[Screen]) -> None:
        self.top_bar.searched.connect(self.searched)
        self.rail.asked.connect(self.show_screen)
        self.rail.keys_asked.connect(self._toggle_keys)
        self.rail.language_chosen.connect(self.language_chosen)
        self.toast.undo_wanted.connect(self.undo_wanted)
        for screen in screens:
            if screen.key:
                self._key(screen.key, lambda name=screen.name: self.show_screen(name))
        self._key("F1", self._toggle_keys)
        self._key("F11", self._toggle_full_screen)
        self._key("Alt+H", self._undo_key)
        self._key("Shift+F12", self.cover_wanted.emit)
        self._key("Shift+F11", self.hall_wanted.emit)

    def _key(self, key: str, act: Any) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        self._shortcuts.append(shortcut)
        shortcut.activated.connect(act)

    def cover(self, cover: QWidget) -> None:
        """Put something over everything: what lay there is taken out of the window, not only hidden."""
        self.toast.hide()
        if self.key_sheet.isVisible():
            self.key_sheet.leave()
        taken = self.takeCentralWidget()
        if taken is not None and self._under_cover is None:
            taken.hide()
            self._under_cover = taken
            self.setWindowTitle(tr("Một cửa"))
        elif taken is not None:
            taken.deleteLater()
        self.setCentralWidget(cover)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)

    def begin_at(self, name: str) -> None:
        """The screen that uncovering shows, and no way back to what was before."""
        self._now, self._earlier = name, []

    def uncover(self) -> None:
        """What lay under the cover stands there again."""
        if self._under_cover is None:
            return
        if (cover := self.takeCentralWidget()) is not None:
            cover.deleteLater()
        whole, self._under_cover = self._under_cover, None
        self.setCentralWidget(whole)
        whole.show()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
        self.show_screen(self._now)
        if self._held is not None:
            held, self._held = self._held, None
            held()

    def furnish(self, desk: Any) -> None:
        """Give what each screen's `build` is called with."""
        self._desk = desk

    def show_screen(self, name: str) -> QWidget:
        """Bring a screen to the front, built if it was never shown; answer its page."""
        if name not in self._pages:
            page = self._screens[name].build(self._desk)
            self._pages[name] = page
            self._stack.addWidget(page)
        if self.key_sheet.isVisible():
            self.key_sheet.leave()
        page = self._pages[name]
        if self._now and self._now != name:
            self._earlier = [each for each in self._earlier if each != name] + [self._now]
        self._now = name
        self._stack.setCurrentWidget(page)
        self.rail.mark(name)
        self.setWindowTitle(f"{tr(self._screens[name].title)} – {tr('Một cửa')}")
        if isinstance(page, Page):
            page.entered()
        self._place_toast()
        self.shown.emit(name)
        return page

    def screen_shown(self) -> str:
        """The name of the screen in front."""
        return self._now

    def page(self, name: str) -> QWidget | None:
        """A screen's page, if it was ever shown."""
        return self._pages.get(name)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many dossiers wait behind each screen."""
        self.rail.show_counts(counts)

    def say(
        self, title: str, detail: str = "", *, undo: bool = False, warning: bool = False
    ) -> None:
        """Show a toast: for a while, or with `undo` or as a `warning` until the next word.

        Over a covered window nothing is said: the last word is, once it is uncovered.
        """
        if self._under_cover is not None:
            self._held = lambda: self.say(title, detail, undo=undo, warning=warning)
            return
        self.toast.say(title, detail, undo=undo, warning=warning)
        self._place_toast()

    def go_back(self) -> None:
        """The screen before this one."""
        if self._earlier:
            name = self._earlier.pop()
            self._now = ""
            self.show_screen(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc arrives here only if nothing that has the focus wanted it.
        if event.key() == Qt.Key.Key_Escape and self._under_cover is None:
            page = self._pages.get(self._now)
            if not (isinstance(page, Page) and page.back()):
                self._leave_or_go_back()
            return
        super().keyPressEvent(event)

    def _leave_or_go_back(self) -> None:
        page = self._pages.get(self._now)
        if self.top_bar.search.hasFocus() and isinstance(page, Page):
            page.entered()
        elif not self._screens[self._now].in_rail or (isinstance(page, Page) and page.visiting):
            self.go_back()
        elif self.toast.warns:
            self.toast.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < tokens.NARROW_BELOW
        self.rail.collapse(narrow)
        self.top_bar.collapse(narrow)
        self._place_toast()

    def _place_toast(self) -> None:
        left = self.width() - self.toast.width() - tokens.PAGE_MARGIN
        # Above the footer: never over its buttons.
        page = self._pages.get(self._now)
        footer = getattr(page, "footer_under_toast", True)
        below = tokens.FOOTER + tokens.SPACE_S if footer else tokens.SPACE_M
        self.toast.move(left, self.height() - self.toast.height() - below)

    def _toggle_keys(self) -> None:
        self.key_sheet.toggle(self._now)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _undo_key(self) -> None:
        self.toast.hide()
        self.undo_wanted.emit()
