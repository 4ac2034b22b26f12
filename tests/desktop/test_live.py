"""What another window or process changes shows in this one within two seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from onestop_desktop.application import draft_reception
from onestop_desktop.application.change_calendar import ChangeCalendar
from onestop_desktop.application.import_catalogue import ImportCatalogue
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.desktop import open_dossiers
from onestop_desktop.desktop.app import Application
from onestop_desktop.desktop.live import EVERY_MS
from onestop_desktop.desktop.one_at_a_time import OneAct
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.errors import StoreLocked
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.persistence.store import SqlStore
from tests.support.desk import Clock, make_desk, plain_order
from tests.support.postgres import PostgresServer, new_server, running
from tests.support.window import DeskWindow
from tests.support.window_ports import Tray

TWO_SECONDS_MS = 2000


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


# -- two windows
def hand_over(application: Application, code: str, to: str) -> None:
    """What the step dialog of a window comes to."""
    working = application.working
    assert working is not None
    facts = {"to": to}
    stepping = application.desk.stepping
    application.desk.start(stepping.taken(code, Step.HAND_OVER, facts), working)


@contextmanager
def second_window(first: DeskWindow) -> Iterator[Application]:
    """Another window over the same store."""
    application = Application(first.opening)
    application.open()
    first.until(lambda: application.desk.view is not None and not application.runner.busy())
    window = application.window
    assert window is not None
    yield application
    application.close()
    window.deleteLater()
    application.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def holders(application: Application) -> dict[str, str]:
    return {row.code: row.handed_to for row in application.desk.open_dossiers.rows()}


def test_a_step_shows_in_the_other_window_within_two_seconds(desk_window: DeskWindow) -> None:
    codes = [desk_window.store.receive(plain_order()).dossier.code for _ in range(40)]
    settle(desk_window)
    table = desk_window.queue.table
    desk_window.until(lambda: table.rows.rowCount() == 40)
    assert table.select_key(codes[30])
    top = table.verticalScrollBar().value()
    with second_window(desk_window) as second:
        desk_window.qtbot.waitUntil(lambda: len(holders(second)) == 40)
        hand_over(second, codes[30], "Phạm Minh Anh")
        desk_window.qtbot.waitUntil(
            lambda: holders(desk_window.application)[codes[30]] == "Phạm Minh Anh",
            timeout=TWO_SECONDS_MS,
        )
        hand_over(desk_window.application, codes[31], "Lê Thị Hà")
        desk_window.qtbot.waitUntil(
            lambda: holders(second)[codes[31]] == "Lê Thị Hà", timeout=TWO_SECONDS_MS
        )
    assert table.selected_key() == codes[30]
    assert table.verticalScrollBar().value() == top
    assert EVERY_MS < TWO_SECONDS_MS


def test_a_dossier_that_ended_elsewhere_leaves_and_the_cursor_stays(
    desk_window: DeskWindow,
) -> None:
    codes = [desk_window.store.receive(plain_order()).dossier.code for _ in range(5)]
    settle(desk_window)
    table = desk_window.queue.table
    desk_window.until(lambda: table.rows.rowCount() == 5)
    assert table.select_key(codes[3])
    order = TakeStep(codes[1], Step.WITHDRAW, {"reason": "Công dân rút"}, "Minh")
    desk_window.services.take_step(order)
    settle(desk_window)
    desk_window.until(lambda: table.rows.rowCount() == 4)
    assert table.selected_key() == codes[3]


# -- what is read, and what is not
@contextmanager
def statements(desk: DeskWindow) -> Iterator[list[str]]:
    """Everything that this window sends to the store inside the block."""
    store = desk.application.desk.services.store
    assert isinstance(store, SqlStore)
    engine, sent = store._connect(), list[str]()

    def note(*about: Any) -> None:
        sent.append(about[2])

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_where_nothing_moved_nothing_is_read(desk_window: DeskWindow) -> None:
    desk_window.store.receive()
    settle(desk_window)
    with statements(desk_window) as sent:
        for _ in range(3):
            settle(desk_window)
    assert set(sent) == {"PRAGMA data_version"}


def test_of_four_hundred_only_the_row_that_changed_is_read(desk_window: DeskWindow) -> None:
    code = desk_window.store.receive(plain_order()).dossier.code
    settle(desk_window)
    desk_window.services.take_step(TakeStep(code, Step.HAND_OVER, {"to": "Hà"}, "Minh"))
    with statements(desk_window) as sent:
        settle(desk_window)
    lists = [each for each in sent if "FROM dossier" in each]
    assert len(lists) == 1
    assert "dossier.code IN" in lists[0]


def test_what_comes_while_the_window_opens_is_news(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, came = open_dossiers.all_open, list[str]()

    def read(desk: Any) -> Any:
        rows = real(desk)
        if not came:  # after the lists were read, before the first question for news
            came.append(desk_window.store.receive().dossier.code)
        return rows

    desk_window.close()
    monkeypatch.setattr(open_dossiers, "all_open", read)
    desk_window.open()
    desk_window.until(lambda: list(holders(desk_window.application)) == came)


def test_rows_that_could_not_be_read_are_read_later(
    desk_window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onestop_desktop.application import look_at_dossiers

    settle(desk_window)
    desk_window.store.receive()
    with monkeypatch.context() as patch:

        def locked(*_: object, **__: object) -> None:
            raise StoreLocked(store="x")

        patch.setattr(look_at_dossiers, "read_rows", locked)
        settle(desk_window)
        assert desk_window.queue.chips.count("all") == 0
    settle(desk_window)
    desk_window.until(lambda: desk_window.queue.chips.count("all") == 1)


# -- a server
@pytest.fixture
def server() -> Iterator[Path]:
    """The data folder of a server of this test alone, to start and to stop."""
    with new_server() as data:
        yield data


@pytest.mark.postgres
@pytest.mark.slow
def test_a_server_that_is_gone_is_a_sentence_and_what_was_read_stays(
    qtbot: QtBot, server: Path, tmp_path: Path, tray: Tray
) -> None:
    with running(server):
        url = PostgresServer(server.parent).create()
        other = make_desk(url)
        first = other.receive(plain_order()).dossier.code
        window = DeskWindow(qtbot, tmp_path / "x", Clock(), tray, serial=False, address=url).open()
        window.until(lambda: window.queue.table.rows.rowCount() == 1)
    window.until(lambda: "Mất nối với sổ" in window.said())
    assert list(holders(window.application)) == [first]
    assert window.queue.table.selected_key() == first
    # An act is refused with a sentence; nothing is put anywhere to be sent later.
    hand_over_refused(window, first)
    assert [path.name for path in tmp_path.iterdir()] == ["log"]
    with running(server):
        other.services.take_step(TakeStep(first, Step.HAND_OVER, {"to": "Hà"}, "Minh"))
        second = other.receive(plain_order()).dossier.code
        window.until(lambda: "Đã nối lại với sổ" in window.said())
        window.until(lambda: holders(window.application) == {first: "Hà", second: ""})
        assert window.queue.table.selected_key() == first
        window.close()
        for store in (other.store, window.store.store, window.application.desk.services.store):
            store.close()


def hand_over_refused(window: DeskWindow, code: str) -> None:
    working = window.application.working
    assert working is not None
    desk = window.application.desk
    OneAct(desk).begin(desk.stepping.taken(code, Step.HAND_OVER, {"to": "Không ai"}), working)
    window.until(lambda: "Chưa làm được" in window.said())
