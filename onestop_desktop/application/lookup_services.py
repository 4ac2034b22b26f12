"""What the citizens' look-up asks of the store; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import export_lookup
from onestop_desktop.application.export_lookup import ExportLookup, LookupExported
from onestop_desktop.application.lookup_ports import Extracts
from onestop_desktop.application.ports import OpenUnitOfWork


@dataclass(frozen=True)
class LookupServices:
    """The extract's use cases; no account is asked, and none is shown."""

    extracts: Extracts
    unit_of_work: OpenUnitOfWork

    def export(self, order: ExportLookup) -> LookupExported:
        """Bring an extract up to the store."""
        return export_lookup.export_lookup(
            order, extracts=self.extracts, unit_of_work=self.unit_of_work
        )

    def public_key(self) -> str:
        """The public half of the key that extracts are signed with."""
        return self.extracts.public_key()

    def check(self, target: str, key: str = "") -> int:
        """How many dossiers an extract holds whose signature is right."""
        return self.extracts.check(target, key)
