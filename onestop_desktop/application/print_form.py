"""Print a legal form of a dossier from its frozen facts; every print is an entry, every reprint is marked."""

import hashlib
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.pages import SlipRow
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.agency import read_agency
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notice_facts import control_slip, notice_entry, notice_of
from onestop_desktop.domain.notices import APOLOGY, CONTROL, REFUSAL, STOP, SUPPLEMENT, form_of
from onestop_desktop.domain.slips import RECEIPT, Receipt, read_receipt

SIZES = ("A4L", "A4", "A5", "K80")
_NOTICES = (SUPPLEMENT, REFUSAL, APOLOGY, STOP)


@dataclass(frozen=True, slots=True)
class PrintForm:
    """The order: which form of which dossier, on what paper; `provisional` is the officer's yes.

    `size` "" is the form's usual sheet.
    """

    code: str
    officer: str
    form: str = RECEIPT
    size: str = ""
    copies: int = 1
    provisional: bool = False
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What went to the printer: its bytes and the number of this print (0 the first one)."""

    pdf: bytes
    form: str
    copy: int
    changes: Changes = Changes.DOSSIER


@dataclass(frozen=True, slots=True)
class _Paper:
    """A form ready to be drawn: its frozen facts, its sheet, how often it came out before."""

    form: str
    facts: Any
    size: str
    prints: int
    told: dict[str, Any]
    slip: SlipRow | None = None


def print_form(
    order: PrintForm, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> Printed:
    """Record the print, then hand the PDF to the printer (PrinterFailed leaves the entry standing).

    The print is counted first: a page may have come out of a printer that failed on the next.
    FormUnknown, NoticeMissing, NoticeByPortal, ProvisionalNotAgreed, AgencyIncomplete.
    """
    officer = officers.may(order.officer, Step.PRINT)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        dossier = uow.dossiers.get(order.code)
        paper = _paper(order, uow, dossier, take=True)
        first = draw_form(paper.form, paper.facts, size=paper.size, reprint=0)
        digest = hashlib.sha256(first).hexdigest()
        facts = {
            **paper.told,
            "form": paper.form,
            "reprint": paper.prints,
            "size": paper.size,
            "sha256": digest,
            **_counted(uow, paper, digest),
            "printer": printer.name,
        }
        entry = Entry(Step.PRINT, officer, now, now, order.code, order.workstation, facts)
        uow.dossiers.keep(dossier.after(uow.record(entry)))
        uow.commit()
    copy = paper.prints
    pdf = draw_form(paper.form, paper.facts, size=paper.size, reprint=copy) if copy else first
    printer.send(pdf, order.code, order.copies)
    return Printed(pdf, order.form, copy)


def preview_form(order: PrintForm, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm) -> bytes:
    """Exactly the page that `print_form` would print next; nothing is recorded."""
    with unit_of_work() as uow:
        paper = _paper(order, uow, uow.dossiers.get(order.code), take=False)
    return draw_form(paper.form, paper.facts, size=paper.size, reprint=paper.prints)


def _counted(uow: UnitOfWork, paper: _Paper, digest: str) -> dict[str, Any]:
    """Count a slip's print in its row; the first one's digest stays there."""
    if paper.slip is None:
        return {}
    usual = paper.size == "A4L"
    uow.slips.note_print(paper.slip.id, digest if usual else "")
    otherwise = usual and paper.slip.sha256 not in ("", digest)
    return {"drawn_otherwise": True} if otherwise else {}


def _paper(order: PrintForm, uow: UnitOfWork, dossier: Dossier, *, take: bool) -> _Paper:
    if order.size not in ("", *SIZES):
        raise errors.ChoiceUnknown(field="size", value=order.size, choices=list(SIZES))
    if not 1 <= order.copies <= 9:
        raise errors.NumberOutOfRange(field="copies", least=1, most=9, value=order.copies)
    form = form_of(order.form, uow.desk.profile())
    if form == RECEIPT:
        slip = uow.slips.of_dossier(order.code)
        receipt = _printable(order, slip)
        told = {"slip": slip.id}
        return _Paper(RECEIPT, receipt, order.size or "A4L", slip.prints, told, slip)
    if form in _NOTICES:
        entry = notice_entry(dossier, form)
        told = {"notice": entry.sequence}
        prints = _prints(dossier, form, told)
        return _Paper(form, notice_of(dossier, entry), _sheet(order.size), len(prints), told)
    if form == CONTROL:
        return _control(order, uow, dossier, take=take)
    raise errors.FormUnknown(form=order.form)


def _control(order: PrintForm, uow: UnitOfWork, dossier: Dossier, *, take: bool) -> _Paper:
    """Form 06 as the journal has it now, under the number of its first print."""
    earlier = _prints(dossier, CONTROL, {})
    head = earlier[0].facts["head"] if earlier else numbered(CONTROL, uow, take=take)
    facts = control_slip(dossier, head, order.officer, write_moment(uow.now()))
    return _Paper(CONTROL, facts, _sheet(order.size), 0, {"head": head})


def _prints(dossier: Dossier, form: str, told: dict[str, Any]) -> list[Entry]:
    return [
        each
        for each in dossier.entries
        if each.step is Step.PRINT
        and each.facts["form"] == form
        and told.items() <= each.facts.items()
    ]


def _sheet(size: str) -> str:
    return "A5" if size == "A5" else "A4"


def _printable(order: PrintForm, slip: SlipRow) -> Receipt:
    receipt = read_receipt(slip.facts)
    read_agency(receipt.agency).require_complete()
    if receipt.provisional and not order.provisional:
        raise errors.ProvisionalNotAgreed(code=order.code)
    return receipt
