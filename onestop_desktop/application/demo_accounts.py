"""Who signs in at a demo desk: one made-up person for each role, with a password that everybody knows."""

from onestop_desktop.application.demo_acts import SECOND_DESK
from onestop_desktop.application.keep_accounts import keep_with_entry
from onestop_desktop.application.ports import Passwords, UnitOfWork
from onestop_desktop.application.sample_orders import LEADER, SPECIALIST
from onestop_desktop.domain.accounts import Account
from onestop_desktop.domain.lifecycle import Role

DEMO_PASSWORD = "thu-2021-hoa-sen"  # noqa: S105 - of made-up desks only; the README says it
PEOPLE = (
    Account("hoa", SECOND_DESK, Role.DESK),
    Account("nam", SPECIALIST, Role.SPECIALIST),
    Account("minh", LEADER, Role.LEADER),
    Account("quantri", "Đặng Văn Trị", Role.ADMINISTRATOR),
)
"""The administrator last: from him on accounts are added by him alone."""


def add_demo_accounts(uow: UnitOfWork, passwords: Passwords) -> None:
    """Give the desk its accounts."""
    for account in PEOPLE:
        keep_with_entry(uow, "add", account, "", passwords.keep(DEMO_PASSWORD))
