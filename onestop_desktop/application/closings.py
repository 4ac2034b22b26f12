"""The closings of days inside somebody's transaction: which entry closed a day, the seal over an entry."""

from datetime import date

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import day_words, local
from onestop_desktop.domain.seal import Seal, seal_of
from onestop_desktop.domain.step_errors import DayInFuture, NothingOnRecord


def closing_of(uow: UnitOfWork, day: date) -> Entry | None:
    """The entry that closed a day last, None for a day not closed."""
    closings = [each for each in uow.desk_entries(Step.CLOSE_DAY) if day_of(each) == day]
    return closings[-1] if closings else None


def day_of(closing: Entry) -> date:
    """Which day a closing closed."""
    return date.fromisoformat(closing.facts["day"])


def seal_at(uow: UnitOfWork, day: date, sequence: int) -> Seal:
    """The seal of a day over the entry `sequence`."""
    return seal_of(day, sequence, uow.figures.digest(sequence), uow.figures.digest(1))


def last_of(uow: UnitOfWork, day: date) -> int:
    """The last entry by the end of a day (DayInFuture, NothingOnRecord where there is none)."""
    if day > local(uow.now()).date():
        raise DayInFuture(field="day", day=day_words(day))
    last = uow.figures.last_entry(day)
    if not last:
        raise NothingOnRecord(field="day", day=day_words(day))
    return last
