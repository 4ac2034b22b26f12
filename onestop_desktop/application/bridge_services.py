"""What passes between the desk and the provincial and national systems; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import import_province, sync_portal
from onestop_desktop.application.import_province import ImportProvince, ProvinceImported
from onestop_desktop.application.ports import DrawSecret, OpenFile, OpenUnitOfWork
from onestop_desktop.application.sync_portal import Synced, SyncPortal


@dataclass(frozen=True)
class BridgeServices:
    """The use cases of the bridge over one store."""

    unit_of_work: OpenUnitOfWork
    draw_secret: DrawSecret

    def import_province(self, order: ImportProvince) -> ProvinceImported:
        """The provincial system's list taken in."""
        return import_province.import_province(
            order, unit_of_work=self.unit_of_work, draw_secret=self.draw_secret
        )

    def sync_portal(self, order: SyncPortal, open_file: OpenFile) -> Synced:
        """What changed, for the national portal."""
        return sync_portal.sync_portal(order, unit_of_work=self.unit_of_work, open_file=open_file)
