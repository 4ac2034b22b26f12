"""What another window or process changes shows in this one within two seconds."""

from dataclasses import replace
from datetime import date

import pytest

from onestop_desktop.application import draft_reception
from onestop_desktop.application.change_calendar import ChangeCalendar
from onestop_desktop.application.import_catalogue import ImportCatalogue
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.errors import StoreLocked
from tests.support.window import DeskWindow


def settle(desk: DeskWindow) -> None:
    """The window has asked for news once."""
    working = desk.application.working
    assert working is not None
    working.live.ask()
    desk.rest()


def change_agency(desk: DeskWindow) -> None:
    desk.services.change_agency({"short_name": "UBND phường Mẫu"}, "Hoa")


def change_catalogue(desk: DeskWindow) -> None:
    text = desk.services.export_catalogue().splitlines()[0]
    named = text.replace('"name":"', '"name":"Mới: ', 1)
    desk.services.import_catalogue(ImportCatalogue(named, officer="Hoa"))


def change_calendar(desk: DeskWindow) -> None:
    rows = desk.services.read_calendar()
    storm = SpecialDay(date(2026, 11, 27), True, "Bão")
    order = ChangeCalendar(replace(rows, days=(*rows.days, storm)), "Bão", "Hoa")
    desk.services.change_calendar(order)


@pytest.mark.parametrize("change", [change_agency, change_catalogue, change_calendar])
def test_another_counters_changes_are_read(desk_window: DeskWindow, change: object) -> None:
    assert callable(change)
    settle(desk_window)
    before = desk_window.application.desk.view
    change(desk_window)
    settle(desk_window)
    after = desk_window.application.desk.view
    assert before is not None
    assert after is not None
    assert (after.agency, after.procedures, after.calendar) != (
        before.agency,
        before.procedures,
        before.calendar,
    )


def test_another_counters_dossier_is_shown_and_nothing_else_is_read(
    desk_window: DeskWindow,
) -> None:
    settle(desk_window)
    before = desk_window.application.desk.view
    desk_window.store.receive()
    settle(desk_window)
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 1)
    assert desk_window.application.desk.view is before


def test_a_store_that_stumbles_loses_no_news(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(desk_window)
    change_agency(desk_window)
    with monkeypatch.context() as patch:

        def locked(**_: object) -> None:
            raise StoreLocked(store="x")

        patch.setattr(draft_reception, "view_desk", locked)
        settle(desk_window)
    settle(desk_window)
    view = desk_window.application.desk.view
    assert view is not None
    assert view.agency.short_name == "UBND phường Mẫu"


def test_whoever_was_named_at_the_start_stays_whatever_this_pc_keeps(
    desk_window: DeskWindow,
) -> None:
    desk = desk_window.application.desk
    desk.officer = "Minh"
    desk.keep_workstation(copy_order=("Họ và tên",))
    assert desk.officer == "Minh"
    desk.keep_workstation(officer="Lan")
    assert desk.officer == "Lan"
