"""The appointment drawn as plain shapes on a line from 0 to 1: no colours, no words, no pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import pairwise

Interval = tuple[datetime, datetime]
# A night is not drawn: each day's column spans its own opening hours alone.
_DAY = timedelta(days=1)


class BarKind(Enum):
    """What a stretch of time is to the dossier."""

    PAST = "past"  # gone by
    RUN = "run"  # still to run before the due time
    PAUSE = "pause"  # the clock stood still
    LATE = "late"  # gone by after the due time
    FREE = "free"  # open, but not counted
    CLOSED = "closed"  # nobody works


class MarkKind(Enum):
    """A moment worth a word above the line."""

    RECEIVED = "received"
    NOW = "now"
    DUE = "due"


class TickKind(Enum):
    """What a word under the line names."""

    HOUR = "hour"
    DAY = "day"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch from left to right, both between 0 and 1."""

    left: float
    right: float
    kind: BarKind


@dataclass(frozen=True, slots=True)
class Tick:
    """A small line below, with the moment it stands for."""

    at: float
    moment: datetime
    kind: TickKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment marked above the line."""

    at: float
    moment: datetime
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Ruler:
    """Everything a ruler shows; `by_hour` tells a single day from a row of days."""

    by_hour: bool
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class RulerFacts:
    """What a ruler is drawn from; all moments are aware and in the desk's own time zone.

    `counting` are the office hours the term counts, `pauses` the stretches it did not run in
    (an open one ends at `now`), `open_hours` the office hours of every day shown where they are
    more than the counted ones, `cut_off` a moment of the first day worth a tick of its own.
    """

    received_at: datetime
    due_at: datetime
    now: datetime
    counting: tuple[Interval, ...]
    pauses: tuple[Interval, ...] = ()
    open_hours: tuple[Interval, ...] = ()
    cut_off: datetime | None = None
    late_from: datetime | None = None

    @property
    def lateness(self) -> datetime:
        """Where lateness begins: the legal due time, which may lie behind the promise drawn as due."""
        return self.late_from or self.due_at


@dataclass(frozen=True, slots=True)
class _Axis:
    """The columns of the days, each as wide as any other, and where a moment falls in them."""

    days: tuple[date, ...]
    spans: dict[date, Interval]
    left: datetime
    right: datetime

    def at(self, moment: datetime) -> float:
        start, end = self._raw(self.left), self._raw(self.right)
        return min(1.0, max(0.0, (self._raw(moment) - start) / (end - start)))

    def _raw(self, moment: datetime) -> float:
        first, last = self.days[0], self.days[-1]
        if moment.date() < first:
            return 0.0
        if moment.date() > last:
            return float(len(self.days))
        index = (moment.date() - first).days
        begin, end = self.spans[self.days[index]]
        share = (moment - begin) / (end - begin)
        return index + min(1.0, max(0.0, share))


def draw_ruler(facts: RulerFacts) -> Ruler:
    """The shapes of one dossier's time: a day by its hours, more than a day by its days."""
    hours = tuple(sorted({*facts.counting, *facts.open_hours}))
    last = max(facts.due_at, facts.now)
    by_hour = facts.received_at.date() == last.date()
    axis = _axis(facts, hours, by_hour, last)
    return Ruler(
        by_hour=by_hour,
        bars=tuple(_bars(facts, hours, axis)),
        ticks=_hour_ticks(facts, hours, axis) if by_hour else _day_ticks(hours, axis),
        marks=_marks(facts, axis, by_hour),
    )


def _axis(facts: RulerFacts, hours: Sequence[Interval], by_hour: bool, last: datetime) -> _Axis:
    first = facts.received_at.date()
    days = tuple(first + timedelta(days=n) for n in range((last.date() - first).days + 1))
    spans = {day: _span(day, hours, facts.received_at) for day in days}
    opening, closing = spans[days[0]][0], spans[days[-1]][1]
    # A single day is shown whole; a row of days begins with the reception.
    left = opening if by_hour else max(opening, facts.received_at)
    left = min(left, facts.received_at) if by_hour else min(left, spans[days[0]][1])
    right = max(closing, last) if by_hour else closing
    if by_hour:
        spans = {days[0]: (left, right)}
    return _Axis(days, spans, left, right)


def _span(day: date, hours: Sequence[Interval], zone: datetime) -> Interval:
    on_day = [pair for pair in hours if pair[0].date() == day]
    if on_day:
        return min(begin for begin, _ in on_day), max(end for _, end in on_day)
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo)
    return midnight, midnight + _DAY - timedelta(seconds=1)


def _bars(facts: RulerFacts, hours: Sequence[Interval], axis: _Axis) -> Iterable[Bar]:
    edges = sorted(_edges(facts, hours, axis))
    last: Bar | None = None
    last_day = axis.left.date()
    for left, right in pairwise(edges):
        start, end = axis.at(left), axis.at(right)
        if end <= start:
            continue
        kind = _kind(facts, hours, left, axis)
        # Pieces of one day are one bar; the cut between two days stays, closed days apart.
        joins = left.date() == last_day or kind is BarKind.CLOSED
        if last is not None and last.kind is kind and joins:
            last = Bar(last.left, end, kind)
        else:
            if last is not None:
                yield last
            last = Bar(start, end, kind)
        last_day = left.date()
    if last is not None:
        yield last


def _edges(facts: RulerFacts, hours: Sequence[Interval], axis: _Axis) -> set[datetime]:
    moments = {axis.left, axis.right, facts.now, facts.due_at, facts.lateness}
    for begin, end in (*hours, *facts.pauses, *axis.spans.values()):
        moments |= {begin, end}
    return {moment for moment in moments if axis.left <= moment <= axis.right}


def _kind(facts: RulerFacts, hours: Sequence[Interval], at: datetime, axis: _Axis) -> BarKind:
    by_days = len(axis.days) > 1
    if any(begin <= at < end for begin, end in facts.pauses):
        return BarKind.PAUSE
    if not _inside(at, hours) and not (by_days and _lunch(at, hours)):
        return BarKind.CLOSED
    if at >= facts.due_at:
        return BarKind.LATE if facts.lateness <= at < facts.now else BarKind.FREE
    if at < facts.now:
        return BarKind.PAST
    counted = _inside(at, facts.counting) or (by_days and _lunch(at, facts.counting))
    return BarKind.RUN if counted else BarKind.FREE


def _inside(at: datetime, intervals: Iterable[Interval]) -> bool:
    return any(begin <= at < end for begin, end in intervals)


def _lunch(at: datetime, hours: Iterable[Interval]) -> bool:
    """Between two intervals of one day; among whole days lunch is not worth a gap."""
    same_day = [pair for pair in hours if pair[0].date() == at.date()]
    return any(end <= at for _, end in same_day) and any(begin > at for begin, _ in same_day)


def _hour_ticks(facts: RulerFacts, hours: Sequence[Interval], axis: _Axis) -> tuple[Tick, ...]:
    moments = {edge for pair in hours for edge in pair if axis.left <= edge <= axis.right}
    if facts.cut_off is not None and axis.left <= facts.cut_off <= axis.right:
        moments.add(facts.cut_off)
    moments.discard(facts.due_at)
    return tuple(Tick(axis.at(moment), moment, TickKind.HOUR) for moment in sorted(moments))


def _day_ticks(hours: Sequence[Interval], axis: _Axis) -> tuple[Tick, ...]:
    worked = {begin.date() for begin, _ in hours}
    ticks = []
    for day in axis.days:
        begin, end = axis.spans[day]
        kind = TickKind.DAY if day in worked else TickKind.DAY_OFF
        left = max(begin, axis.left)
        ticks.append(Tick((axis.at(left) + axis.at(end)) / 2, begin, kind))
    return tuple(ticks)


def _marks(facts: RulerFacts, axis: _Axis, by_hour: bool) -> tuple[Mark, ...]:
    moments = [(facts.due_at, MarkKind.DUE)]
    if facts.now > facts.received_at:
        moments.append((facts.now, MarkKind.NOW))
    if facts.now <= facts.received_at or by_hour:
        moments.append((facts.received_at, MarkKind.RECEIVED))
    return tuple(Mark(axis.at(at), at, kind) for at, kind in sorted(moments, key=lambda m: m[0]))
