"""Who may do which step: an officer has a name, an account has a role."""

from collections.abc import Mapping

from onestop_desktop.domain.errors import (
    CharacterUnprintable,
    FieldTooLong,
    HiddenCharacter,
    OfficerMissing,
)
from onestop_desktop.domain.lifecycle import RULES, Role, Step
from onestop_desktop.domain.step_errors import RoleNotAllowed
from onestop_desktop.domain.text import hidden_character, nfc, unprintable

LONGEST_NAME = 100
PROGRAM = "onestop-desktop"
"""Who acts where a scheduled job names nobody."""
_DESK_LEADER = frozenset({Role.DESK, Role.LEADER})
_BOOKS = frozenset({Role.DESK, Role.CLERK, Role.LEADER})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
_EVERYBODY = frozenset(Role)
DESK_ROLES: Mapping[Step, frozenset[Role]] = {
    Step.CHANGE_DESK: _ADMINISTRATOR,
    Step.IMPORT_CATALOGUE: _ADMINISTRATOR,
    Step.CHANGE_CALENDAR: _ADMINISTRATOR,
    Step.CHANGE_ACCOUNT: _ADMINISTRATOR,
    Step.ERASE: _ADMINISTRATOR,
    Step.DELEGATE: frozenset({Role.LEADER}),
    Step.NOTICE: _DESK_LEADER,
    Step.SPOIL_NUMBER: _BOOKS,
    Step.OPEN_VOLUME: _BOOKS,
    Step.CLOSE_BOOK: _BOOKS,
    Step.HAND_CASH: frozenset({Role.DESK}),
    Step.CLOSE_DAY: _DESK_LEADER,
    Step.RECEIVE: frozenset({Role.DESK}),
    Step.IMPORT_PROVINCE: frozenset({Role.DESK}),
    Step.PARK: frozenset({Role.DESK, Role.SPECIALIST, Role.LEADER, Role.CLERK}),
    Step.PRINT: _EVERYBODY,
    Step.EXPORT: _EVERYBODY,
    Step.VIEW: _EVERYBODY,
}
"""Who takes the steps that are no part of a dossier's way; the others stand in the table of steps."""


def require_role(step: Step, role: Role, *, of_dossier: bool) -> None:
    """RoleNotAllowed where the table of roles and steps has no such cell."""
    roles = RULES[step].roles if of_dossier and step in RULES else DESK_ROLES.get(step, frozenset())
    if role not in roles:
        raise RoleNotAllowed(
            step=step.value, role=role.value, roles=sorted(each.value for each in roles)
        )


def may(officer: str, step: Step) -> str:
    """The officer's name, fit to be written; what his account may do is asked when it is recorded."""
    del step
    name = nfc(officer)
    if not name:
        raise OfficerMissing(field="officer")
    if len(name) > LONGEST_NAME:
        raise FieldTooLong(field="officer", most=LONGEST_NAME, length=len(name))
    if hidden := hidden_character(name):
        raise HiddenCharacter(field="officer", character=hidden)
    if missing := unprintable(name):
        raise CharacterUnprintable(field="officer", character=missing)
    return name


def named_or_program(officer: str, step: Step) -> str:
    """The same for what needs no account: the program itself where nobody is named."""
    return may(officer, step) if officer.strip() else PROGRAM
