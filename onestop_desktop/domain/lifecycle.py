"""States of a dossier and the steps between them, as one table: from where to where, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
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
PAUSED = frozenset({State.AWAITING_PAPERS, State.AWAITING_PAYMENT})
"""States in which the clock stands still (convention 8)."""


class Role(StrEnum):
    """What an officer is at this desk; before accounts exist nobody is asked."""

    DESK = "desk"
    SPECIALIST = "specialist"
    LEADER = "leader"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Step(StrEnum):
    """What an entry of the journal records."""

    OPEN_DESK = "open_desk"
    CHANGE_DESK = "change_desk"
    IMPORT_CATALOGUE = "import_catalogue"
    IMPORT_PROVINCE = "import_province"
    CHANGE_CALENDAR = "change_calendar"
    DELEGATE = "delegate"
    NOTICE = "notice"
    SPOIL_NUMBER = "spoil_number"
    OPEN_VOLUME = "open_volume"
    CLOSE_BOOK = "close_book"
    HAND_CASH = "hand_cash"
    CLOSE_DAY = "close_day"
    CHANGE_ACCOUNT = "change_account"
    SIGN_IN = "sign_in"
    FAIL_SIGN_IN = "fail_sign_in"
    DENY = "deny"
    VIEW = "view"
    PARK = "park"
    EXPORT = "export"
    BACK_UP = "back_up"
    RESTORE = "restore"
    CONFIRM_CLOCK = "confirm_clock"
    RECEIVE = "receive"
    PRINT = "print"
    BIND_OFFICIAL_CODE = "bind_official_code"
    TAKE_FEE = "take_fee"
    REFUND = "refund"
    RATE = "rate"
    ERASE = "erase"
    RECOMPUTE = "recompute"
    HAND_OVER = "hand_over"
    ACCEPT = "accept"
    PROPOSE = "propose"
    SETTLE = "settle"
    STAMP = "stamp"
    SEND_BACK = "send_back"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENTED = "supplemented"
    ASK_PAYMENT = "ask_payment"
    PAID = "paid"
    LENGTHEN = "lengthen"
    EXTEND = "extend"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    STOP = "stop"
    VOID = "void"
    RETURN_RESULT = "return_result"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Rule:
    """One step: the state after it for each state it is allowed in, who does it, whether it must say why.

    `undoable`: whether the officer who did it may take it back the same day.
    """

    moves: Mapping[State, State]
    roles: frozenset[Role] = frozenset()
    reason: bool = False
    undoable: bool = True


_AT_WORK = (State.RECEIVED, State.IN_PROCESS)
_WAITING = tuple(sorted(PAUSED))
_RUNNING = (*_AT_WORK, *_WAITING)
"""Received and not settled: a due time may still move."""
_OPEN = (*_RUNNING, State.SETTLED)
_EVERYBODY = frozenset({Role.DESK, Role.SPECIALIST, Role.LEADER, Role.CLERK})
_DESK = frozenset({Role.DESK})
_DESK_LEADER = frozenset({Role.DESK, Role.LEADER})
_WORKERS = frozenset({Role.DESK, Role.SPECIALIST, Role.LEADER})


def _to(after: State, *states: State) -> dict[State, State]:
    return dict.fromkeys(states, after)


def _stay(*states: State) -> dict[State, State]:
    return {state: state for state in states}


RULES: dict[Step, Rule] = {
    Step.PRINT: Rule(_stay(*State), _EVERYBODY, undoable=False),
    Step.BIND_OFFICIAL_CODE: Rule(_stay(*State), _EVERYBODY, undoable=False),
    Step.TAKE_FEE: Rule(_stay(*set(State) - {State.VOIDED}), _DESK, undoable=False),
    Step.REFUND: Rule(_stay(*State), _DESK_LEADER, reason=True, undoable=False),
    Step.RATE: Rule(_stay(State.RETURNED), _DESK, undoable=False),
    # Names entries whose personal facts go when their retention ends: only of ended dossiers.
    Step.ERASE: Rule(_stay(*FINAL), frozenset({Role.ADMINISTRATOR}), undoable=False),
    Step.RECOMPUTE: Rule(
        _stay(State.REGISTERED, *_RUNNING),
        frozenset({*_WORKERS, Role.ADMINISTRATOR}),
        reason=True,
        undoable=False,
    ),
    Step.HAND_OVER: Rule(_stay(*_OPEN), _EVERYBODY),
    Step.ACCEPT: Rule(
        {
            **_stay(*_OPEN),
            State.REGISTERED: State.RECEIVED,
            State.RECEIVED: State.IN_PROCESS,
        },
        _EVERYBODY,
    ),
    Step.PROPOSE: Rule(_to(State.IN_PROCESS, *_AT_WORK), frozenset({Role.DESK, Role.SPECIALIST})),
    Step.SETTLE: Rule(_to(State.SETTLED, *_AT_WORK), _WORKERS),
    Step.STAMP: Rule(_stay(State.SETTLED), frozenset({Role.CLERK, Role.DESK})),
    Step.SEND_BACK: Rule(
        _to(State.IN_PROCESS, State.IN_PROCESS, State.SETTLED),
        frozenset({Role.LEADER}),
        reason=True,
    ),
    Step.ASK_SUPPLEMENT: Rule(_to(State.AWAITING_PAPERS, *_AT_WORK), _WORKERS, reason=True),
    Step.SUPPLEMENTED: Rule(
        _to(State.IN_PROCESS, State.AWAITING_PAPERS), frozenset({Role.DESK, Role.SPECIALIST})
    ),
    Step.ASK_PAYMENT: Rule(_to(State.AWAITING_PAYMENT, *_AT_WORK), _WORKERS),
    Step.PAID: Rule(
        _to(State.IN_PROCESS, State.AWAITING_PAYMENT), frozenset({Role.DESK, Role.SPECIALIST})
    ),
    Step.LENGTHEN: Rule(_stay(*_AT_WORK), _WORKERS, reason=True),
    Step.EXTEND: Rule(_stay(*_AT_WORK), _WORKERS, reason=True),
    Step.REFUSE: Rule(
        _to(State.NOT_RECEIVED, State.REGISTERED, *_RUNNING), _DESK_LEADER, reason=True
    ),
    Step.WITHDRAW: Rule(_to(State.WITHDRAWN, State.REGISTERED, *_RUNNING), _DESK, reason=True),
    # Only while no decision exists (Circular 03/2025 Art. 7); national states 7 -> 8.
    Step.STOP: Rule(_to(State.STOPPED, *_RUNNING, State.WITHDRAWN), _DESK_LEADER, reason=True),
    Step.VOID: Rule(_to(State.VOIDED, *_RUNNING), _DESK_LEADER, reason=True),
    Step.RETURN_RESULT: Rule(_to(State.RETURNED, State.SETTLED), _DESK),
    # A new slip stands for the old one: it is corrected again, not taken back.
    Step.CORRECT: Rule(_stay(*_RUNNING), _DESK_LEADER, reason=True, undoable=False),
    # Where it leads, the entries say: the dossier is as it was before the step taken back.
    Step.UNDO: Rule(_stay(*set(State) - {State.REGISTERED}), _EVERYBODY, undoable=False),
}
TABLE: dict[tuple[State, Step], State] = {
    (before, step): after for step, rule in RULES.items() for before, after in rule.moves.items()
}
"""(state, step) -> state after it."""
NOTES = (Step.PRINT, Step.BIND_OFFICIAL_CODE, Step.TAKE_FEE, Step.REFUND, Step.RATE)
"""Steps that say nothing of the dossier's way; undo looks past them."""


def after(state: State, step: Step) -> State:
    """The state after a step; StepImpossible, with what is possible, where the table has no such row."""
    try:
        return TABLE[state, step]
    except KeyError:
        raise StepImpossible(
            state=state.value, step=step.value, possible=[each.value for each in possible(state)]
        ) from None


def possible(state: State, role: Role | None = None) -> tuple[Step, ...]:
    """The steps a state allows, to that role (None: to anybody), in their order; notes left out."""
    return tuple(
        step
        for step, rule in RULES.items()
        if step not in NOTES
        and step is not Step.ERASE
        and state in rule.moves
        and (role is None or role in rule.roles)
    )
