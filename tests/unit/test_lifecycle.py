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
from onestop_desktop.domain.lifecycle import FINAL, State, Step, after

NOTES = {Step.PRINT, Step.BIND_OFFICIAL_CODE}
ENDED = {
    State.NOT_RECEIVED,
    State.WITHDRAWN,
    State.STOPPED,
    State.RETURNED,
    State.VOIDED,
}


AT_WORK = {State.RECEIVED, State.IN_PROCESS}
MOVES = {
    Step.ASK_SUPPLEMENT: (AT_WORK, State.AWAITING_PAPERS),
    Step.SUPPLEMENTED: ({State.AWAITING_PAPERS}, State.IN_PROCESS),
    Step.ASK_PAYMENT: (AT_WORK, State.AWAITING_PAYMENT),
    Step.PAID: ({State.AWAITING_PAYMENT}, State.IN_PROCESS),
}


def expected(state: State, step: Step) -> State | None:
    """What each pair comes to, said once more by hand."""
    if step in MOVES:
        before, wanted = MOVES[step]
        return wanted if state in before else None
    kept = (
        step in NOTES
        or (step is Step.ERASE and state in ENDED)
        or (step is Step.RECOMPUTE and state not in {*ENDED, State.SETTLED})
        or (step is Step.LENGTHEN and state in AT_WORK)
    )
    return state if kept else None


@pytest.mark.parametrize(("state", "step"), list(product(State, Step)))
def test_each_pair_of_state_and_step(state: State, step: Step) -> None:
    wanted = expected(state, step)
    if wanted is not None:
        assert after(state, step) is wanted
        return
    with pytest.raises(StepImpossible) as refused:
        after(state, step)
    assert refused.value.facts == {"state": state.value, "step": step.value}


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
