"""What looks after the store itself: a clock confirmed by two, the report on a check; for all faces."""

from dataclasses import dataclass

from onestop_desktop.application import confirm_clock, report_check
from onestop_desktop.application.confirm_clock import ClockConfirmed, ConfirmClock
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.application.report_check import CheckReported, ReportCheck


@dataclass(frozen=True)
class CareServices:
    """The use cases of the store's care; each method is one module of this room."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm

    def confirm_clock(self, order: ConfirmClock) -> ClockConfirmed:
        """Two people confirm a clock that went back."""
        return confirm_clock.confirm_clock(order, unit_of_work=self.unit_of_work)

    def report_check(self, order: ReportCheck, printer: Printer) -> CheckReported:
        """Print the report on a check."""
        return report_check.report_check(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )
