"""Print a notice that hangs on no dossier, as often as it takes; every reprint is marked."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.desk_papers import DeskPaper, Prints, earlier_prints
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain import step_errors
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.unreceived import unreceived_notice


@dataclass(frozen=True, slots=True)
class PrintNotice:
    """The order: the journal's entry that made the notice; `size` A4 or A5."""

    entry: int
    officer: str
    workstation: str = ""
    size: str = "A4"


@dataclass(frozen=True, slots=True)
class NoticePrinted:
    """The paper, its form and number, and the number of this print (0 the first one)."""

    pdf: bytes
    form: str
    number: int
    copy: int
    changes: Changes = Changes.NONE


def print_notice(
    order: PrintNotice, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> NoticePrinted:
    """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing).

    NoNotice where that entry made none.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _notice(uow, order), printer)
    return NoticePrinted(pdf, paper.form, paper.number, paper.prints)


def _notice(uow: UnitOfWork, order: PrintNotice) -> DeskPaper:
    made = [e for e in uow.desk_entries(Step.NOTICE) if e.sequence == order.entry]
    if not made:
        raise step_errors.NoNotice(entry=order.entry)
    facts, key = made[0].facts, {"notice": order.entry}
    number, prints = facts["head"]["number"], len(earlier_prints(uow, key))
    notice, options = unreceived_notice(made[0]), {"size": order.size}
    return DeskPaper(facts["kind"], notice, number, key, prints, options=options)
