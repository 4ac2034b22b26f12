"""States of a dossier and the steps between them, as one table."""

from enum import StrEnum

from onestop_desktop.domain.errors import StepImpossible


class State(StrEnum):
    """The ten national states in their order (1-10), and `voided` for a mistaken reception."""

    REGISTERED = "registered"
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    IN_PROCESS = "in_process"
    AWAITING_PAPERS = "awaiting_papers"
    AWAITING_PAYMENT = "awaiting_payment"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    SETTLED = "settled"
    RETURNED = "returned"
    VOIDED = "voided"


FINAL = frozenset(
    {State.NOT_RECEIVED, State.WITHDRAWN, State.STOPPED, State.RETURNED, State.VOIDED}
)
"""States that end a dossier: it leaves the queue."""


class Step(StrEnum):
    """What an entry of the journal records."""

    OPEN_DESK = "open_desk"
    CHANGE_DESK = "change_desk"
    IMPORT_CATALOGUE = "import_catalogue"
    CHANGE_CALENDAR = "change_calendar"
    RECEIVE = "receive"
    PRINT = "print"
    BIND_OFFICIAL_CODE = "bind_official_code"
    ERASE = "erase"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENTED = "supplemented"
    ASK_PAYMENT = "ask_payment"
    PAID = "paid"
    LENGTHEN = "lengthen"
    RECOMPUTE = "recompute"


PAUSED = frozenset({State.AWAITING_PAPERS, State.AWAITING_PAYMENT})
"""States in which the clock stands still (convention 8)."""
_NOTES = (Step.PRINT, Step.BIND_OFFICIAL_CODE)
_RUNNING = frozenset(State) - FINAL - {State.SETTLED}
"""States in which a due time may still move: the first settlement counts as it stood."""
_AT_WORK = (State.RECEIVED, State.IN_PROCESS)
TABLE: dict[tuple[State, Step], State] = {
    **{(state, step): state for state in State for step in _NOTES},
    **{(state, Step.ERASE): state for state in FINAL},
    **{(state, Step.RECOMPUTE): state for state in _RUNNING},
    **{(state, Step.LENGTHEN): state for state in _AT_WORK},
    **{(state, Step.ASK_SUPPLEMENT): State.AWAITING_PAPERS for state in _AT_WORK},
    **{(state, Step.ASK_PAYMENT): State.AWAITING_PAYMENT for state in _AT_WORK},
    (State.AWAITING_PAPERS, Step.SUPPLEMENTED): State.IN_PROCESS,
    (State.AWAITING_PAYMENT, Step.PAID): State.IN_PROCESS,
}
"""(state, step) -> state after it. Notes are steps that leave the state as it is.

`erase` names entries whose personal facts go when their retention ends: only of ended dossiers.
"""


def after(state: State, step: Step) -> State:
    """The state after a step; StepImpossible where the table has no such row."""
    try:
        return TABLE[state, step]
    except KeyError:
        raise StepImpossible(state=state.value, step=step.value) from None
