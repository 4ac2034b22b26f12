"""The verb `province`: a list taken in, what is missing there, who is behind, on the screen and on paper."""

from pathlib import Path

import pytest

from tests.end_to_end.command import Run, refused, runner
from tests.support.desk import LEADER, SPECIALIST, Desk

LIST = """Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận;Hạn trả;Trạng thái
H99.99-261124-0001;1.004873;Lò Thị Một;24/11/2026 08:15;24/11/2026 17:00;Đang xử lý
sai mã;1.004873;Lò Thị Hai;24/11/2026 08:15;24/11/2026 17:00;Đang xử lý
"""


@pytest.fixture
def run(
    sqlite_desk: Desk, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """One dossier received at the counter."""
    sqlite_desk.receive()
    sqlite_desk.store.close()
    return runner(sqlite_desk.address, capfdbinary, monkeypatch)


def test_what_is_missing_there_and_who_is_behind(
    run: Run, sqlite_desk: Desk, tmp_path: Path
) -> None:
    missing = run("--json", "province", "missing").json
    assert (missing["count"], missing["dossiers"][0]["left"]) == (1, "Còn 8 giờ 00")
    assert run("--json", "province", "behind").json == {"taken_at": None, "dossiers": []}
    file, out = tmp_path / "tinh.csv", tmp_path / "giay.pdf"
    file.write_text(LIST, "utf-8")
    assert refused(run("--json", "province", "import")) == "field_missing"
    done = run("--json", "province", "import", str(file)).json
    assert (done["received"], done["behind"]) == (1, [])
    assert [row["line"] for row in done["refused"]] == [3]
    assert refused(run("--json", "province", "behind", "--out", str(out))) == "nothing_behind"
    assert not out.exists()
    code = sqlite_desk.services.find_dossiers("H99.99-261124-0001")[0].code
    sqlite_desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    sqlite_desk.step(code, "settle", LEADER)
    sqlite_desk.store.close()
    run("province", "import", str(file))
    told = run("--json", "province", "behind", "--out", str(out)).json
    assert (told["number"], told["copy"], told["file"]) == (1, 0, str(out))
    (row,) = told["dossiers"]
    assert (row["code"], row["state_there"], row["late_there"]) == (code, "Đang xử lý", True)
    assert out.read_bytes().startswith(b"%PDF-")
    assert run("--json", "province", "behind", "--out", str(out)).json["copy"] == 1
