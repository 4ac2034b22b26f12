"""The till of a day inside somebody's transaction: what lay in it, came, went, was handed over."""

from datetime import date

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import CashDay, handed_of


def cash_of(uow: UnitOfWork, day: date) -> CashDay:
    """The money of a day, and what lies in the till at its end."""
    handed = tuple(handed_of(each) for each in uow.desk_entries(Step.HAND_CASH))
    earlier = sum(each.amount for each in handed if each.at.date() < day)
    today = tuple(each for each in handed if each.at.date() == day)
    before = uow.money.cash_before(day) - earlier
    return CashDay(day, before, uow.money.between(day, day), today)
