"""The day's seal: said for a day, and looked at when a signed sheet is scanned; nothing is written."""

from datetime import date

from onestop_desktop.application.closings import closing_of, day_of, last_of, seal_at
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain.day_sheet import SealCheck
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.seal import Seal, read_seal


def read_day_seal(day: date, *, unit_of_work: OpenUnitOfWork) -> Seal:
    """The seal of a day: over its closing, else over its last entry (DayInFuture, NothingOnRecord)."""
    with unit_of_work() as uow:
        closing = closing_of(uow, day)
        return seal_at(uow, day, closing.sequence if closing else last_of(uow, day))


def check_seal(text: str, *, unit_of_work: OpenUnitOfWork) -> SealCheck:
    """Whether this store is the one a scanned day sheet was signed for (SealUnread)."""
    seal = read_seal(text)
    with unit_of_work() as uow:
        entries = uow.figures.entries()
        closings = uow.desk_entries(Step.CLOSE_DAY)
        latest = day_of(closings[-1]) if closings else None
        mine = seal_at(uow, seal.day, seal.entries) if seal.entries <= entries else None
        if mine is not None and mine.mark == seal.mark:
            newest = not closings or closings[-1].sequence <= seal.entries
            kind = "same" if newest else "older_sheet"
        elif seal_at(uow, seal.day, 1).desk != seal.desk:
            kind = "other_desk"
        else:
            kind = "older_store" if mine is None else "differs"
    return SealCheck(kind, seal, latest, entries)


def newest_closing(*, unit_of_work: OpenUnitOfWork) -> date | None:
    """The day that was closed last, None for none."""
    with unit_of_work() as uow:
        closings = uow.desk_entries(Step.CLOSE_DAY)
    return day_of(closings[-1]) if closings else None
