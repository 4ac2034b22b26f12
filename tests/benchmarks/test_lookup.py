"""The citizens' extract of 100,000 dossiers: whole, after one change, how much memory a larger one takes."""

import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path
from time import perf_counter

from onestop_desktop.application.export_lookup import ExportLookup
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import fill
from tests.support.desk import Desk, make_desk

SIZE, SMALL = 100_000, 10_000
_TOLD = (
    "UPDATE slip SET facts = json_object('token', lower(hex(randomblob(16))),"
    " 'secret', 'ABCDEFGH') WHERE facts = '{}'"
)


def test_extract(tmp_path: Path, table: Table) -> None:
    small, large = (_desk(tmp_path, size) for size in (SMALL, SIZE))
    peaks: list[float] = []
    for desk in (small, large):
        tracemalloc.start()
        _export(desk, tmp_path / f"peak{len(peaks)}", pages=False)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
    whole = _export(large, tmp_path / "x", pages=False)
    pages = _export(large, tmp_path / "x", pages=True)
    changes = []
    for row in large.services.read_queue(limit=7).rows:
        large.step(row.code, "hand_over", to="Lê Văn Nam")
        changes.append(_export(large, tmp_path / "x", pages=True))
    changes.sort()
    table.add("L1", "extract of 100,000 dossiers", f"{whole:.1f} s", "<= 20 s")
    table.add("L1", "the static pages of all of them", f"{pages:.1f} s")
    table.add(
        "L2", "after one change, pages too: median", f"{changes[3] * 1000:.0f} ms", "<= 200 ms"
    )
    table.add("L2", "after one change, pages too: worst of 7", f"{changes[-1] * 1000:.0f} ms")
    table.add("L3", "peak memory, 10,000 and 100,000", f"{peaks[0]:.0f}, {peaks[1]:.0f} MB", "flat")
    for desk in (small, large):
        desk.store.close()


def _export(desk: Desk, target: Path, *, pages: bool) -> float:
    begun = perf_counter()
    desk.services.lookup.export(ExportLookup(str(target), automatic=True, pages=pages))
    return perf_counter() - begun


def _desk(folder: Path, size: int) -> Desk:
    desk = make_desk(str(folder / f"{size}.sqlite"))
    fill(desk, size)
    desk.store.close()
    with closing(sqlite3.connect(desk.address)) as store, store:
        store.execute(_TOLD)
    return desk
