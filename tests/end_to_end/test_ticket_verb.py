"""The hall's verb as scripts are written for: numbers taken by anybody, called by who works here."""

from pathlib import Path

import pytest

from tests.end_to_end.command import Run, refused
from tests.support.desk import Desk
from tests.support.paper import page_size, texts

AT = "2026-11-25T09:00"


def test_a_number_is_taken_called_called_again_and_listed(desk: Desk, run: Run) -> None:
    taken = run("--json", "ticket", "take", "--kind", "b", at=AT)
    assert taken.code == 0
    assert taken.json == {
        "number": "B001",
        "kind": "B",
        "day": "2026-11-25",
        "state": "waiting",
        "taken_at": "2026-11-25T09:00:00+07:00",
        "called_at": None,
        "counter": "",
        "calls": 0,
        "waited_minutes": 0,
        "dossier": "",
        "ahead": 0,
    }
    words = run("ticket", "take", "--kind", "T", at=AT).out.splitlines()
    assert words == ["T001", "Còn 1 người trước ông/bà"]
    called = run("--json", "ticket", "call", "--counter", "Quầy 2", at="2026-11-25T09:12:30").json
    assert (called["number"], called["counter"], called["waited_minutes"]) == ("B001", "Quầy 2", 12)
    assert called["waiting"] == 1
    again = run("ticket", "call", "--counter", "Quầy 2", "--again", at="2026-11-25T09:13").out
    assert again == "B001  09:00  đã gọi  Quầy 2  chờ 12 phút\n"
    assert run("--lang", "en", "ticket", "list", at="2026-11-25T09:14").out.splitlines() == [
        "B001  09:00  called  Quầy 2  waited 12 min",
        "T001  09:00  waiting",
    ]
    assert run("ticket", "list", "--on", "2026-11-24", at=AT).out == "Chưa có số nào.\n"


def test_nobody_waits_is_an_answer_and_nothing_to_call_again_a_refusal(
    desk: Desk, run: Run
) -> None:
    none = run("--json", "ticket", "call", "--counter", "Quầy 1", at=AT)
    assert (none.code, none.json) == (0, {"number": None, "waiting": 0})
    assert run("ticket", "call", "--counter", "Quầy 1", at=AT).out == "Không còn ai chờ.\n"
    again = ("ticket", "call", "--counter", "Quầy 1", "--again")
    assert refused(run("--json", *again, at=AT)) == "no_ticket_called"
    assert refused(run("--json", "ticket", "take", "--kind", "Đ", at=AT)) == "ticket_kind_unknown"
    assert refused(run("--json", "ticket", "call", at=AT)) == "field_missing"


@pytest.mark.parametrize(("size", "width"), [("K80", 80), ("A5", 148)])
def test_a_number_is_printed_into_a_file(
    desk: Desk, run: Run, tmp_path: Path, size: str, width: int
) -> None:
    file = tmp_path / "so" / "phieu.pdf"
    words = ("ticket", "take", "--kind", "A", "--out", str(file), "--size", size)
    assert run("--json", *words, at=AT).json["file"] == str(file)
    pdf = file.read_bytes()
    assert page_size(pdf)[0] == width
    assert "A001" in texts(pdf)[0]


def test_the_receipt_comes_on_a_roll_too(desk: Desk, run: Run, tmp_path: Path) -> None:
    code, file = desk.receive().dossier.code, tmp_path / "cuon.pdf"
    done = run("--json", "form", code, "01", "--out", str(file), "--size", "K80", at=AT)
    assert done.code == 0
    assert page_size(file.read_bytes())[0] == 80
    assert run("--json", "show", "2611250001", at=AT).json["code"] == code
