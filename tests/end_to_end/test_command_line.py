"""The contract of the verbs: JSON keys, exit codes, sentences; on SQLite and on PostgreSQL."""

import re
from pathlib import Path

import pytest

from tests.end_to_end.command import Answer, Run
from tests.support.desk import Desk, dump, make_order

ROW_KEYS = {
    *("code", "official_code", "applicant", "identity", "phone", "procedure", "state"),
    *("received_at", "due_at", "promised_at"),
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")
CARD = "030185001234|142345678|Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá, xã Đoàn Kết|10052021"
CODE = "H99.99.99-261125-0001"


def receive(run: Run, **changes: object) -> Answer:
    return run("--json", "receive", "-", stdin=dump(make_order(**changes)))


def test_receive_answers_code_due_time_promise_why_and_state(run: Run) -> None:
    answer = receive(run)
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["code"] == CODE
    assert answer.json["state"] == "received"
    assert answer.json["due_at"] == "2026-11-25T17:00:00+07:00"
    assert answer.json["promised_at"] == "2026-11-25T16:30:00+07:00"
    assert "15:00" in answer.json["why"][0]["words"]


def test_receive_takes_an_order_from_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "đơn.json"
    file.write_text(dump(make_order()), "utf-8-sig")
    assert run("--json", "receive", str(file)).json["code"] == CODE


def test_receive_speaks_to_people_without_json(run: Run) -> None:
    answer = run("receive", "-", stdin=dump(make_order()))
    assert answer.out.splitlines()[:2] == [CODE, "16:30 Thứ Tư 25/11/2026"]


def test_the_same_request_twice_is_one_dossier(run: Run) -> None:
    first, second = receive(run, request_id="lan-1"), receive(run, request_id="lan-1")
    assert first.json["code"] == second.json["code"] == CODE
    assert (first.json["repeated"], second.json["repeated"]) == (False, True)
    assert len(run("--json", "queue").rows) == 1


def test_a_request_id_used_for_another_order_is_refused(run: Run) -> None:
    receive(run, request_id="lan-1")
    answer = receive(run, request_id="lan-1", name="Phạm Văn Long")
    assert answer.code == 3
    assert answer.json["refused"] == "request_reused"
    assert answer.json["facts"]["code"] == CODE
    assert len(run("--json", "queue").rows) == 1


def test_a_refusal_is_a_code_facts_and_one_sentence(run: Run) -> None:
    answer = receive(run, name=None)
    assert answer.code == 3
    assert answer.json["refused"] == "field_missing"
    assert answer.json["facts"]["field"] == "applicant.name"
    assert answer.json["message"] == answer.err.strip()
    assert "họ và tên" in answer.err


def test_english_is_spoken_when_asked(run: Run) -> None:
    answer = run("--lang", "en", "receive", "-", stdin=dump(make_order(name=None)))
    assert answer.code == 3
    assert answer.err.strip() == "The name is missing; nothing was stored."


def test_who_writes_must_be_named(run: Run) -> None:
    answer = run("--json", "receive", "-", stdin=dump(make_order()), officer="")
    assert (answer.code, answer.json["refused"]) == (3, "officer_missing")


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', "nul", "[" * 100_000, '{"procedure": NaN'])
def test_an_order_that_is_no_json_object_is_refused(run: Run, text: str) -> None:
    answer = run("--json", "receive", "-", stdin=text)
    assert (answer.code, answer.json["refused"]) == (3, "order_unreadable")


def test_bytes_that_are_no_utf8_are_a_fault_of_the_file(run: Run) -> None:
    assert run("--json", "receive", "-", stdin=b"\xff\xfe\x00").code == 4


def test_show_gives_the_dossier_and_its_entries(run: Run) -> None:
    receive(run)
    shown = run("--json", "show", CODE.lower()).json
    assert {"code", "due_at", "promised_at", "why", "state"} <= shown.keys()
    assert [(entry["step"], entry["officer"]) for entry in shown["entries"]] == [
        ("receive", "Trần Thị Hoa")
    ]
    assert run("show", CODE).out.startswith(CODE)
    unknown = run("--json", "show", "H99.99.99-261125-0009")
    assert (unknown.code, unknown.json["refused"]) == (3, "dossier_unknown")


def test_lists_give_one_row_a_line_with_local_moments(run: Run) -> None:
    receive(run)
    receive(run, name="Phạm Văn Long", procedure="1.004873", items=None)
    for words in (("list",), ("queue",), ("find", "pham"), ("find", CODE)):
        answer = run("--json", *words)
        assert answer.code == 0
        assert answer.rows
        for row in answer.rows:
            assert row.keys() >= ROW_KEYS
            assert MOMENT.fullmatch(row["due_at"])
            assert isinstance(row["applicant"], str)


def test_the_queue_stands_by_due_time(run: Run) -> None:
    receive(run, name="Lê Thị Hai", procedure="1.004873", items=None)
    receive(run, name="Đặng Văn Một")
    assert [row["applicant"] for row in run("--json", "queue").rows] == [
        "Đặng Văn Một",
        "Lê Thị Hai",
    ]


def test_list_sorts_limits_and_asks_for_a_day_and_a_state(run: Run) -> None:
    receive(run, name="Bùi Văn An")
    receive(run, name="Đỗ Thị Bình")
    by_name = run("--json", "list", "--sort", "applicant", "--limit", "1").rows
    assert [row["applicant"] for row in by_name] == ["Bùi Văn An"]
    assert len(run("--json", "list", "--on", "25/11/2026", "--state", "received").rows) == 2
    assert run("--json", "list", "--on", "2026-11-26").rows == []
    assert run("--json", "list", "--state", "settled").rows == []
    assert run("--json", "list", "--state", "lost").json["refused"] == "choice_unknown"
    assert run("--json", "list", "--on", "31/02/2026").json["refused"] == "date_impossible"
    assert run("--json", "list", "--limit", "0").json["refused"] == "number_out_of_range"


def test_nothing_found_is_no_error(run: Run) -> None:
    assert run("--json", "find", "không ai cả") == Answer(0, "", "")
    assert run("find", "không ai cả").out.strip() == "Không có hồ sơ nào."


def test_due_computes_and_writes_nothing(run: Run) -> None:
    answer = run("--json", "due", "--term", "3 working days", "--received", "2026-11-25T09:00")
    assert answer.json["due_at"] == "2026-11-30T17:00:00+07:00"
    assert answer.json["provisional"] is False
    assert answer.json["why"]
    by_procedure = run("--json", "due", "--procedure", "2.000815", "--received", "2026-11-23T15:01")
    assert by_procedure.json["due_at"] == "2026-11-25T17:00:00+07:00"
    assert run("--json", "verify").json["entries"] == 1


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("--term", "3 quarters", "--received", "2026-11-25"), "term_invalid"),
        (("--term", "3 months", "--received", "hôm nay"), "date_impossible"),
        (("--term", "same day", "--received", "9999-12-31T23:59-12:00"), "date_impossible"),
        (("--term", "9999 months", "--received", "2026-11-25"), "calendar_ends"),
        (("--procedure", "9.999999", "--received", "2026-11-25"), "procedure_unknown"),
        (("--procedure", "1.004946", "--received", "2026-11-25"), "term_not_set"),
        (("--procedure", "2.000815", "--received", "2026-11-25", "--case", "7"), "case_unknown"),
    ],
)
def test_due_refuses_what_it_cannot_know(run: Run, words: tuple[str, ...], refused: str) -> None:
    answer = run("--json", "due", *words)
    assert (answer.code, answer.json["refused"]) == (3, refused)


def test_card_reads_the_text_of_a_card(run: Run) -> None:
    facts = run("--json", "card", "-", stdin=CARD + "\r\n").json
    assert facts == {
        "identity": "030185001234",
        "old_identity": "142345678",
        "name": "Nguyễn Thị Đường",
        "born_on": "1985-03-02",
        "sex": "female",
        "address": "Thôn Bùi Xá, xã Đoàn Kết",
        "issued_on": "2021-05-10",
        "warnings": [],
    }
    refused = run("--json", "card", "-", stdin="https://vneid.gov.vn/x")
    assert (refused.code, refused.json["refused"]) == (3, "card_is_vneid")


def test_form_writes_a_pdf_that_only_the_user_reads(run: Run, tmp_path: Path) -> None:
    receive(run)
    file = tmp_path / "phiếu.pdf"
    answer = run("--json", "form", CODE, "01", "--out", str(file))
    assert answer.json == {"file": str(file), "form": "01", "copy": 0}
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stat().st_mode & 0o777 == 0o600
    again = run("--json", "form", CODE, "01", "--out", str(file), "--size", "A5")
    assert again.json["copy"] == 1
    steps = [entry["step"] for entry in run("--json", "show", CODE).json["entries"]]
    assert steps == ["receive", "print", "print"]


def test_form_refuses_and_faults_in_words(run: Run, tmp_path: Path) -> None:
    receive(run)
    out = ("--out", str(tmp_path / "x.pdf"))
    assert run("--json", "form", CODE, "99", *out).json["refused"] == "form_unknown"
    unknown = run("--json", "form", "H99.99.99-261125-0777", "01", *out)
    assert unknown.json["refused"] == "dossier_unknown"
    many = run("--json", "form", CODE, "01", *out, "--copies", "99")
    assert many.json["refused"] == "number_out_of_range"
    assert not (tmp_path / "x.pdf").exists()
    (tmp_path / "file").touch()
    nowhere = run("form", CODE, "01", "--out", str(tmp_path / "file" / "x.pdf"))
    assert nowhere.code == 4
    assert "Không ghi được tệp" in nowhere.err


def test_guide_writes_the_sheet_to_take_home(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    assert run("--json", "guide", "2.000815", "--out", str(file)).code == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert run("--json", "guide", "9.999999", "--out", str(file)).code == 3


def test_verify_says_ok_and_how_many_entries(run: Run) -> None:
    receive(run)
    answer = run("--json", "verify")
    assert answer.code == 0
    assert answer.json == {"ok": True, "entries": 2, "faults": []}


def test_verify_ends_with_3_when_the_chain_does_not_hold(run: Run, desk: Desk) -> None:
    receive(run)
    _cut_head(desk)
    answer = run("--json", "verify")
    assert answer.code == 3
    assert answer.json["ok"] is False
    assert answer.json["faults"]


def _cut_head(desk: Desk) -> None:
    on_table = "" if desk.is_sqlite else " ON chain_head"
    for trigger in ("chain_head_forward", "chain_head_stays"):
        desk.sql(f"DROP TRIGGER IF EXISTS {trigger}{on_table}")
    desk.sql("UPDATE chain_head SET digest = 'x'")


def test_init_refuses_an_existing_store(run: Run) -> None:
    answer = run("--json", "init")
    assert (answer.code, answer.json["refused"]) == (3, "store_exists")
    assert run("--json", "verify").json["ok"] is True


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("settle-everything",),
        ("due", "--received", "2026-11-25"),
        ("list", "--limit", "nhiều"),
        ("init", "--profile", "2030"),
        ("form", CODE),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    "words", [("show", ""), ("show", " "), ("form", "", "01", "--out", "x.pdf")]
)
def test_no_code_is_no_dossier(run: Run, words: tuple[str, ...]) -> None:
    answer = run("--json", *words)
    assert (answer.code, answer.json["refused"]) == (3, "dossier_unknown")
