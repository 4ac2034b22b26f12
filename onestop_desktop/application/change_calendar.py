"""Change the working calendar: what would move is shown first, agreed to, then kept with an entry each."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.domain import calendar_errors, errors, officers
from onestop_desktop.domain.calendar import CalendarRows, WorkingCalendar
from onestop_desktop.domain.calendar_check import calendar_faults
from onestop_desktop.domain.deadline import Appointment
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.notice import NoticeRow, put_over, read_notice
from onestop_desktop.domain.text import hidden_character, nfc

LONGEST_REASON = 500
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ChangeCalendar:
    """The order: the whole calendar as it shall be, why, and the look (`agreed`) that was agreed to."""

    rows: CalendarRows
    reason: str
    officer: str
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """An open dossier whose due time moves, or is no longer provisional; its promise stays.

    `fault` where the new calendar gives it no due time.
    """

    row: DossierRow
    appointment: Appointment | None
    fault: errors.DeskError | None = None

    @property
    def due_moves(self) -> bool:
        """Whether the due time itself becomes another one."""
        before = read_moment(self.row.due_at)
        return self.appointment is None or self.appointment.due_at != before


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """What a change of the calendar would do: its faults, the dossiers it moves, a mark of all that."""

    faults: tuple[errors.DeskError, ...]
    moved: tuple[Moved, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class NoticeLook:
    """A notice read: its rows, (line, fault) of those that cannot stand, the calendar it changes."""

    rows: tuple[NoticeRow, ...]
    refused: tuple[tuple[int, errors.DeskError], ...]
    before: CalendarRows
    after: CalendarRows


def read_calendar(*, unit_of_work: OpenUnitOfWork) -> CalendarRows:
    """The rows of the calendar."""
    with unit_of_work() as uow:
        return uow.desk.calendar_rows()


def look_at_notice(text: str, *, unit_of_work: OpenUnitOfWork) -> NoticeLook:
    """Read a notice over the calendar as it stands; nothing is written (NoticeUnreadable)."""
    rows, refused = read_notice(text)
    with unit_of_work() as uow:
        before = uow.desk.calendar_rows()
    after = put_over(before, rows)
    lines = {row.on.isoformat(): row.line for row in rows}
    new_year = next((row.line for row in rows if row.on.year not in before.years), 0)
    told = tuple(
        (lines.get(str(fault.facts.get("on")), new_year), fault) for fault in calendar_faults(after)
    )
    seen = {line for line, _ in refused}
    faults = (*refused, *(each for each in told if each[0] not in seen))
    return NoticeLook(rows, faults, before, after)


def look_at_calendar(
    before: CalendarRows,
    after: CalendarRows,
    *,
    unit_of_work: OpenUnitOfWork,
    progress: Progress = go_on,
) -> CalendarLook:
    """What would happen; nothing is written.

    CalendarChanged where `before`, which `after` was made from, is no longer the calendar: what
    somebody else changed would be undone unseen. CalledOff.
    """
    faults = calendar_faults(after)
    if faults:
        return CalendarLook(faults, (), "")
    with unit_of_work() as uow:
        if uow.desk.calendar_rows() != before:
            raise calendar_errors.CalendarChanged
        moved = tuple(_moves(uow, after, progress))
    return CalendarLook((), moved, _mark(before, after, moved))


def change_calendar(
    order: ChangeCalendar, *, unit_of_work: OpenUnitOfWork, progress: Progress = go_on
) -> Changes:
    """Keep the calendar and move the due times agreed to, all or nothing.

    Refused: a fault of the rows, no reason; DueTimesMoved where other dossiers would move than
    those shown, CalendarChanged where somebody else changed it since the look; CalendarEnds where
    an open dossier's due time leaves the years; CalledOff.
    """
    officer = officers.may(order.officer, Step.CHANGE_CALENDAR)
    reason = _reason(order.reason)
    if faults := calendar_faults(order.rows):
        raise faults[0]
    with unit_of_work(write=True) as uow:
        before, now = uow.desk.calendar_rows(), uow.now()
        check_clock(now, uow.last_recorded())
        moved = tuple(_moves(uow, order.rows, progress))
        if fault := next((each.fault for each in moved if each.fault), None):
            raise fault
        agreed = order.agreed == _mark(before, order.rows, moved)
        if moved and not agreed:
            raise calendar_errors.DueTimesMoved(count=len(moved))
        if order.agreed and not agreed:
            raise calendar_errors.CalendarChanged
        changed = _differences(before, order.rows)
        if not moved and not any(any(kinds.values()) for kinds in changed.values()):
            return Changes.NONE
        facts = {"reason": reason, "moved": len(moved), **changed}
        uow.desk.keep_calendar(order.rows)
        uow.record(Entry(Step.CHANGE_CALENDAR, officer, now, now, facts=facts))
        for each in moved:
            _record_move(uow, each, officer, reason)
        uow.commit()
    return Changes.CALENDAR | (Changes.QUEUE if moved else Changes.NONE)


def recompute_due(code: str, reason: str, officer: str, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Reckon one open dossier's due time anew from its journal and keep it; NONE where it stands."""
    officer, reason = officers.may(officer, Step.RECOMPUTE), _reason(reason)
    with unit_of_work(write=True) as uow:
        check_clock(uow.now(), uow.last_recorded())
        moved = _move(uow, uow.dossiers.row(code), uow.desk.calendar())
        if moved is None:
            return Changes.NONE
        if moved.fault:
            raise moved.fault
        _record_move(uow, moved, officer, reason)
        uow.commit()
    return Changes.QUEUE | Changes.DOSSIER


def _record_move(uow: UnitOfWork, moved: Moved, officer: str, reason: str) -> None:
    dossier, now, appointment = uow.dossiers.get(moved.row.code), uow.now(), moved.appointment
    assert appointment is not None  # noqa: S101 - a fault was raised before
    facts = {
        "reason": reason,
        "before": moved.row.due_at,
        "due_at": write_moment(appointment.due_at),
        "provisional": appointment.provisional,
        "why": [as_facts(each) for each in appointment.why],
    }
    entry = uow.record(Entry(Step.RECOMPUTE, officer, now, now, dossier.code, facts=facts))
    uow.dossiers.keep(dossier.after(entry))


def _moves(uow: UnitOfWork, rows: CalendarRows, progress: Progress) -> Iterator[Moved]:
    """Every open dossier whose due time is another one on that calendar."""
    whole, calendar = uow.dossiers.open_count(), rows.working()
    for done, row in enumerate(_open_rows(uow), start=1):
        if done % 50 == 0 and not progress(done, whole):
            raise calendar_errors.CalledOff
        moved = _move(uow, row, calendar)
        if moved is not None:
            yield moved


def _move(uow: UnitOfWork, row: DossierRow, calendar: WorkingCalendar) -> Moved | None:
    """How one dossier moves on that calendar, None where it stands."""
    if State(row.state) is State.SETTLED:
        return None  # the first settlement counts, as it stood
    dossier = uow.dossiers.get(row.code)
    procedure = uow.catalogue.version(dossier.procedure_version)
    try:
        appointment = dossier.appointed(procedure, calendar, uow.desk.agency().clock_rules())
    except errors.DeskError as fault:
        return Moved(row, None, fault)
    stands = (read_moment(row.due_at), row.provisional)
    if (appointment.due_at, appointment.provisional) == stands:
        return None
    return Moved(row, appointment)


def _open_rows(uow: UnitOfWork) -> Iterator[DossierRow]:
    after = ""
    while True:
        page = uow.dossiers.queue(after, _AT_ONCE)
        yield from page.rows
        after = page.after
        if not after:
            return


def _mark(before: CalendarRows, rows: CalendarRows, moved: tuple[Moved, ...]) -> str:
    """Of the calendar as it was when it was looked at, as it shall be, and of what moves."""
    told = {
        "before": _plain(before),
        "rows": _plain(rows),
        "moved": [
            [each.row.code, write_moment(each.appointment.due_at) if each.appointment else ""]
            for each in moved
        ],
    }
    return hashlib.sha256(plain_text(told).encode()).hexdigest()


def _differences(before: CalendarRows, after: CalendarRows) -> dict[str, Any]:
    """What went and what came, for the entry."""
    old, new = _plain(before), _plain(after)
    gone = {name: [row for row in old[name] if row not in new[name]] for name in old}
    come = {name: [row for row in new[name] if row not in old[name]] for name in new}
    return {"gone": gone, "come": come}


def _plain(rows: CalendarRows) -> dict[str, list[str]]:
    return {
        "hours": [_words(as_facts(row)) for row in rows.hours],
        "days": [_words(as_facts(day)) for day in rows.days],
        "years": [
            _words({"year": year, **as_facts(notice)})
            for year, notice in sorted(rows.years.items())
        ],
    }


def _words(facts: dict[str, Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in facts.items())


def _reason(text: str) -> str:
    reason = nfc(text).strip()
    if not reason:
        raise errors.FieldMissing(field="reason")
    if len(reason) > LONGEST_REASON:
        raise errors.FieldTooLong(field="reason", most=LONGEST_REASON, length=len(reason))
    if hidden := hidden_character(reason):
        raise errors.HiddenCharacter(field="reason", character=hidden)
    return reason
