"""Print a notice that hangs on no dossier, as often as it takes; every reprint is marked."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.domain import officers, step_errors
from onestop_desktop.domain.entry import Entry, check_clock
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
    officer = officers.may(order.officer, Step.PRINT)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        made = [e for e in uow.desk_entries(Step.NOTICE) if e.sequence == order.entry]
        if not made:
            raise step_errors.NoNotice(entry=order.entry)
        kind = made[0].facts["kind"]
        earlier = [e for e in uow.desk_entries(Step.PRINT) if e.facts.get("notice") == order.entry]
        facts = {
            "form": kind,
            "notice": order.entry,
            "reprint": len(earlier),
            "printer": printer.name,
        }
        uow.record(Entry(Step.PRINT, officer, now, now, workstation=order.workstation, facts=facts))
        uow.commit()
    copy, number = len(earlier), made[0].facts["head"]["number"]
    pdf = draw_form(kind, unreceived_notice(made[0]), size=order.size, reprint=copy)
    printer.send(pdf, f"{kind}/{number}", 1)
    return NoticePrinted(pdf, kind, number, copy)
