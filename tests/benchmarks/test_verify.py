"""`verify` of a hundred thousand entries: chain, seals, every fold against its row; quick and flat in memory."""

import tracemalloc
from datetime import timedelta
from time import perf_counter

from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.benchmarks.conftest import Table
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, plain_order

DOSSIERS, AT_ONCE, GOAL_S, GOAL_MB = 20_000, 1_000, 5.0, 64
WAY: tuple[tuple[Step, str, dict[str, str]], ...] = (
    (Step.HAND_OVER, OFFICER, {"to": SPECIALIST}),
    (Step.ACCEPT, SPECIALIST, {}),
    (Step.SETTLE, LEADER, {}),
    (Step.RETURN_RESULT, OFFICER, {"receiver": "Nguyễn Thị Đường"}),
)


def live_on(desk: Desk, first: int) -> None:
    """A thousand dossiers received and brought to their end, through the use cases."""

    def a_second_on(_order: ReceiveDossier) -> None:
        desk.clock.moment += timedelta(seconds=1)

    orders = [
        ReceiveDossier(plain_order(identity=f"0301850{first + at:05d}"), OFFICER)
        for at in range(AT_ONCE)
    ]
    taken = desk.services.receive_dossiers(orders, a_second_on)
    codes = [each.dossier.code for each in taken if isinstance(each, Received)]
    assert len(codes) == AT_ONCE
    for step, officer, facts in WAY:
        desk.services.take_steps([TakeStep(code, step, facts, officer) for code in codes])


def test_a_hundred_thousand_entries_in_five_seconds(sqlite_desk: Desk, table: Table) -> None:
    for first in range(0, DOSSIERS, AT_ONCE):
        live_on(sqlite_desk, first)
    measured = []
    for _ in range(3):
        begun = perf_counter()
        check = sqlite_desk.services.verify()
        measured.append(perf_counter() - begun)
        assert (check.ok, check.entries) == (True, 1 + 5 * DOSSIERS)
    begun = perf_counter()
    assert sqlite_desk.services.doctor().ok
    table.add("verify", "100 001 entries", f"{min(measured):.2f} s", f"<= {GOAL_S:g} s")
    table.add("verify", "doctor alone", f"{perf_counter() - begun:.2f} s")
    tracemalloc.start()
    sqlite_desk.services.verify()
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    table.add("verify", "memory at its most", f"{peak:.0f} MB", f"<= {GOAL_MB} MB")
    assert peak <= GOAL_MB
    assert min(measured) <= GOAL_S
