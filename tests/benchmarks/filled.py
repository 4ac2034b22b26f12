"""A store as large as years make it: ended dossiers written below the use cases, open ones received."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import product
from typing import Any

from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.text import fold
from tests.support.desk import MORNING, OFFICER, Desk, plain_order

SIZE = int(os.environ.get("ONESTOP_BENCH_DOSSIERS", "1000000"))
"""Dossiers of the large store; fewer where a minute and a gigabyte are not to be had."""
OPEN = 400
LEADER = "Phạm Minh Anh"
_COUNTED = (
    ("received", "received_at", "received_by", ""),
    *((name, "settled_at", "handled_by", f"verdict = '{name}'") for name in ("early", "on_time")),
    ("late", "settled_at", "handled_by", "verdict = 'late'"),
    ("late_apologised", "settled_at", "handled_by", "verdict = 'late' AND apologies > 0"),
    (
        *("missed", "settled_at", "handled_by"),
        "verdict <> 'late' AND settled_at > promised_at "
        "AND date(settled_at, '+7 hours') <= date(due_at, '+7 hours')",
    ),
    ("not_counted", "ended_at", "received_by", "settled_at IS NULL"),
    ("returned", "returned_at", "received_by", ""),
    *(
        (name, "returned_at", "received_by", f"rating = {rating}")
        for rating, name in enumerate(("displeased", "neutral", "pleased"), 1)
    ),
)
"""Which figure of `day_count` counts which dossiers, on the day of which moment, under whom."""
PROCEDURES = ("1.004873", "2.000815")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_MIDDLES = ("Văn", "Thị", "Hữu", "Quốc", "Minh", "Thanh", "Ngọc", "Đức", "Xuân", "Hồng")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Đường", "Giang", "Hà", "Hương", "Khoa", "Lan")
_TABLES = ("dossier", "slip", "entry", "entry_facts", "chain_head")
_DAY = "strftime('{form}', '2021-01-04', '+' || (i * 2100 / :count) || ' days')"
_AT = _DAY.format(form="%Y-%m-%dT02:%M:00Z")
_CODE = f"'H99.99.99-' || {_DAY.format(form='%Y%m%d')} || '-' || i"
_OTHERS: dict[str, dict[str, str]] = {
    "slip": {"id": "pattern.id + i", "facts": "'{}'", "visit": "''"},
    "entry": {"sequence": ":last + i", "dossier": _CODE},
    "entry_facts": {"sequence": ":last + i", "facts": "'{}'"},
    "dossier": {
        "id": "pattern.id + i",
        "code": _CODE,
        "applicant": "person.name",
        "identity": "printf('%012d', 30185000000 + i)",
        "phone": "printf('09%08d', i)",
        "search_key": "person.words || ' ' || i || printf(' %012d 09%08d', 30185000000 + i, i)",
        "slip_id": "pattern.slip_id + i",
        **dict.fromkeys(("received_at", "due_at", "promised_at"), _AT),
        **dict.fromkeys(("settled_at", "returned_at"), _AT),
        "procedure": "CASE WHEN i % 4 THEN 'chứng thực ' || (i % 3) ELSE 'thủ tục ' || (i / 4 % 60) END",
        **dict.fromkeys(("received_by", "handled_by"), "'Cán bộ ' || (i / 7 % 5)"),
        "verdict": "CASE i % 50 WHEN 0 THEN 'late' WHEN 1 THEN 'early' ELSE 'on_time' END",
    },
}
"""What differs from the pattern row; all else is as the use cases wrote it there."""


def fill(desk: Desk, ended: int, opened: int = OPEN) -> tuple[str, ...]:
    """Fill an empty desk of an SQLite file; the codes of the open dossiers, by due time."""
    ended_one = _ended(desk)
    desk.store.close()
    if ended:
        _copy(desk.address, ended_one, ended)
        count_days(desk.address)
    receive(desk, opened)
    return tuple(row.code for row in desk.services.read_queue(limit=opened).rows)


def count_days(path: str) -> None:
    """The figures of all days from all dossiers, in SQL: a million rows in seconds."""
    told = " UNION ALL ".join(
        f"SELECT {day} AS day, procedure, {whose} AS officer, '{name}' AS figure "
        f"FROM dossier WHERE {when} IS NOT NULL AND ({which or '1'})"
        for name, when, whose, which in _COUNTED
        for day in (f"date({when}, '+7 hours')", f"strftime('m%Y-%m', {when}, '+7 hours')")
    )
    names = [name for name, *_rest in _COUNTED]
    sums = ", ".join(f"sum(figure = '{name}')" for name in names)
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("DELETE FROM day_count")
        store.execute(
            f"INSERT INTO day_count (day, procedure, officer, {', '.join(names)}) "
            f"SELECT day, procedure, officer, {sums} FROM ({told}) GROUP BY 1, 2, 3"
        )


def receive(desk: Desk, count: int) -> None:
    """Open dossiers, received one each minute of an office morning."""
    morning = read_moment(MORNING)
    at = iter(range(count))

    def one_minute_on(_order: ReceiveDossier) -> None:
        desk.clock.moment = morning + timedelta(seconds=20 * next(at))

    taken = desk.services.receive_dossiers(_orders(count), one_minute_on)
    assert len(taken) == count


def _orders(count: int) -> Iterator[ReceiveDossier]:
    for number, name in zip(range(count), _people(), strict=False):
        facts = plain_order(PROCEDURES[0], name=name, identity=f"0301850{number:05d}")
        yield ReceiveDossier(facts, OFFICER, "Quầy 1")


def _people() -> Iterator[str]:
    while True:
        yield from map(" ".join, product(_FAMILIES, _MIDDLES, _GIVEN))


def _ended(desk: Desk) -> str:
    """The pattern: one dossier on its whole way."""
    code = desk.receive(plain_order()).dossier.code
    for step, facts in (
        (Step.SETTLE, {}),
        (Step.RETURN_RESULT, {"receiver": "Nguyễn Thị Đường"}),
    ):
        desk.services.take_step(TakeStep(code, step, facts, LEADER))
    return code


def _copy(path: str, code: str, count: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            store.execute(f"PRAGMA {pragma}")
        guards = _take_down(store)
        store.execute("CREATE TEMP TABLE person (id INTEGER PRIMARY KEY, name TEXT, words TEXT)")
        names = [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]
        people = [(at, name, fold(name)) for at, name in enumerate(names)]
        store.executemany("INSERT INTO person VALUES (?, ?, ?)", people)
        (last,) = store.execute("SELECT sequence FROM chain_head").fetchone()
        values = {"count": count, "last": last, "code": code}
        for table in ("slip", "entry", "entry_facts", "dossier"):
            store.execute(_insert(store, table), values)
        store.execute(
            "INSERT INTO dossier_words (rowid, words) SELECT id, search_key FROM dossier"
            " WHERE code <> :code",
            values,
        )
        store.execute("UPDATE chain_head SET sequence = :last + :count", values)
        for statement in guards:
            store.execute(statement)
        store.execute("PRAGMA journal_mode=WAL")


def _insert(store: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
    told = [_OTHERS[table].get(name, f"pattern.{name}") for name in columns]
    which = {
        "slip": "id = (SELECT slip_id FROM dossier WHERE code = :code)",
        "dossier": "code = :code",
    }.get(table, "sequence = :last")
    return f"""
        WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < :count)
        INSERT INTO {table} ({", ".join(columns)}) SELECT {", ".join(told)}
        FROM number JOIN (SELECT * FROM {table} WHERE {which}) AS pattern
        JOIN temp.person ON person.id = i % 1000"""


def _take_down(store: sqlite3.Connection) -> list[Any]:
    """Drop indexes and triggers for the while; the statements that make them again."""
    marks = ", ".join("?" * len(_TABLES))
    found = store.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')"
        f" AND sql <> '' AND tbl_name IN ({marks})",
        _TABLES,
    ).fetchall()
    for kind, name, _sql in found:
        store.execute(f"DROP {kind} {name}")
    return [sql for _kind, _name, sql in found]
