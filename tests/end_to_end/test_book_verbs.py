"""`book` as scripts outside are written for it: prints, tables, volumes, closings, refusals."""

from pathlib import Path

import pytest

from onestop_desktop.application.certify import Certify
from tests.end_to_end.command import Run
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order
from tests.support.paper import page_size, texts
from tests.support.spreadsheet import rows

YEAR = ("--year", "2026")
LAST_DAY = "2026-12-31T16:45"


@pytest.fixture
def run(desk: Desk, run: Run) -> Run:
    """The command line over a desk with one certificate and two dossiers of one field."""
    desk.services.counter.certify(Certify(make_order(), OFFICER, LEADER))
    for name in ("=1+1", "Nguyễn Thị Đường"):
        desk.receive(plain_order(name=name))
    return run


def test_a_book_without_an_act_says_what_it_holds(run: Run) -> None:
    held = run("--json", "book", "copies", *YEAR)
    assert (held.code, held.err) == (0, "")
    assert held.json == {
        **{"book": "copies", "year": 2026, "volume": 1, "numbers": 1, "spoilt": 0},
        **{"copies": 3, "fee": 12_000, "first": 1, "last": 1, "closed_at": None, "signed_by": ""},
    }
    assert "numbers: 1" in run("book", "copies", *YEAR).out
    fields = run("--json", "book", "tracking", *YEAR).json
    assert fields == {"year": 2026, "fields": {"Chứng thực": 1, "Hộ tịch": 2}}


def test_a_month_a_year_and_a_table_are_written(run: Run, tmp_path: Path) -> None:
    pdf, xlsx = tmp_path / "mới" / "tháng.pdf", tmp_path / "năm.xlsx"
    words = ("--json", "book", "copies", *YEAR)
    made = run(*words, "--month", "11", "--out", str(pdf))
    assert (made.code, made.json) == (0, {"file": str(pdf), "book": "copies", "copy": 0})
    assert "Tháng 11 năm 2026" in texts(pdf.read_bytes())[0]
    assert run(*words, "--month", "11", "--out", str(pdf)).json["copy"] == 1
    assert run(*words, "--out", str(pdf)).json["copy"] == 0
    assert "Năm 2026" in texts(pdf.read_bytes())[0]
    assert run(*words, "--out", str(xlsx)).json["copy"] == 1
    assert rows(xlsx.read_bytes())[5]["E"] == ("text", "Bằng tốt nghiệp THPT")


def test_the_tracking_book_is_written_as_paper_and_as_a_table(run: Run, tmp_path: Path) -> None:
    words = ("--json", "book", "tracking", *YEAR, "--field", "Hộ tịch", "--out")
    for name in ("sổ.pdf", "SỔ.XLSX"):
        made = run(*words, str(tmp_path / name))
        assert (made.code, made.err) == (0, "")
        assert made.json == {
            **{"file": str(tmp_path / name), "field": "Hộ tịch", "number": 1, "lines": 2}
        }
    pdf = (tmp_path / "sổ.pdf").read_bytes()
    assert page_size(pdf) == (297, 210)
    assert "=1+1" in texts(pdf)[0]
    assert rows((tmp_path / "SỔ.XLSX").read_bytes())[5]["E"] == ("text", "=•")
    assert run(*words, str(tmp_path / "đủ.xlsx"), "--names").code == 0
    assert rows((tmp_path / "đủ.xlsx").read_bytes())[5]["E"] == ("text", "=1+1")
    assert run("--json", "verify").json["ok"]


def test_a_number_is_spoilt_a_volume_begun_a_year_closed_and_its_page_printed(
    run: Run, tmp_path: Path
) -> None:
    words = ("--json", "book", "copies", *YEAR)
    spoilt = run(*words, "--spoil", "1", "--reason", "Đóng dấu nhòe")
    assert spoilt.json == {"book": "copies", "year": 2026, "spoilt": 1}
    assert run(*words, "--new-volume").json["volume"] == 2
    assert run("book", "deeds", *YEAR, "--new-volume").out.strip() == "Từ nay ghi quyển số 02/2026."
    page = ("--closing", "--out", str(tmp_path / "khóa.pdf"))
    early = run(*words, *page, at=LAST_DAY)
    assert (early.code, early.json["refused"]) == (3, "book_not_closed")
    closed = run(*words, "--close", "--signed-by", LEADER, at=LAST_DAY).json
    assert (closed["closed_at"], closed["spoilt"]) == ("2026-12-31T16:45:00+07:00", 1)
    assert run(*words, *page, at=LAST_DAY).code == 0
    assert LEADER in texts((tmp_path / "khóa.pdf").read_bytes())[0]
    for act in (
        ("--close", "--signed-by", LEADER),
        ("--spoil", "1", "--reason", "x"),
        ("--new-volume",),
    ):
        again = run(*words, *act, at=LAST_DAY)
        assert (again.code, again.json["refused"]) == (3, "book_closed")


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("nothing", *YEAR), "choice_unknown"),
        (("nothing", *YEAR, "--out", "{x}.pdf"), "choice_unknown"),
        (("copies", *YEAR, "--month", "13", "--out", "{x}.pdf"), "number_out_of_range"),
        (("copies", *YEAR, "--month", "0", "--out", "{x}.pdf"), "number_out_of_range"),
        (("copies", *YEAR, "--month", "12", "--out", "{x}.pdf"), "day_in_future"),
        (("copies", "--year", "20260", "--out", "{x}.pdf"), "number_out_of_range"),
        (("copies", "--year", "-1"), "number_out_of_range"),
        (("copies", *YEAR, "--out", "{x}.doc"), "choice_unknown"),
        (("copies", *YEAR, "--closing", "--out", "{x}.xlsx"), "choice_unknown"),
        (("copies", *YEAR, "--close", "--signed-by", "Minh"), "book_too_early"),
        (("copies", *YEAR, "--close"), "field_missing"),
        (("copies", *YEAR, "--spoil", "9", "--reason", "x"), "number_unknown"),
        (("copies", *YEAR, "--spoil", "1"), "field_missing"),
        (("tracking", *YEAR, "--close", "--signed-by", "Minh"), "choice_unknown"),
        (("tracking", *YEAR, "--new-volume"), "choice_unknown"),
        (("tracking", *YEAR, "--out", "{x}.pdf"), "choice_unknown"),
        (("tracking", *YEAR, "--field", "Đất", "--out", "{x}.pdf"), "choice_unknown"),
        (
            ("tracking", "--year", "2025", "--field", "Hộ tịch", "--out", "{x}.xlsx"),
            "choice_unknown",
        ),
        (("tracking", *YEAR, "--field", "Hộ tịch", "--out", "{x}.csv"), "choice_unknown"),
    ],
)
def test_a_refusal_is_one_sentence_exit_3_and_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], refused: str
) -> None:
    answer = run("--json", "book", *(word.format(x=tmp_path / "ra") for word in words))
    assert (answer.code, answer.json["refused"]) == (3, refused)
    assert answer.json["message"] == answer.err.strip()
    assert answer.err.strip().endswith(".")
    assert list(tmp_path.glob("ra*")) == []


def test_a_file_that_cannot_be_written_is_the_worlds_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    for name in ("tệp/x.pdf", "tệp/x.xlsx"):
        for book in (("copies",), ("tracking", "--field", "Hộ tịch")):
            answer = run("--json", "book", *book, *YEAR, "--out", str(tmp_path / name))
            assert (answer.code, answer.json["refused"]) == (4, "file_unwritable")


def test_wrong_usage(run: Run) -> None:
    assert run("book", "copies").code == 2
    assert run("book", *YEAR).code == 2
    assert run("book", "copies", "--year", "MMXXVI").code == 2
    assert run("book", "copies", *YEAR, "--close", "--new-volume").code == 2
    nobody = run("--json", "book", "copies", *YEAR, "--new-volume", officer="")
    assert (nobody.code, nobody.json["refused"]) == (3, "officer_missing")
