"""What another window or process records shows here within two seconds: news is read when there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.changes import Changes, changes_of
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError

if TYPE_CHECKING:
    from onestop_desktop.application.pages import News
    from onestop_desktop.application.ports import Watch

EVERY_MS = 1000
BEFORE_ALL = 10**15
"""Greater than any entry's number: nothing is news to a window that has just opened."""
_SHOWN_EVERYWHERE = Changes.AGENCY | Changes.CATALOGUE | Changes.CALENDAR


class Live(QObject):
    """Asks whether anything was recorded, and announces what.

    `gone` is whether the store could not be read when it was asked last.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._watch: Watch | None = None
        self._mark = BEFORE_ALL
        # Something was recorded that is not announced yet: the watch tells it only once.
        self._behind = False
        self._asking = self.gone = False
        desk.holders.append(self._let_go)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ask)

    def mark(self) -> Flow:
        """Note where the journal stands (WorldFault); what comes after it is news."""
        news = yield Work(self._look)
        self._mark, self._behind = news.mark, False

    def begin(self) -> None:
        """Ask from now on."""
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._desk.start(self._leave(), self)

    def ask(self) -> None:
        """Ask once; a question still under way is enough."""
        if not self._asking:
            self._asking = True
            self._desk.start(self._ask(), self)

    def _ask(self) -> Flow:
        changes = Changes.NONE
        try:
            news: News | None = yield Work(self._look)
            if news is not None and self._mark != BEFORE_ALL:
                changes = changes_of(news.steps)
            # No view: the store could not be read when the window opened, and now it is back.
            if self._desk.view is None or changes & _SHOWN_EVERYWHERE:
                yield from self._desk.read_view()
        except CodedError as fault:
            if not self.gone:
                self._desk.warned.emit(tr("Mất nối với sổ"), self._desk.sentence(fault))
            self.gone = True
            return
        finally:
            self._asking = False
        if self.gone:
            self.gone = False
            self._desk.told.emit(tr("Đã nối lại với sổ"), "")
        self._desk.open_dossiers.catch_up()
        if news is not None:
            self._mark, self._behind = news.mark, False
            # Numbers called leave no entry: that something moved is all there is to know.
            self._desk.announce(changes | Changes.HALL, news.codes)

    def _look(self) -> News | None:
        """What was recorded after the mark, None for nothing (away from the window's thread)."""
        store = self._desk.services.store
        if self._watch is None:
            self._watch = store.watch()
        self._behind = self._watch.moved() or self._behind
        return store.news(self._mark) if self._behind else None

    def _leave(self) -> Flow:
        """In the store's lane, behind a question that may be under way there."""
        yield Work(self._let_go)

    def _let_go(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None
