"""A due time by rules that have changed since: no step makes it earlier, a reopened one is reckoned anew."""

from dataclasses import replace
from datetime import date

import pytest

from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.domain import errors
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import local
from tests.support.desk import LEADER, OFFICER, Desk, plain_order


def due(dossier: Dossier) -> str:
    return f"{local(dossier.due_at):%Y-%m-%d %H:%M}"


def storm(desk: Desk, day: date) -> None:
    """Another day off, in force since just now."""
    with desk.services.unit_of_work(write=True) as uow:
        rows = uow.desk.calendar_rows()
        uow.desk.keep_calendar(replace(rows, days=(*rows.days, SpecialDay(day, True, "Bão"))))
        uow.commit()


def test_a_pause_never_makes_it_earlier_though_the_cut_off_was_moved(desk: Desk) -> None:
    desk.clock.set("2026-11-25T15:30")
    received = desk.receive(plain_order("2.000815")).dossier
    assert due(received) == "2026-11-26 17:00"
    desk.services.change_agency({"cutoff": "16:00"}, OFFICER)
    desk.step(received.code, "ask_payment", OFFICER)
    paid = desk.step(received.code, "paid", OFFICER)
    assert (due(paid), paid.why) == ("2026-11-26 17:00", received.why)
    assert desk.services.verify().ok


def test_a_settlement_sent_back_is_reckoned_by_the_calendar_of_now(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    settled = desk.step(code, "settle", LEADER)
    assert due(settled) == "2026-11-30 17:00"
    storm(desk, date(2026, 11, 27))
    again = desk.step(code, "send_back", LEADER, reason="Sai tên")
    assert due(again) == "2026-12-01 17:00"
    assert again.promised_at == settled.promised_at
    assert again.settled_at == settled.settled_at  # the first settlement counts
    assert due(desk.step(code, "undo", LEADER)) == "2026-11-30 17:00"
    # `storm` changed the calendar behind the journal's back, and that alone is named.
    (fault,) = desk.services.verify().faults
    assert (fault["fault"], fault["part"]) == ("desk_differs", "calendar")


def test_what_is_sent_back_before_any_decision_keeps_its_time(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "propose", OFFICER, decision="Cấp")
    storm(desk, date(2026, 11, 27))
    assert due(desk.step(code, "send_back", LEADER, reason="Sai tên")) == "2026-11-30 17:00"


def test_a_corrected_note_moves_no_due_time(desk: Desk) -> None:
    before = desk.receive(plain_order()).dossier
    storm(desk, date(2026, 11, 27))
    order = CorrectDossier(before.code, {"note": "Gửi bưu điện", "reason": "Sót"}, OFFICER)
    after = desk.services.correct_dossier(order).dossier
    assert (after.due_at, after.promised_at, after.why) == (
        *(before.due_at, before.promised_at, before.why),
    )


@pytest.mark.parametrize("officer", ["🙂 ABC", "漢字"])
def test_an_officer_whose_name_paper_cannot_show_takes_no_step(desk: Desk, officer: str) -> None:
    code = desk.receive(plain_order()).dossier.code
    with pytest.raises(errors.CharacterUnprintable):
        desk.step(code, "hand_over", officer, to="Tư pháp")


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_no_desk_was_open_on_is_refused(desk: Desk, day: date) -> None:
    with pytest.raises(errors.DateImpossible):
        desk.services.list_dossiers(on=day)
