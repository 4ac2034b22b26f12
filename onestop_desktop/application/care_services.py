"""What looks after the store: a clock confirmed by two, the report on a check, retention; part of `Services`."""

from dataclasses import dataclass
from datetime import date

from onestop_desktop.application import (
    archive_dossier,
    confirm_clock,
    erase_facts,
    report_check,
)
from onestop_desktop.application.archive_dossier import Archived, ArchiveDossier
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.confirm_clock import ClockConfirmed, ConfirmClock
from onestop_desktop.application.erase_facts import EraseFacts
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import (
    DrawForm,
    OpenFile,
    OpenUnitOfWork,
    Passwords,
    Printer,
)
from onestop_desktop.application.report_check import CheckReported, ReportCheck


@dataclass(frozen=True)
class CareServices:
    """The use cases of the store's care; each method is one module of this room."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm
    passwords: Passwords

    def confirm_clock(self, order: ConfirmClock) -> ClockConfirmed:
        """Two people confirm a clock that went back."""
        return confirm_clock.confirm_clock(
            order, unit_of_work=self.unit_of_work, passwords=self.passwords
        )

    def report_check(self, order: ReportCheck, printer: Printer) -> CheckReported:
        """Print the report on a check."""
        return report_check.report_check(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def erase_facts(self, order: EraseFacts) -> Changes:
        """Let personal facts go when their retention is over."""
        return erase_facts.erase_facts(order, unit_of_work=self.unit_of_work)

    def erasable(self, on: date) -> tuple[DossierRow, ...]:
        """Whose facts may go on a day."""
        return erase_facts.erasable(on, unit_of_work=self.unit_of_work)

    def archive_dossier(self, order: ArchiveDossier, open_file: OpenFile) -> Archived:
        """A dossier's package for the archive."""
        return archive_dossier.archive_dossier(
            order,
            unit_of_work=self.unit_of_work,
            draw_form=self.draw_form,
            open_file=open_file,
        )
