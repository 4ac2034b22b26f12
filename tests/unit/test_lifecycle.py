"""States and steps as one table: each pair has its answer, ended dossiers stay ended, codes widen."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from onestop_desktop.domain.codes import (
    DossierCode,
    check_agency,
    check_official,
    looks_like_code,
)
from onestop_desktop.domain.errors import (
    AgencyIdentifierInvalid,
    OfficialCodeInvalid,
    StepImpossible,
)
from onestop_desktop.domain.lifecycle import FINAL, NOTES, RULES, Role, State, Step, after, possible

ENDED = {
    State.NOT_RECEIVED,
    State.WITHDRAWN,
    State.STOPPED,
    State.RETURNED,
    State.VOIDED,
}
# The states by their national numbers; 0 is voided.
NUMBERS = {"1": State.REGISTERED, "2": State.RECEIVED, "3": State.NOT_RECEIVED}
NUMBERS |= {"4": State.IN_PROCESS, "5": State.AWAITING_PAPERS, "6": State.AWAITING_PAYMENT}
NUMBERS |= {"7": State.WITHDRAWN, "8": State.STOPPED, "9": State.SETTLED}
NUMBERS |= {"10": State.RETURNED, "0": State.VOIDED}
# Said once more by hand: which states a step is allowed in, where it leads ("=" it stays), whose it is.
MATRIX = """
print              1 2 3 4 5 6 7 8 9 10 0   =     desk specialist leader clerk
bind_official_code 1 2 3 4 5 6 7 8 9 10 0   =     desk specialist leader clerk
take_fee           1 2 3 4 5 6 7 8 9 10     =     desk
refund             1 2 3 4 5 6 7 8 9 10 0   =     desk leader
rate               10                       =     desk
erase              3 7 8 10 0               =     administrator
recompute          1 2 4 5 6                =     desk specialist leader administrator
hand_over          2 4 5 6 9                =     desk specialist leader clerk
accept             4 5 6 9                  =     desk specialist leader clerk
accept             1                        2     desk specialist leader clerk
accept             2                        4     desk specialist leader clerk
propose            2 4                      4     desk specialist
settle             2 4                      9     desk specialist leader
stamp              9                        =     clerk desk
send_back          4 9                      4     leader
ask_supplement     2 4                      5     desk specialist leader
supplemented       5                        4     desk specialist
ask_payment        2 4                      6     desk specialist leader
paid               6                        4     desk specialist
lengthen           2 4                      =     desk specialist leader
extend             2 4                      =     desk specialist leader
refuse             1 2 4 5 6                3     desk leader
withdraw           1 2 4 5 6                7     desk
stop               2 4 5 6 7                8     desk leader
void               2 4 5 6                  0     desk leader
return_result      9                        10    desk
correct            2 4 5 6                  =     desk leader
undo               2 3 4 5 6 7 8 9 10 0     =     desk specialist leader clerk
"""


def expected() -> dict[tuple[State, Step], tuple[State, set[Role]]]:
    """(state, step) to where it leads and whose it is."""
    found = {}
    for line in MATRIX.strip().splitlines():
        name, *words = line.split()
        roles = {Role(word) for word in words if word in set(Role)}
        *before, to = (word for word in words if word not in set(Role))
        for number in before:
            state = NUMBERS[number]
            found[state, Step(name)] = (state if to == "=" else NUMBERS[to], roles)
    return found


@pytest.mark.parametrize(("state", "step", "role"), list(product(State, Step, Role)))
def test_each_cell_of_state_step_and_role(state: State, step: Step, role: Role) -> None:
    wanted = expected().get((state, step))
    if wanted is None:
        with pytest.raises(StepImpossible) as refused:
            after(state, step)
        assert refused.value.facts["state"] == state.value
        assert refused.value.facts["step"] == step.value
        assert refused.value.facts["possible"] == [each.value for each in possible(state)]
    else:
        assert after(state, step) is wanted[0]
        assert RULES[step].roles == wanted[1]
    offered = wanted is not None and role in wanted[1] and step not in (*NOTES, Step.ERASE)
    assert (step in possible(state, role)) is offered


def test_no_open_state_is_a_dead_end_and_ended_ones_stay_ended() -> None:
    for state in set(State) - ENDED:
        reached, new = {state}, {state}
        while new:
            new = {RULES[s].moves[b] for b in new for s in possible(b) if s is not Step.UNDO}
            new -= reached
            reached |= new
        assert reached & ENDED, state
    for state in ENDED:
        leads = {RULES[step].moves[state] for step in possible(state)}
        assert leads <= {state, State.STOPPED}


def test_the_ten_national_states_stand_in_their_order_and_voided_beside_them() -> None:
    assert [state.value for state in State] == [
        *("registered", "received", "not_received", "in_process", "awaiting_papers"),
        *("awaiting_payment", "withdrawn", "stopped", "settled", "returned", "voided"),
    ]
    assert FINAL == ENDED


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "0001"), (9999, "9999"), (10_000, "10000"), (1_234_567, "1234567")],
)
def test_a_code_is_agency_day_and_number_and_grows(number: int, written: str) -> None:
    code = DossierCode("H99.99.99", date(2026, 1, 5), number)
    assert str(code) == f"H99.99.99-260105-{written}"
    assert looks_like_code(str(code))
    assert str(replace(code, number=number + 1)) != str(code)


@pytest.mark.parametrize("identifier", ["H23.123.08", "H56.14", "000.00.06.H56", "A01.1.2.3.4.5"])
def test_agency_identifiers_of_both_shapes(identifier: str) -> None:
    assert check_agency(identifier) == identifier


@pytest.mark.parametrize(
    "identifier",
    ["", "H23", "h23.12", "H٢٣.12", "H23.12-3", "H23..12", "H23." + "1.2.3.4.5.6.7", "H23.12 "],
)
def test_other_shapes_are_no_identifier(identifier: str) -> None:
    with pytest.raises(AgencyIdentifierInvalid):
        check_agency(identifier)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("H56.14-240823-0001", "H56.14-240823-0001"),
        (" h56.14-240823-0001 ", "H56.14-240823-0001"),
        ("000.00.06.H56-231027-0361", "000.00.06.H56-231027-0361"),
        ("H23.45-240229-00012345", "H23.45-240229-00012345"),
        ("", ""),
    ],
)
def test_official_codes(typed: str, code: str) -> None:
    assert check_official(typed) == code


@pytest.mark.parametrize(
    "typed",
    ["H56.14-230229-0001", "H56.14-241323-0001", "H56.14-240823-001", "240823-0001", "<b>", "0001"],
)
def test_a_wrong_shape_or_day_is_no_official_code(typed: str) -> None:
    with pytest.raises(OfficialCodeInvalid):
        check_official(typed)
