"""The legal clock: from term, reception and calendar to the appointment and its reasons.

The rules are the numbered conventions of `resources/calendar/README.md`; nothing here knows stores
or screens.
"""

import calendar as months
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.errors import NoLongerTerm
from onestop_desktop.domain.moments import at, local, write_moment
from onestop_desktop.domain.terms import Term, TermKind

SOONEST_PROMISE = timedelta(minutes=15)
HALF_DAY = timedelta(hours=4)


class DayRule(StrEnum):
    """Convention 6: how a term in working days ends."""

    CLOSE_OF_DAY = "close of day"
    SAME_CLOCK_TIME = "same clock time"


@dataclass(frozen=True, slots=True)
class ClockRules:
    """The desk's settings of the clock: the cut-off, the collect-by hour, the rule of days."""

    cutoff: time = time(15, 0)
    collect_by: time = time(16, 30)
    day_rule: DayRule = DayRule.CLOSE_OF_DAY


@dataclass(frozen=True, slots=True)
class TermRules:
    """What one procedure says: its legal term, the commune's shorter target, its 15:00 switches,
    and the longer legal term where something must be verified.
    """

    term: Term
    target: Term | None = None
    due_cutoff: bool = True
    start_cutoff: bool = False
    verified: Term | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still in [begins, ends): waiting for papers or for a payment."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reckoning, as data: a code and plain facts (moments as ISO text)."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the law gives (`due_at`), what the slip says (`promised_at`), and why."""

    received_at: datetime
    due_at: datetime
    promised_at: datetime
    provisional: bool
    why: tuple[Reason, ...]


def appoint(
    rules: TermRules,
    received_at: datetime,
    calendar: WorkingCalendar,
    clock: ClockRules,
    *,
    pauses: tuple[Pause, ...] = (),
    lengthened: bool = False,
) -> Appointment:
    """The appointment for a dossier validly received at that moment.

    `pauses` are those that have ended; `lengthened` takes the procedure's longer legal term
    (NoLongerTerm). Raises CalendarEnds where the reckoning leaves the calendar's years.
    """
    received_at = local(received_at)
    in_order = sorted(pauses, key=lambda pause: pause.begins)
    reckoning = _Reckoning(calendar, clock, tuple(in_order))
    legal = rules.verified if lengthened else rules.term
    if legal is None:
        raise NoLongerTerm(field="procedure")
    due_at, why = reckoning.due(legal, rules, received_at)
    promised_at, promise = reckoning.promise(rules, received_at, due_at)
    open_years = _unconfirmed(received_at.date(), due_at.date(), calendar)
    if lengthened:
        why = (Reason("lengthened", {"term": str(legal)}), *why)
    if open_years:
        why = (*why, Reason("provisional", {"years": open_years}))
    if promise is not None:
        why = (*why, promise)
    return Appointment(received_at, due_at, promised_at, bool(open_years), why)


def is_target_later(rules: TermRules, calendar: WorkingCalendar, day: date) -> bool:
    """Whether a service target would fall after the legal term for a dossier of that day's opening."""
    reckoning = _Reckoning(calendar, ClockRules())
    start = calendar.next_counting(at(day, time(0)))
    due, _ = reckoning.due(rules.term, rules, start)
    return reckoning.due(rules.target or rules.term, rules, start)[0] > due


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """The calendar, the desk's settings and the pauses that one reckoning goes by."""

    calendar: WorkingCalendar
    clock: ClockRules
    pauses: tuple[Pause, ...] = ()

    def due(
        self, term: Term, rules: TermRules, received_at: datetime
    ) -> tuple[datetime, tuple[Reason, ...]]:
        """The due time and how it came about."""
        start, why = self._start(rules, received_at)
        due_at, counted, since = self._count(term, rules, start)
        paused = tuple(
            Reason("paused", {"from": write_moment(pause.begins), "to": write_moment(pause.ends)})
            for pause in self.pauses
            if pause.begins < due_at and pause.ends > start
        )
        return due_at, (*why, counted, *paused, *self._skipped(since, start, due_at))

    def promise(
        self, rules: TermRules, received_at: datetime, due_at: datetime
    ) -> tuple[datetime, Reason | None]:
        """Convention 9: target, else collect-by hour, else due time; the first the citizen can keep."""
        wanted = [("promised_collect_by", at(due_at.date(), self.clock.collect_by))]
        if rules.target is not None:
            target, _ = self.due(rules.target, rules, received_at)
            wanted.insert(0, ("promised_target", target))
        for code, moment in wanted:
            soonest = received_at + SOONEST_PROMISE
            if soonest < moment <= due_at and self.calendar.is_open(moment):
                told = Reason(code, {"promised": write_moment(moment)})
                return moment, told if moment != due_at else None
        return due_at, None

    def _start(
        self, rules: TermRules, received_at: datetime
    ) -> tuple[datetime, tuple[Reason, ...]]:
        """Convention 3: where the clock starts."""
        calendar, cutoff, day = self.calendar, self.clock.cutoff, received_at.date()
        late = rules.start_cutoff and calendar.is_working(day) and received_at > at(day, cutoff)
        after = at(calendar.next_working(day), time(0)) if late else received_at
        start = calendar.next_counting(after)
        if start == received_at:
            return start, ()
        facts = {"from": write_moment(received_at), "to": write_moment(start)}
        if late:
            return start, (Reason("start_after_cutoff", facts | {"cutoff": f"{cutoff:%H:%M}"}),)
        named = {"day": day.isoformat(), "name": calendar.name_of(day)}
        return start, (Reason(_cause(received_at, start, calendar), facts | named),)

    def _count(
        self, term: Term, rules: TermRules, start: datetime
    ) -> tuple[datetime, Reason, date]:
        """The due time, how it was counted, and from which day on days off do not count."""
        since = start.date()
        match term.kind:
            case TermKind.AT_ONCE:
                due = self._close_after(start, 0)
                return due, Reason("at_once", {"due": write_moment(due)}), since
            case TermKind.SAME_DAY:
                return *self._same_day(rules, start), since
            case TermKind.WORKING_HOURS:
                due = self._after_minutes(start, timedelta(hours=term.whole))
            case TermKind.WORKING_DAYS:
                due = self._after_working_days(term, start)
            case TermKind.CALENDAR_DAYS | TermKind.MONTHS:
                since = self._date_after(since, _dates(term, since))
                # Convention 7 (Civil Code Art. 148): a last day that is off moves to the next one.
                worked = self.calendar.working_on_or_after(since)
                due = self._close_after(at(worked, time(0)), 0)
        facts = {"count": term.count, "start": write_moment(start), "due": write_moment(due)}
        half = term.has_half and not term.whole
        code = "counted_half_day" if half else f"counted_{term.kind.name.lower()}"
        return due, Reason(code, facts), since

    def _same_day(self, rules: TermRules, start: datetime) -> tuple[datetime, Reason]:
        """Convention 4: 15:00:00 exactly is not after 15:00."""
        after = rules.due_cutoff and start > at(start.date(), self.clock.cutoff)
        due = self._close_after(start, int(after))
        facts = {"cutoff": f"{self.clock.cutoff:%H:%M}", "due": write_moment(due)}
        return due, Reason("same_day_after_cutoff" if after else "same_day", facts)

    def _after_minutes(self, start: datetime, left: timedelta) -> datetime:
        """Convention 5: an end at a closing is due at that closing; nothing runs in a pause."""
        day = start.date()
        while True:
            for stretch in self.calendar.counting(day):
                for begin, end in self._running(max(start, stretch.start), stretch.end):
                    if begin + left <= end:
                        return begin + left
                    left -= end - begin
            day += timedelta(1)

    def _running(self, begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
        """The parts of a stretch that no pause covers."""
        parts = [(begin, end)] if begin < end else []
        for pause in self.pauses:
            parts = [
                part
                for first, last in parts
                for part in ((first, min(last, pause.begins)), (max(first, pause.ends), last))
                if part[0] < part[1]
            ]
        return parts

    def _after_working_days(self, term: Term, start: datetime) -> datetime:
        """Convention 6: the day of the start is not counted; half a day is 4 working hours more."""
        due = start
        if term.whole and self.clock.day_rule is DayRule.SAME_CLOCK_TIME:
            begun = self._running_from(start)
            day = self._day_after(begun, term.whole)
            due = self._running_from(self.calendar.next_counting(at(day, begun.time())))
        elif term.whole:
            due = self._close_after(start, term.whole)
        return self._after_minutes(due, HALF_DAY) if term.has_half else due

    def _day_after(self, start: datetime, count: int) -> date:
        """Convention 8: a day counts when the clock runs at its opening."""
        day, begun = start.date(), 0
        while begun < count:
            day = self.calendar.next_working(day)
            opening = self.calendar.counting(day)[0].start
            begun += not any(pause.begins <= opening < pause.ends for pause in self.pauses)
        return day

    def _close_after(self, start: datetime, count: int) -> datetime:
        """The close of the count-th working day; one that falls into a pause waits for the next."""
        day = self._day_after(start, count)
        while self._stopped_before(end := self.calendar.close_of(day)):
            day = self.calendar.next_working(day)
        return end

    def _stopped_before(self, end: datetime) -> bool:
        return any(pause.begins < end <= pause.ends for pause in self.pauses)

    def _running_from(self, moment: datetime) -> datetime:
        """The moment itself, or the next one that is worked and in no pause."""
        for pause in self.pauses:
            if pause.begins <= moment < pause.ends:
                moment = self.calendar.next_counting(pause.ends)
        return moment

    def _date_after(self, day: date, count: int) -> date:
        """Convention 8: so many midnights on that no pause covers."""
        if not self.pauses:
            return day + timedelta(count)
        begun = 0
        while begun < count:
            day += timedelta(1)
            midnight = at(day, time(0))
            begun += not any(pause.begins <= midnight < pause.ends for pause in self.pauses)
        return day

    def _skipped(self, since: date, start: datetime, due_at: datetime) -> tuple[Reason, ...]:
        off = self.calendar.off_days_between(since, due_at.date())
        code = "days_skipped" if since == start.date() else "last_day_off"
        days = [{"on": day.isoformat(), "name": name} for day, name in off]
        return (Reason(code, {"days": days}),) if days else ()


def _cause(received_at: datetime, start: datetime, calendar: WorkingCalendar) -> str:
    if not calendar.is_working(received_at.date()):
        return "received_on_day_off"
    if start.date() > received_at.date():
        return "received_after_close"
    opening = calendar.counting(received_at.date())[0].start
    return "received_before_opening" if start == opening else "received_at_lunch"


def _dates(term: Term, day: date) -> int:
    """How many dates a term on the calendar runs from that day on."""
    if term.kind is TermKind.CALENDAR_DAYS:
        return term.whole
    year, month = divmod(day.year * 12 + day.month - 1 + term.whole, 12)
    last = months.monthrange(year, month + 1)[1]
    return (date(year, month + 1, min(day.day, last)) - day).days


def _unconfirmed(first: date, last: date, calendar: WorkingCalendar) -> list[int]:
    years = range(first.year, last.year + 1)
    return [year for year in years if not calendar.is_confirmed(date(year, 1, 1))]
