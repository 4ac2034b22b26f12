"""Tickets as values: their names, kinds read from a file people edit, what waiting is."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from onestop_desktop.domain.hall_errors import TicketKindUnknown
from onestop_desktop.domain.moments import local, read_moment
from onestop_desktop.domain.tickets import (
    Kind,
    Ticket,
    TicketState,
    kind_of,
    kinds_offered,
    read_kinds,
    read_ticket_name,
    reception_ticket,
    ticket_name,
)

SHIPPED = Path(__file__).parents[2] / "resources/hall/kinds.csv"
NINE = read_moment("2026-11-25T09:00:00")


def ticket(**changes: object) -> Ticket:
    return Ticket(local(NINE).date(), "A", 12, 30, NINE, **changes)  # type: ignore[arg-type]


@given(some.sampled_from("ABCDU"), some.integers(1, 120_000))
def test_a_name_says_kind_and_number_both_ways(kind: str, number: int) -> None:
    assert read_ticket_name(ticket_name(kind, number)) == (kind, number)


@pytest.mark.parametrize("text", ["", "A", "A1", "12", "AA012", "A0 12", "Ａ012", "A٠١٢"])
def test_what_is_no_name_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        read_ticket_name(text)


def test_the_shipped_kinds_fit_the_keys_of_the_hall() -> None:
    kinds = read_kinds(SHIPPED.read_text("utf-8"))
    assert "".join(each.letter for each in kinds) == "ABCDEGHKLMTU"
    assert [each.name for each in kinds if not each.of_field] == ["Việc khác", "Ưu tiên"]
    assert [each.letter for each in kinds if each.first] == ["U"]
    assert (kinds[0].words("vi"), kinds[0].words("en")) == ("Chứng thực", "Certification")


def test_the_catalogues_fields_of_work_are_offered_and_a_general_one() -> None:
    known = read_kinds(SHIPPED.read_text("utf-8"))
    letters = [each.letter for each in kinds_offered(known, ["Hộ tịch", "Chứng thực", ""])]
    assert letters == ["A", "B", "T", "U"]
    assert [each.letter for each in kinds_offered(known, [])] == ["T", "U"]
    new = kinds_offered(known, ["Chứng thực", "Thủy lợi", "Bầu cử"])
    assert [(each.letter, each.words("en")) for each in new] == [
        *(("A", "Certification"), ("F", "Bầu cử"), ("I", "Thủy lợi")),
        *(("T", "Anything else"), ("U", "Priority")),
    ]
    many = kinds_offered(known, [f"Lĩnh vực {at}" for at in range(40)])
    assert len(many) == len({each.letter for each in many}) == 11
    assert [each.letter for each in many][-2:] == ["T", "U"]


def test_a_file_edited_by_hand_keeps_what_can_be_read_of_it() -> None:
    text = "letter,name,english,first\n\nb, Nộp ,,\nB,Hai lần,,\nĐ,Đất đai,,\nAB,x,,\nE,,,1\nF"
    assert read_kinds(text) == (Kind("B", "Nộp", "Nộp"),)
    assert read_kinds("") == ()
    many = "letter,name\n" + "\n".join(f"{letter},x" for letter in "ABCDEFG")
    assert [each.letter for each in read_kinds(many)] == list("ABCDEFG")


def test_a_kind_nobody_offers_is_refused_with_those_there_are() -> None:
    with pytest.raises(TicketKindUnknown) as refused:
        kind_of("Q", read_kinds(SHIPPED.read_text("utf-8")))
    assert refused.value.facts["choices"] == list("ABCDEGHKLMTU")


def test_waiting_ends_with_the_first_call() -> None:
    first = ticket().called("Quầy 1", NINE + timedelta(minutes=7, seconds=59), 1)
    again = first.called("Quầy 1", NINE + timedelta(minutes=20), 2)
    assert (ticket().waited, first.waited, again.waited) == (0, 7, 7)
    assert (again.calls, again.turn, again.state) == (2, 2, TicketState.CALLED)
    assert reception_ticket(again)["waited_minutes"] == 7
    back = ticket().called("Quầy 1", NINE - timedelta(hours=2), 1)
    assert back.waited == 0


def test_called_again_for_nothing_is_gone_anything_else_was_served() -> None:
    once = ticket().called("Quầy 1", NINE, 1)
    twice = once.called("Quầy 1", NINE, 2)
    assert once.ended().state is TicketState.SERVED
    assert twice.ended().state is TicketState.GONE
    assert twice.with_dossier("H23.16-261125-0001").ended().state is TicketState.SERVED
