"""`verify`, `doctor` and `clock confirm` at the command line: answers, words, exit codes."""

from tests.end_to_end.command import Run, refused
from tests.persistence.test_journal import lift_guards
from tests.support.desk import LEADER, Desk, dump, make_order

EARLIER = "2026-11-25T08:30:00"
CONFIRM = ("clock", "confirm", "--leader", LEADER, "--administrator", "Đào Quản Trị")


def test_doctor_says_ok_in_the_shape_of_verify(run: Run) -> None:
    run("receive", "-", stdin=dump(make_order()))
    for verb in ("verify", "doctor"):
        answer = run("--json", verb)
        assert (answer.code, answer.json) == (0, {"ok": True, "entries": 2, "faults": []})
        assert run(verb).out == "Sổ nguyên vẹn: 2 bản ghi.\n"


def test_a_row_that_differs_is_named_by_both_and_ends_with_3(run: Run, desk: Desk) -> None:
    code = run("--json", "receive", "-", stdin=dump(make_order())).json["code"]
    desk.sql("UPDATE dossier SET holder = 'Người khác'")
    fault = {"dossier": code, "fault": "row_differs"}
    for verb in ("verify", "doctor"):
        answer = run("--json", verb)
        assert answer.code == 3
        assert answer.json == {"ok": False, "entries": 2, "faults": [fault], "first": fault}
        words = run("--lang", "en", verb).out.splitlines()
        assert words[0] == "1 faults in 2 entries, the earliest first."
        assert words[1].startswith(f"Dossier {code}: its row")


def test_the_chain_is_verifys_alone(run: Run, desk: Desk) -> None:
    run("receive", "-", stdin=dump(make_order()))
    lift_guards(desk)
    desk.sql("UPDATE entry SET workstation = 'Quầy 9' WHERE sequence = 2")
    assert run("--json", "verify").json["first"] == {"sequence": 2, "fault": "entry_changed"}
    assert run("--json", "doctor").code == 0


def test_a_clock_gone_back_is_confirmed_by_two_at_the_command_line(run: Run) -> None:
    run("receive", "-", stdin=dump(make_order()))
    receive = ("--json", "receive", "-")
    assert refused(run(*receive, at=EARLIER, stdin=dump(make_order()))) == "clock_behind"
    alone = run("--json", *CONFIRM[:4], "--administrator", LEADER, "--reason", "x", at=EARLIER)
    assert refused(alone) == "clock_confirmed_by_one"
    told = run("--json", *CONFIRM, "--reason", "Máy từng sai giờ", at=EARLIER)
    assert told.code == 0
    assert told.json["last"] == "2026-11-25T09:00:00+07:00"
    assert told.json["now"] == "2026-11-25T08:30:00+07:00"
    assert run(*receive, at=EARLIER, stdin=dump(make_order())).code == 0
    again = run("--json", *CONFIRM, "--reason", "Máy từng sai giờ", at=EARLIER)
    assert refused(again) == "clock_not_behind"
    assert run("--json", "verify").json["ok"] is True
