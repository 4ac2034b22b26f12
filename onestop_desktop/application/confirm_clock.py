"""A clock that went back: leader and administrator confirm it together, on record, and the desk goes on."""

from dataclasses import dataclass
from datetime import datetime

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.entry import Entry, is_behind
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.text import same_name

LONGEST_NAME, LONGEST_REASON = 100, 500


@dataclass(frozen=True, slots=True)
class ConfirmClock:
    """The order: who confirms, two people, and why the clock is right although it went back."""

    leader: str
    administrator: str
    reason: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """From which moment to which the desk's time went back."""

    last: datetime
    now: datetime
    changes: Changes = Changes.NONE


def confirm_clock(order: ConfirmClock, *, unit_of_work: OpenUnitOfWork) -> ClockConfirmed:
    """Put on record that the clock is right; the order of entries stays that of their numbers.

    Refused: FieldMissing, ClockConfirmedByOne, ClockNotBehind where nothing is to be confirmed.
    """
    told = {"leader": order.leader, "administrator": order.administrator, "reason": order.reason}
    faults: list[errors.DeskError] = []
    fields = Fields(told, tuple(told), "", faults)
    names = [fields.text(name, LONGEST_NAME, needed=True) for name in ("leader", "administrator")]
    reason = fields.text("reason", LONGEST_REASON, needed=True)
    raise_faults(faults)
    leader, administrator = (officers.may(name, Step.CONFIRM_CLOCK) for name in names)
    if same_name(leader, administrator):
        raise errors.ClockConfirmedByOne(field="administrator", officer=leader)
    with unit_of_work(write=True) as uow:
        now, last = uow.now(), uow.last_recorded()
        if last is None or not is_behind(now, last):
            raise errors.ClockNotBehind(now=write_moment(now))
        facts = {
            "leader": leader,
            "administrator": administrator,
            "reason": reason,
            "last": write_moment(last),
            "now": write_moment(now),
        }
        uow.record(
            Entry(Step.CONFIRM_CLOCK, leader, now, now, workstation=order.workstation, facts=facts)
        )
        uow.commit()
    return ClockConfirmed(last, now)
