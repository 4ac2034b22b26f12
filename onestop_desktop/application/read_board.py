"""The leader's board: figures of today, month and year, who is waited for, what presses, the lists behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.application.pressing import OpenNow, open_now, pressing
from onestop_desktop.domain import errors
from onestop_desktop.domain.figures import Figures
from onestop_desktop.domain.moments import at, day_words, local
from onestop_desktop.domain.periods import a_year
from onestop_desktop.domain.step_errors import DayInFuture, PeriodBackwards
from onestop_desktop.domain.urgency import Urgency

FIGURES = (
    *("received", "settled", "early", "on_time", "late", "late_apologised", "missed"),
    *("not_counted", "returned", "pleased", "neutral", "displeased"),
)
"""What a list can be asked for behind a figure of days."""
PERIODS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one procedure or officer; `name` for people."""

    key: str
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows at a moment; `goal` is the on-time target in percent."""

    at: datetime
    desk_name: str
    goal: float
    day: Figures
    month: Figures
    year: Figures
    now: OpenNow
    procedures: tuple[Part, ...]
    officers: tuple[Part, ...]
    hours: tuple[tuple[int, int, int], ...]
    own_prefix: str = ""

    def of(self, period: str) -> Figures:
        """The figures of the day, the month or the year."""
        found: Figures = getattr(self, period)
        return found


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """A period's figures, what was carried into it and what is open at its end, of these overdue."""

    first: date
    last: date
    figures: Figures
    carried: int
    open: int
    overdue: int


def read_board(*, unit_of_work: OpenUnitOfWork, parts: str = "year") -> Board:
    """The board of this moment; procedures and officers over the day, month or year (`parts`)."""
    if parts not in PERIODS:
        raise errors.ChoiceUnknown(field="parts", value=parts, choices=list(PERIODS))
    with unit_of_work() as uow:
        now = local(uow.now())
        today = now.date()
        first = _begins(parts, today)
        agency = uow.desk.agency()
        return Board(
            now,
            agency.desk_name or agency.short_name,
            float(agency.on_time_goal),
            uow.figures.total(today, today),
            uow.figures.total(_begins("month", today), today),
            uow.figures.total(_begins("year", today), today),
            open_now(uow.figures.open_rows(), now, uow.desk.calendar()),
            _procedures(uow, uow.figures.by("procedure", first, today)),
            _parts(uow.figures.by("officer", first, today), {}),
            _hours(uow, today),
            f"{agency.identifier}-",
        )


def read_period(first: date, last: date, *, unit_of_work: OpenUnitOfWork) -> PeriodFigures:
    """A period's figures up to today; the identity received + carried = settled + not counted + open.

    PeriodBackwards where it ends before it begins, DayInFuture.
    """
    with unit_of_work() as uow:
        now = local(uow.now())
        today = now.date()
        for day in (first, last):
            a_year(day.year)
        if last < first:
            raise PeriodBackwards(field="from_day", first=day_words(first), last=day_words(last))
        if last > today:
            raise DayInFuture(field="to_day", day=day_words(last))
        figures = uow.figures.total(first, last)
        later = uow.figures.total(last + timedelta(1), today) if last < today else Figures()
        left = uow.figures.open_now() - later.received + later.settled + later.not_counted
        carried = left - figures.received + figures.settled + figures.not_counted
        rows = uow.figures.left_at(last)
        calendar = uow.desk.calendar()
        moment = now if last == today else at(last, time(23, 59))
        overdue = sum(pressing(row, moment, calendar).left.urgency is Urgency.LATE for row in rows)
    return PeriodFigures(first, last, figures, carried, left, overdue)


def list_behind(
    figure: str,
    first: date,
    last: date,
    *,
    unit_of_work: OpenUnitOfWork,
    procedure: str = "",
    officer: str = "",
) -> tuple[DossierRow, ...]:
    """The dossiers that a figure of some days counts (ChoiceUnknown)."""
    if figure not in FIGURES:
        raise errors.ChoiceUnknown(field="figure", value=figure, choices=list(FIGURES))
    whose = {"procedure": procedure, "officer": officer}
    with unit_of_work() as uow:
        return uow.figures.behind(
            figure, first, last, **{name: text for name, text in whose.items() if text}
        )


def _begins(period: str, today: date) -> date:
    if period == "day":
        return today
    return today.replace(day=1) if period == "month" else today.replace(month=1, day=1)


def _procedures(uow: UnitOfWork, found: Mapping[str, Figures]) -> tuple[Part, ...]:
    return _parts(found, uow.catalogue.names())


def _parts(found: Mapping[str, Figures], names: Mapping[str, str]) -> tuple[Part, ...]:
    """The largest first: by what was settled, then received."""
    parts = [Part(key, names.get(key, key), figures) for key, figures in found.items()]
    return tuple(
        sorted(parts, key=lambda each: (-each.figures.settled, -each.figures.received, each.name))
    )


def _hours(uow: UnitOfWork, day: date) -> tuple[tuple[int, int, int], ...]:
    """(hour, received, settled) of each hour that counts or had anything."""
    counts: dict[int, list[int]] = {}
    calendar = uow.desk.calendar()
    for stretch in calendar.counting(day) if calendar.covers(day) else ():
        for hour in range(stretch.start.hour, stretch.end.hour + (stretch.end.minute > 0)):
            counts.setdefault(hour, [0, 0])
    for which, name in enumerate(("received_at", "settled_at")):
        for moment in uow.figures.moments(name, day):
            counts.setdefault(local(moment).hour, [0, 0])[which] += 1
    return tuple((hour, counts[hour][0], counts[hour][1]) for hour in sorted(counts))
