"""What runs once the first rows are painted: the store opened, live news, scanners, printing."""

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.desktop.care import Care
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import DRAW, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.live import Live
from onestop_desktop.desktop.piles.kinds import counts
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.publishing import Publishing
from onestop_desktop.desktop.rating import Rating
from onestop_desktop.desktop.scanning import Scanning
from onestop_desktop.desktop.screens.calendar.facts import is_pressing, year_alarm
from onestop_desktop.domain.errors import CodedError, StoreDamaged, StoreSetAside
from onestop_desktop.domain.moments import day_words

REDRAWN_MS, HOUR_MS = 20_000, 3_600_000
"""What is left of the time is told to the minute."""


class Working(QObject):
    """The parts of an open desk that no screen owns."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.live = Live(desk)
        self.scanning = Scanning(desk)
        self.rating = Rating(desk)
        self.care = Care(desk)
        self.publishing = Publishing(desk)
        desk.print_wanted.connect(self._print)
        self._clock = QTimer(self)
        self._clock.timeout.connect(desk.open_dossiers.changed)
        self._hourly = QTimer(self)
        self._hourly.timeout.connect(desk.copied)
        desk.open_dossiers.changed.connect(lambda: desk.counted.emit(counts(desk)))

    def open(self) -> Flow:
        """Open the store and begin to listen; a store that cannot be opened is a sentence."""
        self.scanning.start()
        self._clock.start(REDRAWN_MS)
        self._hourly.start(HOUR_MS)
        try:
            # First the mark: what is recorded while the lists are read is news.
            yield from self.live.mark()
            yield from self._desk.read_view()
        except StoreDamaged as error:
            yield from self._put_aside(error)
            self.live.gone = True
        except CodedError as error:
            self._desk.warned.emit(tr("Chưa mở được sổ"), self._desk.sentence(error))
            self.live.gone = True
        else:
            yield from self.care.look_at_room()
            self._desk.start(self.care.look_over(), self)
            self._tell_of_next_year()
            yield from self._ask_for_seal()
            yield from self._desk.take_up()
            self.publishing.begin()
        # A store that is not there now may be back in a while.
        self.live.begin()
        yield Work(self._desk.opening.warm_up, DRAW)

    def _put_aside(self, damaged: StoreDamaged) -> Flow:
        """A damaged store is moved aside whole; the newest good backup is offered in its place."""
        desk = self._desk
        try:
            name = yield Work(lambda: desk.services.store.set_aside(desk.now()))
        except CodedError as error:
            desk.warned.emit(tr("Sổ bị hỏng"), desk.sentence(error))
            return
        told = StoreSetAside(store=damaged.facts.get("store", ""), aside=name)
        desk.warned.emit(tr("Sổ bị hỏng, đã cất riêng"), desk.sentence(told))
        desk.store_put_aside.emit(name)

    def _tell_of_next_year(self) -> None:
        """From 1 December an unconfirmed next year is told at every opening."""
        today, view = self._desk.now().date(), self._desk.view
        alarm = year_alarm(view.calendar, today) if view and is_pressing(today) else ""
        if alarm:
            words = tr("Mở Lịch làm việc (Shift+F3), nhập thông báo rồi xác nhận.")
            self._desk.warned.emit(alarm, words)

    def _ask_for_seal(self) -> Flow:
        """After a day that was closed, its sheet is scanned before the first citizen."""
        closed = yield Work(lambda: self._desk.services.counter.newest_closing())
        if closed is not None and closed < self._desk.now().date():
            words = tr("Quét mã trên tờ ngày {day} để biết đúng sổ này.")
            self._desk.told.emit(
                tr("Mở quầy: quét niêm phong"), words.format(day=day_words(closed))
            )

    def stop(self) -> None:
        """Listen no more."""
        self._clock.stop()
        self.care.stop()
        self._hourly.stop()
        self.scanning.stop()
        self.live.stop()

    def _print(self, code: str) -> None:
        self._desk.start(print_flow(self._desk, code), self)
