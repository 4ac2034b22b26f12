"""What accounts change about acts: settling, the lane, a clock gone back."""

from dataclasses import replace

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.confirm_clock import ConfirmClock
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain import account_errors as errors
from onestop_desktop.domain.errors import ClockBehind
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.step_errors import DelegationMissing, RoleNotAllowed
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, make_order, plain_order
from tests.support.staffed import PASSWORD, sign_in, staffed, steps

__all__ = ["staffed"]


def test_only_a_leader_settles_and_a_specialist_under_a_delegation(staffed: Desk) -> None:
    sign_in(staffed, "huong")
    code = staffed.receive(plain_order()).dossier.code
    sign_in(staffed, "quy")
    with pytest.raises(DelegationMissing):
        staffed.services.take_step(TakeStep(code, Step.SETTLE, {"decision": "Đồng ý"}, SPECIALIST))
    assert steps(staffed)[-1] == ("deny", SPECIALIST)
    sign_in(staffed, "thuong")
    staffed.services.record_delegation(
        {
            "number": "12/QĐ-UBND",
            "officer": SPECIALIST,
            "signed_by": LEADER,
            "from_on": "2026-01-01",
            "to_on": "2026-12-31",
        },
        LEADER,
    )
    sign_in(staffed, "quy")
    done = staffed.services.take_step(
        TakeStep(code, Step.SETTLE, {"decision": "Đồng ý"}, SPECIALIST)
    )
    assert done.dossier.state is State.SETTLED


def test_in_the_lane_the_desk_names_a_leader_and_no_specialist(staffed: Desk) -> None:
    sign_in(staffed, "huong")
    items = [{"title": "Học bạ", "pages": 2, "copies": 1}]
    with pytest.raises(DelegationMissing):
        staffed.services.counter.certify(Certify(make_order(items=items), OFFICER, SPECIALIST))
    done = staffed.services.counter.certify(Certify(make_order(items=items), OFFICER, LEADER))
    assert done.dossier.state is State.RETURNED
    assert staffed.services.verify().ok


def test_a_clock_gone_back_is_confirmed_by_the_passwords_of_leader_and_administrator(
    staffed: Desk,
) -> None:
    sign_in(staffed, "huong")
    staffed.receive()
    staffed.clock.set("2026-11-24T09:00")
    with pytest.raises(ClockBehind):
        staffed.receive()
    right = ConfirmClock("thuong", "quantri", "Máy từng chạy sai ngày", "", PASSWORD, PASSWORD)
    for wrong, refusal in (
        (replace(right, administrator_password="sai rồi nhé"), errors.SignInWrong),
        (replace(right, leader_password=""), errors.SignInWrong),
        (replace(right, leader="huong"), RoleNotAllowed),
        (replace(right, administrator="thuong"), RoleNotAllowed),
    ):
        with pytest.raises(refusal):
            staffed.services.care.confirm_clock(wrong)
    staffed.services.care.confirm_clock(right)
    assert steps(staffed)[-1] == ("confirm_clock", LEADER)
    sign_in(staffed, "huong")
    staffed.receive()
    assert staffed.services.verify().ok


def test_what_is_put_aside_is_for_who_works_at_the_desk(staffed: Desk) -> None:
    services = staffed.services
    with pytest.raises(errors.SignInNeeded):
        services.park_reception({"name": "x"}, "x", OFFICER)
    sign_in(staffed, "huong")
    number = services.park_reception({"name": "x"}, "x", OFFICER)
    sign_in(staffed, "thanhtra")
    for act in (
        lambda: services.drop_parked(number),
        lambda: services.park_reception({}, "", "Ai"),
        services.parked_receptions,
    ):
        with pytest.raises(RoleNotAllowed):
            act()
    sign_in(staffed, "huong")
    assert len(services.parked_receptions()) == 1
