"""J7: the tracking book of a year as table and paper, against a bare XlsxWriter script; memory flat."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from onestop_desktop.application.export_tracking import ExportTracking
from onestop_desktop.devices.folder_printer import new_file
from onestop_desktop.reports import tracking
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import _FAMILIES, _GIVEN, _MIDDLES, LEADER, _take_down
from tests.end_to_end.command import ROOT
from tests.support.desk import OFFICER, Desk, make_desk, open_desk, plain_order

SMALL, LARGE, ROUNDS = 4_000, 40_000, 3
GOAL = 1.3
XLSX_GROWTH, PDF_GROWTH = 12.0, 60.0
"""Megabytes from the small register to the large one: a PDF's pages wait, compressed, for its end."""
FIELD, YEAR = "Hộ tịch", 2026
_AT = "strftime('%Y-%m-%dT%H:%M:00Z', '2026-01-02', '+' || (i * 500000 / :count) || ' minutes')"
_CODE = "'H99.99.99-260101-' || printf('%06d', i)"
_NAMED = "json_set(facts, '$.register_number', i + 1, '$.applicant.name', person.name)"
_CHILD = """
import json, sys
sys.path[:0] = [".", "packaging"]
from tests.benchmarks.test_j7_tracking import export
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
def peak():
    with open("/proc/self/status") as file:
        return int(next(line for line in file if line.startswith("VmHWM")).split()[1]) / 1024

before = peak()
export(desk, sys.argv[3], sys.argv[2])
print(json.dumps(peak() - before))
desk.store.close()
"""


def fill(desk: Desk, count: int) -> None:
    """Dossiers of a year, received, settled, handed back; written below the use cases."""
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "settle", LEADER)
    desk.step(code, "return_result", receiver="Nguyễn Thị Đường")
    desk.store.close()
    with closing(sqlite3.connect(desk.address, isolation_level=None)) as store:
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):
            store.execute(f"PRAGMA {pragma}")
        guards = _take_down(store)
        store.execute("CREATE TEMP TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        names = [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]
        store.executemany("INSERT INTO person VALUES (?, ?)", enumerate(names))
        (last,) = store.execute("SELECT sequence FROM chain_head").fetchone()
        for table, changed, which in _copied(code):
            columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
            told = ", ".join(changed.get(name, f"pattern.{name}") for name in columns)
            store.execute(
                "WITH RECURSIVE number(i) AS"
                " (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < :count)"
                f" INSERT INTO {table} ({', '.join(columns)}) SELECT {told}"
                f" FROM number JOIN (SELECT * FROM {table} WHERE {which}) AS pattern"
                " JOIN temp.person ON person.id = i % 1000",
                {"count": count, "last": last, "code": code},
            )
        store.execute(
            "UPDATE number_series SET last = :n WHERE name LIKE 'register:%'", {"n": count + 1}
        )
        moved = {"to": last + 2 * count}
        store.execute("UPDATE chain_head SET sequence = :to", moved)
        for statement in guards:
            store.execute(statement)
        store.execute("PRAGMA journal_mode=WAL")


def _copied(code: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """(table, what differs from the pattern row, which row that is) in an order keys allow."""
    yield "slip", {"id": "pattern.id + i", "visit": "''"}, "id = 1"
    dossier = {
        "id": "pattern.id + i",
        "code": _CODE,
        "applicant": "person.name",
        "slip_id": "pattern.slip_id + i",
        **dict.fromkeys(("received_at", "due_at", "promised_at", "settled_at", "returned_at"), _AT),
    }
    yield "dossier", dossier, "code = :code"
    for step, place in (("receive", "2 * i - 1"), ("return_result", "2 * i")):
        number = {"sequence": f":last + {place}"}
        which = f"sequence = (SELECT sequence FROM entry WHERE dossier = :code AND step = '{step}')"
        yield "entry", {**number, "dossier": _CODE}, which
        facts = {"facts": _NAMED} if step == "receive" else {}
        yield "entry_facts", {**number, **facts}, which


def export(desk: Desk, kind: str, path: str) -> None:
    """The register into a file."""
    order = ExportTracking(YEAR, FIELD, OFFICER, kind)
    desk.services.counter.export_tracking(order, partial(new_file, Path(path)))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Desk]]:
    """A small and a large register."""
    made = {}
    for size in (SMALL, LARGE):
        made[size] = make_desk(str(tmp_path_factory.mktemp("register") / f"{size}.sqlite"))
        fill(made[size], size)
    yield made
    for desk in made.values():
        desk.store.close()


def bare(rows: list[tuple[Any, ...]], path: str) -> None:
    """The same rows, as a script without a program around it writes them."""
    book = Workbook(path, {"constant_memory": True})
    sheet, style = book.add_worksheet(), book.add_format({"border": 1, "text_wrap": True})
    moment = book.add_format({"border": 1, "num_format": "dd/mm/yyyy hh:mm"})
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(at, column, cell, style)
            elif isinstance(cell, datetime):
                sheet.write_datetime(at, column, cell, moment)
            elif cell is None:
                sheet.write_blank(at, column, None, style)
            else:
                sheet.write_number(at, column, cell, style)
    book.close()


def _seconds(work: Any) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def test_a_table_costs_little_more_than_its_rows(
    stores: dict[int, Desk], tmp_path: Path, table: Table
) -> None:
    desk = open_desk(stores[LARGE].address, stores[LARGE].clock)
    with desk.services.unit_of_work() as uow:
        rows = [tracking._cells(line) for line in uow.tracking.lines(YEAR, FIELD)]
    assert len(rows) == LARGE + 1
    raw, ours, paper = [], [], []
    for _ in range(ROUNDS):
        raw.append(_seconds(lambda: bare(rows, str(tmp_path / "bare.xlsx"))))
        ours.append(_seconds(lambda: export(desk, "xlsx", str(tmp_path / "ours.xlsx"))))
        paper.append(_seconds(lambda: export(desk, "pdf", str(tmp_path / "ours.pdf"))))
    desk.store.close()
    table.add("J7", f"bare XlsxWriter, {LARGE} rows", f"{min(raw):.2f} s")
    table.add("J7", "tracking book as XLSX from the store", f"{min(ours):.2f} s")
    table.add("J7", "ratio", f"{min(ours) / min(raw):.2f}", f"<= {GOAL:g}")
    table.add("J7", "tracking book as PDF from the store", f"{min(paper):.2f} s")
    table.add("J7", "its size", f"{(tmp_path / 'ours.pdf').stat().st_size / 1e6:.1f} MB")
    assert min(ours) / min(raw) <= GOAL


@pytest.mark.parametrize(("kind", "goal"), [("xlsx", XLSX_GROWTH), ("pdf", PDF_GROWTH)])
def test_memory_does_not_grow_with_the_register(
    stores: dict[int, Desk], tmp_path: Path, table: Table, kind: str, goal: float
) -> None:
    peaks = {}
    for size, desk in stores.items():
        words = (desk.address, str(tmp_path / f"{size}.{kind}"), kind)
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, *words], cwd=ROOT, capture_output=True, check=True
        )
        peaks[size] = json.loads(done.stdout)
        table.add("J7", f"peak memory of {size} rows as {kind}", f"{peaks[size]:.1f} MB")
    growth = peaks[LARGE] - peaks[SMALL]
    table.add("J7", f"growth as {kind}", f"{growth:.1f} MB", f"<= {goal:g}")
    assert growth <= goal
