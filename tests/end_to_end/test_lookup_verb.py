"""The verb `lookup`, as a scheduled job calls it, and the service as a process of its own."""

import http.client
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from onestop_desktop.settings import read_workstation
from tests.end_to_end.command import ROOT, Run, entries, refused, runner
from tests.lookup.conftest import SECRET, TOKEN
from tests.support.desk import Desk
from tests.support.paper import texts


@pytest.fixture
def run(
    sqlite_desk: Desk, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """One dossier received."""
    sqlite_desk.receive()
    sqlite_desk.store.close()
    return runner(sqlite_desk.address, capfdbinary, monkeypatch)


def test_an_extract_is_made_and_proven(run: Run, sqlite_desk: Desk, tmp_path: Path) -> None:
    target, before = str(tmp_path / "x"), entries(sqlite_desk)
    made = run("--json", "lookup", "export", target, officer="")
    assert made.code == 0, made.err
    assert (made.json["dossiers"], made.json["changed"], made.json["pages"]) == (1, 1, 1)
    key = made.json["key"]
    assert entries(sqlite_desk) == before + 1
    assert run("--json", "lookup", "key").json == {"key": key}
    assert run("--json", "lookup", "check", target, "--key", key).json["ok"] is True
    assert run("--json", "lookup", "export", target).json["changed"] == 0
    assert run("--json", "verify").json["ok"] is True


def test_the_desks_sheet_bears_address_and_key(run: Run, sqlite_desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "to-tra-cuu.pdf"
    assert refused(run("--json", "lookup", "key", "--out", str(out))) == "agency_incomplete"
    assert not out.exists()
    sqlite_desk.services.change_agency({"lookup_address": "https://tra-cuu.example/"}, "Hoa")
    sqlite_desk.store.close()
    told = run("--json", "lookup", "key", "--out", str(out)).json
    assert told["file"] == str(out)
    (page,) = texts(out.read_bytes())
    assert told["key"] in page.replace(" ", "")


def test_what_cannot_be_done_is_a_sentence(run: Run, tmp_path: Path) -> None:
    taken = tmp_path / "tep"
    taken.write_text("x", "utf-8")
    assert refused(run("--json", "lookup", "export", str(taken)), 4) == "lookup_target_gone"
    assert refused(run("--json", "lookup", "check", str(tmp_path))) == "lookup_missing"
    assert refused(run("--json", "lookup", "serve", str(tmp_path))) == "lookup_missing"
    assert run("lookup", "export", str(tmp_path / "x")).code == 0
    bad = run("--json", "lookup", "serve", str(tmp_path / "x"), "--listen", "127.0.0.1:99999")
    assert refused(bad, 4) == "lookup_port_taken"


def test_a_place_is_kept_for_the_window(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    target = tmp_path / "x"
    assert run("lookup", "export", str(target), "--always").code == 0
    (kept,) = (tmp_path / "config").rglob("workstation.json")
    assert read_workstation(kept).lookup_to == str(target)


@pytest.mark.slow
def test_the_service_answers_over_the_extract_alone(run: Run, tmp_path: Path) -> None:
    """The store is not named, and the slip of the desk under test is found."""
    target = str(tmp_path / "x")
    assert run("lookup", "export", target).code == 0
    words = ["lookup", "serve", target, "--listen", "127.0.0.1:0"]
    server = subprocess.Popen(
        [sys.executable, "-m", "onestop_desktop", "--store", str(tmp_path / "no.sqlite"), *words],
        cwd=ROOT,
        env={**os.environ},
        stderr=subprocess.PIPE,
    )
    try:
        assert server.stderr is not None
        told = server.stderr.readline().decode().strip()
        place = told.removeprefix("http://").removesuffix("/")
        asked = http.client.HTTPConnection(place, timeout=20)
        asked.request("GET", f"/{TOKEN}")
        got = asked.getresponse()
        page = got.read().decode()
        assert (got.status, "Đã tiếp nhận" in page) == (200, True)
        body = urlencode({"code": "NO", "secret": SECRET})
        asked.request("POST", "/", body, {"Content-Type": "application/x-www-form-urlencoded"})
        got = asked.getresponse()
        assert got.status == 404
        assert got.read()
        asked.close()
        assert not (tmp_path / "no.sqlite").exists()
    finally:
        server.terminate()
        server.communicate(timeout=20)
