"""A step itself, inside somebody's transaction: looked at, on record, its row kept."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.numbering import book_number, numbered
from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.accounts import account_of
from onestop_desktop.domain.books import Book, Certificate, papers_of, write_certificate
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lifecycle import NOTES, RULES, Role, State, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notice_facts import form_made
from onestop_desktop.domain.notices import number_of
from onestop_desktop.domain.steps import Desk, require_as_seen, step_facts

TAKEN = tuple(
    step for step in RULES if step not in (*NOTES, Step.ERASE, Step.RECOMPUTE, Step.CORRECT)
)
"""The steps taken here; the others have use cases of their own, whose entries say more."""
TAKEN_BACK = "Hoàn tác"
"""Why a number is spoilt where whoever took the step back gave no reason."""
_RECKONED = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN)
"""Steps after which the due time is another one (convention 10)."""


@dataclass(frozen=True, slots=True)
class TakeStep:
    """The order: which step of which dossier, its facts as plain values, and who takes it.

    `role` None asks the officer's account; without one the table's roles are not asked. `seen` is
    the last entry of the dossier's way the officer looked at (0: whatever it is now).
    """

    code: str
    step: Step
    facts: Mapping[str, Any]
    officer: str
    workstation: str = ""
    role: Role | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The dossier after the step, and the number of the form the step made ("" for none)."""

    dossier: Dossier
    entry: Entry
    form: str = ""
    changes: Changes = Changes.QUEUE | Changes.DOSSIER


def take_once(
    order: TakeStep, uow: UnitOfWork, beside: Mapping[str, Any] | None = None
) -> StepTaken:
    """Take it; `beside` joins the facts its entry keeps."""
    if order.step not in TAKEN:
        choices = [step.value for step in TAKEN]
        raise errors.ChoiceUnknown(field="step", value=order.step.value, choices=choices)
    officers.may(order.officer, order.step)
    check_clock(uow.now(), uow.last_recorded())
    taken = step_on(uow.dossiers.get(order.code), order, uow, beside)
    uow.dossiers.keep(taken.dossier)
    return taken


def step_on(
    dossier: Dossier, order: TakeStep, uow: UnitOfWork, beside: Mapping[str, Any] | None = None
) -> StepTaken:
    """The same with a dossier this transaction holds already; whoever asks keeps its row afterwards."""
    officer = officers.may(order.officer, order.step)
    now = uow.now()
    require_as_seen(dossier, order.seen)
    delegations = uow.delegations.of(officer) if order.step is Step.SETTLE else ()
    role = order.role or role_of(uow, officer)
    desk = Desk(officer, now, uow.desk.calendar(), delegations, role)
    facts = step_facts(dossier, order.step, order.facts, desk)
    facts |= _reckoned(dossier, order.step, facts, desk, uow)
    form = form_made(dossier, order.step)
    if form:
        facts["head"] = numbered(form, uow)
    facts |= beside or {}
    certificates = _certificates(uow, dossier) if order.step is Step.SETTLE else ()
    if certificates:
        facts["certificates"] = [write_certificate(each) for each in certificates]
        facts["result_no"] = facts["result_no"] or ", ".join(each.written for each in certificates)
    if spoilt := _taken_back(dossier, order.step, facts):
        facts["spoils"] = spoilt
        _spoil(uow, spoilt, facts.get("reason") or TAKEN_BACK)
    entry = Entry(order.step, officer, now, now, dossier.code, order.workstation, facts)
    entry = uow.record(entry)
    after = dossier.after(entry)
    if certificates:
        uow.books.add(certificates, after, facts["signed_by"])
    return StepTaken(after, entry, number_of(form, uow.desk.profile()))


def role_of(uow: UnitOfWork, officer: str) -> Role | None:
    """The role of a person's account, None for who has none."""
    account = account_of(uow.accounts.all(), officer)
    return account.role if account else None


def _certificates(uow: UnitOfWork, dossier: Dossier) -> tuple[Certificate, ...]:
    """A number for each kind of paper, wherever a certification is settled (Decree 23/2015 Art. 13)."""
    book = uow.books.kinds().get(dossier.procedure)
    if book is None:
        return ()
    return tuple(book_number(uow, Book(book), paper) for paper in papers_of(dossier))


def _taken_back(dossier: Dossier, step: Step, facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The numbers of a settlement that this step takes back, "send back" and "undo" alike.

    SettleAgain where a sending back is undone that spoilt some: its settlement cannot stand again.
    """
    if step is Step.SEND_BACK and dossier.settlement is not None:
        return list(dossier.settlement.facts.get("certificates", ()))
    if step is not Step.UNDO:
        return []
    undone = next(each for each in dossier.entries if each.sequence == facts["undoes"])
    if undone.facts.get("spoils"):
        raise step_errors.SettleAgain(code=dossier.code)
    return list(undone.facts.get("certificates", ()))


def _spoil(uow: UnitOfWork, certificates: list[dict[str, Any]], reason: str) -> None:
    """They keep their places, spoilt (BookClosed); one spoilt by hand keeps its own reason."""
    for told in certificates:
        book, year = Book(told["book"]), told["year"]
        if uow.books.volume(book, year).closed:
            raise step_errors.BookClosed(book=book.value, year=year)
        with suppress(step_errors.NumberSpoilt):
            uow.books.spoil(book, year, told["number"], reason)


def _reckoned(
    dossier: Dossier, step: Step, facts: Mapping[str, Any], desk: Desk, uow: UnitOfWork
) -> dict[str, Any]:
    """The due time after a step that moves it, reckoned from the journal as it will stand.

    A pause or a longer term never makes it earlier, whatever the desk's rules are by now.
    """
    reopens = step is Step.SEND_BACK and dossier.state is State.SETTLED
    if step not in _RECKONED and not reopens:
        return {}
    will = dossier.after(Entry(step, desk.officer, desk.now, desk.now, dossier.code, facts=facts))
    procedure = uow.catalogue.version(dossier.procedure_version)
    found = will.appointed(procedure, desk.calendar, uow.desk.agency().clock_rules())
    if found.due_at < dossier.due_at and not reopens:
        return {}
    return {
        "before": write_moment(dossier.due_at),
        "due_at": write_moment(found.due_at),
        "provisional": found.provisional,
        "why": [as_facts(reason) for reason in found.why],
    }
