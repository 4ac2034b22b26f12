"""What the citizens' look-up asks of the store; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import export_lookup
from onestop_desktop.application.export_lookup import ExportLookup, LookupExported
from onestop_desktop.application.lookup_ports import Extracts
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork
from onestop_desktop.domain.errors import AgencyIncomplete
from onestop_desktop.domain.lookup_facts import POSTER, LookupPoster


@dataclass(frozen=True)
class LookupServices:
    """The extract's use cases; no account is asked, and none is shown."""

    extracts: Extracts
    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm

    def export(self, order: ExportLookup) -> LookupExported:
        """Bring an extract up to the store."""
        return export_lookup.export_lookup(
            order, extracts=self.extracts, unit_of_work=self.unit_of_work
        )

    def public_key(self) -> str:
        """The public half of the key that extracts are signed with."""
        return self.extracts.public_key()

    def draw_poster(self) -> bytes:
        """The desk's sheet with address and public key (AgencyIncomplete where it has no address)."""
        with self.unit_of_work() as uow:
            agency = uow.desk.agency()
        if not agency.lookup_address:
            raise AgencyIncomplete(fields=["lookup_address"], field="lookup_address")
        unit = " ".join(agency.unit.split())
        address, key = agency.lookup_address, self.public_key()
        return self.draw_form(
            POSTER, LookupPoster(unit, agency.desk_name, agency.phone, address, key)
        )

    def check(self, target: str, key: str = "") -> int:
        """How many dossiers an extract holds whose signature is right."""
        return self.extracts.check(target, key)
