"""Who may do which step; accounts come later, the question stays."""

from onestop_desktop.domain.errors import (
    CharacterUnprintable,
    FieldTooLong,
    HiddenCharacter,
    OfficerMissing,
)
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.text import hidden_character, nfc, unprintable

LONGEST_NAME = 100
PROGRAM = "onestop-desktop"
"""Who acts where a scheduled job names nobody."""


def may(officer: str, step: Step) -> str:
    """The officer's name when that officer may do the step; a refusal otherwise.

    Before accounts exist any named officer may do every step.
    """
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
