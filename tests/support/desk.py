"""A fresh desk for a test: real services over a real SQLite file and, again, a real PostgreSQL.

Fakes stand only at ports: a clock that stands, secrets that count, a printer that keeps its paper.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.create_desk import CreateDesk
from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.application.services import Services
from onestop_desktop.application.session import Guard, Session
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.bootstrap import lookup_key_file
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.errors import PrinterFailed
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.forms.registry import draw_form
from onestop_desktop.lookup.extract import FolderExtracts
from onestop_desktop.persistence.keeping import StoreBackups
from onestop_desktop.persistence.passwords import Passwords
from onestop_desktop.persistence.store import SqlStore
from onestop_desktop.reports.registry import write_report
from onestop_desktop.settings import data_folder
from tests.support.postgres import PostgresServer, database_of

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
OPENED = "2026-11-25T07:30:00"
"""When a test's desk is made: Wednesday, the day after the first Ngày Văn hóa Việt Nam."""
MORNING = "2026-11-25T09:00:00"
OFFICER = "Trần Thị Hoa"
SPECIALIST, LEADER, CLERK = "Lê Văn Nam", "Phạm Quang Minh", "Vũ Thị Lan"
ORDER: dict[str, Any] = {
    "procedure": "2.000815",
    "channel": "counter",
    "applicant": {
        "kind": "person",
        "name": "Nguyễn Thị Đường",
        "identity": "030185001234",
        "born_on": "1985-03-02",
        "sex": "female",
        "address": "Thôn Bùi Xá, xã Đoàn Kết",
        "phone": "0912345678",
    },
    "items": [{"title": "Bằng tốt nghiệp THPT", "pages": 2, "copies": 3}],
}
"""Certified copies of one diploma for one citizen; tests change what they are about."""


class Clock:
    """The port `Clock`, standing until a test moves it."""

    def __init__(self, at: str = MORNING) -> None:
        self.set(at)

    def set(self, at: str) -> None:
        """Stand at that moment."""
        self.moment = read_moment(at)

    def __call__(self) -> datetime:
        """The moment at which the clock stands."""
        return self.moment


@dataclass
class PaperTray:
    """The port `Printer`: keeps what it was handed, or jams."""

    name: str = "máy in thử"
    jammed: bool = False
    sheets: list[tuple[bytes, str, int]] = field(default_factory=list)

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Keep the paper (PrinterFailed while jammed)."""
        if self.jammed:
            raise PrinterFailed(printer=self.name, reason="kẹt giấy")
        self.sheets.append((pdf, title, copies))


@dataclass
class Desk:
    """One desk under test: its services, the fakes behind them, and its tables for a direct look."""

    address: str
    clock: Clock
    store: SqlStore
    services: Services

    @property
    def is_sqlite(self) -> bool:
        """Whether its store is a file."""
        return "://" not in self.address

    def receive(self, order: dict[str, Any] | None = None, **changes: Any) -> Received:
        """Receive `ORDER` (or another) with some fields changed."""
        facts = order if order is not None else make_order(**changes)
        return self.services.receive_dossier(ReceiveDossier(facts, OFFICER, "Quầy 1"))

    def step(self, code: str, step: str, officer: str = OFFICER, /, **facts: Any) -> Dossier:
        """Take one step of a dossier's way."""
        order = TakeStep(code, Step(step), facts, officer, "Quầy 1")
        return self.services.take_step(order).dossier

    def lack(self, name: str) -> None:
        """An agency that lacks a field, as an older program may have left it."""
        with self.services.unit_of_work(write=True) as work:
            lacking: dict[str, Any] = {name: ""}
            work.desk.keep_agency(replace(work.desk.agency(), **lacking))
            work.commit()

    def again(self) -> "Desk":
        """The same store opened anew, as after a restart."""
        self.store.close()
        return open_desk(self.address, self.clock)

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement beside the program, as a database tool would; `?` for values."""
        if self.is_sqlite:
            with closing(sqlite3.connect(self.address)) as connection, connection:
                return connection.execute(statement, values).fetchall()
        import psycopg

        address = self.address.replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as server:
            found = server.execute(statement.replace("?", "%s").encode(), values)
            return found.fetchall() if found.description else []


def make_order(**changes: Any) -> dict[str, Any]:
    """`ORDER` with fields changed; `name`, `identity` … go to the applicant, None takes a field out."""
    order = deepcopy(ORDER)
    for name, value in changes.items():
        person = name in {"kind", "name", "identity", "born_on", "sex", "address", "phone", "email"}
        level = order["applicant"] if person else order
        level[name] = value
        if value is None:
            del level[name]
    return order


def plain_order(procedure: str = "1.004873", **changes: Any) -> dict[str, Any]:
    """An order for a procedure that is no certification (1.004873: three working days)."""
    return make_order(procedure=procedure, items=None, **changes)


def open_desk(address: str, clock: Clock) -> Desk:
    """The services over an address, with counting secrets."""
    store = SqlStore(address, clock)
    numbers = count(1)

    def draw_secret() -> tuple[str, str]:
        number = next(numbers)
        return f"{number:032x}", f"{number:08d}".translate(
            str.maketrans("0123456789", "ABCDEFGHJK")
        )

    session = Session()
    services = Services(
        store,
        Guard(store.unit_of_work, session),
        clock,
        draw_form,
        draw_secret,
        read_resource,
        write_report,
        session,
        Passwords(iterations=1, kibibytes=64),
        StoreBackups(address, clock, data_folder() / "sao-luu"),
        FolderExtracts(lookup_key_file(address)),
    )
    return Desk(address, clock, store, services)


def read_resource(name: str) -> str:
    """A shipped file's text."""
    return (RESOURCES / name).read_text("utf-8")


def make_desk(address: str, profile: str = "today") -> Desk:
    """A new desk at an address, its clock standing in the morning."""
    desk = open_desk(address, Clock(OPENED))
    desk.services.create_desk(CreateDesk(profile))
    desk.clock.set(MORNING)
    return desk


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of today's profile, made once a test process and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "desk.sqlite"
    make_desk(str(path)).store.close()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """The same on the server: the name of a database to copy."""
    url = postgres_server.create()
    make_desk(url).store.close()
    yield database_of(url)
    postgres_server.drop(url)


@pytest.fixture
def sqlite_desk(sqlite_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """A fresh desk on a file."""
    path = tmp_path / "desk.sqlite"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o600)
    desk = open_desk(str(path), Clock())
    yield desk
    desk.store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A fresh desk, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_desk")
        return
    template = request.getfixturevalue("postgres_template")
    make: Callable[[str], str] = request.getfixturevalue("new_postgres_url")
    made = open_desk(make(template), Clock())
    yield made
    made.store.close()


@pytest.fixture
def store(desk: Desk) -> Services:
    """The services of a fresh desk, once on SQLite and once on PostgreSQL."""
    return desk.services


def dump(facts: Any) -> str:
    """JSON as a script would send it."""
    return json.dumps(facts, ensure_ascii=False)
