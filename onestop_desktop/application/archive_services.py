"""What retention asks: packages for the archive, personal facts that may go; part of `Services`."""

from dataclasses import dataclass
from datetime import date

from onestop_desktop.application import archive_dossier, erase_facts
from onestop_desktop.application.archive_dossier import Archived, ArchiveDossier
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.erase_facts import EraseFacts
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import DrawForm, OpenFile, OpenUnitOfWork


@dataclass(frozen=True)
class ArchiveServices:
    """The use cases of retention over one store."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm

    def erase_facts(self, order: EraseFacts) -> Changes:
        """Let personal facts go when their retention is over."""
        return erase_facts.erase_facts(order, unit_of_work=self.unit_of_work)

    def erasable(self, on: date) -> tuple[DossierRow, ...]:
        """Whose facts may go on a day."""
        return erase_facts.erasable(on, unit_of_work=self.unit_of_work)

    def pack(self, order: ArchiveDossier, open_file: OpenFile) -> Archived:
        """A dossier's package for the archive."""
        return archive_dossier.archive_dossier(
            order,
            unit_of_work=self.unit_of_work,
            draw_form=self.draw_form,
            open_file=open_file,
        )
