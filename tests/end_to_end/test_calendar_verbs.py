"""`calendar import` and `calendar show`: all or nothing, nothing moves that nobody agreed to."""

from pathlib import Path

import pytest

from tests.end_to_end.command import Run
from tests.support.desk import dump, plain_order

STORM = "date,kind,name,notice,confirmed\n2026-11-27,off,Nghỉ tránh bão,15/CV-UBND,yes\n"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "công văn 15.csv"
    file.write_text(STORM, "utf-8")
    return file


def test_a_notice_is_imported_and_shown(run: Run, notice: Path) -> None:
    answer = run("--json", "calendar", "import", str(notice))
    assert (answer.code, answer.json) == (0, {"imported": 1, "refused": [], "moved": []})
    shown = run("--json", "calendar", "show", "2026").json
    assert (shown["confirmed"], shown["notice"]) == (True, "9441/TB-BNV ngày 16/10/2025")
    assert {
        "date": "2026-11-27",
        "kind": "off",
        "name": "Nghỉ tránh bão",
        "notice": "15/CV-UBND",
        "confirmed": True,
    } in shown["days"]
    assert {
        name: value for name, value in shown["hours"][0].items() if name not in ("from", "to")
    } == {"weekday": 1, "opens": "07:30", "closes": "11:30", "open": True, "counts": True}
    words = run("calendar", "show", "2027").out
    assert "2027: chưa xác nhận" in words
    due = run("--json", "due", "--term", "3 working days", "--received", "2026-11-25T09:00")
    assert due.json["due_at"] == "2026-12-01T17:00:00+07:00"


def test_due_times_that_move_want_a_yes(run: Run, notice: Path) -> None:
    code = run("--json", "receive", "-", stdin=dump(plain_order())).json["code"]
    refused = run("--json", "calendar", "import", str(notice))
    assert (refused.code, refused.json["refused"]) == (3, "due_times_moved")
    (would,) = refused.json["facts"]["moved"]
    assert (would["code"], would["due_at"]) == (code, "2026-12-01T17:00:00+07:00")
    told = run("calendar", "import", str(notice))
    assert f"{code}  17:00 Thứ Hai 30/11/2026 -> 17:00 Thứ Ba 01/12/2026" in told.out
    assert run("--json", "show", code).json["due_at"] == "2026-11-30T17:00:00+07:00"
    agreed = run("--json", "calendar", "import", str(notice), "--agree", "--reason", "Bão số 12")
    (moved,) = agreed.json["moved"]
    assert (moved["code"], moved["due_at"]) == (code, "2026-12-01T17:00:00+07:00")
    assert moved["promised_at"] == "2026-11-30T16:30:00+07:00"
    assert any("Nghỉ tránh bão" in words for words in moved["why"])
    assert run("--json", "show", code).json["due_at"] == "2026-12-01T17:00:00+07:00"


def test_a_year_confirmed_moves_no_due_time_and_says_so(run: Run, notice: Path) -> None:
    order = {**plain_order(), "validly_received_at": "2026-12-30T09:00:00"}
    code = run("--json", "--at", "2026-12-30T09:00", "receive", "-", stdin=dump(order)).json["code"]
    notice.write_text("date,kind,name,notice,confirmed\n2027,year,,1/TB-BNV,yes\n", "utf-8")
    told = run("--at", "2026-12-30T09:05", "calendar", "import", str(notice))
    assert f"{code}  17:00 Thứ Ba 05/01/2027 -> không đổi, hết tạm tính" in told.out


def test_one_bad_line_and_nothing_is_imported(run: Run, notice: Path) -> None:
    notice.write_text(STORM + "2026-11-26,makeup,Bù,15,yes\n2026-02-30,off,Tết,15,yes\n", "utf-8")
    answer = run("--json", "calendar", "import", str(notice))
    assert answer.code == 3
    assert answer.json["imported"] == 0
    assert [row["line"] for row in answer.json["refused"]] == [4, 3]
    assert "2026-11-26" in answer.json["refused"][1]["reason"]
    assert "2026-11-27" not in run("--json", "calendar", "show", "2026").out


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("show", "2031"), "calendar_ends"),
        (("show", "năm nay"), "field_invalid"),
        (("import", "/không/có"), "file_unreadable"),
        (("import", "-"), "notice_unreadable"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: tuple[str, str], refused: str) -> None:
    answer = run("--json", "calendar", *words)
    assert answer.code in (3, 4)
    assert answer.json["refused"] == refused


def test_a_year_too_far_is_named_by_its_line_and_nothing_is_no_change(
    run: Run, notice: Path
) -> None:
    notice.write_text("date,kind,name\n2031-01-01,off,Tết\n", "utf-8")
    (refused,) = run("--json", "calendar", "import", str(notice)).json["refused"]
    assert refused["line"] == 2
    assert "2031" in refused["reason"]
    notice.write_text("date,kind,name\n", "utf-8")
    assert run("--json", "calendar", "import", str(notice)).json["imported"] == 0
    assert run("--json", "verify").json["entries"] == 1
