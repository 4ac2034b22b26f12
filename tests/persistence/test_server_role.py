"""On a real server: the program's role does a desk's whole work and cannot touch the journal."""

from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest

from onestop_desktop.domain import errors
from tests.support.desk import LEADER, SPECIALIST, Clock, Desk, make_desk, open_desk, plain_order
from tests.support.postgres import PostgresServer, database_of

ROLE = "motcua"


@pytest.fixture
def limited(postgres_server: PostgresServer) -> Iterator[tuple[Desk, str]]:
    """The desk as the program's role sees it, and that role's own address for a database tool."""
    url = postgres_server.create()
    owner = make_desk(url)
    owner.sql(
        f"DO $$ BEGIN CREATE ROLE {ROLE} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    owner.store.let_work(ROLE)
    owner.store.close()
    socket = quote(str(postgres_server.folder))
    mine = f"postgresql+psycopg://{ROLE}@/{database_of(url)}?host={socket}"
    desk = open_desk(mine, Clock())
    yield desk, mine.replace("+psycopg", "")
    desk.store.close()
    postgres_server.drop(url)


def test_the_programs_role_does_the_desks_work(limited: tuple[Desk, str]) -> None:
    desk, _ = limited
    code = desk.receive(plain_order("2.000884")).dossier.code
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    desk.step(code, "return_result", receiver="Nguyễn Thị Đường")
    assert desk.services.verify().ok
    assert desk.services.doctor().ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET officer = 'Ai khác'",
        "DELETE FROM entry",
        "TRUNCATE entry CASCADE",
        "UPDATE entry_facts SET facts = '{}'",
        "DELETE FROM entry_facts WHERE sequence = 1",
        "UPDATE erasure SET named_by = 1",
        "DELETE FROM erasure",
        "UPDATE chain_head SET sequence = 0",
        "ALTER TABLE entry DISABLE TRIGGER ALL",
        "DROP TRIGGER entry_no_update ON entry",
        "DROP TABLE entry CASCADE",
        "SET session_replication_role = replica",
    ],
)
def test_it_can_neither_change_nor_drop_the_journal(
    limited: tuple[Desk, str], statement: str
) -> None:
    desk, address = limited
    desk.receive(plain_order())
    with psycopg.connect(address, autocommit=True) as connection, pytest.raises(psycopg.Error):
        connection.execute(statement.encode())
    assert desk.services.verify().ok


@pytest.mark.parametrize("name", ["", "Ai khác", "x; DROP TABLE entry", 'x"y'])
def test_a_role_that_is_no_plain_name_is_refused(limited: tuple[Desk, str], name: str) -> None:
    desk, _ = limited
    with pytest.raises(errors.FieldInvalid):
        desk.store.let_work(name)
