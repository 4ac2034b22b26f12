"""*Kết thúc ngày*: what the day leaves open, the closing on record with its figures; its seal looked at."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.closings import closing_of, day_of, last_of, seal_at
from onestop_desktop.application.desk_papers import DeskPaper, Prints, earlier_prints
from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.pages import DossierRow, ParkedRow
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.application.pressing import OpenNow, Pressing, open_now
from onestop_desktop.application.tills import cash_of
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.books import Certified
from onestop_desktop.domain.day_sheet import (
    DAY_SHEET,
    BookLine,
    DayMoney,
    DaySheet,
    SealedSheet,
    SheetLine,
    read_day_sheet,
)
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.figures import Figures
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at, local, read_moment, write_moment
from onestop_desktop.domain.money import CashDay
from onestop_desktop.domain.step_errors import DayUnaccounted

LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The order: by whom; `reason` where dossiers are not accounted for."""

    officer: str
    reason: str = ""
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class DayLook:
    """What a closing would find: figures, what is open, money, papers never printed, receptions parked.

    `unaccounted` are overdue or due today without an apology: tomorrow they are late.
    """

    day: date
    figures: Figures
    year: Figures
    open: int
    now: OpenNow
    tomorrow: tuple[DossierRow, ...]
    cash: CashDay
    books: tuple[BookLine, ...]
    unprinted: tuple[DossierRow, ...]
    parked: tuple[ParkedRow, ...]
    closed_at: datetime | None

    @property
    def to_return(self) -> tuple[DossierRow, ...]:
        """Results not yet marked as returned: handed over already or waiting for the citizen."""
        return tuple(self.now.waiting.get("to_fetch", ()))

    @property
    def unaccounted(self) -> tuple[Pressing, ...]:
        """What is due by today, runs, and has no apology."""
        return (*self.now.late, *self.now.soon, *self.now.today)


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The sheet with its seal."""

    sealed: SealedSheet
    changes: Changes = Changes.NONE


def look_at_day(*, unit_of_work: OpenUnitOfWork) -> DayLook:
    """What closing today would find; nothing is written."""
    with unit_of_work() as uow:
        return _look(uow)


def close_day(order: CloseDay, *, unit_of_work: OpenUnitOfWork) -> DayClosed:
    """Close today on record (DayUnaccounted without a reason, AgencyIncomplete); again where more was done."""
    officer = officers.may(order.officer, Step.CLOSE_DAY)
    reason = _text(order.reason)
    with unit_of_work(write=True) as uow:
        now = uow.now()
        check_clock(now, uow.last_recorded())
        look = _look(uow)
        count = len(look.unaccounted) + len(look.parked)
        if count and not reason:
            raise DayUnaccounted(field="reason", count=count)
        sheet = _sheet(uow, look, officer, reason, numbered(DAY_SHEET, uow))
        facts = as_facts(sheet) | _sealed_before(uow)
        entry = Entry(Step.CLOSE_DAY, officer, now, now, "", order.workstation, facts)
        recorded = uow.record(entry)
        seal = seal_at(uow, look.day, recorded.sequence)
        uow.commit()
    return DayClosed(SealedSheet(sheet, seal))


def _sealed_before(uow: UnitOfWork) -> dict[str, str]:
    """The seal of the closing before, for `verify` to hold the chain against; none at the first."""
    closings = uow.desk_entries(Step.CLOSE_DAY)
    if not closings:
        return {}
    last = closings[-1]
    return {"seal_before": seal_at(uow, day_of(last), last.sequence).code}


def print_sheet(
    day: date,
    officer: str,
    workstation: str,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_form: DrawForm,
    printer: Printer,
) -> int:
    """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing).

    Gives the number of this print, 0 the first one.
    """
    prints = Prints(unit_of_work, draw_form, officer, workstation)
    _pdf, paper = prints.send(lambda uow: _paper(uow, day), printer)
    return paper.prints


def _paper(uow: UnitOfWork, day: date) -> DeskPaper:
    sealed = sealed_sheet(uow, day)
    key = {"form": DAY_SHEET, "day": day.isoformat(), "seal": sealed.seal.code}
    number = sealed.sheet.head["number"]
    return DeskPaper(DAY_SHEET, sealed, number, key, len(earlier_prints(uow, key)))


def read_sheet(day: date, *, unit_of_work: OpenUnitOfWork) -> SealedSheet:
    """The sheet of a day's newest closing; of a day not closed the same without a number.

    Refused: DayInFuture, NothingOnRecord for a day of which nothing is on record.
    """
    with unit_of_work() as uow:
        return sealed_sheet(uow, day)


def sealed_sheet(uow: UnitOfWork, day: date) -> SealedSheet:
    """The same inside somebody's transaction."""
    closing = closing_of(uow, day)
    if closing is not None:
        return SealedSheet(read_day_sheet(closing.facts), seal_at(uow, day, closing.sequence))
    seal = seal_at(uow, day, last_of(uow, day))
    head = numbered(DAY_SHEET, uow, take=False)
    return SealedSheet(_sheet(uow, _look(uow, day), "", "", head), seal)


def _look(uow: UnitOfWork, day: date | None = None) -> DayLook:
    """Today, or an earlier day as it ended."""
    now = local(uow.now())
    today, calendar = now.date(), uow.desk.calendar()
    past, day = day is not None and day < today, day or today
    left = uow.figures.left_at(day)
    moment = at(day, time(23, 59)) if past else now
    found = open_now(left if past else uow.figures.open_rows(), moment, calendar)
    pressing = {each.row.code for each in (*found.overdue, *found.paused)}
    following = calendar.next_working(day) if calendar.covers(day + timedelta(1)) else day
    tomorrow = tuple(
        row
        for row in left
        if row.code not in pressing and local(read_moment(row.due_at)).date() <= following
    )
    closing = closing_of(uow, day)
    return DayLook(
        day,
        uow.figures.total(day, day),
        uow.figures.total(day.replace(month=1, day=1), day),
        len(left),
        found,
        tomorrow,
        cash_of(uow, day),
        book_lines(uow.books.of_day(day)),
        () if past else uow.figures.unprinted(),
        () if past else uow.desk.parked(),
        closing.recorded_at if closing else None,
    )


def _sheet(
    uow: UnitOfWork, look: DayLook, officer: str, reason: str, head: dict[str, Any]
) -> DaySheet:
    figures, cash = look.figures, look.cash
    receipts = [each.number for each in cash.payments if not each.is_refund]
    money = DayMoney(
        cash.before,
        cash.taken,
        cash.transfer,
        cash.given_back,
        sum(each.amount for each in cash.handed),
        cash.held,
        min(receipts, default=0),
        max(receipts, default=0),
    )
    waiting = sorted(look.now.waiting.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return DaySheet(
        head=head,
        day=look.day.isoformat(),
        closed_at=write_moment(uow.now()),
        officer=officer,
        figures=asdict(figures),
        year=asdict(look.year),
        goal=float(uow.desk.agency().on_time_goal),
        carried=look.open - figures.received + figures.settled + figures.not_counted,
        open=look.open,
        late=tuple(_line(each.row) for each in look.now.overdue),
        tomorrow=tuple(_line(row) for row in look.tomorrow),
        waiting=tuple((name, len(rows)) for name, rows in waiting),
        money=money,
        books=look.books,
        unprinted=len(look.unprinted),
        parked=len(look.parked),
        reason=reason,
    )


def book_lines(certified: Iterable[Certified]) -> tuple[BookLine, ...]:
    """The numbers of a day by book and volume, from lines in the order of book and number."""
    lines = []
    for (book, volume), group in groupby(
        certified, key=lambda each: (each.certificate.book.value, each.certificate.volume)
    ):
        some = list(group)
        numbers = [each.certificate.number for each in some]
        spoilt = sum(bool(each.spoilt) for each in some)
        lines.append(BookLine(book, volume, min(numbers), max(numbers), len(some), spoilt))
    return tuple(lines)


def _line(row: DossierRow) -> SheetLine:
    return SheetLine(row.code, row.procedure_name, row.applicant, row.due_at)


def _text(reason: str) -> str:
    faults: list[errors.DeskError] = []
    kept = Fields({"reason": reason}, ("reason",), "", faults).text(
        "reason", LONGEST_REASON, lines=True
    )
    raise_faults(faults)
    return kept
