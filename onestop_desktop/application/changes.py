"""What an order changed, so that only what shows it is read again."""

from collections.abc import Iterable
from enum import Flag, auto

from onestop_desktop.domain.lifecycle import Step


class Changes(Flag):
    """Kinds of things that lists and panels show."""

    NONE = 0
    QUEUE = auto()
    DOSSIER = auto()
    CATALOGUE = auto()
    CALENDAR = auto()
    AGENCY = auto()
    PARKED = auto()
    BOOKS = auto()
    MONEY = auto()
    HALL = auto()


_OF_STEPS = {
    Step.CHANGE_DESK: Changes.AGENCY,
    Step.DELEGATE: Changes.AGENCY,
    Step.NOTICE: Changes.NONE,
    Step.CLOSE_DAY: Changes.NONE,
    **dict.fromkeys(
        (
            Step.CHANGE_ACCOUNT,
            Step.SIGN_IN,
            Step.FAIL_SIGN_IN,
            Step.DENY,
            Step.VIEW,
            Step.PARK,
            Step.EXPORT,
            Step.BACK_UP,
            Step.RESTORE,
            Step.CONFIRM_CLOCK,
        ),
        Changes.NONE,
    ),
    Step.SPOIL_NUMBER: Changes.BOOKS,
    Step.OPEN_VOLUME: Changes.BOOKS,
    Step.CLOSE_BOOK: Changes.BOOKS,
    Step.HAND_CASH: Changes.MONEY,
    Step.TAKE_FEE: Changes.DOSSIER | Changes.MONEY,
    Step.REFUND: Changes.DOSSIER | Changes.MONEY,
    Step.RATE: Changes.DOSSIER,
    Step.IMPORT_CATALOGUE: Changes.CATALOGUE,
    Step.CHANGE_CALENDAR: Changes.CALENDAR,
}


def changes_of(steps: Iterable[Step]) -> Changes:
    """What other windows must read again after these steps."""
    found = Changes.NONE
    for step in steps:
        found |= _OF_STEPS.get(step, Changes.QUEUE | Changes.DOSSIER)
    return found
