"""Print the one sheet of a pile that was handed over: numbered, frozen, each print on record."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.desk_papers import DeskPaper, Prints, earlier_prints
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain import errors
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.notice_facts import (
    hand_over_list,
    last_hand_over,
    read_hand_over_list,
)
from onestop_desktop.domain.notices import HAND_OVER


@dataclass(frozen=True, slots=True)
class PrintList:
    """The order: the codes handed over together; by whom it is printed."""

    codes: tuple[str, ...]
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class ListPrinted:
    """The sheet, its number, and the number of this print (0 the first one)."""

    pdf: bytes
    number: int
    copy: int
    changes: Changes = Changes.NONE


def print_list(
    order: PrintList, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> ListPrinted:
    """Record the sheet, then hand it to the printer (PrinterFailed leaves the entry standing).

    The same pile printed again is a reprint under its number, as it stood at its first print.
    FieldMissing for no code, DossierUnknown, NothingHandedOver, AgencyIncomplete.
    """
    if not order.codes:
        raise errors.FieldMissing(field="codes")
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _sheet(uow, order.codes), printer)
    return ListPrinted(pdf, paper.number, paper.prints)


def _sheet(uow: UnitOfWork, codes: tuple[str, ...]) -> DeskPaper:
    dossiers = [uow.dossiers.get(code) for code in dict.fromkeys(codes)]
    key = {"pile": sorted(last_hand_over(dossier).sequence for dossier in dossiers)}
    earlier = earlier_prints(uow, key)
    if earlier:
        sheet = read_hand_over_list(earlier[0])
        return DeskPaper(HAND_OVER, sheet, sheet.number, key, len(earlier))
    sheet = hand_over_list(numbered(HAND_OVER, uow), dossiers)
    return DeskPaper(HAND_OVER, sheet, sheet.number, key, 0, {"sheet": as_facts(sheet)})
