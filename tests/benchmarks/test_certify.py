"""The certification lane's one transaction (received, fee, settled, returned) against one registration."""

from functools import partial
from statistics import median

from onestop_desktop.application.certify import Certify
from tests.benchmarks.conftest import Table
from tests.benchmarks.test_j1_register import an_order, register
from tests.benchmarks.test_steps import timed
from tests.support.desk import LEADER, OFFICER, Desk, make_order

WARM, ROUNDS, GOAL = 30, 200, 2.0


def certify(desk: Desk, order: Certify) -> None:
    desk.services.counter.certify(order)


def a_certification() -> Certify:
    return Certify(make_order(), OFFICER, LEADER, workstation="Quầy 1")


def test_the_lane_costs_at_most_two_registrations(sqlite_desk: Desk, table: Table) -> None:
    found = []
    for _ in range(WARM + ROUNDS):
        # In turns, so that a slow spell of the machine meets both.
        found.append(
            (
                timed(partial(register, sqlite_desk, an_order())),
                timed(partial(certify, sqlite_desk, a_certification())),
            )
        )
    one, lane = (median(column) for column in zip(*found[WARM:], strict=True))
    table.add("lane", "one registration in the same store", f"{one:.2f} ms")
    table.add("lane", f"one certification (median of {ROUNDS})", f"{lane:.2f} ms")
    table.add("lane", "ratio to a registration", f"{lane / one:.2f}", f"<= {GOAL:g}")
    returned = sqlite_desk.sql("SELECT count(*) FROM dossier WHERE state = 'returned'")
    assert returned == [(WARM + ROUNDS,)]
    assert lane / one <= GOAL
