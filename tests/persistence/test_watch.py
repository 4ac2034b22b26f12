"""Whether anything was recorded: told at once to every process, and asked of no table."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import event

from onestop_desktop.application.ports import Watch
from onestop_desktop.domain.errors import StoreUnreachable
from tests.end_to_end.command import ROOT
from tests.support.desk import Clock, Desk, make_desk, open_desk
from tests.support.postgres import PostgresServer, new_server, running

ANOTHER_PROCESS = """
import sys
sys.path[:0] = [".", "packaging"]
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
desk.receive()
desk.store.close()
"""


@pytest.fixture
def watch(desk: Desk) -> Iterator[Watch]:
    """A watch that has said its first True."""
    made = desk.store.watch()
    assert made.moved()
    assert not made.moved()
    yield made
    made.close()


@pytest.fixture
def other(desk: Desk) -> Iterator[Desk]:
    """The same store, as another window opened it."""
    made = open_desk(desk.address, desk.clock)
    yield made
    made.store.close()


@pytest.fixture
def server() -> Iterator[Path]:
    """The data folder of a server of this test alone, to start and to stop."""
    with new_server() as data:
        yield data


@contextmanager
def statements(desk: Desk) -> Iterator[list[str]]:
    """Everything the store is sent inside the block."""
    engine, sent = desk.store._connect(), list[str]()

    def note(*about: Any) -> None:
        sent.append(about[2])

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def told(watch: Watch) -> bool:
    """Whether word comes within two seconds: a server sends it a moment after the commit."""
    until = monotonic() + 2
    while not (moved := watch.moved()) and monotonic() < until:
        pass
    return moved


def test_what_another_window_records_is_told_once(watch: Watch, other: Desk) -> None:
    other.receive()
    assert told(watch)
    assert not watch.moved()


def test_what_another_process_records_is_told(desk: Desk, watch: Watch) -> None:
    subprocess.run([sys.executable, "-c", ANOTHER_PROCESS, desk.address], cwd=ROOT, check=True)
    assert told(watch)
    assert not watch.moved()


def test_an_act_of_ones_own_hides_nobody_elses(desk: Desk, watch: Watch, other: Desk) -> None:
    mark = desk.store.news(0).mark
    other.receive()
    desk.receive()
    assert told(watch)
    news = desk.store.news(mark)
    assert (news.mark, len(news.codes or ())) == (mark + 2, 2)


def test_what_is_undone_is_no_news(watch: Watch, other: Desk) -> None:
    def fail() -> None:
        with other.services.unit_of_work(write=True) as work:
            work.desk.next_numbers("code:thử")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not watch.moved()


def test_nothing_is_read_where_nothing_moved(desk: Desk, watch: Watch) -> None:
    with statements(desk) as sent:
        assert not any(watch.moved() for _ in range(5))
    assert sent == (["PRAGMA data_version"] * 5 if desk.is_sqlite else [])


def test_many_entries_of_one_transaction_are_told_by_one_word(desk: Desk) -> None:
    codes = [desk.receive().dossier.code for _ in range(3)]
    with statements(desk) as sent, desk.services.unit_of_work(write=True) as work:
        for code in codes:
            work.record(work.dossiers.get(code).entries[0])
        work.commit()
    assert sum("NOTIFY" in each for each in sent) == (0 if desk.is_sqlite else 1)


def test_a_watch_that_was_closed_asks_anew(watch: Watch) -> None:
    watch.close()
    watch.close()
    assert watch.moved()
    assert not watch.moved()


def until_gone(watch: Watch) -> None:
    """The end of a line may come a moment after its last word."""
    with pytest.raises(StoreUnreachable) as fault:
        told(watch)
    assert fault.value.facts["store"].startswith("postgresql")


@pytest.mark.postgres
def test_a_server_that_was_gone_may_have_had_news(server: Path) -> None:
    with running(server):
        url = PostgresServer(server.parent).create()
        desk = make_desk(url)
        watch = desk.store.watch()
        assert watch.moved()
    until_gone(watch)
    with pytest.raises(StoreUnreachable):
        desk.store.news(0)
    until_gone(watch)
    with running(server):
        other = open_desk(url, Clock())
        other.receive()
        mark = desk.store.news(0).mark  # the lines that lay ready are dead and noticed as such
        assert watch.moved()
        other.receive()
        assert told(watch)
        assert desk.store.news(mark).codes == ("H99.99.99-261125-0002",)
        watch.close()
        for each in (desk, other):
            each.store.close()


@pytest.mark.postgres
def test_the_first_act_after_a_server_was_started_again_succeeds(server: Path) -> None:
    with running(server):
        desk = make_desk(PostgresServer(server.parent).create())
        desk.receive()
    with running(server):
        assert desk.receive().dossier.code == "H99.99.99-261125-0002"
        desk.store.close()


@pytest.mark.postgres
def test_a_line_that_was_cut_is_noticed_and_made_again(
    postgres_template: str, new_postgres_url: Callable[[str], str]
) -> None:
    desk = open_desk(new_postgres_url(postgres_template), Clock())
    watch = desk.store.watch()
    assert watch.moved()
    desk.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE starts_with(query, 'LISTEN') AND datname = current_database()"
    )
    until_gone(watch)
    assert watch.moved()
    assert not watch.moved()
    watch.close()
    desk.store.close()


@pytest.mark.postgres
def test_a_silent_server_is_given_up_after_a_while(
    postgres_template: str, new_postgres_url: Callable[[str], str]
) -> None:
    desk = open_desk(new_postgres_url(postgres_template), Clock())
    with desk.store._connect().connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        told = driver.info.get_parameters()
    desk.store.close()
    assert told["keepalives_idle"] == "4"
    assert told["tcp_user_timeout"] == "10000"
