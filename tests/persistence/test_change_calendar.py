"""The calendar changed under open dossiers: shown first, agreed to, recorded; promises stay."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onestop_desktop.application.change_calendar import CalendarLook, ChangeCalendar
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.domain import calendar_errors, errors
from onestop_desktop.domain.calendar import CalendarRows, SpecialDay, YearNotice
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment
from tests.support.desk import OFFICER, Desk, plain_order

STORM = SpecialDay(date(2026, 11, 27), True, "Nghỉ tránh bão", "15/CV-UBND")


def with_days(desk: Desk, *days: SpecialDay) -> CalendarRows:
    rows = desk.services.read_calendar()
    return replace(rows, days=(*rows.days, *days))


def look(desk: Desk, rows: CalendarRows, progress: Progress = go_on) -> CalendarLook:
    return desk.services.look_at_calendar(desk.services.read_calendar(), rows, progress)


def change(desk: Desk, rows: CalendarRows, agreed: str = "", reason: str = "Bão số 12") -> Changes:
    return desk.services.change_calendar(ChangeCalendar(rows, reason, OFFICER, agreed))


def due(desk: Desk, code: str) -> str:
    dossier = desk.services.show_dossier(code).dossier
    (row,) = desk.services.find_dossiers(code)
    assert row.due_at == dossier.due_at.isoformat()  # the row is the fold
    return row.due_at


def test_what_moves_is_shown_agreed_to_and_recorded(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code  # three working days: 30 November
    same_day = desk.receive().dossier.code
    rows = with_days(desk, STORM)
    seen = look(desk, rows)
    assert [
        (each.row.code, str(each.appointment and each.appointment.due_at.date()))
        for each in seen.moved
    ] == [(code, "2026-12-01")]
    promised = desk.services.show_dossier(code).dossier.promised_at
    with pytest.raises(calendar_errors.DueTimesMoved):
        change(desk, rows)
    assert due(desk, code) == "2026-11-30T17:00:00+07:00"
    assert change(desk, rows, seen.mark) == Changes.CALENDAR | Changes.QUEUE
    assert due(desk, code) == "2026-12-01T17:00:00+07:00"
    assert due(desk, same_day) == "2026-11-25T17:00:00+07:00"
    shown = desk.services.show_dossier(code)
    assert shown.dossier.promised_at == promised
    assert any("Nghỉ tránh bão" in str(reason.facts) for reason in shown.dossier.why)
    moved = shown.entries[-1]
    assert (moved.step, moved.facts["before"]) == (Step.RECOMPUTE, "2026-11-30T17:00:00+07:00")
    assert moved.facts["reason"] == "Bão số 12"
    assert desk.services.verify().ok


def test_a_change_that_moves_nothing_needs_no_yes(desk: Desk) -> None:
    desk.receive()
    assert change(desk, with_days(desk, replace(STORM, on=date(2026, 12, 24)))) == Changes.CALENDAR
    assert desk.services.read_calendar().days[-1].on.year == 2027  # kept in the days' order


def test_others_received_since_the_look_are_shown_again(desk: Desk) -> None:
    desk.receive(plain_order())
    rows = with_days(desk, STORM)
    seen = look(desk, rows)
    desk.receive(plain_order(name="Lò Văn Ố"))
    with pytest.raises(calendar_errors.DueTimesMoved):
        change(desk, rows, seen.mark)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"reason": "  "}, errors.FieldMissing),
        ({"reason": "x" * 501}, errors.FieldTooLong),
        ({"reason": "a\u202eb"}, errors.HiddenCharacter),
        ({"officer": ""}, errors.OfficerMissing),
    ],
)
def test_a_change_has_a_reason_and_a_name(
    desk: Desk, changed: dict[str, Any], kind: type[errors.DeskError]
) -> None:
    order = {"reason": "Bão", "officer": OFFICER, **changed}
    with pytest.raises(kind):
        desk.services.change_calendar(ChangeCalendar(with_days(desk, STORM), **order))
    assert STORM not in desk.services.read_calendar().days


def test_a_fault_of_the_rows_keeps_the_old_calendar(desk: Desk) -> None:
    before = desk.services.read_calendar()
    rows = with_days(desk, replace(STORM, on=date(2040, 1, 1)))
    assert [fault.code for fault in look(desk, rows).faults] == ["day_outside_years"]
    with pytest.raises(calendar_errors.DayOutsideYears):
        change(desk, rows)
    assert desk.services.read_calendar() == before


def test_called_off_half_way_nothing_is_written(sqlite_desk: Desk) -> None:
    for number in range(120):
        sqlite_desk.receive(plain_order(name=f"Người {number}"))
    rows, told = with_days(sqlite_desk, STORM), []

    def once(done: int, whole: int) -> bool:
        told.append((done, whole))
        return done < 100

    with pytest.raises(calendar_errors.CalledOff):
        look(sqlite_desk, rows, once)
    assert told == [(50, 120), (100, 120)]
    order = ChangeCalendar(rows, "Bão", OFFICER, look(sqlite_desk, rows).mark)
    with pytest.raises(calendar_errors.CalledOff):
        sqlite_desk.services.change_calendar(order, once)
    assert STORM not in sqlite_desk.services.read_calendar().days


def test_a_year_confirmed_makes_its_appointments_sure(desk: Desk) -> None:
    desk.clock.set("2026-12-30T09:00:00")
    code = desk.receive(plain_order()).dossier.code
    assert desk.services.find_dossiers(code)[0].provisional
    rows = desk.services.read_calendar()
    rows = replace(rows, years={**rows.years, 2027: YearNotice(True, "1/TB-BNV")})
    change(desk, rows, look(desk, rows).mark)
    assert not desk.services.find_dossiers(code)[0].provisional


def test_a_year_taken_away_under_an_open_dossier_is_refused(desk: Desk) -> None:
    desk.clock.set("2026-12-30T09:00:00")
    desk.receive(plain_order())
    rows = desk.services.read_calendar()
    years = {year: notice for year, notice in rows.years.items() if year < 2027}
    fewer = replace(rows, years=years, days=tuple(day for day in rows.days if day.on.year < 2027))
    (moved,) = look(desk, fewer).moved
    assert isinstance(moved.fault, errors.CalendarEnds)
    with pytest.raises(errors.CalendarEnds):
        change(desk, fewer)


def test_a_pause_and_a_longer_term_are_never_forgotten(desk: Desk) -> None:
    """Convention 8: recomputing goes by the journal (1.004859: three days, six when verified)."""
    code = desk.receive(plain_order("1.004859")).dossier.code
    steps = [
        (Step.ASK_SUPPLEMENT, "2026-11-26T10:00:00"),
        (Step.SUPPLEMENTED, "2026-11-30T10:00:00"),
        (Step.LENGTHEN, "2026-11-30T10:05:00"),
    ]
    with desk.services.unit_of_work(write=True) as work:
        for step, at in steps:
            moment = read_moment(at)
            entry = work.record(Entry(step, OFFICER, moment, moment, code))
            work.dossiers.keep(work.dossiers.get(code))
            assert entry.sequence
        work.commit()
    desk.clock.set("2026-11-30T11:00:00")
    dossier = desk.services.show_dossier(code).dossier
    assert (len(dossier.pauses), dossier.lengthened) == (1, True)
    rows = with_days(desk, replace(STORM, on=date(2026, 12, 2)))
    change(desk, rows, look(desk, rows).mark)
    # Received Wednesday 25; Thursday 26 opened; Friday 27 and Monday 30 opened in the pause;
    # 1, 3, 4, 7 and 8 December follow, 2 December is off: six days.
    assert due(desk, code) == "2026-12-08T17:00:00+07:00"
    assert [reason.code for reason in desk.services.show_dossier(code).dossier.why][:3] == [
        "lengthened",
        "counted_working_days",
        "paused",
    ]


def test_one_dossier_is_reckoned_anew_and_all_by_a_change_of_nothing(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    assert desk.services.recompute_due(code, "Kiểm tra", OFFICER) is Changes.NONE
    # Behind the desk's back, as an older program may have counted it.
    with desk.services.unit_of_work(write=True) as work:
        rows = work.desk.calendar_rows()
        work.desk.keep_calendar(replace(rows, days=(*rows.days, STORM)))
        work.commit()
    assert desk.services.recompute_due(code, "Kiểm tra", OFFICER) == Changes.QUEUE | Changes.DOSSIER
    assert due(desk, code) == "2026-12-01T17:00:00+07:00"
    other = desk.receive(plain_order(name="Lò Văn Ố")).dossier.code
    with desk.services.unit_of_work(write=True) as work:
        work.desk.keep_calendar(rows)
        work.commit()
    seen = look(desk, rows)
    assert {each.row.code for each in seen.moved} == {code, other}
    change(desk, rows, seen.mark)
    assert due(desk, other) == "2026-11-30T17:00:00+07:00"
    assert desk.services.verify().ok


def test_an_ended_or_unknown_dossier_is_not_reckoned(desk: Desk) -> None:
    with pytest.raises(errors.DossierUnknown):
        desk.services.recompute_due("H99.99.99-261125-0009", "Kiểm tra", OFFICER)


def test_what_another_counter_changed_meanwhile_is_not_undone(desk: Desk) -> None:
    mine = with_days(desk, replace(STORM, on=date(2026, 12, 24)))
    seen = look(desk, mine)
    theirs = with_days(desk, STORM)
    change(desk, theirs)
    with pytest.raises(calendar_errors.CalendarChanged):
        change(desk, mine, seen.mark)
    assert STORM in desk.services.read_calendar().days


def test_what_was_made_from_an_older_calendar_is_not_even_looked_at(desk: Desk) -> None:
    before = desk.services.read_calendar()
    change(desk, with_days(desk, STORM))
    mine = replace(before, years={**before.years, 2028: YearNotice()})
    with pytest.raises(calendar_errors.CalendarChanged):
        desk.services.look_at_calendar(before, mine)
    assert STORM in desk.services.read_calendar().days


def test_a_settled_dossier_keeps_the_due_time_it_was_settled_under(sqlite_desk: Desk) -> None:
    code = sqlite_desk.receive(plain_order()).dossier.code
    sqlite_desk.sql("UPDATE dossier SET state = 'settled' WHERE code = ?", code)
    assert look(sqlite_desk, with_days(sqlite_desk, STORM)).moved == ()


def test_a_clock_that_ran_ahead_stops_the_desk_instead_of_dating_dossiers_wrong(desk: Desk) -> None:
    code = desk.receive().dossier.code
    desk.clock.set("2027-08-03T09:00:00")
    desk.services.change_agency({"phone": "0220 111 222"}, OFFICER)
    desk.clock.set("2026-11-25T09:00:00")
    for act in (
        desk.receive,
        lambda: desk.services.change_agency({"phone": "0220 333 444"}, OFFICER),
        lambda: change(desk, with_days(desk, STORM)),
        lambda: desk.services.recompute_due(code, "Kiểm tra", OFFICER),
    ):
        with pytest.raises(errors.ClockBehind):
            act()
