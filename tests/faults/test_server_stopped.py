"""A PostgreSQL server stopped at once in the middle of steps: what was answered stands, nothing half."""

import os
from contextlib import ExitStack, suppress
from random import Random
from threading import Timer

import pytest

from onestop_desktop.domain.errors import StoreUnreachable
from tests.persistence.step_rows import check_row
from tests.support.desk import LEADER, OFFICER, Desk, make_desk, plain_order
from tests.support.postgres import PostgresServer, new_server, running

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
STOPS = 50 if os.environ.get("ONESTOP_LONG") else 3
DURABLE = ("synchronous_commit=on", "full_page_writes=on", "fsync=on")
"""What a commune's server has: a commit that was answered is on the disk."""


def step_until_it_stops(desk: Desk) -> list[str]:
    """Receive, ask, resume, settle, return … until the server is gone; what was answered."""
    done: list[str] = []
    try:
        while True:
            code = desk.receive(plain_order()).dossier.code
            done.append(f"{code} receive")
            for step, officer, facts in (
                ("ask_supplement", OFFICER, {"papers": ["Tờ khai"], "reason": "Thiếu"}),
                ("supplemented", OFFICER, {}),
                ("settle", LEADER, {"result_no": "15/XN"}),
                ("return_result", OFFICER, {"receiver": "Nguyễn Thị Đường"}),
            ):
                desk.step(code, step, officer, **facts)
                done.append(f"{code} {step}")
    except StoreUnreachable:
        return done


def on_record(desk: Desk) -> list[str]:
    rows = desk.sql("SELECT dossier, step FROM entry WHERE dossier <> '' ORDER BY sequence")
    return [f"{code} {step}" for code, step in rows]


def test_steps_answered_before_the_server_was_stopped_at_once_all_stand() -> None:
    random = Random(3)
    with new_server() as data:
        with running(data):
            desk = make_desk(PostgresServer(data.parent).create())
        known: list[str] = []
        for _ in range(STOPS):
            with ExitStack() as server:
                server.enter_context(running(data, *DURABLE, stop_by="QUIT"))
                with suppress(StoreUnreachable):
                    desk.services.view_desk()  # its connection ended with the last server
                stop = Timer(random.uniform(0.2, 0.9), server.close)
                stop.start()
                done = step_until_it_stops(desk)
                stop.join()
            with running(data):
                found = on_record(desk)
                # The last one may have been made durable without its answer getting through.
                assert found[: len(known) + len(done)] == known + done
                assert len(found) - len(known) - len(done) in (0, 1)
                assert desk.services.verify().ok  # the same services, on the server come back
                for code in {line.split()[0] for line in found[len(known) :]}:
                    check_row(desk, code)
                known = found
        assert len(known) >= STOPS
        desk.store.close()
