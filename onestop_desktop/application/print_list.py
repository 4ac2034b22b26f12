"""Print the one sheet of a pile that was handed over: numbered, on record, its dossiers in their order."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.domain import officers
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notices import HAND_OVER, HandOverList, ListedDossier


@dataclass(frozen=True, slots=True)
class PrintList:
    """The order: the codes handed over together, to whom; by whom."""

    codes: tuple[str, ...]
    to: str
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class ListPrinted:
    """The sheet and its number."""

    pdf: bytes
    number: int
    changes: Changes = Changes.NONE


def print_list(
    order: PrintList, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> ListPrinted:
    """Record the sheet, then hand it to the printer (DossierUnknown, AgencyIncomplete, PrinterFailed).

    Where all are settled it is the list of results.
    """
    officer = officers.may(order.officer, Step.PRINT)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossiers = [uow.dossiers.get(code) for code in order.codes]
        head = numbered(HAND_OVER, uow)
        facts = {
            "form": HAND_OVER,
            "number": head["number"],
            "codes": list(order.codes),
            "to": order.to,
            "printer": printer.name,
        }
        uow.record(Entry(Step.PRINT, officer, now, now, workstation=order.workstation, facts=facts))
        uow.commit()
    sheet = HandOverList(
        profile=head["profile"],
        agency=head["agency"],
        number=head["number"],
        on=write_moment(now),
        giver=officer,
        receiver=order.to,
        results=all(dossier.state is State.SETTLED for dossier in dossiers),
        dossiers=tuple(_listed(dossier) for dossier in dossiers),
    )
    pdf = draw_form(HAND_OVER, sheet)
    printer.send(pdf, f"{HAND_OVER} {head['number']}", 1)
    return ListPrinted(pdf, head["number"])


def _listed(dossier: Dossier) -> ListedDossier:
    settlement = dossier.settlement.facts if dossier.settlement else {}
    notes = (settlement.get("result_no", ""), dossier.shelf)
    return ListedDossier(
        code=dossier.code,
        applicant=dossier.applicant.name,
        address=dossier.applicant.address,
        procedure=dossier.procedure_name,
        papers=len(dossier.facts["paper_lines"]),
        note=", ".join(note for note in notes if note),
    )
