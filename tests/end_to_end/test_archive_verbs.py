"""The verbs of the archive: which dossiers may go, one erased, one packed; the administrator alone erases."""

import hashlib
from pathlib import Path
from zipfile import ZipFile

from tests.end_to_end.command import Run, refused
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, plain_order

OVER = "2029-01-02T09:00"


def ended(desk: Desk) -> str:
    code = desk.receive(plain_order("2.000884")).dossier.code
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    desk.step(code, "return_result", receiver="Nguyễn Thị Đường")
    return code


def test_what_may_go_is_listed_then_erased_on_a_decision(run: Run, desk: Desk) -> None:
    code = ended(desk)
    assert run("--json", "retention").rows == []
    assert [row["code"] for row in run("--json", "retention", "--on", "01/01/2029").rows] == [code]
    why = ("--approval", "15/QĐ-UBND", "--reason", "Hết hạn lưu")
    assert refused(run("--json", "erase", code, *why)) == "retention_runs"
    assert refused(run("--json", "erase", code, "--reason", "x", at=OVER)) == "field_missing"
    assert run("--json", "erase", code.lower(), *why, at=OVER).json == {
        "code": code,
        "erased": True,
    }
    assert refused(run("--json", "show", code, at=OVER)) == "dossier_erased"
    assert run("--json", "verify", at=OVER).json["ok"]


def test_a_package_is_written_whole_for_its_owner_alone(
    run: Run, desk: Desk, tmp_path: Path
) -> None:
    code, file = ended(desk), tmp_path / "goi.zip"
    told = run("--json", "archive", code, "--out", str(file), officer=OFFICER).json
    with ZipFile(file) as package:
        for part in told["parts"]:
            data = package.read(f"{code}/{part['name']}")
            assert hashlib.sha256(data).hexdigest() == part["sha256"]
    assert file.stat().st_mode & 0o777 == 0o600
    nowhere = run("--json", "archive", code, "--out", str(file / "x.zip"))
    assert nowhere.code == 4
