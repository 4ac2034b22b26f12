"""Finding and listing: folded words, any text as text, pages by key, and the index that serves each."""

import unicodedata
from typing import Any

import pytest
from sqlalchemy import Connection

from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.persistence import first_page, journal, rows
from onestop_desktop.persistence.dossiers import SqlDossiers
from tests.support.desk import Desk, plain_order

PEOPLE = (
    "Nguyễn Thị Đường",
    "Đặng Văn Đức",
    "Ch'Nưr Êban",
    "Phạm Thị Hương",
    "Phạm Hương Thị",
    "Lê % _ * OR",
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for at, name in enumerate(PEOPLE):
        desk.receive(name=name, identity=f"03018500{at:04d}", phone=f"09123 456 {at:02d}")
    return desk


def names(desk: Desk, wanted: str) -> list[str]:
    return [row.applicant for row in desk.services.find_dossiers(wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("duong", ["Nguyễn Thị Đường"]),
        ("ĐƯỜNG", ["Nguyễn Thị Đường"]),
        ("đuc", ["Đặng Văn Đức"]),
        ("dang van", ["Đặng Văn Đức"]),
        ("van dang", ["Đặng Văn Đức"]),
        ("huong pham", ["Phạm Hương Thị", "Phạm Thị Hương"]),
        ("ngu thi đư", ["Nguyễn Thị Đường"]),
        ("n", ["Ch'Nưr Êban", "Nguyễn Thị Đường"]),
        ("ch'nưr", ["Ch'Nưr Êban"]),
        ("nur", ["Ch'Nưr Êban"]),
        ("eban", ["Ch'Nưr Êban"]),
        ("030185000003", ["Phạm Thị Hương"]),
        ("0301850000", list(reversed(PEOPLE))),
        ("0912345602", ["Ch'Nưr Êban"]),
        ("261125-0002", ["Đặng Văn Đức"]),
        ("0002", ["Đặng Văn Đức"]),
        ("h99.99.99-261125-0004", ["Phạm Thị Hương"]),
        ("  H99.99.99-261125-0004 ", ["Phạm Thị Hương"]),
        ("zzz", []),
        ("hương zzz", []),
        ("", []),
        ("   ", []),
        ("%", []),
        ("_", []),
        ("*", []),
        ('"', []),
        ("'; DROP TABLE dossier; --", []),
        ("duong*", ["Nguyễn Thị Đường"]),
        ("duong OR duc", []),
        ("le or", ["Lê % _ * OR"]),
        ("NEAR(duong)", []),
        ("words:duong", []),
        ("-duong", ["Nguyễn Thị Đường"]),
        ("duong & !duc", []),
        ("đường:*", ["Nguyễn Thị Đường"]),
        ("a\x00b", []),
        ("\ud800", []),
    ],
)
def test_find(filled: Desk, wanted: str, found: list[str]) -> None:
    assert names(filled, wanted) == found


def test_nfd_finds_what_nfc_wrote_and_the_other_way(desk: Desk) -> None:
    desk.receive(name=unicodedata.normalize("NFD", "Nguyễn Thị Đường"))
    for form in ("NFC", "NFD"):
        assert names(desk, unicodedata.normalize(form, "Đường")) == ["Nguyễn Thị Đường"]


def test_the_official_code_and_its_tail_find_the_dossier(desk: Desk) -> None:
    desk.receive(official_code="H23.45-261125-0777")
    desk.receive(name="Bùi Văn An")
    for wanted in ("H23.45-261125-0777", "h23.45-261125-0777", "0777"):
        assert names(desk, wanted) == ["Nguyễn Thị Đường"]


def test_a_proxy_is_found_by_name_too(desk: Desk) -> None:
    desk.receive(channel="proxy", proxy={"name": "Vũ Quốc Anh", "authorisation": "Giấy 01"})
    assert names(desk, "quoc anh") == ["Nguyễn Thị Đường"]


def test_newest_come_first_and_only_as_many_as_asked(filled: Desk) -> None:
    assert [row.applicant for row in filled.services.find_dossiers("thi", 2)] == [
        "Phạm Hương Thị",
        "Phạm Thị Hương",
    ]


def test_who_came_before_is_known_by_the_number(filled: Desk) -> None:
    seen = filled.services.recognise_applicant(" 030185000001 ")
    assert seen is not None
    assert seen.applicant.name == "Đặng Văn Đức"
    assert [row.procedure for row in seen.open_of("2.000815")] == ["2.000815"]
    assert seen.open_of("1.004873") == ()
    assert filled.services.recognise_applicant("030185009999") is None
    assert filled.services.recognise_applicant("") is None


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 50])
def test_pages_by_due_time_hold_each_dossier_once_also_among_equals(desk: Desk, size: int) -> None:
    for number in range(7):  # all due at the same moment
        desk.receive(name=f"Người {number}")
    desk.receive(plain_order(name="Người chậm"))
    found: list[str] = []
    after = ""
    while True:
        page = desk.services.read_queue(after, size)
        assert len(page.rows) <= size
        found += [row.code[-4:] for row in page.rows]
        after = page.after
        if not after:
            break
    assert found == [f"{number:04d}" for number in range(1, 9)]


@pytest.mark.parametrize("sort", ["due", "received", "applicant"])
def test_each_order_of_the_list_pages_through_everything(filled: Desk, sort: str) -> None:
    found: list[str] = []
    after = ""
    while True:
        page = filled.services.list_dossiers(sort=sort, after=after, limit=2)
        found += [row.code for row in page.rows]
        after = page.after
        if not after:
            break
    assert sorted(found) == [f"H99.99.99-261125-{number:04d}" for number in range(1, 7)]
    assert found == [row.code for row in filled.services.list_dossiers(sort=sort).rows]


def test_the_window_reads_its_first_page_as_the_queue_does(sqlite_desk: Desk) -> None:
    for number in range(45):
        sqlite_desk.receive(name=f"Người {number}")
    sqlite_desk.receive(plain_order(name="Người chậm"))
    wanted = sqlite_desk.services.read_queue(limit=first_page.ROWS).rows
    assert first_page.first_page(sqlite_desk.address) == wanted
    assert len(wanted) == 40


def test_the_first_page_is_the_statement_of_the_queue() -> None:
    from sqlalchemy.dialects import sqlite

    compiled = rows.OPEN_BY_DUE.limit(first_page.ROWS).compile(dialect=sqlite.dialect())
    words = str(compiled).replace(" OFFSET ?", "")
    assert words.split() == first_page.OPEN_BY_DUE.split()


def test_the_first_page_of_what_is_no_store_is_empty(sqlite_desk: Desk) -> None:
    assert first_page.first_page("postgresql+psycopg://x@y/z") == ()
    assert first_page.first_page(sqlite_desk.address + ".missing") == ()
    assert first_page.first_page(__file__) == ()


class Watched:
    """Each statement that a block sends, explained by the database itself."""

    def __init__(self, connection: Connection) -> None:
        from sqlalchemy import event

        self.connection, self.asked = connection, list[tuple[str, Any]]()
        event.listen(connection, "before_cursor_execute", self._note)

    def _note(self, *about: Any) -> None:
        self.asked.append((about[2], about[3]))

    def plans(self) -> str:
        """The plan of each, as one text."""
        sqlite = self.connection.dialect.name == "sqlite"
        explain = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
        lines: list[str] = []
        for statement, values in tuple(self.asked):
            if not sqlite:
                self.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            found = self.connection.exec_driver_sql(explain + statement, values)
            lines += [str(row[-1]) for row in found]
        return "\n".join(lines)


def plans(desk: Desk, ask: Any) -> str:
    desk.services.read_queue()
    with desk.store._connect().connect() as connection:
        watched = Watched(connection)
        ask(SqlDossiers(connection))
        return watched.plans()


QUESTIONS = {
    "queue": lambda dossiers: dossiers.queue(),
    "next page": lambda dossiers: dossiers.queue("2026-11-25T17:00:00+07:00|H99.99.99-261125-0001"),
    "count": lambda dossiers: dossiers.open_count(),
    "code": lambda dossiers: dossiers.find("H99.99.99-261125-0001"),
    "words": lambda dossiers: dossiers.find("thi duong"),
    "identity": lambda dossiers: dossiers.of_identity("030185001234"),
    "official": lambda dossiers: dossiers.code_of_official("H23.45-261125-0777"),
    "row": lambda dossiers: dossiers.entries("H99.99.99-261125-0001"),
    "rows named by news": lambda dossiers: dossiers.rows(
        tuple(f"H99.99.99-261125-{number:04d}" for number in range(1, 41))
    ),
}
SERVED_BY = {
    "queue": "ix_dossier_open_due",
    "next page": "ix_dossier_open_due",
    "count": "ix_dossier_open_due",
    "code": "code",
    "words": "dossier_words",
    "identity": "ix_dossier_identity",
    "official": "uq_dossier_official_code",
    "row": "ix_entry_dossier",
    "rows named by news": "code",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_of_the_counter_reads_the_whole_table(filled: Desk, question: str) -> None:
    filled.sql("ANALYZE")
    plan = plans(filled, QUESTIONS[question])
    assert SERVED_BY[question] in plan
    for line in plan.splitlines():
        scanned = line.startswith("SCAN ") and "USING" not in line and "VIRTUAL" not in line
        assert not scanned, plan
        assert "Seq Scan on dossier" not in line, plan
        assert "TEMP B-TREE FOR ORDER BY" not in line or question in {"words", "identity"}, plan


def test_news_reads_only_the_entries_after_its_mark(filled: Desk) -> None:
    mark = filled.store.news(0).mark - 2
    with filled.store._connect().connect() as connection:
        watched = Watched(connection)
        assert len(journal.news(connection, mark).codes or ()) == 2
        plan = watched.plans()
    assert "SEARCH entry USING INTEGER PRIMARY KEY" in plan or "on pk_entry" in plan, plan


def test_a_moment_that_is_none_is_the_stores_fault(sqlite_desk: Desk) -> None:
    sqlite_desk.receive()
    sqlite_desk.sql("UPDATE dossier SET due_at = 'hôm qua'")
    with pytest.raises(StoreDamaged):
        sqlite_desk.services.read_queue()
    assert first_page.first_page(sqlite_desk.address) == ()


@pytest.mark.parametrize(
    "typed", ["0912 345 678", "0912.345.678", "0912345", "030185 001234", "0301 8500 1234"]
)
def test_numbers_are_found_however_they_are_grouped(desk: Desk, typed: str) -> None:
    code = desk.receive().dossier.code
    assert [row.code for row in desk.services.find_dossiers(typed)] == [code]


@pytest.mark.parametrize("typed", ["030185001234", "030 185 001 234", " 030185001234 "])
def test_a_citizen_is_recognised_however_the_number_is_typed(desk: Desk, typed: str) -> None:
    desk.receive()
    seen = desk.services.recognise_applicant(typed)
    assert seen is not None
    assert seen.applicant.name == "Nguyễn Thị Đường"


def test_a_passport_is_recognised_in_small_letters(desk: Desk) -> None:
    desk.receive(identity="B1234567")
    assert desk.services.recognise_applicant("b1234567")
