"""What passes between the desk and the provincial and national systems; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import import_province, print_behind, read_bridge, sync_portal
from onestop_desktop.application.import_province import ImportProvince, ProvinceImported
from onestop_desktop.application.ports import (
    DrawForm,
    DrawSecret,
    OpenFile,
    OpenUnitOfWork,
    Printer,
)
from onestop_desktop.application.print_behind import BehindPrinted, PrintBehind
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.application.read_bridge import BridgeView
from onestop_desktop.application.sync_portal import Synced, SyncPortal


@dataclass(frozen=True)
class BridgeServices:
    """The use cases of the bridge over one store."""

    unit_of_work: OpenUnitOfWork
    draw_secret: DrawSecret
    draw_form: DrawForm

    def read_bridge(self) -> BridgeView:
        """Receptions the provincial system does not have, and its last list."""
        return read_bridge.read_bridge(unit_of_work=self.unit_of_work)

    def import_province(
        self, order: ImportProvince, progress: Progress = go_on
    ) -> ProvinceImported:
        """The provincial system's list taken in."""
        return import_province.import_province(
            order,
            unit_of_work=self.unit_of_work,
            draw_secret=self.draw_secret,
            progress=progress,
        )

    def print_behind(self, order: PrintBehind, printer: Printer) -> BehindPrinted:
        """Who is behind there, on paper."""
        return print_behind.print_behind(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def sync_portal(self, order: SyncPortal, open_file: OpenFile) -> Synced:
        """What changed, for the national portal; a scheduled job does it, too, with nobody signed in."""
        return sync_portal.sync_portal(order, unit_of_work=self.unit_of_work, open_file=open_file)
