"""The verbs of the day as scripts are written for: words, data, exit codes; what is refused stores nothing."""

import shutil
from pathlib import Path

import pytest

from tests.end_to_end.command import Run, certify, entries, refused, runner
from tests.support.desk import Desk, make_desk, plain_order
from tests.support.paper import texts

EVENING = "2026-11-25T17:05"


def test_the_board_says_its_head_figures_in_words_and_as_data(desk: Desk, run: Run) -> None:
    certify(run)
    desk.receive(plain_order())
    told = run("--json", "board", at=EVENING)
    assert told.code == 0
    assert told.json == {
        "received": 2,
        "settled": 1,
        "early": 0,
        "on_time": 1,
        "late": 0,
        "open": 1,
        "overdue": 0,
        "on_time_share": 100.0,
        "carried_over": 0,
        "not_counted": 0,
        "late_with_apology": 0,
        "appointments_missed": 0,
        "returned": 1,
        "satisfaction": None,
        "from": "2026-01-01",
        "to": "2026-11-25",
    }
    assert run("board", at=EVENING).out.splitlines() == [
        "Đã giải quyết 1, trước hạn và đúng hạn 100 %",
        "Từ 01/01/2026 đến 25/11/2026",
        "Trước hạn 0, đúng hạn 1, trễ hạn 0 (đã xin lỗi 0)",
        "Kỳ trước chuyển sang 0, đã nhận 2, còn mở 1, quá hạn 0",
        "Trễ giờ hẹn 0, đã trả 1, không tính (rút, từ chối, dừng, hủy) 0",
        "Chưa có ý kiến của người dân",
    ]
    english = run("--lang", "en", "board", "--from", "25/11/2026", at=EVENING).out
    assert english.startswith("Settled 1, early and on time 100 %\nOn 25/11/2026\nEarly 0,")


def test_the_board_of_a_later_day_is_carried_over_and_overdue(desk: Desk, run: Run) -> None:
    desk.receive(plain_order())
    words = ("--json", "board", "--from", "2026-12-01", "--to", "01/12/2026")
    told = run(*words, at="2026-12-02T08:00").json
    assert (told["carried_over"], told["received"], told["open"], told["overdue"]) == (1, 0, 1, 1)
    assert told["on_time_share"] is None
    assert (told["from"], told["to"]) == ("2026-12-01", "2026-12-01")


def test_the_board_as_pdf_makes_its_folder_and_never_takes_the_stores_place(
    sqlite_desk: Desk,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    run = runner(sqlite_desk.address, capfdbinary, monkeypatch)
    certify(run)
    paper = tmp_path / "bảng" / "hôm nay.pdf"
    answer = run("--json", "board", "--out", str(paper), at=EVENING)
    assert (answer.code, answer.json["file"]) == (0, str(paper))
    assert "Đã giải quyết" in " ".join(texts(paper.read_bytes()))
    (tmp_path / "tệp").write_text("không phải thư mục", "utf-8")
    kept = Path(sqlite_desk.address).read_bytes()
    for place in (tmp_path / "tệp" / "b.pdf", sqlite_desk.address, tmp_path):
        for verb in (("board",), ("day-sheet",)):
            assert refused(run("--json", *verb, "--out", str(place), at=EVENING), 4) == (
                "file_unwritable"
            )
    assert Path(sqlite_desk.address).read_bytes() == kept


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("board", "--from", "2026-11-25", "--to", "2026-11-24"), "period_backwards"),
        (("board", "--from", "26/11/2026"), "period_backwards"),
        (("board", "--to", "26/11/2026"), "day_in_future"),
        (("board", "--to", "31/02/2026"), "date_impossible"),
        (("board", "--from", "hôm qua"), "date_impossible"),
        (("board", "--from", "0001-01-01"), "number_out_of_range"),
        (("board", "--to", "0001-01-01"), "number_out_of_range"),
        (("seal", "--check", ""), "seal_unread"),
        (("day-sheet", "31/02/2026", "--out", "x.pdf"), "date_impossible"),
        (("day-sheet", "26/11/2026", "--out", "x.pdf"), "day_in_future"),
        (("day-sheet", "24/11/2026", "--out", "x.pdf"), "nothing_on_record"),
        (("seal", "31/02/2026"), "date_impossible"),
        (("seal", "2026-11-26"), "day_in_future"),
        (("seal", "2026-11-24"), "nothing_on_record"),
        (("seal", "--check", "MC-251126-1-2"), "seal_unread"),
        (("seal", "--check", "MC-310226-1-000001-00000000000000000001"), "seal_unread"),
        (("rate", "H99.99.99-261125-0001", "4"), "number_out_of_range"),
        (("rate", "H99.99.99-261125-0001", "0"), "number_out_of_range"),
        (("rate", "H99.99.99-261125-0001", "3"), "step_impossible"),
        (("rate", "H99.99.99-261125-0009", "3"), "dossier_unknown"),
        (("close-day", "--reason", "a\u202eb"), "hidden_character"),
        (("close-day", "--reason", "a" * 1001), "field_too_long"),
    ],
)
def test_what_a_verb_of_the_day_is_refused_for_stores_nothing(
    desk: Desk,
    run: Run,
    words: tuple[str, ...],
    refusal: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.receive(plain_order())
    before = entries(desk)
    assert refused(run("--json", *words, at=EVENING)) == refusal
    assert refused(run("--json", "--lang", "en", *words, at=EVENING)) == refusal
    assert entries(desk) == before
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("board", "--to", "31/02/2026"),
            "Ô đến ngày: “31/02/2026” không phải là ngày giờ có thật.",
        ),
        (("board", "--from", "hôm qua"), "Ô từ ngày: “hôm qua” không phải là ngày giờ có thật."),
        (("board", "--from", "26/11/2026"), "Ngày đầu 26/11/2026 sau ngày cuối 25/11/2026."),
        (("rate", "H99.99.99-261125-0001", "4"), "Ô ý kiến phải từ 1 đến 3, đang là 4."),
        (("seal", "31/02/2026"), "Ô ngày: “31/02/2026” không phải là ngày giờ có thật."),
    ],
)
def test_a_refusal_names_the_field_in_words(
    run: Run, words: tuple[str, ...], sentence: str
) -> None:
    answer = run(*words, at=EVENING)
    assert (answer.code, answer.out, answer.err) == (3, "", f"{sentence}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("rate", "H99.99.99-261125-0001", "ba"),
        ("rate", "H99.99.99-261125-0001"),
        ("day-sheet", "25/11/2026"),
        ("board", "--month", "11"),
        ("seal", "25/11/2026", "26/11/2026"),
        ("close-day", "25/11/2026"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize("verb", [("close-day",), ("rate", "H99.99.99-261125-0001", "3")])
def test_what_writes_asks_who_acts(desk: Desk, run: Run, verb: tuple[str, ...]) -> None:
    certify(run)
    before = entries(desk)
    assert refused(run("--json", *verb, at=EVENING, officer="")) == "officer_missing"
    assert entries(desk) == before


def test_a_day_with_dossiers_unaccounted_for_is_closed_with_a_reason_alone(
    desk: Desk, run: Run
) -> None:
    desk.receive(plain_order())
    late, before = "2026-12-01T17:05", entries(desk)
    answer = run("--json", "close-day", at=late)
    assert (refused(answer), answer.json["facts"]["count"]) == ("day_unaccounted", 1)
    assert refused(run("--json", "close-day", "--reason", "  ", at=late)) == "day_unaccounted"
    assert entries(desk) == before
    closed = run("close-day", "--reason", "Chờ xác minh", at=late)
    first, seal, until, code = closed.out.splitlines()
    assert (closed.code, first) == (0, "Đã kết thúc ngày 01/12/2026.")
    assert seal.startswith("Niêm phong ngày 01/12/2026: ")
    assert until == f"Đến bản ghi số {before + 1}"
    assert code.startswith(f"Mã quét: MC-011226-{before + 1}-")
    assert entries(desk) == before + 2  # the closing, and the copy kept after it
    told = run("--json", "seal", "01/12/2026", at="2026-12-02T08:00").json
    assert told["seal"] == seal.partition(": ")[2]
    assert code == f"Mã quét: {told['code']}"
    assert (told["day"], told["entries"]) == ("2026-12-01", before + 1)


def test_the_day_sheet_of_a_closed_day_is_the_same_paper_the_day_after(
    run: Run, tmp_path: Path
) -> None:
    certify(run)
    closed = run("--json", "close-day", at=EVENING).json
    assert Path(closed.pop("backup")).is_file()
    papers = [tmp_path / f"{number}.pdf" for number in range(2)]
    told = [
        run("--json", "day-sheet", "25/11/2026", "--out", str(paper), at=at)
        for paper, at in zip(papers, (EVENING, "2026-11-26T07:30"), strict=True)
    ]
    assert [answer.json for answer in told] == [{"file": str(each), **closed} for each in papers]
    assert papers[0].read_bytes() == papers[1].read_bytes()
    assert closed["seal"].split(" – ")[0] in " ".join(texts(papers[0].read_bytes()))


def check(run: Run, code: str, kind: str, words: str, at: str = "2026-11-26T07:30") -> None:
    answer = run("--json", "seal", "--check", code, at=at)
    assert (answer.json["kind"], answer.json["ok"]) == (kind, kind == "same")
    assert answer.code == (0 if kind == "same" else 3)
    assert words in answer.json["message"]
    assert run("seal", "--check", code, at=at).out == f"{answer.json['message']}\n"


def test_a_seal_of_another_desk_of_an_older_copy_and_of_an_older_sheet_end_with_3(
    sqlite_desk: Desk,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    run = runner(sqlite_desk.address, capfdbinary, monkeypatch)
    certify(run)
    sqlite_desk.store.close()
    older = tmp_path / "older.sqlite"
    shutil.copyfile(sqlite_desk.address, older)
    seal = run("--json", "close-day", at=EVENING).json["code"]
    check(run, seal, "same", "niêm phong khớp")
    check(runner(str(older), capfdbinary, monkeypatch), seal, "older_store", "CŨ HƠN")
    make_desk(str(tmp_path / "other.sqlite")).store.close()
    other = runner(str(tmp_path / "other.sqlite"), capfdbinary, monkeypatch)
    theirs = other("--json", "close-day", at=EVENING).json["code"]
    check(run, theirs, "other_desk", "sổ khác")
    run("close-day", at="2026-11-26T17:05")
    check(run, seal, "older_sheet", "mới nhất là ngày 26/11/2026", "2026-11-27T07:30")


def test_a_rating_is_kept_once(desk: Desk, run: Run) -> None:
    code = certify(run).json["code"]
    answer = run("rate", code, "2", at=EVENING)
    assert (answer.code, answer.out) == (0, f"{code}: bình thường\n")
    before = entries(desk)
    assert refused(run("--json", "rate", code, "3", at=EVENING)) == "rated_before"
    assert entries(desk) == before
    assert run("--json", "board", at=EVENING).json["satisfaction"] == 0.0
