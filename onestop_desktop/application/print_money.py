"""The money's papers: the month's statement for the treasury, the record of cash handed over."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.desk_papers import DeskPaper, Prints, next_head
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain import step_errors
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import day_words, write_moment
from onestop_desktop.domain.money import handed_of, statement_of
from onestop_desktop.domain.money_facts import CASH, STATEMENT, cash_record, statement_facts
from onestop_desktop.domain.periods import a_month
from onestop_desktop.domain.text import nfc


@dataclass(frozen=True, slots=True)
class PrintStatement:
    """The order: which month's statement."""

    year: int
    month: int
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class PrintCash:
    """The order: the record of which hand-over, by its entry in the journal."""

    entry: int
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class MoneyPrinted:
    """The paper, its number, and the number of this print (0 the first one)."""

    pdf: bytes
    number: int
    copy: int
    changes: Changes = Changes.NONE


def print_statement(
    order: PrintStatement, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> MoneyPrinted:
    """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing).

    Circular 226/2016 Art. 6: due by the 5th of the next month. Refused: NumberOutOfRange,
    DayInFuture for a month to come, AgencyIncomplete.
    """
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _statement(uow, order), printer)
    return MoneyPrinted(pdf, paper.number, paper.prints)


def preview_statement(
    order: PrintStatement, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm
) -> bytes:
    """Exactly the pages that `print_statement` would print next; nothing is recorded."""
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    return prints.preview(lambda uow: _statement(uow, order))


def print_cash(
    order: PrintCash, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm, printer: Printer
) -> MoneyPrinted:
    """Record the print, then hand it to the printer (CashUnknown, AgencyIncomplete, PrinterFailed)."""
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    pdf, paper = prints.send(lambda uow: _cash(uow, order), printer)
    return MoneyPrinted(pdf, paper.number, paper.prints)


def preview_cash(order: PrintCash, *, unit_of_work: OpenUnitOfWork, draw_form: DrawForm) -> bytes:
    """Exactly the page that `print_cash` would print next; nothing is recorded."""
    prints = Prints(unit_of_work, draw_form, order.officer, order.workstation)
    return prints.preview(lambda uow: _cash(uow, order))


def _statement(uow: UnitOfWork, order: PrintStatement) -> DeskPaper:
    first, last = a_month(order.year, order.month)
    if first > uow.now().date():
        raise step_errors.DayInFuture(day=day_words(first))
    until = min(last, uow.now().date())
    statement = statement_of(first, until, uow.money.between(first, until))
    # With other figures it is another statement, with a number of its own.
    months = {"year": order.year, "month": order.month}
    key = {**months, "receipts": list(statement.receipts), "total": statement.total}
    head, prints = next_head(uow, STATEMENT, key)
    facts = statement_facts(statement, head, write_moment(uow.now()), nfc(order.officer))
    return DeskPaper(STATEMENT, facts, head["number"], key, prints)


def _cash(uow: UnitOfWork, order: PrintCash) -> DeskPaper:
    made = [e for e in uow.desk_entries(Step.HAND_CASH) if e.sequence == order.entry]
    if not made:
        raise step_errors.CashUnknown(entry=order.entry)
    key = {"handed": order.entry}
    head, prints = next_head(uow, CASH, key)
    return DeskPaper(CASH, cash_record(handed_of(made[0]), head), head["number"], key, prints)
