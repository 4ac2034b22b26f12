"""How long a desk waits for its store to come back: 20,000 dossiers, a plain copy and a sealed one."""

from pathlib import Path
from time import perf_counter

from onestop_desktop.application.back_up import BackUp
from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import LEADER
from tests.support.desk import OFFICER, Desk, make_desk, plain_order

DOSSIERS, AT_ONCE, MOST_SECONDS = 20_000, 1_000, 60
PASSPHRASE = "mười hai con giáp"


def filled(path: Path) -> Desk:
    """Through the use cases: a chain that holds, every second dossier settled."""
    desk = make_desk(str(path))
    for begun in range(0, DOSSIERS, AT_ONCE):
        orders = [
            ReceiveDossier(plain_order(name=f"Nguyễn Thị Đường {begun + at}"), OFFICER, "Quầy 1")
            for at in range(AT_ONCE)
        ]
        taken = desk.services.receive_dossiers(orders, lambda _order: None)
        codes = [each.dossier.code for each in taken[::2]]  # type: ignore[union-attr]
        desk.services.take_steps([TakeStep(code, Step.SETTLE, {}, LEADER) for code in codes])
    return desk


def test_a_store_comes_back_within_a_minute(tmp_path: Path, table: Table) -> None:
    desk = filled(tmp_path / "desk.sqlite")
    for kind, passphrase in (("plain", ""), ("sealed", PASSPHRASE)):
        copy, to = str(tmp_path / f"so.{kind}"), str(tmp_path / kind / "desk.sqlite")
        begun = perf_counter()
        done = desk.services.keeping.back_up(BackUp(copy, OFFICER, passphrase))
        made = perf_counter() - begun
        begun = perf_counter()
        order = RestoreStore(copy, to, OFFICER, passphrase)
        restored = desk.services.keeping.restore_store(order)
        seconds = perf_counter() - begun
        assert restored.facts.dossiers == DOSSIERS
        size = f"{done.facts.bytes >> 20} MB, {done.facts.entries} entries"
        table.add("K", f"{kind} backup of 20,000 dossiers ({size})", f"{made:.1f} s")
        table.add("K", f"{kind} restore of 20,000 dossiers", f"{seconds:.1f} s", "< 60 s")
        assert seconds < MOST_SECONDS
