"""The sheet of keys over the window: every declared screen and act with its key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.actions import EVERYWHERE, of_screen
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Screen
from onestop_desktop.desktop.widgets.keycap import KeyCap
from onestop_desktop.desktop.widgets.words import Words

_LINE = 28


class KeySheet(QFrame):
    """Opened by F1, closed by F1 or Esc; the focus goes back to where it was."""

    def __init__(self, screens: Sequence[Screen], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownRing", True)
        self.setAccessibleName(tr("Phím tắt"))
        self._screens = tuple(screens)
        self._before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(tokens.SPACE_M)
        head = QHBoxLayout()
        head.addWidget(Words(tr("Phím tắt"), "title"))
        head.addStretch(1)
        head.addWidget(KeyCap("Esc"))
        self._column.addLayout(head)
        self._body: QWidget | None = None
        self.hide()

    def toggle(self, screen: str) -> None:
        """Open with the keys of the screen now shown, or close."""
        if self.isVisible():
            self.leave()
            return
        self._before = self.window().focusWidget()
        self._fill(screen)
        self.adjustSize()
        room = self.window().rect()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Close, and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _fill(self, screen: str) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        shown = [each for each in self._screens if each.key]
        here = next((each.title for each in self._screens if each.name == screen), "")
        everywhere = [(tr(each.label), each.key) for each in of_screen(EVERYWHERE)]
        acts = [(tr(each.label), each.key) for each in of_screen(screen)]
        for title, lines in (
            (tr("Màn hình"), [(tr(each.title), each.key) for each in shown]),
            (tr("Ở mọi màn hình"), everywhere),
            (tr(here), acts),
        ):
            if lines:
                columns.addLayout(self._list(title, lines))
        self._column.addWidget(self._body)

    @staticmethod
    def _list(title: str, lines: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(0)
        grid.addWidget(Words(title, "section", "text2"), 0, 0, 1, 2)
        grid.setRowMinimumHeight(0, _LINE)
        for number, (label, key) in enumerate(lines, start=1):
            grid.addWidget(KeyCap(key), number, 0)
            grid.addWidget(Words(label, "body"), number, 1)
            grid.setRowMinimumHeight(number, _LINE)
        grid.setRowStretch(len(lines) + 1, 1)
        return grid
