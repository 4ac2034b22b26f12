"""Print the one sheet of a pile that was handed over: numbered, frozen, each print on record."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import Step
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
    officer = officers.may(order.officer, Step.PRINT)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossiers = [uow.dossiers.get(code) for code in dict.fromkeys(order.codes)]
        pile = sorted(last_hand_over(dossier).sequence for dossier in dossiers)
        earlier = [e for e in uow.desk_entries(Step.PRINT) if e.facts.get("pile") == pile]
        facts = {"form": HAND_OVER, "pile": pile, "reprint": len(earlier), "printer": printer.name}
        if earlier:
            sheet = read_hand_over_list(earlier[0])
        else:
            sheet = hand_over_list(numbered(HAND_OVER, uow), dossiers)
            facts["sheet"] = as_facts(sheet)
        uow.record(Entry(Step.PRINT, officer, now, now, workstation=order.workstation, facts=facts))
        uow.commit()
    pdf = draw_form(HAND_OVER, sheet, reprint=len(earlier))
    printer.send(pdf, f"{HAND_OVER} {sheet.number}", 1)
    return ListPrinted(pdf, sheet.number, len(earlier))
