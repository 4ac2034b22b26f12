"""What another window or process records shows here within two seconds: one small number is asked for."""

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.changes import Changes, changes_of
from onestop_desktop.application.pages import News
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError

EVERY_MS = 1500
BEFORE_ALL = 10**15
"""Greater than any entry's number: nothing is news to a window that has just opened."""
_SHOWN_EVERYWHERE = Changes.AGENCY | Changes.CATALOGUE | Changes.CALENDAR


class Live(QObject):
    """Asks the store for the number of its last entry and announces when it has moved.

    `gone` is whether the store could not be read when it was asked last.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._mark = BEFORE_ALL
        self._asking = self.gone = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ask)

    def begin(self) -> None:
        """Ask from now on."""
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def ask(self) -> None:
        """Ask once; a question still under way is enough."""
        if not self._asking:
            self._asking = True
            self._desk.start(self._ask(), self)

    def _ask(self) -> Flow:
        try:
            if self._desk.view is None:
                # The store could not be read when the window opened; perhaps it is back.
                yield from self._desk.read_view()
            since = self._mark
            news: News = yield Work(lambda: self._desk.services.store.news(since))
            changes = changes_of(news.steps) if since != BEFORE_ALL else Changes.NONE
            if changes & _SHOWN_EVERYWHERE:
                yield from self._desk.read_view()
        except CodedError as fault:
            if not self.gone:
                self._desk.warned.emit(tr("Mất nối với sổ"), self._desk.sentence(fault))
            self.gone = True
            return
        finally:
            self._asking = False
        self.gone = False
        self._mark = news.mark
        self._desk.announce(changes, news.codes)
