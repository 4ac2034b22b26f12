"""The recovery sheet: what opens the copies that left this PC, on paper for the safe."""

from dataclasses import dataclass, field

from onestop_desktop.application.desk_papers import DeskPaper, Prints, next_head
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.recovery_facts import RECOVERY, RecoverySheet


@dataclass(frozen=True, slots=True)
class PrintRecovery:
    """The order: for which second place; with the passphrase, while it is just being chosen, or dots."""

    folder: str
    officer: str
    passphrase: str = field(default="", repr=False)
    workstation: str = ""


def print_recovery(
    order: PrintRecovery,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_form: DrawForm,
    printer: Printer,
) -> int:
    """Record the print, then hand it to the printer (AgencyIncomplete, PrinterFailed).

    The journal says whether the passphrase stood on it, never the passphrase. Gives the print's number.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    _pdf, paper = prints.send(lambda uow: _paper(uow, order), printer)
    return paper.prints


def _paper(uow: UnitOfWork, order: PrintRecovery) -> DeskPaper:
    key = {"folder": order.folder}
    told, prints = next_head(uow, RECOVERY, key)
    sheet = RecoverySheet(
        told["profile"],
        told["agency"],
        told["number"],
        write_moment(uow.now()),
        order.officer,
        order.folder,
        order.passphrase,
    )
    beside = {"with_passphrase": bool(order.passphrase)}
    return DeskPaper(RECOVERY, sheet, sheet.number, key, prints, beside)
