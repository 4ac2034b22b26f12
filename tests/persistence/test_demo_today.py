"""Today's demo desk: a dossier in every state and one of each kind of trouble, at any moment asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onestop_desktop.domain.lifecycle import State
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.timeliness import is_appointment_missed
from tests.support.demo import OFFICE_HOURS, Demo, days_off, make, vietnamese

STANDS = "2026-11-25T02:30:00Z"


@pytest.fixture
def demo(demo_today: Demo) -> Demo:
    """Today's desk; the tests only look at it."""
    return demo_today


def test_a_dossier_in_every_state_a_reception_can_lead_to(demo: Demo) -> None:
    assert set(demo.counts("state")) == {state.value for state in State} - {State.REGISTERED.value}
    assert demo.made.dossiers == sum(demo.counts("state").values())
    assert demo.sql("SELECT max(recorded_at) FROM entry") == [(STANDS,)]
    assert demo.services.verify().ok


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("late without an apology", "verdict = 'late' AND apologies = 0"),
        ("late with an apology", "verdict = 'late' AND apologies > 0"),
        (
            "overdue without an apology",
            f"is_open AND state = 'in_process' AND due_at < '{STANDS}' AND apologies = 0",
        ),
        (
            "overdue with an apology",
            f"is_open AND state = 'in_process' AND due_at < '{STANDS}' AND apologies > 0",
        ),
        ("a pause", "paused_at IS NOT NULL"),
        ("before the leader", "state = 'in_process' AND proposed_at IS NOT NULL"),
        ("on its way", "handed_to = 'Vũ Thị Hường' AND holder = 'Trần Thị Hoa'"),
        ("just come", "state = 'received' AND holder = 'Vũ Thị Hường' AND handed_to = ''"),
        ("waiting for days", f"state = 'settled' AND settled_at < '{STANDS[:8]}20'"),
        ("an official code", "official_code <> ''"),
        ("online", "channel = 'online_full'"),
    ],
)
def test_each_kind_of_dossier_is_there(demo: Demo, kind: str, wanted: str) -> None:
    assert demo.sql(f"SELECT count(*) FROM dossier WHERE {wanted}")[0][0] > 0, kind


@pytest.mark.parametrize(
    "step",
    [
        *("lengthen", "extend", "send_back", "undo", "ask_supplement", "supplemented"),
        *("ask_payment", "paid", "refuse", "withdraw", "stop", "void", "refund", "spoil_number"),
        *("notice", "delegate", "hand_cash"),
    ],
)
def test_each_kind_of_act_is_on_record(demo: Demo, step: str) -> None:
    assert demo.sql("SELECT count(*) FROM entry WHERE step = ?", step)[0][0] > 0


def test_a_second_supplement_a_missed_appointment_and_another_fee(demo: Demo) -> None:
    asked = demo.sql(
        "SELECT f.facts FROM entry e JOIN entry_facts f USING (sequence) "
        "WHERE e.step = 'ask_supplement'"
    )
    assert any(json.loads(told)["leader_reason"] for (told,) in asked)
    rows = demo.sql("SELECT settled_at, promised_at, due_at FROM dossier WHERE settled_at <> ''")
    assert any(is_appointment_missed(*map(read_moment, row)) for row in rows)
    assert demo.sql("SELECT count(*) FROM payment WHERE amount > 0 AND reason <> ''")[0][0] > 0
    assert demo.sql("SELECT count(*) FROM certification WHERE spoilt <> ''")[0][0] > 0


def test_nothing_happens_on_days_off_or_outside_office_hours(demo: Demo) -> None:
    off = days_off(2026)
    moments = [vietnamese(at) for (at,) in demo.sql("SELECT recorded_at FROM entry")]
    assert not [at for at in moments if at.date() in off or at.weekday() > 4]
    assert all(any(opens <= at.time() < closes for opens, closes in OFFICE_HOURS) for at in moments)


def test_the_same_seed_makes_the_same_dossiers(demo: Demo, tmp_path: Path) -> None:
    again = make(tmp_path / "again.sqlite", "today")
    assert again.dossiers() == demo.dossiers()
    again.services.store.close()


@pytest.mark.parametrize("at", ["2026-02-15T09:30", "2024-02-29T06:30", "2026-11-23T07:35"])
def test_it_stands_at_any_moment_asked_for(tmp_path: Path, at: str) -> None:
    made = make(tmp_path / "desk.sqlite", "today", at)
    ((last,),) = made.sql("SELECT max(recorded_at) FROM entry")
    assert vietnamese(last) <= read_moment(at) == made.made.at
    assert made.sql("SELECT count(*) FROM dossier WHERE is_open")[0][0] >= 10
    assert made.services.verify().ok
    made.services.store.close()


@pytest.mark.postgres
def test_it_is_made_on_a_server_too(new_postgres_url: Callable[[], str]) -> None:
    made = make(new_postgres_url(), "today")
    assert made.services.verify().ok
    made.services.store.close()
