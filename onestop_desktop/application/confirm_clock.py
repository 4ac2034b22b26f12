"""A clock that went back: leader and administrator confirm it together, on record, and the desk goes on."""

from dataclasses import dataclass
from datetime import datetime

from onestop_desktop.application.ports import OpenUnitOfWork, Passwords
from onestop_desktop.application.sign_in import SignIn, check_password
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.entry import Entry, is_behind
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import Role, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.step_errors import RoleNotAllowed
from onestop_desktop.domain.text import same_name

LONGEST_NAME, LONGEST_REASON = 100, 500


@dataclass(frozen=True, slots=True)
class ConfirmClock:
    """The order: who confirms, two people, and why the clock is right although it went back.

    Where the store has accounts each of the two gives his own password.
    """

    leader: str
    administrator: str
    reason: str
    workstation: str = ""
    leader_password: str = ""
    administrator_password: str = ""


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """From which moment to which the desk's time went back."""

    last: datetime
    now: datetime


def confirm_clock(
    order: ConfirmClock, *, unit_of_work: OpenUnitOfWork, passwords: Passwords
) -> ClockConfirmed:
    """Put on record that the clock is right; the order of entries stays that of their numbers.

    Refused: FieldMissing, ClockConfirmedByOne, ClockNotBehind where nothing is to be confirmed;
    with accounts SignInWrong, RoleNotAllowed.
    """
    leader, administrator, reason = _read(order)
    with unit_of_work() as uow:
        has_accounts = bool(uow.accounts.all())
    if has_accounts:
        first = SignIn(leader, order.leader_password, order.workstation)
        second = SignIn(administrator, order.administrator_password, order.workstation)
        leader = _signed(Role.LEADER, first, unit_of_work, passwords)
        administrator = _signed(Role.ADMINISTRATOR, second, unit_of_work, passwords)
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


def _read(order: ConfirmClock) -> tuple[str, str, str]:
    """Who confirms, and why (FieldMissing)."""
    told = {"leader": order.leader, "administrator": order.administrator, "reason": order.reason}
    faults: list[errors.DeskError] = []
    fields = Fields(told, tuple(told), "", faults)
    names = [fields.text(name, LONGEST_NAME, needed=True) for name in ("leader", "administrator")]
    reason = fields.text("reason", LONGEST_REASON, needed=True)
    raise_faults(faults)
    leader, administrator = (officers.may(name, Step.CONFIRM_CLOCK) for name in names)
    return leader, administrator, reason


def _signed(role: Role, order: SignIn, unit_of_work: OpenUnitOfWork, passwords: Passwords) -> str:
    """The officer of an account with that role whose password this is."""
    account = check_password(order, unit_of_work=unit_of_work, passwords=passwords)
    if account.role is not role:
        raise RoleNotAllowed(
            step=Step.CONFIRM_CLOCK.value, role=account.role.value, roles=[role.value]
        )
    return account.officer
