"""Tickets of the hall: each number once, the day is the local one, a clock gone back gives nothing twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from onestop_desktop.application.call_ticket import CallTicket
from onestop_desktop.application.certify import Certify
from onestop_desktop.application.read_hall import CounterNow
from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.domain import account_errors, errors, hall_errors, step_errors
from onestop_desktop.domain.tickets import TicketState
from tests.support.desk import LEADER, OFFICER, Desk, make_order, open_desk, plain_order
from tests.support.staffed import PASSWORD, staffed

__all__ = ["staffed"]
FIRST, SECOND = "Quầy 1", "Quầy 2"


def take(desk: Desk, *kinds: str) -> list[str]:
    return [desk.services.hall.take(kind).ticket.name for kind in kinds]


def call(desk: Desk, counter: str = FIRST, **how: Any) -> str:
    called = desk.services.hall.call(CallTicket(counter, **how)).ticket
    return called.name if called else ""


def states(desk: Desk) -> dict[str, str]:
    return {each.name: each.state.value for each in desk.services.hall.tickets()}


def test_numbers_count_by_kind_and_are_called_in_the_order_of_taking(desk: Desk) -> None:
    assert take(desk, "A", "B", "A", "c") == ["A001", "B001", "A002", "C001"]
    assert [call(desk, counter) for counter in (FIRST, SECOND, FIRST)] == ["A001", "B001", "A002"]
    assert states(desk) == {"A001": "served", "B001": "called", "A002": "called", "C001": "waiting"}
    now = desk.services.hall.read()
    assert [(each.name, each.counter) for each in now.last] == [
        ("A002", FIRST),
        ("B001", SECOND),
        ("A001", FIRST),
    ]
    assert dict(now.waiting) == {"C": 1}


def test_who_comes_first_by_right_is_called_first_at_every_counter(desk: Desk) -> None:
    take(desk, "A", "A", "U", "B")
    taken = desk.services.hall.take("U")
    assert (taken.ticket.name, taken.ahead) == ("U002", 1)
    assert call(desk, kinds=("B",)) == "U001"
    assert call(desk) == "U002"
    assert call(desk, kinds=("B",)) == "B001"
    assert call(desk, kinds=("B",)) == ""
    assert call(desk) == "A001"


def test_what_stands_on_the_paper(desk: Desk) -> None:
    take(desk, "A", "B")
    slip = desk.services.hall.take("A").slip
    desk_name = desk.services.view_desk().agency.desk_name
    assert (slip.desk, slip.number, slip.kind, slip.taken_at, slip.ahead) == (
        *(desk_name, "A002", "Chứng thực"),
        *("2026-11-25T09:00:00+07:00", 2),
    )


def test_a_number_called_again_is_the_newest_and_gone_when_nobody_comes(desk: Desk) -> None:
    take(desk, "A", "A", "B")
    call(desk, FIRST)
    call(desk, SECOND)
    desk.clock.set("2026-11-25T09:04:30")
    assert call(desk, FIRST, again=True) == "A001"
    newest = desk.services.hall.read().last[0]
    assert (newest.name, newest.calls, newest.waited) == ("A001", 2, 0)
    call(desk, FIRST)
    assert states(desk) == {"A001": "gone", "A002": "called", "B001": "called"}


def test_nothing_is_called_again_before_a_number_was_called(desk: Desk) -> None:
    take(desk, "A")
    with pytest.raises(hall_errors.NoTicketCalled):
        call(desk, again=True)
    call(desk, SECOND)
    with pytest.raises(hall_errors.NoTicketCalled):
        call(desk, FIRST, again=True)
    with pytest.raises(errors.FieldMissing):
        call(desk, "  ")
    with pytest.raises(hall_errors.TicketKindUnknown):
        take(desk, "Z")


def test_the_day_is_the_local_one(desk: Desk) -> None:
    desk.clock.set("2026-11-25T23:59:00")
    assert take(desk, "A", "A") == ["A001", "A002"]
    desk.clock.set("2026-11-26T00:01:00")  # the same day in UTC
    assert take(desk, "A") == ["A001"]
    assert call(desk) == "A001"
    assert call(desk) == ""
    assert [each.name for each in desk.services.hall.read().last] == ["A001"]
    stored = desk.sql("SELECT day, kind, number, state FROM ticket ORDER BY day, number")
    assert stored == [
        ("2026-11-25", "A", 1, "waiting"),
        ("2026-11-25", "A", 2, "waiting"),
        ("2026-11-26", "A", 1, "served"),
    ]


def test_a_clock_that_jumps_gives_no_number_twice(desk: Desk) -> None:
    assert take(desk, "A", "A") == ["A001", "A002"]
    desk.clock.set("2026-11-25T07:10:00")
    assert take(desk, "A") == ["A003"]
    desk.clock.set("2031-01-01T08:00:00")
    assert take(desk, "A") == ["A001"]
    desk.clock.set("2026-11-25T07:05:00")
    assert take(desk, "A") == ["A004"]
    assert [call(desk) for _ in range(5)] == ["A001", "A002", "A003", "A004", ""]
    waited = {each.name: each.waited for each in desk.services.hall.tickets()}
    assert waited == {"A001": 0, "A002": 0, "A003": 0, "A004": 0}


def test_a_thousandth_number_has_four_digits(desk: Desk) -> None:
    take(desk, "A")
    desk.sql("UPDATE ticket SET number = 999")
    assert take(desk, "A") == ["A1000"]
    call(desk)
    assert call(desk) == "A1000"


def test_a_reception_keeps_how_long_its_ticket_waited(desk: Desk) -> None:
    take(desk, "B")
    desk.clock.set("2026-11-25T09:07:40")
    call(desk)
    desk.clock.set("2026-11-25T09:15:00")
    order = ReceiveDossier(plain_order(), OFFICER, FIRST, ticket="B001")
    code = desk.services.receive_dossier(order).dossier.code
    (entry,) = desk.services.show_dossier(code).entries
    assert entry.facts["ticket"] == {
        "number": "B001",
        "taken_at": "2026-11-25T09:00:00+07:00",
        "called_at": "2026-11-25T09:07:40+07:00",
        "waited_minutes": 7,
    }
    (ticket,) = desk.services.hall.tickets()
    assert (ticket.dossier, ticket.state) == (code, TicketState.CALLED)
    assert desk.services.hall.read_counter(FIRST) == CounterNow(ticket, 0, in_use=True)
    call(desk, again=True)
    call(desk)
    assert states(desk) == {"B001": "served"}
    assert desk.services.verify().ok


def test_a_certification_keeps_it_too(desk: Desk) -> None:
    take(desk, "A")
    call(desk)
    order = Certify(make_order(), OFFICER, LEADER, workstation=FIRST, ticket="A001")
    code = desk.services.counter.certify(order).dossier.code
    assert desk.services.show_dossier(code).entries[0].facts["ticket"]["number"] == "A001"


@pytest.mark.parametrize("name", ["", "A001", "A777", "x", "012", "'; DROP TABLE ticket"])
def test_a_ticket_nobody_called_never_hinders_a_reception(desk: Desk, name: str) -> None:
    take(desk, "A")
    order = ReceiveDossier(plain_order(), OFFICER, FIRST, ticket=name)
    code = desk.services.receive_dossier(order).dossier.code
    assert "ticket" not in desk.services.show_dossier(code).entries[0].facts
    assert states(desk) == {"A001": "waiting"}


def test_the_same_request_with_and_without_a_ticket_is_one_dossier(desk: Desk) -> None:
    take(desk, "A")
    call(desk)
    facts = plain_order(request_id="lan-1")
    first = desk.services.receive_dossier(ReceiveDossier(facts, OFFICER, FIRST))
    again = desk.services.receive_dossier(ReceiveDossier(facts, OFFICER, FIRST, ticket="A001"))
    assert (again.repeated, again.dossier.code) == (True, first.dossier.code)


def test_numbers_are_taken_by_nobody_and_called_by_who_works_here(staffed: Desk) -> None:
    assert take(staffed, "A") == ["A001"]
    with pytest.raises(account_errors.SignInNeeded):
        call(staffed)
    staffed.services.accounts.sign_in(SignIn("thanhtra", PASSWORD))
    with pytest.raises(step_errors.RoleNotAllowed):
        call(staffed)
    assert take(staffed, "A") == ["A002"]
    staffed.services.accounts.sign_in(SignIn("huong", PASSWORD))
    assert call(staffed) == "A001"
    steps = [step for (step,) in staffed.sql("SELECT step FROM entry WHERE step <> 'sign_in'")]
    assert not [step for step in steps if "ticket" in step]
    assert steps.count("deny") == 1


@contextmanager
def another_writer(desk: Desk) -> Iterator[None]:
    """Somebody else in the middle of a transaction."""
    other = open_desk(desk.address, desk.clock)
    with other.services.unit_of_work(write=True):
        yield
    other.store.close()


def test_the_hall_does_not_wait_for_another_writer(desk: Desk) -> None:
    with another_writer(desk), pytest.raises(errors.StoreLocked):
        desk.services.hall_at_once.take("A")
    assert take(desk, "A") == ["A001"]


def test_a_slips_status_is_what_citizens_may_see(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    seen = desk.services.hall.read_slip(f" {code.lower()} ")
    assert (seen.code, seen.state, seen.stage, seen.procedure) == (
        *(code, "received", "to_hand_over", ""),
    )
    assert "Đường" not in repr(seen)
    for text, refusal in (
        ("H99.1-261125-0001", hall_errors.SlipUnknown),
        ("chào", hall_errors.SlipNotScanned),
        ("", hall_errors.SlipNotScanned),
        ("030185004417||Nguyễn Thị Đường|02031985|Nữ|Bùi Xá|01012021", hall_errors.CardInHall),
    ):
        with pytest.raises(refusal) as refused:
            desk.services.hall.read_slip(text)
        assert refused.value.facts == {}


def test_the_address_in_a_slips_qr_is_read_too(desk: Desk) -> None:
    desk.services.change_agency({"lookup_address": "https://tra-cuu.example/X/"}, "Hoa")
    code = desk.receive(plain_order()).dossier.code
    desk.receive(plain_order())
    hall, token = desk.services.hall, f"{1:032x}"
    assert hall.read_slip(f"https://tra-cuu.example/X/{token}").code == code
    assert hall.read_slip(f"HTTPS://TRA-CUU.EXAMPLE/X/{token.upper()}").code == code
    with pytest.raises(hall_errors.SlipUnknown):
        hall.read_slip(f"https://tra-cuu.example/X/{9:032x}")
    with pytest.raises(hall_errors.SlipNotScanned):
        hall.read_slip(f"https://noi-khac.example/{token}")


def test_a_counter_that_serves_some_kinds_calls_those_and_who_comes_first(desk: Desk) -> None:
    for kind in "ABAU":
        take(desk, kind)
    hall = desk.services.hall
    assert hall.read_counter(FIRST, ("B",)).waiting == 2
    names = []
    while (found := hall.call(CallTicket(FIRST, kinds=("B",))).ticket) is not None:
        names.append(found.name)
    assert names == ["U001", "B001"]
    now = hall.read_counter(FIRST, ("B",))
    assert (now.waiting, now.in_use, hall.read_counter(FIRST).waiting) == (0, True, 2)
