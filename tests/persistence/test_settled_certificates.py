"""A certification takes its numbers where it is settled, in the lane or not, and spoils them when taken back."""

from typing import Any

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.keep_books import CloseBook, SpoilNumber
from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.domain import step_errors
from onestop_desktop.domain.lifecycle import Step
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, make_order, plain_order

TWO = [{"title": title, "pages": 2, "copies": 1} for title in ("Bằng tốt nghiệp", "Học bạ")]


def received(desk: Desk) -> str:
    return desk.receive(make_order(items=TWO)).dossier.code


def certified(desk: Desk) -> str:
    order = Certify(make_order(items=TWO), OFFICER, LEADER)
    return desk.services.counter.certify(order).dossier.code


def numbers(desk: Desk, code: str) -> list[tuple[int, str]]:
    lines = desk.services.counter.read_book("copies", 2026).lines
    return [(each.certificate.number, each.spoilt) for each in lines if each.dossier == code]


def settled(desk: Desk, code: str, **facts: Any) -> dict[str, Any]:
    desk.step(code, "settle", LEADER, **facts)
    return dict(desk.services.show_dossier(code).dossier.entries[-1].facts)


def test_a_certification_settled_by_itself_takes_its_numbers(desk: Desk) -> None:
    code, other = received(desk), desk.receive(plain_order()).dossier.code
    facts = settled(desk, code)
    assert numbers(desk, code) == [(1, ""), (2, "")]
    assert facts["result_no"] == "01 quyển số 01/2026-SCT/BS, 02 quyển số 01/2026-SCT/BS"
    assert "certificates" not in settled(desk, other)
    assert settled(desk, received(desk), result_no="77/CT")["result_no"] == "77/CT"
    assert desk.services.verify().ok


def test_a_pile_settled_in_one_transaction_takes_numbers_without_a_gap(desk: Desk) -> None:
    one, two = received(desk), received(desk)
    orders = [TakeStep(code, Step.SETTLE, {}, LEADER) for code in (one, one, two)]
    answers = desk.services.take_steps(orders)
    assert [isinstance(each, StepTaken) for each in answers] == [True, False, True]
    assert numbers(desk, one) + numbers(desk, two) == [(1, ""), (2, ""), (3, ""), (4, "")]


def test_what_is_sent_back_after_its_settlement_spoils_them_and_settles_anew(desk: Desk) -> None:
    code = received(desk)
    settled(desk, code)
    desk.step(code, "send_back", LEADER, to=SPECIALIST, reason="Sai tên")
    assert numbers(desk, code) == [(1, "Sai tên"), (2, "Sai tên")]
    before = contents(desk)
    with pytest.raises(step_errors.SettleAgain):
        desk.step(code, "undo", LEADER)
    assert contents(desk) == before
    settled(desk, code)
    assert numbers(desk, code)[2:] == [(3, ""), (4, "")]
    assert desk.services.verify().ok


def test_a_number_spoilt_by_hand_keeps_its_reason_when_the_settlement_is_taken_back(
    desk: Desk,
) -> None:
    code = received(desk)
    settled(desk, code)
    desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 1, "Nhòe", OFFICER))
    desk.step(code, "undo", LEADER, reason="Ký nhầm")
    assert numbers(desk, code) == [(1, "Nhòe"), (2, "Ký nhầm")]
    assert desk.services.verify().ok


def test_nothing_is_settled_into_a_closed_book(desk: Desk) -> None:
    code = received(desk)
    desk.clock.set("2026-12-31T16:00")
    desk.services.counter.close_book(CloseBook("copies", 2026, OFFICER, LEADER))
    before = contents(desk)
    with pytest.raises(step_errors.BookClosed):
        desk.step(code, "settle", LEADER)
    assert contents(desk) == before


def test_the_desk_takes_back_what_it_recorded_in_the_lane_and_nobody_elses(desk: Desk) -> None:
    code = certified(desk)
    desk.step(code, "undo", OFFICER)
    with pytest.raises(step_errors.StepOfAnother):
        desk.step(code, "undo", SPECIALIST)
    desk.step(code, "undo", OFFICER, reason="Ký nhầm")
    assert numbers(desk, code) == [(1, "Ký nhầm"), (2, "Ký nhầm")]
    assert desk.services.verify().ok


def test_a_return_with_an_answer_is_taken_back_with_its_answer(desk: Desk) -> None:
    code = certified(desk)
    desk.services.counter.rate_dossier(RateDossier(code, 3, OFFICER))
    desk.step(code, "undo", OFFICER)
    dossier = desk.services.show_dossier(code).dossier
    assert (dossier.state.value, dossier.rating) == ("settled", 0)
    desk.step(code, "return_result", OFFICER, receiver="Nguyễn Thị Đường")
    desk.services.counter.rate_dossier(RateDossier(code, 1, OFFICER))
    assert desk.services.show_dossier(code).dossier.rating == 1
    assert desk.services.verify().ok


def test_only_numbers_that_stand_are_answered_again(desk: Desk) -> None:
    order = Certify(make_order(items=TWO, request_id="lan-2"), OFFICER, LEADER)
    first = desk.services.counter.certify(order)
    desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 1, "Nhòe", OFFICER))
    again = desk.services.counter.certify(order)
    assert again.certificates == first.certificates[1:]
