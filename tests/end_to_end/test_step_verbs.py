"""`step`, `steps`, `notice`, `delegation`, and steps in a `batch`, as scripts outside are written for."""

from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.end_to_end.command import Answer, Run, runner
from tests.support.desk import (
    CLERK,
    LEADER,
    OFFICER,
    SPECIALIST,
    Desk,
    dump,
    make_desk,
    plain_order,
)
from tests.support.paper import page_size, texts

CODE = "H99.99.99-261125-0001"
PERSON = plain_order()["applicant"]
PAPERS = {"papers": ["Tờ khai"], "reason": "Thiếu tờ khai"}
ASKED: dict[str, Any] = {"procedure": "1.004873", "applicant": PERSON, **PAPERS}
REFUSED = {name: value for name, value in ASKED.items() if name != "papers"}
APOLOGY = {"new_promised_at": "03/12/2026 16:30", "reason": "Chờ xác minh", "signed_by": LEADER}
GIVEN: dict[str, Any] = {
    "number": "12/UQ",
    "officer": OFFICER,
    "signed_by": LEADER,
    "from_on": "25/11/2026",
    "to_on": "2026-11-27",
}


@pytest.fixture
def run(desk: Desk, run: Run) -> Run:
    """The command line over a desk that has received one dossier."""
    desk.receive(plain_order())
    return run


def step(run: Run, name: str, officer: str = LEADER, code: str = CODE, /, **facts: Any) -> Answer:
    words = ["--json", "step", code, name, *(["--facts", "-"] if facts else [])]
    return run(*words, stdin=dump(facts), officer=officer)


def test_a_step_answers_where_the_dossier_stands(run: Run) -> None:
    settled = step(run, "settle", result_no="15/XN")
    assert (settled.code, settled.err) == (0, "")
    assert settled.json == {
        "code": CODE,
        "state": "settled",
        "due_at": "2026-11-30T17:00:00+07:00",
        "promised_at": "2026-11-30T16:30:00+07:00",
        "holder": LEADER,
        "handed_to": "",
        "verdict": "early",
    }
    shown = run("--json", "show", CODE).json
    assert (shown["settled_at"], shown["returned_at"]) == ("2026-11-25T09:00:00+07:00", None)
    assert shown["entries"][-1]["facts"]["signed_by"] == LEADER
    returned = step(run, "return_result", OFFICER, receiver="Nguyễn Thị Đường")
    assert returned.json["state"] == "returned"
    assert run("--json", "queue").rows == []


def test_a_step_takes_its_facts_from_a_file_and_any_code_of_the_dossier(
    run: Run, tmp_path: Path
) -> None:
    facts = tmp_path / "bước.json"
    facts.write_text("\ufeff" + dump({"to": SPECIALIST, "officer": CLERK}), "utf-8")
    answer = run("--json", "step", CODE.lower(), "hand_over", "--facts", str(facts))
    assert (answer.json["handed_to"], answer.json["state"]) == (SPECIALIST, "received")
    assert run("--json", "show", CODE).json["entries"][-1]["officer"] == CLERK


def test_in_words_a_step_is_one_line_for_people(run: Run) -> None:
    answer = run("step", CODE, "settle", officer=LEADER)
    assert answer.out.strip() == f"{CODE}  Đã xử lý xong  17:00 Thứ Hai 30/11/2026"


@pytest.mark.parametrize(
    ("name", "officer", "facts", "refused"),
    [
        ("settle", OFFICER, {}, "settles_own_reception"),
        ("settle", LEADER, {"delegation": "9/UQ"}, "delegation_not_covering"),
        ("accept", SPECIALIST, {}, "nothing_handed_over"),
        ("return_result", OFFICER, {"receiver": "Hà"}, "step_impossible"),
        ("undo", OFFICER, {}, "nothing_to_undo"),
        ("refuse", LEADER, {"reason": " "}, "field_missing"),
        ("refuse", LEADER, {"reason": "a\u202eb"}, "hidden_character"),
        ("extend", LEADER, {"reason": "x", "new_promised_at": "T5"}, "date_impossible"),
        ("return_result", LEADER, {"receiver": {"how": "TAXI"}}, "step_impossible"),
        ("lengthen", OFFICER, {"reason": "Xác minh"}, "no_longer_term"),
        ("correct", OFFICER, {"reason": "x"}, "nothing_corrected"),
        ("hand_over", "", {"to": SPECIALIST}, "officer_missing"),
        ("hand_over", OFFICER, {"to": SPECIALIST, "officer": 5}, "field_invalid"),
        ("recompute", LEADER, {"reason": "Bão"}, "choice_unknown"),
        ("print", LEADER, {}, "choice_unknown"),
        ("erase", LEADER, {}, "choice_unknown"),
        ("receive", LEADER, {}, "choice_unknown"),
        ("TANZEN", LEADER, {}, "choice_unknown"),
    ],
)
def test_a_refused_step_ends_with_3_and_one_sentence(
    run: Run, name: str, officer: str, facts: dict[str, Any], refused: str
) -> None:
    answer = step(run, name, officer, **facts)
    assert (answer.code, answer.json["refused"]) == (3, refused)
    assert answer.json["message"] == answer.err.strip()
    assert answer.json["message"].endswith((".", "!", "?"))
    assert run("--json", "verify").json == {"ok": True, "entries": 2, "faults": []}


def test_a_refusal_says_what_can_be_done_in_words(run: Run) -> None:
    step(run, "settle")
    again = step(run, "settle")
    assert again.json["facts"]["state"] == "settled"
    assert again.json["message"].startswith(
        "Hồ sơ đang “Đã xử lý xong”, không làm được “Giải quyết”"
    )
    step(run, "return_result", OFFICER, receiver="Nguyễn Thị Đường")
    once = step(run, "return_result", OFFICER, receiver="Hà Thị Tèo")
    assert once.json["refused"] == "already_returned"
    assert (
        once.json["message"]
        == f"Hồ sơ {CODE} đã trả kết quả 09:00 25/11/2026 cho Nguyễn Thị Đường."
    )


def test_wrong_usage_and_orders_that_cannot_be_read(run: Run) -> None:
    assert run("step", CODE).code == 2
    assert run("steps").code == 2
    assert run("notice", "04", "-", "--out", "x.pdf").code == 2
    assert run("delegation", "drop").code == 2
    unknown = step(run, "settle", LEADER, "H99.99.99-261125-0099")
    assert (unknown.code, unknown.json["refused"]) == (3, "dossier_unknown")
    bad = run("--json", "step", CODE, "settle", "--facts", "-", stdin="[1]")
    assert (bad.code, bad.json["refused"]) == (3, "order_unreadable")
    lost = run("--json", "step", CODE, "settle", "--facts", "khong-co.json")
    assert (lost.code, lost.json["refused"]) == (4, "file_unreadable")


def test_the_clock_of_the_call_is_the_steps(run: Run) -> None:
    run("--json", "step", CODE, "ask_payment", at="2026-11-26T16:00")
    paid = run("--json", "step", CODE, "paid", at="2026-11-30T08:00")
    assert paid.json["due_at"] == "2026-12-02T17:00:00+07:00"
    back = run("--json", "step", CODE, "settle", at="2026-11-26T16:00", officer=LEADER)
    assert (back.code, back.json["refused"]) == (3, "clock_behind")


def test_a_correction_is_a_step_like_the_others(run: Run) -> None:
    answer = step(run, "correct", OFFICER, reason="Gõ nhầm", procedure="2.000806")
    assert answer.json["due_at"] == "2026-12-02T17:00:00+07:00"
    assert run("--json", "show", CODE).json["procedure"] == "2.000806"
    assert run("--json", "verify").json["ok"]


def test_steps_tells_what_may_be_done_and_by_whom_and_each_is_a_step(run: Run) -> None:
    rows = {row["step"]: row for row in run("--json", "steps", CODE).rows}
    assert rows["settle"] == {
        "step": "settle",
        "roles": ["desk", "leader", "specialist"],
        "reason": False,
    }
    assert rows["withdraw"]["reason"]
    for name in rows:
        assert step(run, name, lạ=1).json["refused"] != "choice_unknown"
    assert "settle  Giải quyết" in run("steps", CODE).out.splitlines()
    assert run("--json", "steps", "H99.99.99-261125-0099").code == 3


def test_a_delegation_is_recorded_listed_and_settled_under(run: Run) -> None:
    assert run("--json", "delegation", "list").rows == []
    added = run("--json", "delegation", "add", "-", stdin=dump(GIVEN), officer=LEADER)
    assert (added.code, added.json) == (0, {"number": "12/UQ"})
    listed = {**GIVEN, "from_on": "2026-11-25", "procedures": []}
    assert run("--json", "delegation", "list").rows == [listed]
    assert "12/UQ" in run("delegation", "list").out
    twice = run("--json", "delegation", "add", "-", stdin=dump(GIVEN), officer=LEADER)
    assert (twice.code, twice.json["refused"]) == (3, "delegation_taken")
    nobody = run("--json", "delegation", "add", "-", stdin=dump({}), officer=LEADER)
    missing = [nobody.json["facts"]["field"]]
    missing += [fault["facts"]["field"] for fault in nobody.json["others"]]
    assert missing == ["number", "officer", "signed_by", "from_on", "to_on"]
    assert step(run, "settle", OFFICER).json["state"] == "settled"


def test_a_notice_without_a_dossier_is_numbered_written_and_written_again(
    run: Run, tmp_path: Path
) -> None:
    paper = tmp_path / "phiếu.pdf"
    words = ("--json", "notice", "02", "-", "--out", str(paper))
    refused = run(*words, stdin=dump({**ASKED, "papers": []}))
    assert (refused.code, refused.json["refused"], paper.exists()) == (3, "field_missing", False)
    answers = [run(*words, "--size", "A5", stdin=dump(ASKED)).json for _ in range(2)]
    assert [(each["number"], each["copy"]) for each in answers] == [(1, 0), (2, 0)]
    assert page_size(paper.read_bytes()) == (148, 210)
    again = run("--json", "notice", "02", "--again", str(answers[0]["entry"]), "--out", str(paper))
    assert again.json == {**answers[0], "copy": 1}
    (page,) = texts(paper.read_bytes())
    assert "0001/PBS" in page
    third = run("--json", "notice", "03", "-", "--out", str(paper), stdin=dump(REFUSED))
    assert third.json["number"] == 1
    assert len(run("--json", "list").rows) == 1
    none = run("--json", "notice", "03", "--again", "1", "--out", str(paper))
    assert (none.code, none.json["refused"]) == (3, "no_notice")


MADE: dict[str, tuple[str, str, dict[str, Any], tuple[str, ...]]] = {
    "02": ("ask_supplement", OFFICER, PAPERS, ("0001/PBS", "Tờ khai", "Thiếu tờ khai")),
    "03": ("refuse", LEADER, {"reason": "Không đủ điều kiện"}, ("0001/PTC", "Không đủ")),
    "04": ("extend", LEADER, APOLOGY, ("0001/PXL", "Chờ xác minh", "03 tháng 12", LEADER)),
    "05": (
        *("stop", OFFICER, {"reason": "Không cần nữa"}),
        ("0001/TBD", "khi dừng: Được tiếp nhận", "Không cần nữa"),
    ),
    "06": ("hand_over", OFFICER, {"to": SPECIALIST}, ("0001/PKS", SPECIALIST)),
}


@pytest.mark.parametrize("number", MADE)
def test_every_step_that_makes_a_paper_prints_it_from_what_the_journal_says(
    run: Run, tmp_path: Path, number: str
) -> None:
    name, officer, facts, told = MADE[number]
    step(run, name, officer, **facts)
    file = tmp_path / f"{number}.pdf"
    assert run("--json", "form", CODE, number, "--out", str(file)).code == 0
    page = " ".join(texts(file.read_bytes()))
    assert [words for words in (*told, CODE) if words not in page] == []


def test_a_paper_that_no_step_made_is_refused(run: Run, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "x.pdf"))
    for form, refused in (
        ("02", "notice_missing"),
        ("05", "notice_missing"),
        ("9", "form_unknown"),
    ):
        answer = run("--json", "form", CODE, form, *out)
        assert (answer.code, answer.json["refused"]) == (3, refused)


def test_a_batch_takes_steps_each_with_its_officer_and_its_moment(run: Run) -> None:
    lines = [
        {"verb": "step", "code": CODE, "step": "hand_over", "facts": {"to": SPECIALIST}},
        {"verb": "step", "code": CODE, "step": "accept", "as": SPECIALIST},
        {"verb": "step", "code": CODE, "step": "ask_supplement", "facts": PAPERS},
        {"verb": "step", "code": CODE, "step": "settle", "as": LEADER},
        {"verb": "step", "code": CODE, "step": "supplemented", "at": "2026-11-26T08:00"},
        {"verb": "step", "code": CODE, "step": "settle", "facts": "x"},
        {"verb": "step", "code": CODE, "step": 5},
        {"verb": "step", "code": [CODE], "step": "settle"},
        {"verb": "step", "code": CODE, "step": "settle", "role": "leader"},
        {"verb": "step", "code": CODE, "step": "settle", "as": LEADER, "at": "2026-11-26T09:00"},
        {"verb": "show", "code": CODE},
    ]
    answer = run("batch", "-", stdin="".join(dump(line) + "\n" for line in lines))
    assert answer.code == 0
    told = [row.get("state", row.get("refused")) for row in answer.rows]
    assert told == [
        *("received", "in_process", "awaiting_papers", "step_impossible", "in_process"),
        *("field_invalid", "field_invalid", "field_invalid", "field_unknown", "settled"),
        "settled",
    ]
    assert answer.rows[4]["due_at"] == "2026-12-01T17:00:00+07:00"
    assert [entry["officer"] for entry in answer.rows[-1]["entries"]] == [
        *(OFFICER, OFFICER, SPECIALIST, OFFICER, OFFICER, LEADER),
    ]


def test_in_2021_form_05_is_the_control_slip_and_a_stop_notice_has_no_number(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(str(tmp_path / "2021.sqlite"), "2021")
    run = runner(desk.address, capfdbinary, monkeypatch)
    code = desk.receive().dossier.code
    order = TakeStep(code, Step.STOP, {"reason": "Không cần nữa"}, "Hoa")
    assert desk.services.take_step(order).form == "stop"
    for number, title in (
        ("05", "PHIẾU KIỂM SOÁT"),
        ("stop", "THÔNG BÁO"),
        ("01", "GIẤY TIẾP NHẬN"),
    ):
        file = tmp_path / f"{number}.pdf"
        answer = run("--json", "form", code, number, "--out", str(file))
        assert (answer.code, answer.json["form"]) == (0, number)
        assert title in texts(file.read_bytes())[0]
    assert run("--json", "form", code, "06", "--out", str(tmp_path / "06.pdf")).code == 3
    desk.store.close()
