"""`init --demo`: a demo desk from the command line, on a clock of its own."""

from pathlib import Path

import pytest

from tests.end_to_end.command import run_process
from tests.support.desk import dump, plain_order

DEMO_PASSWORD = "thu-2021-hoa-sen"
pytestmark = pytest.mark.slow


def test_init_demo_makes_the_reference_desk(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "desk.sqlite"), "--json")
    made = run_process(*store, "init", "--demo")
    assert (made.code, made.err) == (0, "")
    dossiers = made.json.pop("dossiers")
    assert made.json["profile"] == "2021"
    assert 1597 <= dossiers <= 1603
    assert run_process(*store, "verify").json["ok"]
    queue = run_process(*store, "--as", "nam", "queue", ONESTOP_PASSWORD=DEMO_PASSWORD)
    assert len(queue.rows) >= dossiers - 1591
    assert run_process(*store, "queue").json["refused"] == "sign_in_needed"
    board = run_process(*store, "board").json
    assert (board["settled"], board["on_time_share"]) == (1591, 100.0)
    again = run_process(*store, "init", "--demo", "today")
    assert (again.code, again.json["refused"]) == (3, "store_exists")


def test_init_demo_today_stands_at_the_moment_asked_for(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "desk.sqlite"), "--json")
    made = run_process(*store, "--at", "2026-11-18T14:05", "init", "--demo", "today")
    assert made.code == 0
    assert made.json["profile"] == "today"
    assert made.json["dossiers"] > 300
    order = dump(plain_order())
    # Without --at the store's own clock counts.
    received = run_process(
        *store, "--as", "hoa", "receive", "-", stdin=order, ONESTOP_PASSWORD=DEMO_PASSWORD
    )
    assert received.json["received_at"] == "2026-11-18T14:05:00+07:00"


def test_an_unknown_demo_is_wrong_usage(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "desk.sqlite"))
    assert run_process(*store, "init", "--demo", "1999").code == 2
