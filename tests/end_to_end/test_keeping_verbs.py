"""The verbs `backup` and `restore`, as a scheduled job or an administrator calls them."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.end_to_end.command import Run, entries, refused, runner
from tests.support.desk import Clock, Desk, open_desk, plain_order
from tests.support.postgres import database_of

PASSPHRASE = "mười hai con giáp"


@pytest.fixture
def run(
    sqlite_desk: Desk, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """One dossier received."""
    sqlite_desk.receive()
    sqlite_desk.store.close()
    return runner(sqlite_desk.address, capfdbinary, monkeypatch)


def test_a_copy_and_back(run: Run, sqlite_desk: Desk, tmp_path: Path) -> None:
    target, to = str(tmp_path / "so.bak"), str(tmp_path / "moi" / "desk.sqlite")
    before = entries(sqlite_desk)
    made = run("--json", "backup", target, officer="")
    assert made.code == 0
    assert made.json["entries"] == before
    assert (made.json["dossiers"], made.json["encrypted"]) == (1, False)
    assert made.json["bytes"] == Path(target).stat().st_size
    assert entries(sqlite_desk) == before + 1
    back = run("--json", "restore", target, "--to", to, officer="")
    assert back.code == 0
    assert (back.json["store"], back.json["safety_copy"]) == (to, None)
    assert run("--store", to, "--json", "verify").json == {
        "ok": True,
        "entries": before + 1,
        "faults": [],
    }


def test_with_a_passphrase_in_the_environment_it_is_encrypted(
    run: Run, sqlite_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "so.sealed")
    monkeypatch.setenv("ONESTOP_PASSPHRASE", PASSPHRASE)
    assert run("--json", "backup", target).json["encrypted"] is True
    tried = run("--json", "restore", target, "--try")
    assert (tried.json["ok"], tried.json["last_day"]["received"]) == (True, 1)
    before = Path(sqlite_desk.address).read_bytes()
    monkeypatch.setenv("ONESTOP_PASSPHRASE", "mười hai con khác")
    wrong = run("--json", "restore", target, "--to", sqlite_desk.address)
    assert refused(wrong) == "passphrase_wrong"
    monkeypatch.delenv("ONESTOP_PASSPHRASE")
    assert refused(run("--json", "restore", target, "--try")) == "passphrase_missing"
    assert Path(sqlite_desk.address).read_bytes() == before
    monkeypatch.setenv("ONESTOP_PASSPHRASE", "ngắn")
    assert refused(run("--json", "backup", str(tmp_path / "khac"))) == "passphrase_weak"


def test_refusals_are_one_sentence_and_change_nothing(
    run: Run, sqlite_desk: Desk, tmp_path: Path
) -> None:
    target, strange = str(tmp_path / "so.bak"), tmp_path / "thu.txt"
    strange.write_text("thư của dân", "utf-8")
    run("backup", target)
    before = Path(sqlite_desk.address).read_bytes()
    with closing(sqlite3.connect(sqlite_desk.address)) as somebody:
        somebody.execute("SELECT 1 FROM entry").fetchone()
        busy = run("--json", "restore", target, "--to", sqlite_desk.address)
    assert refused(busy) == "store_in_use"
    assert refused(run("--json", "backup", str(strange))) == "backup_target_taken"
    gone = run("--json", "backup", str(tmp_path / "khong" / "co"))
    assert refused(gone, 4) == "backup_target_gone"
    assert refused(run("--json", "restore", str(strange), "--try"), 4) == "backup_not_ours"
    assert refused(run("--json", "restore", str(tmp_path / "x"), "--try"), 4) == "file_unreadable"
    assert run("restore", target).code == 2
    assert run("restore", target, "--try", "--to", "x").code == 2
    assert Path(sqlite_desk.address).read_bytes() == before
    assert strange.read_text("utf-8") == "thư của dân"


@pytest.mark.parametrize(("language", "says"), [("vi", "Ngày cuối 25/11/2026"), ("en", "Last day")])
def test_a_rehearsal_is_told_in_words(run: Run, tmp_path: Path, language: str, says: str) -> None:
    target = str(tmp_path / "so.bak")
    run("backup", target)
    told = run("--lang", language, "restore", target, "--try").out
    assert says in told
    assert "-261125-0001" in told


def test_the_closing_keeps_a_copy_and_stands_where_none_can_be_made(
    run: Run, sqlite_desk: Desk, tmp_path: Path
) -> None:
    words = ("--json", "close-day", "--reason", "Mai làm tiếp")
    closed = run(*words, at="2026-11-25T17:05")
    folder = tmp_path / "sao-luu"
    assert [path.suffix for path in sorted(folder.iterdir())] == [".sqlite", ".json"]
    assert run("restore", closed.json["backup"], "--try").code == 0
    shutil.rmtree(folder)
    folder.write_text("một tệp thay cho thư mục", "utf-8")
    before = entries(sqlite_desk)
    again = run(*words, at="2026-11-25T17:10")
    assert (again.code, again.json["backup"], again.json["day"]) == (0, "", "2026-11-25")
    assert again.err == (
        f"Không ghi được vào {folder} (đã rút ra, hay không có quyền); bản cũ vẫn còn, sổ không đổi.\n"
    )
    assert entries(sqlite_desk) == before + 1


@pytest.mark.postgres
def test_a_server_is_backed_up_tried_and_restored(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    postgres_template: str,
    new_postgres_url: Callable[..., str],
    sqlite_desk: Desk,
    tmp_path: Path,
) -> None:
    url, target = new_postgres_url(postgres_template), str(tmp_path / "so.sealed")
    desk = open_desk(url, Clock())
    desk.receive()
    run = runner(url, capfdbinary, monkeypatch)
    monkeypatch.setenv("ONESTOP_PASSPHRASE", PASSPHRASE)
    made = run("--json", "backup", target).json
    assert (made["dossiers"], made["encrypted"]) == (1, True)
    late = desk.receive(plain_order()).dossier.code
    assert run("--json", "restore", target, "--try").json["last_day"]["received"] == 1
    assert refused(run("--json", "restore", target, "--to", url)) == "store_in_use"
    assert len(desk.services.read_queue().rows) == 2
    desk.store.close()
    back = run("--json", "restore", target, "--to", url)
    assert (back.code, back.json["entries_lost"]) == (0, 2)
    kept = open_desk(url.replace(database_of(url), back.json["safety_copy"]), Clock())
    assert late in [row.code for row in kept.services.read_queue().rows]
    assert len(desk.services.read_queue().rows) == 1
    assert desk.services.verify().ok
    for each in (kept, desk):
        each.store.close()
    left = kept.sql("SELECT datname FROM pg_database WHERE starts_with(datname, 'onestop_thu_')")
    assert left == []
    # One kind never goes where the other belongs.
    to_file = run("--json", "restore", target, "--to", str(tmp_path / "moi.sqlite"))
    assert refused(to_file) == "backup_of_another_kind"
    plain = str(tmp_path / "so.bak")
    sqlite_desk.services.backups.make(plain)
    assert refused(run("--json", "restore", plain, "--to", url)) == "backup_of_another_kind"
    desk.sql(f'DROP DATABASE "{back.json["safety_copy"]}"')


@pytest.mark.postgres
def test_no_password_stands_on_a_command_line_and_a_missing_tool_is_a_sentence(
    postgres_template: str,
    new_postgres_url: Callable[..., str],
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    url = new_postgres_url(postgres_template).replace("onestop@", "onestop:bi-mat@")
    tools, seen = tmp_path / "tools", tmp_path / "seen"
    tools.mkdir()
    for tool in ("pg_dump", "pg_restore"):
        program = tools / tool
        program.write_text(
            f'#!/bin/sh\necho "$0 $@ [$PGPASSWORD]" >> {seen}\nexec {shutil.which(tool)} "$@"\n'
        )
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    run = runner(url, capfdbinary, monkeypatch)
    assert run("backup", str(tmp_path / "so")).code == 0
    calls = seen.read_text().splitlines()
    assert len(calls) == 2
    for call in calls:
        assert call.endswith("[bi-mat]")
        assert call.count("bi-mat") == 1
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = run("--json", "backup", str(tmp_path / "khac"))
    assert refused(missing, 4) == "server_tool_missing"
    assert missing.json["facts"]["tool"] == "pg_dump"
