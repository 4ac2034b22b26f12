"""`batch` and `import`: many orders through one process, answered in order, one bad line never two."""

import json

import pytest

from tests.end_to_end.command import Run
from tests.support.desk import dump, make_order


def lines(*asked: object) -> str:
    return "".join(dump(row) + "\n" for row in asked)


def test_batch_keeps_the_order_and_goes_on_after_a_refusal(run: Run) -> None:
    answer = run(
        "batch",
        "-",
        stdin=lines(
            {"verb": "receive", "order": make_order(name="Bùi Văn An")},
            {"verb": "receive", "order": make_order(name=None)},
            {"verb": "due", "term": "3 working days", "received": "2026-11-25T09:00"},
            {"verb": "find", "text": "bui van", "limit": 50},
            {"verb": "receive", "order": make_order(name="Đỗ Thị Bình")},
        ),
    )
    first, refused, due, found, last = answer.rows
    assert answer.code == 0
    assert first["code"] == "H99.99.99-261125-0001"
    assert refused["refused"] == "field_missing"
    assert due["due_at"] == "2026-11-30T17:00:00+07:00"
    assert [row["applicant"] for row in found["rows"]] == ["Bùi Văn An"]
    assert last["code"] == "H99.99.99-261125-0002"


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("không phải JSON", "order_unreadable"),
        ("[1]", "order_unreadable"),
        ("{}", "choice_unknown"),
        ('{"verb": []}', "choice_unknown"),
        ('{"verb": {"a": 1}}', "choice_unknown"),
        ('{"verb": "receive"}', "field_missing"),
        ('{"verb": "receive", "order": 5}', "field_missing"),
        ('{"verb": "receive", "order": {}, "at": "mai"}', "date_impossible"),
        ('{"verb": "receive", "order": {}, "as": "\\u202ehoa"}', "hidden_character"),
        ('{"verb": "due"}', "date_impossible"),
        ('{"verb": "due", "received": "2026-11-25"}', "field_missing"),
        ('{"verb": "due", "received": "2026-11-25", "term": ["x"]}', "term_invalid"),
        (
            '{"verb": "due", "received": "2026-11-25", "procedure": "2.000815", "channel": "fax"}',
            "choice_unknown",
        ),
        (
            '{"verb": "due", "received": "2026-11-25", "procedure": "2.000815", "case": "hai"}',
            "field_invalid",
        ),
        ('{"verb": "find", "text": "a", "limit": "x"}', "field_invalid"),
        ('{"verb": "find", "text": "a", "limit": true}', "field_invalid"),
        ('{"verb": "find", "text": "a", "limit": 100000000}', "number_out_of_range"),
        ('{"verb": "show", "code": 5}', "dossier_unknown"),
        ('{"verb": "show", "code": ""}', "dossier_unknown"),
        ('{"verb": "show", "code": "x", "foo": 1}', "field_unknown"),
        ('{"verb": "find", "text": [1]}', "field_invalid"),
        ('{"verb": "find", "text": "a", "at": []}', "field_invalid"),
        ('{"verb": "receive", "order": {}, "as": [1]}', "field_invalid"),
        ('{"verb": "show", "code": null}', "dossier_unknown"),
        ('{"verb": "show", "code": []}', "dossier_unknown"),
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_is_done(run: Run, line: str, refused: str) -> None:
    good = dump({"verb": "receive", "order": make_order()})
    answer = run("batch", "-", stdin=f"{line}\n{good}\n")
    assert answer.code == 0
    assert answer.rows[0]["refused"] == refused
    assert answer.rows[0]["message"]
    assert answer.rows[1]["code"] == "H99.99.99-261125-0001"


def test_bytes_that_are_no_utf8_spoil_their_own_line_alone(run: Run) -> None:
    good = dump({"verb": "receive", "order": make_order()}).encode()
    answer = run("batch", "-", stdin=b'{"verb": "find", "text": "\xff"}\n' + good + b"\n")
    assert answer.rows[0]["refused"] == "order_unreadable"
    assert answer.rows[1]["code"]


@pytest.mark.parametrize("text", ["a\\u0000b", "\\ud800", "%", "_", "'", '\\"', "a OR b", "*"])
def test_find_takes_any_text(run: Run, text: str) -> None:
    answer = run("batch", "-", stdin=f'{{"verb": "find", "text": "{text}"}}\n')
    assert answer.rows == [{"rows": []}]


def test_at_in_a_line_sets_the_clock_for_that_line_alone(run: Run) -> None:
    answer = run(
        "batch",
        "-",
        at="2026-11-25T09:00",
        stdin=lines(
            {"verb": "receive", "order": make_order()},
            {"verb": "receive", "order": make_order(), "at": "2026-11-25T15:00:01"},
        ),
    )
    assert [row["received_at"] for row in answer.rows] == [
        "2026-11-25T09:00:00+07:00",
        "2026-11-25T15:00:01+07:00",
    ]
    assert answer.rows[1]["due_at"] == "2026-11-26T17:00:00+07:00"
    third = run("batch", "-", at="2026-11-25T15:01", stdin=lines({"verb": "find", "text": "duong"}))
    assert len(third.rows[0]["rows"]) == 2


def test_a_clock_behind_the_last_entry_stops_reception(run: Run) -> None:
    run("--json", "receive", "-", stdin=dump(make_order()))
    back = run("--json", "receive", "-", at="2026-11-25T08:00", stdin=dump(make_order()))
    assert (back.code, back.json["refused"]) == (3, "clock_behind")
    assert "08:00 25/11/2026" in back.json["message"]
    code = run("--json", "find", "duong").rows[0]["code"]
    paper = run("--json", "form", code, "01", "--out", "x.pdf", at="2026-11-20T09:00")
    assert (paper.code, paper.json["refused"]) == (3, "clock_behind")


def test_import_counts_what_it_took_repeated_and_refused(run: Run) -> None:
    orders = lines(
        {"order": make_order(request_id="1"), "at": "2026-11-25T08:00"},
        make_order(request_id="2", name="Phạm Văn Long"),
        make_order(request_id="1"),
        {"order": make_order(request_id="1"), "at": "2026-11-25T08:00"},
        make_order(name=None),
    )
    answer = run("--json", "import", "-", stdin=orders + "{\n")
    assert answer.code == 0
    assert (answer.json["imported"], answer.json["repeated"]) == (2, 2)
    assert [row["line"] for row in answer.json["refused"]] == [5, 6]
    assert run("--json", "verify").json == {"ok": True, "entries": 3, "faults": []}
    assert answer.err.strip()


def test_import_goes_on_over_many_lines_and_keeps_codes_in_a_row(run: Run) -> None:
    bad = [make_order(name="") if number % 7 == 0 else make_order() for number in range(450)]
    answer = run("--json", "import", "-", stdin=lines(*bad))
    assert answer.json["imported"] == 450 - 65
    codes = [
        row["code"] for row in run("--json", "list", "--sort", "received", "--limit", "1000").rows
    ]
    assert codes == [f"H99.99.99-261125-{number:04d}" for number in range(1, 386)]
    assert json.dumps(answer.json["refused"])
