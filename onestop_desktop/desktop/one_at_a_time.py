"""One act and one reading at a time: a second key press begins nothing twice."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError


class OneAct:
    """A person's act; another one meanwhile is left aside, a refusal nobody else says is said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._busy = False

    def begin(self, flow: Flow, owner: QObject) -> None:
        """Run the act while `owner` lives."""
        if not self._busy:
            self._busy = True
            self._desk.start(self._guarded(flow), owner)

    def _guarded(self, flow: Flow) -> Flow:
        try:
            yield from flow
        except CodedError as error:
            self._desk.warned.emit(tr("Chưa làm được"), self._desk.sentence(error))
        finally:
            self._busy = False


class OneReading:
    """A page's reading; one asked for meanwhile follows it, and only the last is shown."""

    def __init__(
        self,
        desk: Desk,
        owner: QObject,
        show: Callable[[Any], None],
        fail: Callable[[CodedError], None],
    ) -> None:
        self._desk, self._owner = desk, owner
        self._show, self._fail = show, fail
        self._wanted: Callable[[], Any] | None = None
        self._busy = False

    def begin(self, read: Callable[[], Any]) -> None:
        """Read away from the window, then show."""
        self._wanted = read
        if not self._busy:
            self._busy = True
            self._desk.start(self._read(), self._owner)

    def _read(self) -> Flow:
        found = None
        try:
            while self._wanted is not None:
                read, self._wanted = self._wanted, None
                found = yield Work(read)
        except CodedError as fault:
            self._fail(fault)
            return
        finally:
            self._busy = False
        self._show(found)
