"""The citizens' extract after each change, in a lane of its own: nobody at the desk waits for it."""

from PySide6.QtCore import QObject

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.settings import Workstation

LANE = "lookup"
_SEEN = Changes.QUEUE | Changes.DOSSIER | Changes.AGENCY | Changes.CALENDAR
"""What citizens see something of."""


class Publishing(QObject):
    """Brings the extract up where this PC has a place for it; a place that fails is told once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._running = self._again = self._told = False
        self._place = desk.workstation.lookup_to
        desk.changed.connect(self._changed)
        desk.workstation_changed.connect(self._place_changed)

    def begin(self) -> None:
        """Bring it up now; a change that comes meanwhile is taken along afterwards."""
        if not self._desk.workstation.lookup_to:
            return
        self._again = True
        if not self._running:
            self._running = True
            self._desk.start(self._publish(), self)

    def _place_changed(self, station: Workstation) -> None:
        if station.lookup_to != self._place:
            self._place = station.lookup_to
            self.begin()

    def _changed(self, changes: Changes) -> None:
        if changes & _SEEN:
            self.begin()

    def _publish(self) -> Flow:
        from onestop_desktop.application.export_lookup import ExportLookup  # noqa: PLC0415

        desk = self._desk
        try:
            while self._again:
                self._again = False
                station = desk.workstation
                order = ExportLookup(station.lookup_to, "", station.counter, automatic=True)
                yield Work(lambda order=order: desk.services.lookup.export(order), LANE)  # type: ignore[misc]
                self._told = False
        except CodedError as error:
            if not self._told:
                desk.warned.emit(tr("Chưa cập nhật được tra cứu"), desk.sentence(error))
            self._told = True
        finally:
            self._running = False
