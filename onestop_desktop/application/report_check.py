"""The report on a check of the store: numbered, on record, with the seal of the last entry it saw."""

from dataclasses import dataclass

from onestop_desktop import __version__
from onestop_desktop.application.check_words import fault_words
from onestop_desktop.application.closings import seal_at
from onestop_desktop.application.desk_papers import DeskPaper, Prints, next_head
from onestop_desktop.application.pages import JournalCheck
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain.check_report import CHECK, MOST_FAULTS, CheckReport
from onestop_desktop.domain.moments import read_moment


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """The order: what was found, by `verify` or `doctor` (`kind`), when, who reports it."""

    check: JournalCheck
    kind: str
    checked_at: str
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class CheckReported:
    """The report's pages, its number, and the number of this print (0 the first one)."""

    pdf: bytes
    number: int
    copy: int


def report_check(
    order: ReportCheck, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> CheckReported:
    """Record the report, then hand it to the printer (PrinterFailed leaves the entry standing).

    Refused: AgencyIncomplete, ClockBehind.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _report(uow, order), printer)
    return CheckReported(pdf, paper.number, paper.prints)


def _report(uow: UnitOfWork, order: ReportCheck) -> DeskPaper:
    check = order.check
    key = {"kind": order.kind, "checked_at": order.checked_at, "faults": len(check.faults)}
    head, prints = next_head(uow, CHECK, key)
    day = read_moment(order.checked_at).date()
    seal = seal_at(uow, day, min(check.entries, uow.figures.entries()))
    first = check.first
    faults = sorted(check.faults, key=lambda fault: fault is not first)
    report = CheckReport(
        profile=head["profile"],
        agency=head["agency"],
        number=head["number"],
        at=order.checked_at,
        officer=order.officer,
        program=__version__,
        kind=order.kind,
        entries=check.entries,
        seal_words=seal.words,
        seal_code=seal.code,
        count=len(faults),
        faults=tuple(fault_words(fault) for fault in faults[:MOST_FAULTS]),
    )
    return DeskPaper(CHECK, report, report.number, key, prints, {"entries": check.entries})
