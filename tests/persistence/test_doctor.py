"""`doctor` and `verify`: folds against rows, series against their gaps, day seals, progress, calling off."""

from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.check_words import FAULTS, check_lines, fault_words
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.pages import JournalCheck
from onestop_desktop.domain.calendar_errors import CalledOff
from tests.faults.rich_desk import live_a_day
from tests.house.tracked import ROOT
from tests.persistence.test_journal import lift_guards
from tests.support.desk import OFFICER, Desk, plain_order


@pytest.fixture
def lived(desk: Desk) -> Desk:
    live_a_day(desk)
    return desk


def test_nothing_is_wrong_with_a_day_of_everything(lived: Desk) -> None:
    assert lived.services.verify().faults == ()
    assert lived.services.doctor().faults == ()
    assert lived.services.verify().first is None


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "UPDATE number_series SET last = 9 WHERE name = 'fee-receipt:2026'",
            {"series": "fee-receipt:2026", "last": 9, "given": 1, "fault": "series_differs"},
        ),
        (
            "UPDATE number_series SET last = 2 WHERE name = 'form-day_sheet:2026'",
            {"series": "form-day_sheet:2026", "last": 2, "given": 1, "fault": "series_differs"},
        ),
        (
            "UPDATE setting SET value = replace(value, '15:00', '15:30') WHERE name = 'agency'",
            {"sequence": 1, "part": "agency", "fault": "desk_differs"},
        ),
        (
            "UPDATE special_day SET is_off = 1 - is_off WHERE day = '2026-09-02'",
            {"sequence": 1, "part": "calendar", "fault": "desk_differs"},
        ),
        (
            "UPDATE procedure_version SET body = replace(body, '3 working', '9 working')"
            " WHERE code = '1.004873'",
            {"sequence": 1, "part": "catalogue", "fault": "desk_differs"},
        ),
        (
            "UPDATE parked_reception SET form = replace(form, 'Gác', 'Gac')",
            {"part": "parked", "fault": "parked_differs"},
        ),
    ],
)
def test_what_differs_is_named(lived: Desk, statement: str, fault: dict[str, Any]) -> None:
    lived.sql(statement)
    assert list(lived.services.doctor().faults) == [fault]
    assert list(lived.services.verify().faults) == [fault]


def test_a_request_pointed_at_another_dossier_is_named(lived: Desk) -> None:
    first, second = (row[0] for row in lived.sql("SELECT code FROM dossier ORDER BY id LIMIT 2"))
    lived.sql("UPDATE request SET dossier = ?", second)
    assert list(lived.services.doctor().faults) == [
        {"dossier": code, "fault": "request_differs"} for code in (first, second)
    ]


@pytest.mark.parametrize("column", ["prints = prints + 1", "sha256 = 'f'", "visit = 'khác'"])
def test_a_slips_own_columns_are_compared(lived: Desk, column: str) -> None:
    lived.sql(f"UPDATE slip SET {column} WHERE id = 1")
    (first,) = lived.sql("SELECT code FROM dossier WHERE id = 1")[0]
    assert {"dossier": first, "fault": "slip_differs"} in lived.services.doctor().faults


def test_a_dossier_put_on_an_older_slip_of_its_visit_is_named(lived: Desk) -> None:
    lived.sql("UPDATE dossier SET slip_id = 2 WHERE id = 2")
    code = lived.sql("SELECT code FROM dossier WHERE id = 2")[0][0]
    assert list(lived.services.doctor().faults) == [{"dossier": code, "fault": "slip_differs"}]


def test_the_next_closing_keeps_the_seal_of_the_one_before(lived: Desk) -> None:
    seal = lived.services.counter.newest_closing()
    assert seal is not None
    code = lived.services.counter.read_day_seal(seal).code
    lived.clock.set("2026-11-26T16:00:00")
    lived.services.counter.close_day(CloseDay(OFFICER, "Còn hồ sơ"))
    (facts,) = lived.sql("SELECT facts FROM entry_facts ORDER BY sequence DESC LIMIT 1")[0]
    assert f'"seal_before":"{code}"' in facts
    assert lived.services.verify().ok


def test_a_chain_rewritten_as_a_whole_betrays_itself_by_its_seals(lived: Desk) -> None:
    """Digests computed anew from entry 2 on, as one would who knows how: the kept seal fits no more."""
    from onestop_desktop.domain.journal import facts_digest, head_digest
    from onestop_desktop.persistence.chain import _as_digested

    lived.clock.set("2026-11-26T16:00:00")
    lived.services.counter.close_day(CloseDay(OFFICER, "Còn hồ sơ"))
    lift_guards(lived)
    lived.sql("UPDATE entry SET workstation = 'Quầy 7' WHERE sequence = 2")
    previous = lived.sql("SELECT digest FROM entry WHERE sequence = 1")[0][0]
    for row in lived.sql(
        "SELECT e.sequence, step, dossier, officer, workstation, recorded_at, happened_at, salt, facts"
        " FROM entry e JOIN entry_facts f ON f.sequence = e.sequence WHERE e.sequence > 1"
        " ORDER BY e.sequence"
    ):
        *head, recorded, happened, salt, facts = row
        written = (*head, _as_digested(recorded), _as_digested(happened))
        previous = head_digest(written, facts_digest(salt, facts), previous)
        lived.sql("UPDATE entry SET digest = ? WHERE sequence = ?", previous, row[0])
    lived.sql("UPDATE chain_head SET digest = ?", previous)
    faults = lived.services.verify().faults
    last = lived.sql("SELECT max(sequence) FROM entry")[0][0]
    assert [(fault["sequence"], fault["fault"]) for fault in faults] == [(last, "seal_differs")]


def test_progress_is_told_and_may_call_it_off(lived: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from onestop_desktop.persistence import chain

    monkeypatch.setattr(chain, "AT_ONCE", 5)
    heard: list[tuple[int, int]] = []

    def hear(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return True

    lived.services.verify(hear)
    entries = lived.services.verify().entries
    assert heard[0] == (5, 2 * entries)
    assert heard == sorted(heard)
    with pytest.raises(CalledOff):
        lived.services.verify(lambda done, _whole: done < 10)
    with pytest.raises(CalledOff):
        lived.services.doctor(lambda _done, _whole: False)
    assert lived.receive(plain_order()).dossier.code  # nothing stays locked


def test_the_first_fault_is_that_of_the_earliest_entry() -> None:
    faults = ({"part": "words", "count": 1, "fault": "words_differ"},)
    later = ({"sequence": 9, "fault": "entry_changed"}, {"sequence": 4, "fault": "facts_changed"})
    assert JournalCheck(9, (*faults, *later)).first == later[1]
    assert JournalCheck(9, faults).first == faults[0]
    assert "Nội dung bản ghi số 4" in check_lines(JournalCheck(9, (*faults, *later)))[1]


def test_every_fault_the_store_names_has_its_sentence() -> None:
    written = "".join(
        path.read_text("utf-8") for path in (ROOT / "onestop_desktop/persistence").glob("*.py")
    )
    unsaid = [name for name in FAULTS if f'"{name}"' not in written]
    assert unsaid == []
    for part in written.split('"fault": "')[1:]:
        assert part.partition('"')[0] in FAULTS


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_fault_in_words_leaves_no_bracket(language: str) -> None:
    told = {"part": "calendar", "sequence": 3, "fault": "desk_differs"}
    words = fault_words(told, language)
    assert ("lịch làm việc" if language == "vi" else "calendar") in words
    assert "{" not in words


def test_a_series_is_called_as_people_call_it() -> None:
    told = {"series": "fee-receipt:2026", "number": 7, "fault": "number_unaccounted"}
    assert fault_words(told).startswith("Dãy số biên lai thu phí 2026: số 7 ")


def test_a_quick_look_finds_a_damaged_page(sqlite_desk: Desk) -> None:
    live_a_day(sqlite_desk)
    assert sqlite_desk.store.quick_look().ok
    sqlite_desk.store.close()
    sqlite_desk.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = sqlite_desk.sql("SELECT rootpage FROM sqlite_master WHERE name = 'day_count'")[0]
    with Path(sqlite_desk.address).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(512))
    (fault,) = sqlite_desk.store.quick_look().faults
    assert fault["fault"] == "page_damaged"
