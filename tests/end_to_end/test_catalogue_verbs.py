"""`catalogue import`, `check` and `export`: versions, counts, each bad row by its line."""

from pathlib import Path

from tests.end_to_end.command import Run
from tests.support.desk import dump, plain_order


def test_catalogue_imports_checks_and_exports(run: Run, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(
        "code,name,time_text,time_n,time_unit,time_variants\n"
        "1.999001,Thủ tục thử,05 Ngày làm việc,5,working_days,1\n"
        "1.999002,Thủ tục chưa rõ,,,,\n"
        ",Không có mã,,,,\n",
        "utf-8",
    )
    checked = run("--json", "catalogue", "check", str(listed)).json
    imported = run("--json", "catalogue", "import", str(listed)).json
    for counts in (checked, imported):
        assert (counts["imported"], counts["without_term"]) == (2, 1)
        assert [row["line"] for row in counts["refused"]] == [4]
    assert run("--json", "catalogue", "import", str(listed)).json["unchanged"] == 2
    received = run("--json", "receive", "-", stdin=dump(plain_order("1.999001")))
    assert received.json["due_at"] == "2026-12-02T17:00:00+07:00"
    refused = run("--json", "receive", "-", stdin=dump(plain_order("1.999002")))
    assert refused.json["refused"] == "term_not_set"
    out = tmp_path / "out.jsonl"
    exported = run("--json", "catalogue", "export", str(out)).json
    assert exported["exported"] == len(out.read_text("utf-8").splitlines()) > 60
    again = run("--json", "catalogue", "import", str(out)).json
    assert again["unchanged"] == again["imported"] == exported["exported"]


def test_catalogue_refuses_what_is_no_list(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("tên,mã\n", "utf-8")
    answer = run("--json", "catalogue", "import", str(broken))
    assert (answer.code, answer.json["refused"]) == (3, "catalogue_unreadable")
    lines = tmp_path / "broken.jsonl"
    lines.write_text('{"code": 5}\n{"code": "1.999001"\n', "utf-8")
    assert [
        row["line"] for row in run("--json", "catalogue", "import", str(lines)).json["refused"]
    ] == [
        1,
        2,
    ]
    missing = run("--json", "catalogue", "import", str(tmp_path / "no.csv"))
    assert (missing.code, missing.json["refused"]) == (4, "file_unreadable")
