"""The program as a process of its own: the thin line, exit codes, UTF-8 everywhere, no Qt."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from onestop_desktop.cli.verbs import VERBS
from tests.end_to_end.command import ROOT, run_process
from tests.support.desk import MORNING, OFFICER, dump, make_order

pytestmark = pytest.mark.slow

EVERY_VERB = """
import io, json, sys
from onestop_desktop.main import command_line
asked, order, base = map(json.loads, sys.argv[1:])
codes = {}
for verb, words in asked.items():
    sys.stdin = io.TextIOWrapper(io.BytesIO(json.dumps(order).encode()))
    codes[verb] = command_line([*base, verb, *words])
heavy = [name for name in ("PySide6", "shiboken6", "alembic") if name in sys.modules]
print(json.dumps([codes, heavy]), file=sys.stderr)
"""


def test_the_thin_line_from_an_empty_folder_to_a_verified_journal(tmp_path: Path) -> None:
    store = tmp_path / "sổ" / "của xã" / "desk.sqlite"
    base = ("--store", str(store), "--at", MORNING, "--as", OFFICER, "--json")
    # LANG=C: an old terminal; the answers are UTF-8 all the same.
    plain = {"LANG": "C", "LC_ALL": "C"}
    made = run_process(*base, "init", "--profile", "2021", **plain)
    assert (made.code, made.err) == (0, "")
    assert made.json == {"store": str(store), "profile": "2021", "dossiers": 0}
    received = run_process(*base, "receive", "-", stdin=dump(make_order()), **plain)
    code = received.json["code"]
    assert code == "H23.123.08-261125-0001"
    assert received.json["applicant"] == "Nguyễn Thị Đường"
    paper = tmp_path / "giấy.pdf"
    printed = run_process(*base, "form", code, "01", "--out", str(paper), **plain)
    assert printed.json == {"file": str(paper), "form": "01", "copy": 0}
    assert paper.read_bytes().startswith(b"%PDF-")
    verified = run_process(*base, "verify", **plain)
    assert verified.json == {"ok": True, "entries": 3, "faults": []}
    for folder in (store.parent, store.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.stat().st_mode) == 0o600
    assert [file.name for file in store.parent.iterdir()] == ["desk.sqlite"]


def every_verb(folder: Path) -> dict[str, tuple[str, ...]]:
    """Each verb with arguments that it can do something with, or refuse."""
    return {
        "init": (),
        "receive": ("-",),
        "certify": ("-",),
        "board": (),
        "close-day": ("--reason", "Sáng mai làm tiếp"),
        "day-sheet": ("--out", str(folder / "to.pdf")),
        "seal": (),
        "rate": ("H99.99.99-261125-0001", "3"),
        "show": ("H99.99.99-261125-0001",),
        "list": (),
        "find": ("duong",),
        "queue": (),
        "due": ("--term", "3 working days", "--received", "2026-11-25"),
        "card": ("-",),
        "form": ("H99.99.99-261125-0001", "01", "--out", str(folder / "f.pdf")),
        "guide": ("2.000815", "--out", str(folder / "g.pdf")),
        "catalogue": ("export", str(folder / "c.jsonl")),
        "calendar": ("show", "2026"),
        "batch": ("-",),
        "import": ("-",),
        "verify": (),
        "doctor": (),
        "backup": (str(folder / "so.bak"),),
        "restore": (str(folder / "so.bak"), "--try"),
        "clock": ("confirm", "--leader", "A", "--administrator", "B", "--reason", "C"),
        "step": ("H99.99.99-261125-0001", "withdraw"),
        "account": ("list",),
        "grant": ("motcua",),
        "province": ("import", str(folder / "khong-co.csv")),
        "sync": ("export", str(folder / "sync.json")),
        "lookup": ("export", str(folder / "tra-cuu")),
        "ticket": ("list",),
        "retention": (),
        "erase": ("H99.99.99-261125-0001",),
        "archive": ("H99.99.99-261125-0001", "--out", str(folder / "a.zip")),
        "steps": ("H99.99.99-261125-0001",),
        "notice": ("03", "-", "--out", str(folder / "n.pdf")),
        "delegation": ("list",),
        "book": ("copies", "--year", "2026", "--out", str(folder / "b.xlsx")),
        "pay": ("H99.99.99-261125-0001",),
        "refund": ("H99.99.99-261125-0001", "--receipt", "1/2026", "--reason", "Thu nhầm"),
        "cash": ("--on", "2026-11-25"),
        "statement": ("--month", "2026-11", "--out", str(folder / "s.pdf")),
    }


def test_no_verb_loads_qt_or_migrations(tmp_path: Path) -> None:
    words = every_verb(tmp_path)
    assert words.keys() == VERBS.keys()
    # All verbs in one process: what one of them loads is loaded at the end.
    base = ["--store", str(tmp_path / "desk.sqlite"), "--at", MORNING, "--as", OFFICER]
    done = subprocess.run(
        [sys.executable, "-c", EVERY_VERB, dump(words), dump(make_order()), dump(base)],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    codes, heavy = json.loads(done.stderr.decode().splitlines()[-1])
    assert heavy == []
    # No card, no notice stands on the order's text, no reason, no signer: refusals, never our fault.
    refused = dict.fromkeys(
        (*("card", "certify", "notice", "rate", "step"), *("account", "erase", "archive", "clock")),
        3,
    )
    # Roles are a server's: a file has none.
    assert codes == {**dict.fromkeys(words, 0), **refused, "grant": 4, "province": 4}


def test_exit_codes_and_a_sentence_instead_of_a_stack_trace(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "desk.sqlite"))
    missing = run_process(*store, "queue")
    assert missing.code == 4
    assert "tạo mới bằng lệnh init" in missing.err
    garbage = tmp_path / "thư.txt"
    garbage.write_text("Kính gửi ủy ban", "utf-8")
    refused = run_process("--store", str(garbage), "--json", "verify")
    assert (refused.code, refused.json["refused"]) == (4, "store_not_ours")
    assert garbage.read_text("utf-8") == "Kính gửi ủy ban"
    assert run_process(*store, "no-such-verb").code == 2
    early = run_process(*store, "--at", "hôm qua", "--json", "queue")
    assert (early.code, early.json["refused"]) == (3, "date_impossible")
    for answer in (missing, refused, early):
        assert "Traceback" not in answer.err
        assert "Error" not in answer.err


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://onestop:mat-khau@127.0.0.1:1/desk",
        "postgresql+psycopg://onestop:mat-khau@/desk?host=/khong/co",
        "postgresql+psycopg://onestop:mat-khau@127.0.0.1:cong/desk",
        "khonghieu://x",
    ],
)
def test_an_address_that_answers_nothing_is_a_sentence_without_the_password(address: str) -> None:
    answer = run_process("--store", address, "--json", "queue")
    assert answer.code == 4
    assert answer.json["refused"] in {
        "store_unreachable",
        "driver_missing",
        "store_address_unknown",
    }
    assert "mat-khau" not in answer.out + answer.err
    assert "Traceback" not in answer.err


def test_the_environment_names_store_clock_and_officer(tmp_path: Path) -> None:
    surroundings = {
        "ONESTOP_STORE": str(tmp_path / "desk.sqlite"),
        "ONESTOP_AT": "2026-11-25T10:00",
        "ONESTOP_USER": "Lê Văn Nam",
    }
    run_process("init", **surroundings)
    answer = run_process("--json", "receive", "-", stdin=dump(make_order()), **surroundings)
    assert answer.json["received_at"] == "2026-11-25T10:00:00+07:00"
    assert answer.json["holder"] == "Lê Văn Nam"


@pytest.mark.parametrize("words", [("sample", "--out", "."), ("queue",), ()])
def test_a_clock_that_cannot_be_read_is_a_sentence_for_every_way_in(words: tuple[str, ...]) -> None:
    answer = run_process("--at", "hôm qua", *words, QT_QPA_PLATFORM="offscreen")
    assert answer.code == 3
    assert "hôm qua" in answer.err
    assert "DateImpossible" not in answer.err


@pytest.mark.parametrize("at", ["2026-02-14T09:30", "2026-02-13T06:30", "2024-02-29T09:30"])
def test_a_sample_desk_opens_at_any_moment(at: str) -> None:
    answer = run_process("--temp-store", "--at", at, "--json", "queue")
    assert answer.code == 0
    assert len(answer.rows) == 30


def test_no_paper_is_ever_written_over_a_register(tmp_path: Path) -> None:
    store = tmp_path / "sổ.sqlite"
    base = ("--store", str(store), "--at", MORNING, "--as", OFFICER, "--json")
    run_process(*base, "init")
    code = run_process(*base, "receive", "-", stdin=dump(make_order())).json["code"]
    for out in (store, Path(f"{store}-wal"), tmp_path, Path()):
        for words in (
            ("form", code, "01", "--out", str(out)),
            ("guide", "2.000815", "--out", str(out)),
            ("catalogue", "export", str(out)),
        ):
            answer = run_process(*base, *words)
            assert (answer.code, answer.json["refused"]) == (4, "file_unwritable")
    assert run_process(*base, "verify").json["ok"]


def test_answers_that_nobody_takes_are_not_our_fault(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "d.sqlite"))
    run_process(*store, "init")
    command = [
        sys.executable,
        "-m",
        "onestop_desktop",
        *store,
        "--json",
        "catalogue",
        "export",
        "-",
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command[:5], "--json", "verify"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 4
    assert "Không ghi được" in done.stderr.decode()
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*command[:5], "verify"], stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("address", ["sqlite:///x.sqlite", "smb://srv/x", "mysql://srv/x"])
def test_an_address_of_another_kind_is_named(address: str) -> None:
    answer = run_process("--store", address, "--json", "queue")
    assert (answer.code, answer.json["refused"]) == (4, "store_address_unknown")
