"""Print who is behind in the provincial system: dossiers done here and open there, as evidence."""

from dataclasses import dataclass

from onestop_desktop.application.desk_papers import DeskPaper, Prints, next_head
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.application.reading_lists import last_list
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.province_facts import BEHIND, Behind, BehindFacts, BehindLine
from onestop_desktop.domain.step_errors import NothingBehind
from onestop_desktop.domain.text import nfc


@dataclass(frozen=True, slots=True)
class PrintBehind:
    """The order: by whom; the list is the one taken in last."""

    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class BehindPrinted:
    """The pages, their number, and the number of this print (0 the first one)."""

    pdf: bytes
    number: int
    copy: int


def print_behind(
    order: PrintBehind, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> BehindPrinted:
    """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing).

    Refused: NothingBehind where the last list has nobody, AgencyIncomplete.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _paper(uow, order), printer)
    return BehindPrinted(pdf, paper.number, paper.prints)


def _paper(uow: UnitOfWork, order: PrintBehind) -> DeskPaper:
    taken = last_list(uow)
    if taken is None or not taken.behind:
        raise NothingBehind()
    key = {"list": taken.sequence}
    head, prints = next_head(uow, BEHIND, key)
    facts = BehindFacts(
        profile=head["profile"],
        agency=head["agency"],
        number=head["number"],
        at=write_moment(uow.now()),
        officer=nfc(order.officer),
        taken_at=taken.at,
        file=taken.file,
        lines=tuple(_line(uow, each) for each in taken.behind),
    )
    return DeskPaper(BEHIND, facts, facts.number, key, prints)


def _line(uow: UnitOfWork, behind: Behind) -> BehindLine:
    row = uow.dossiers.row(behind.code)
    return BehindLine(
        code=behind.code,
        official_code=behind.official_code,
        procedure=row.procedure_name,
        due_at=row.due_at,
        settled_at=behind.settled_at,
        verdict=row.verdict,
        state_there=behind.state_there,
        due_there=behind.due_there,
        late_there=behind.late_there,
    )
