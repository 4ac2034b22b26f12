"""The journal is append-only and chained: what a database tool changes is refused, or noticed and named."""

from collections.abc import Callable
from typing import Any

import pytest

from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment
from tests.support.desk import MORNING, OFFICER, Desk, plain_order

NOON = read_moment(MORNING)
COLUMNS = {
    "sequence": 77,
    "step": "print",
    "dossier": "H99.99.99-261125-0009",
    "officer": "Người khác",
    "workstation": "Quầy 9",
    "recorded_at": "2026-11-25T01:59:59Z",
    "happened_at": "2026-11-24T02:00:00Z",
    "facts_digest": "0" * 64,
    "digest": "f" * 64,
}


def lift_guards(desk: Desk) -> None:
    """What someone with a database tool would do first."""
    if desk.is_sqlite:
        names = desk.sql("SELECT name, '' FROM sqlite_master WHERE type = 'trigger'")
    else:
        names = desk.sql(
            "SELECT tgname, ' ON ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal"
        )
    for name, on_table in names:
        desk.sql(f"DROP TRIGGER {name}{on_table}")


def faults(desk: Desk) -> list[dict[str, Any]]:
    return list(desk.services.verify().faults)


def named(desk: Desk) -> set[Any]:
    """The entries that verify points at."""
    return {fault.get("sequence") for fault in faults(desk)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET officer = 'Người khác' WHERE sequence = 2",
        "DELETE FROM entry WHERE sequence = 2",
        "DELETE FROM entry",
        "UPDATE entry_facts SET facts = '{}' WHERE sequence = 2",
        "DELETE FROM entry_facts WHERE sequence = 2",
        "INSERT INTO erasure (sequence, named_by) VALUES (2, 2)",
        "UPDATE chain_head SET sequence = 1",
        "UPDATE chain_head SET digest = 'x'",
        "DELETE FROM chain_head",
        "INSERT INTO entry SELECT 9, step, dossier, officer, workstation, recorded_at, happened_at,"
        " facts_digest, digest FROM entry WHERE sequence = 2",
    ],
)
def test_the_journal_refuses_to_be_changed(desk: Desk, statement: str) -> None:
    desk.receive()
    with pytest.raises(Exception, match=r"append-only|never changed|erasure|violates foreign key"):
        desk.sql(statement)
    assert faults(desk) == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO entry SELECT sequence, step, dossier, 'Người khác', workstation,"
        " recorded_at, happened_at, facts_digest, digest FROM entry WHERE sequence = 2",
        "INSERT OR REPLACE INTO entry_facts SELECT sequence, salt, '{}' FROM entry_facts"
        " WHERE sequence = 2",
        "INSERT OR REPLACE INTO chain_head VALUES (1, 0, 'x', NULL)",
        "REPLACE INTO erasure VALUES (2, 2)",
    ],
)
def test_sqlite_refuses_replace_which_deletes_unseen(sqlite_desk: Desk, statement: str) -> None:
    sqlite_desk.receive()
    with pytest.raises(Exception, match=r"append-only|never changed|erasure"):
        sqlite_desk.sql(statement)
    assert faults(sqlite_desk) == []


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["entry", "entry_facts", "erasure", "chain_head"])
def test_postgresql_refuses_truncate(
    postgres_template: str, new_postgres_url: Callable[[str], str], table: str
) -> None:
    from tests.support.desk import Clock, open_desk

    desk = open_desk(new_postgres_url(postgres_template), Clock())
    with pytest.raises(Exception, match=r"append-only"):
        desk.sql(f"TRUNCATE {table} CASCADE")
    desk.store.close()


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_column_is_noticed_and_its_entry_named(desk: Desk, column: str) -> None:
    for name in ("Bùi Văn An", "Đỗ Thị Bình", "Phạm Văn Long"):
        desk.receive(name=name)
    lift_guards(desk)
    if column == "sequence":  # its facts point at it
        desk.sql("DELETE FROM entry_facts WHERE sequence = 3")
    desk.sql(f"UPDATE entry SET {column} = ? WHERE sequence = 3", COLUMNS[column])
    assert (77 if column == "sequence" else 3) in named(desk)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("recorded_at", "2026-11-25T02:00:00+00:00"),
        ("recorded_at", "lúc chín giờ"),
        ("happened_at", ""),
        ("step", "không có bước này"),
    ],
)
def test_even_a_value_this_program_never_wrote_is_named(
    desk: Desk, column: str, value: str
) -> None:
    desk.receive()
    lift_guards(desk)
    desk.sql(f"UPDATE entry SET {column} = ? WHERE sequence = 2", value)
    assert {"sequence": 2, "fault": "entry_changed"} in faults(desk)
    assert named(desk) - {None} == {2}


def test_one_letter_of_a_fact_is_enough(desk: Desk) -> None:
    desk.receive()
    lift_guards(desk)
    desk.sql("UPDATE entry_facts SET facts = replace(facts, 'Đường', 'Đương') WHERE sequence = 2")
    assert faults(desk) == [{"sequence": 2, "fault": "facts_changed"}]


def test_another_salt_is_noticed(desk: Desk) -> None:
    desk.receive()
    lift_guards(desk)
    desk.sql("UPDATE entry_facts SET salt = ? WHERE sequence = 2", b"0" * 16)
    assert faults(desk) == [{"sequence": 2, "fault": "facts_changed"}]


def test_facts_that_are_gone_without_an_erasure_are_missed(desk: Desk) -> None:
    desk.receive()
    lift_guards(desk)
    desk.sql("DELETE FROM entry_facts WHERE sequence = 2")
    assert faults(desk) == [{"sequence": 2, "fault": "facts_missing"}]


def test_an_entry_taken_out_of_the_middle_is_missed_where_it_stood(desk: Desk) -> None:
    for name in ("Bùi Văn An", "Đỗ Thị Bình", "Phạm Văn Long"):
        desk.receive(name=name)
    lift_guards(desk)
    desk.sql("DELETE FROM entry_facts WHERE sequence = 3")
    desk.sql("DELETE FROM entry WHERE sequence = 3")
    assert {"sequence": 4, "fault": "number_missing"} in faults(desk)
    # Only the gap is named, not every entry after it.
    assert {fault.get("sequence") for fault in faults(desk)} - {None} == {4}


def test_a_cut_tail_does_not_fit_the_head(desk: Desk) -> None:
    desk.receive(name="Bùi Văn An")
    desk.receive(name="Đỗ Thị Bình")
    lift_guards(desk)
    desk.sql("DELETE FROM entry_facts WHERE sequence = 3")
    desk.sql("DELETE FROM entry WHERE sequence = 3")
    assert {"sequence": 2, "fault": "head_differs"} in faults(desk)


def test_a_head_that_is_gone_is_missed(desk: Desk) -> None:
    desk.receive()
    lift_guards(desk)
    desk.sql("DELETE FROM chain_head")
    assert {"sequence": 2, "fault": "head_differs"} in faults(desk)


def test_a_dossier_without_its_row_or_its_entry_is_named(desk: Desk) -> None:
    code = desk.receive().dossier.code
    desk.sql("UPDATE dossier SET code = 'H99.99.99-261125-0666'")
    assert faults(desk) == [
        {"dossier": code, "fault": "dossier_row_missing"},
        {"dossier": "H99.99.99-261125-0666", "fault": "dossier_without_entry"},
    ]


def test_facts_may_go_once_an_erasure_names_them_and_the_chain_still_holds(desk: Desk) -> None:
    desk.receive(name="Bùi Văn An")
    desk.receive(name="Đỗ Thị Bình")
    with desk.services.unit_of_work(write=True) as work:
        erasing = Entry(Step.ERASE, OFFICER, NOON, NOON, facts={"entries": [2]})
        number = work.record(erasing).sequence
        work.commit()
    desk.sql("INSERT INTO erasure (sequence, named_by) VALUES (2, ?)", number)
    desk.sql("DELETE FROM entry_facts WHERE sequence = 2")
    assert desk.sql("SELECT count(*) FROM entry_facts WHERE sequence = 2") == [(0,)]
    check = desk.services.verify()
    assert (check.ok, check.entries) == (True, 4)
    with pytest.raises(Exception, match="erasure"):
        desk.sql("DELETE FROM entry_facts WHERE sequence = 3")


def test_recorded_times_never_fall_even_when_the_clock_does(desk: Desk) -> None:
    desk.receive()
    desk.clock.set("2026-11-25T08:58:30")
    desk.receive()
    times = [row[0] for row in desk.sql("SELECT recorded_at FROM entry ORDER BY sequence")]
    assert times == ["2026-11-25T00:30:00Z", "2026-11-25T02:00:00Z", "2026-11-25T02:00:00Z"]
    assert desk.services.verify().ok


def test_equal_facts_leave_different_digests_behind(desk: Desk) -> None:
    """The salt: what was erased cannot be guessed again from its digest."""
    with desk.services.unit_of_work(write=True) as work:
        for _ in range(2):
            work.record(Entry(Step.CHANGE_DESK, OFFICER, NOON, NOON, facts={"a": "b"}))
        work.commit()
    digests = desk.sql("SELECT facts_digest FROM entry WHERE sequence > 1")
    assert len(set(digests)) == 2


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE dossier SET holder = 'Người khác'", "row_differs"),
        ("UPDATE dossier SET due_at = '2030-01-01T10:00:00Z'", "row_differs"),
        ("UPDATE dossier SET state = 'settled', is_open = 1", "row_differs"),
        ("UPDATE slip SET facts = replace(facts, 'Đường', 'Đương')", "slip_differs"),
        ("UPDATE slip SET facts = replace(facts, '16:30', '16:45')", "slip_differs"),
        ("UPDATE slip SET facts = '{}'", "slip_differs"),
    ],
)
def test_what_was_copied_from_the_journal_is_compared_with_it(
    desk: Desk, statement: str, fault: str
) -> None:
    code = desk.receive().dossier.code
    desk.receive(visit="1")
    desk.receive(plain_order(visit="1"))
    assert desk.services.verify().ok
    desk.sql(f"{statement} WHERE id = 1")
    assert list(desk.services.verify().faults) == [{"dossier": code, "fault": fault}]
