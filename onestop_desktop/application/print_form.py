"""Print a legal form of a dossier from its frozen facts; every print is an entry, every reprint is marked."""

import hashlib
from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.pages import SlipRow
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.agency import read_agency
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.slips import RECEIPT, Receipt, read_receipt

SIZES = ("A4L", "A4", "A5")


@dataclass(frozen=True, slots=True)
class PrintForm:
    """The order: which form of which dossier, on what paper; `provisional` is the officer's yes."""

    code: str
    officer: str
    form: str = RECEIPT
    size: str = "A4L"
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


def print_form(
    order: PrintForm, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> Printed:
    """Record the print, then hand the PDF to the printer (PrinterFailed leaves the entry standing).

    The print is counted first: a page may have come out of a printer that failed on the next.
    """
    officer = officers.may(order.officer, Step.PRINT)
    with unit_of_work(write=True) as uow:
        dossier = uow.dossiers.get(order.code)
        slip = uow.slips.of_dossier(order.code)
        receipt = _printable(order, slip)
        first = draw_form(RECEIPT, receipt, size=order.size, reprint=0)
        digest = hashlib.sha256(first).hexdigest()
        copy = uow.slips.note_print(slip.id, digest if order.size == "A4L" else "") - 1
        facts = {"form": order.form, "reprint": copy, "size": order.size, "sha256": digest}
        if order.size == "A4L" and slip.sha256 not in ("", digest):
            facts["drawn_otherwise"] = True
        now = uow.now()
        check_clock(now, uow.last_recorded())
        entry = Entry(
            Step.PRINT,
            officer,
            now,
            now,
            order.code,
            order.workstation,
            {**facts, "printer": printer.name},
        )
        uow.dossiers.keep(dossier.after(uow.record(entry)))
        uow.commit()
    pdf = draw_form(RECEIPT, receipt, size=order.size, reprint=copy) if copy else first
    printer.send(pdf, order.code, order.copies)
    return Printed(pdf, order.form, copy)


def preview_form(order: PrintForm, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm) -> bytes:
    """Exactly the page that `print_form` would print next; nothing is recorded."""
    with unit_of_work() as uow:
        slip = uow.slips.of_dossier(order.code)
    return draw_form(RECEIPT, _printable(order, slip), size=order.size, reprint=slip.prints)


def _printable(order: PrintForm, slip: SlipRow) -> Receipt:
    if order.form != RECEIPT:
        raise errors.FormUnknown(form=order.form)
    if order.size not in SIZES:
        raise errors.ChoiceUnknown(field="size", value=order.size, choices=list(SIZES))
    if not 1 <= order.copies <= 9:
        raise errors.NumberOutOfRange(field="copies", least=1, most=9, value=order.copies)
    receipt = read_receipt(slip.facts)
    read_agency(receipt.agency).require_complete()
    if receipt.provisional and not order.provisional:
        raise errors.ProvisionalNotAgreed(code=order.code)
    return receipt
