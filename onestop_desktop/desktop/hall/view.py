"""The hall as it looks: kinds of service to take a number for, the numbers called, a card before them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onestop_desktop.desktop.hall.cards import StatusCard, TicketCard, WayOut
from onestop_desktop.desktop.hall.parts import CalledPanel, KindButton
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.monitors import fill_screen
from onestop_desktop.desktop.signing import HALL
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.layouts import column
from onestop_desktop.desktop.widgets.words import ElidedWords, Words
from onestop_desktop.domain.tickets import LAST_SHOWN, Kind, Ticket

TICKET_MS, READ_MS = 8_000, 25_000
"""How long a ticket and a status stand before the next citizen's screen; both are forgotten with it."""
_KEYS = {f"F{at}": getattr(Qt.Key, f"Key_F{at}") for at in (*range(1, 10), 11, 12)}
"""F10 opens menus on some desktops."""
_ONE_COLUMN = 3
_LEAST_OF_A_CODE, _MOST_TYPED = 6, 80


class HallWindow(QWidget):
    """`kind_wanted(letter)`, `slip_typed(text)` for a code that was no scan, `leave_wanted()`,
    `staff_named(name, password)`.

    Beside the officer's window it takes no key and never the focus; alone on its PC it takes all.
    """

    kind_wanted = Signal(str)
    slip_typed = Signal(str)
    leave_wanted = Signal()
    staff_named = Signal(str, str)

    def __init__(self, parent: QWidget, screen: QScreen | None, desk_name: str) -> None:
        kind = Qt.WindowType.Window
        if screen is not None:
            kind |= Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(parent, kind)
        self.alone = screen is None
        self._screen = screen or parent.screen()
        self._let_go, self._typed = False, ""
        self.setObjectName(HALL)
        self.setWindowTitle(tr("Sảnh chờ"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not self.alone)
        self.name, self.clock = ElidedWords(desk_name, "board_label"), Words("", "board_share")
        self.kinds: list[KindButton] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.called = CalledPanel(LAST_SHOWN - 1)
        self.note = ElidedWords("", "board_text", "text2")
        self.staff = KeyButton(tr("Cán bộ"), "Shift+Esc")
        self.staff.setVisible(self.alone)
        self.staff.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter is the citizens'
        self.staff.clicked.connect(self.leave_wanted)
        self.ticket, self.status, self.way_out = TicketCard(), StatusCard(), WayOut()
        self.cards = QStackedWidget()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.forget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        home = QWidget()
        sides = QHBoxLayout(home)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        ask = Words(tr("Mời ông/bà chọn việc để lấy số"), "board_label")
        kinds = column(ask, 12)
        kinds.addLayout(self._grid, 100)
        kinds.addStretch(1)
        sides.addLayout(kinds, 3)
        sides.addWidget(self.called, 2)
        for card in (home, self.ticket, self.status, self.way_out):
            self.cards.addWidget(card)
        self.status.done.clicked.connect(self.forget)
        self.way_out.answered.connect(self.staff_named)
        self.way_out.typed.connect(lambda: self._idle.start(READ_MS))
        self.way_out.back.clicked.connect(self.forget)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.clock)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.staff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 20, 32, 16)
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addWidget(self.cards, 1)
        whole.addLayout(foot)

    def show_in_hall(self) -> None:
        """Fill its monitor."""
        fill_screen(self, self._screen)
        if self.alone:
            self.activateWindow()
            self.setFocus()

    # -- what is shown
    def offer(self, kinds: Sequence[Kind], waiting: Mapping[str, int]) -> None:
        """The kinds one may take and how many wait; new buttons only where the kinds are others."""
        if [button.kind for button in self.kinds] != list(kinds):
            self._make_buttons(kinds)
        for button in self.kinds:
            button.show_waiting(waiting.get(button.kind.letter, 0))

    def _make_buttons(self, kinds: Sequence[Kind]) -> None:
        for button in self.kinds:
            button.deleteLater()
        self.kinds = []
        columns = 1 + (len(kinds) > _ONE_COLUMN)
        for at, (kind, key) in enumerate(zip(kinds, _KEYS, strict=False)):
            button = KindButton(kind, key if self.alone else "")
            button.clicked.connect(partial(self._wanted, kind.letter))
            self._grid.addWidget(button, at // columns, at % columns)
            self.kinds.append(button)

    def _wanted(self, letter: str, _checked: bool = False) -> None:
        self.kind_wanted.emit(letter)

    def show_called(self, called: Sequence[Ticket]) -> None:
        """The numbers called last, the newest first."""
        self.called.show_called(called)

    def show_ticket(self, number: str, kind: str, lines: Sequence[str]) -> None:
        """A number just taken."""
        self.ticket.show_ticket(number, kind, "\n".join(lines))
        self._show(self.ticket, TICKET_MS)

    def show_status(self, head: str, lines: Sequence[str]) -> None:
        """What a scanned slip says, or why it says nothing."""
        self.status.show_status(head, lines)
        self._show(self.status, READ_MS)

    def ask_who(self) -> None:
        """The way out: who wants it says that he is staff."""
        self._show(self.way_out, READ_MS)
        self.way_out.name.edit.setFocus()

    def shows_ticket(self, number: str) -> bool:
        """Whether the ticket in front is that one."""
        return self.cards.currentWidget() is self.ticket and self.ticket.number.text() == number

    def show_fault(self, sentence: str) -> None:
        """Why the way out stays shut."""
        self.way_out.show_fault(sentence)
        self._idle.start(READ_MS)

    def _show(self, card: QWidget, lasting: int) -> None:
        self.cards.setCurrentWidget(card)
        self._idle.start(lasting)

    def is_home(self) -> bool:
        """Whether the next citizen may begin."""
        return self.cards.currentIndex() == 0

    def forget(self) -> None:
        """The next citizen's screen; nothing of the last one is left in any word of the window."""
        self._idle.stop()
        self._typed = ""
        self.cards.setCurrentIndex(0)
        self.ticket.show_ticket("", "", "")
        self.status.show_status("", ())
        self.way_out.clear()
        self.setFocus()

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.leave_wanted.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            typed = self._typed if key != Qt.Key.Key_Escape else ""
            self.forget()
            if len(typed) >= _LEAST_OF_A_CODE:
                self.slip_typed.emit(typed)
        elif event.text().isprintable() and event.text():
            self._typed = (self._typed + event.text())[-_MOST_TYPED:]
            self._idle.start(READ_MS)
        elif event.modifiers():
            super().keyPressEvent(event)
        elif key in _KEYS.values() and self.is_home() and not event.isAutoRepeat():
            self._press(list(_KEYS.values()).index(Qt.Key(key)))
        else:
            super().keyPressEvent(event)

    def _press(self, at: int) -> None:
        if at < len(self.kinds):
            self.kinds[at].click()

    def leave(self) -> None:
        """Close for good; nothing else closes it."""
        self._let_go = True
        self._idle.stop()
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._let_go:
            event.accept()
            return
        event.ignore()
        # Later: a window cannot be closed while it closes.
        QTimer.singleShot(0, self, self.leave_wanted.emit)
