"""What happens in the hall: numbers taken and printed, calls heard, slips read; staff alone leaves it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.hall_words import counts_words, slip_words
from onestop_desktop.application.read_hall import HallNow
from onestop_desktop.application.take_ticket import TicketTaken
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.hall.view import HallWindow
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.monitors import other_screen
from onestop_desktop.desktop.one_at_a_time import OneReading
from onestop_desktop.desktop.signing import Signing
from onestop_desktop.domain.errors import CodedError

CLOCK_MS = 10_000
ROLL, SHEET = "K80", "A5"


class Hall(QObject):
    """Opens the hall's window beside the officer's, or over it where this PC has one monitor.

    Over it the officer's window is covered first: who leaves the hall signs in again.
    """

    def __init__(self, desk: Desk, signing: Signing) -> None:
        super().__init__(desk)
        self._desk, self._signing = desk, signing
        self.window: HallWindow | None = None
        self._busy = False
        self._heard: tuple[date, int] | None = None
        self._reading = OneReading(desk, self, self._show, self._not_read)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._day: date | None = None
        desk.changed.connect(self._changed)
        if (screens := QGuiApplication.instance()) is not None:
            screens.screenRemoved.connect(self._screen_removed)  # type: ignore[attr-defined]

    # -- opening and leaving
    def open(self, beside: QWidget) -> None:
        """Show the hall; a second time from the officer's window it is put away."""
        if self.window is not None:
            self.close()
            return
        desk, screen = self._desk, other_screen(beside)
        name = desk.view.agency.desk_name if desk.view else ""
        window = self.window = HallWindow(beside, screen, name)
        window.kind_wanted.connect(self.take)
        window.slip_typed.connect(self._scanned)
        window.leave_wanted.connect(self._leave_wanted)
        window.staff_named.connect(lambda *told: desk.start(self._leave(*told), window))
        if window.alone:
            self._signing.lock()
            desk.scans_first = self._scanned
        self._heard = self._day = None
        self._tick()
        self._clock.start(CLOCK_MS)
        window.show_in_hall()

    def close(self) -> None:
        """Put the hall away."""
        self._clock.stop()
        self._desk.scans_first = None
        if self.window is not None:
            window, self.window = self.window, None
            window.leave()
            if (officers := window.parentWidget()) is not None:
                officers.activateWindow()

    def _screen_removed(self, _screen: object) -> None:
        """Without its monitor the hall would lie over the officer's work."""
        if self.window is not None and not self.window.alone:
            self.close()

    def _leave_wanted(self) -> None:
        if self.window is None or not self.window.alone:
            return
        if self._desk.covered:
            self.window.ask_who()
        else:  # a desk without accounts has nobody to ask
            self.close()

    def _leave(self, name: str, password: str) -> Flow:
        try:
            yield from self._signing.unlock(name, password)
        except CodedError as refused:
            if self.window is not None:
                self.window.show_fault(self._desk.sentence(refused))
            return
        self.close()

    # -- what everybody sees
    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.HALL | Changes.CATALOGUE):
            self.read()

    def read(self) -> None:
        """Read the numbers; one question at a time."""
        if self.window is not None and self._desk.view is not None:
            self._reading.begin(lambda: self._desk.services.hall_at_once.read())

    def _show(self, now: HallNow) -> None:
        if self.window is None:
            return
        self._day = now.day
        self.window.offer(now.kinds, now.waiting)
        self.window.show_called(now.last)
        hint = tr("Quét mã vạch trên giấy tiếp nhận để xem hồ sơ đang ở đâu.")
        self.window.note.set_whole(hint if self.window.alone else "")
        newest = (now.day, now.last[0].turn if now.last else 0)
        if self._heard is not None and newest > self._heard and newest[1]:
            self._chime()
        self._heard = newest

    def _not_read(self, fault: CodedError) -> None:
        if self.window is not None:
            self.window.note.set_whole(self._desk.sentence(fault))

    def _chime(self) -> None:
        if self._desk.workstation.sounds and not self._desk.opening.chime():
            QApplication.beep()

    def _tick(self) -> None:
        now = self._desk.now()
        if self.window is not None:
            self.window.clock.setText(f"{now:%H:%M}")
        if now.date() != self._day:  # yesterday's numbers are gone at midnight
            self.read()

    # -- a number
    def take(self, letter: str) -> None:
        """Take a number; pressed twice it is taken once."""
        if self.window is not None and not self._busy:
            self._busy = True
            self._desk.start(self._take(letter), self.window)

    def _take(self, letter: str) -> Flow:
        desk = self._desk
        try:
            taken: TicketTaken = yield Work(lambda: desk.services.hall_at_once.take(letter))
            self._tell(taken, tr("Phiếu đang in, xin chờ lấy."))
            desk.announce(taken.changes)
            # A printer that hangs keeps nobody from taking the next number.
            desk.start(self._print(taken), self)
        except CodedError as fault:
            if self.window is not None:
                self.window.show_status(tr("Chưa lấy được số"), [desk.sentence(fault)])
        finally:
            self._busy = False

    def _print(self, taken: TicketTaken) -> Flow:
        desk = self._desk
        size = ROLL if desk.workstation.paper == ROLL else SHEET
        try:
            pdf = yield Work(lambda: desk.services.hall.draw_ticket(taken.slip, size), PRINT)
            yield Work(lambda: desk.printer().send(pdf, taken.ticket.name, 1), PRINT)
        except CodedError as fault:
            if self.window is not None and self.window.shows_ticket(taken.ticket.name):
                self._tell(taken, tr("Máy in chưa in được, xin nhớ số này."))
            desk.warned.emit(tr("Chưa in được phiếu số"), desk.sentence(fault))

    def _tell(self, taken: TicketTaken, paper: str) -> None:
        if self.window is not None:
            lines = [f"{counts_words(taken.ahead, self._desk.language)}.", paper]
            self.window.show_ticket(taken.ticket.name, taken.slip.kind, lines)

    # -- a slip
    def _scanned(self, text: str) -> bool:
        if self.window is None or not self.window.isActiveWindow():
            return False
        self._desk.start(self._read_slip(text), self.window)
        return True

    def _read_slip(self, text: str) -> Flow:
        desk = self._desk
        try:
            found = yield Work(lambda: desk.services.hall_at_once.read_slip(text))
        except CodedError as refused:
            desk.sounded.emit(False)
            if self.window is not None:
                self.window.show_status(tr("Chưa xem được hồ sơ"), [desk.sentence(refused)])
            return
        desk.sounded.emit(True)
        if self.window is not None:
            head, lines = slip_words(found, desk.language)
            self.window.show_status(head, lines)
