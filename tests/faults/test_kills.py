"""kill -9 at a random moment, and at every single write, sync and unlink: nothing acknowledged is lost."""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.acts import ACTS, Act, copy_store, entries, on_store, prepare, sound
from tests.faults.forking import Forking, tell, times
from tests.support.desk import dump, plain_order

LINES = "\n".join(
    dump({"verb": "receive", "order": plain_order(name=f"Người thứ {at}")}) for at in range(400)
)
CALLS = ("pwrite64", "write", "fdatasync", "fsync", "unlink", "ftruncate", "openat", "mmap")


@pytest.mark.slow
def test_killed_at_any_moment_no_acknowledged_dossier_is_lost(command: Forking, store: str) -> None:
    chance, tried, lost = random.Random(20261125), times(25, 2000), 0
    for number in range(tried):
        done = command.run(store, "batch", "-", stdin=LINES, kill_after=chance.uniform(0.01, 0.15))
        assert done.code in (-9, 0)
        whole = done.out.rpartition("\n")[0]
        acknowledged = [json.loads(line)["code"] for line in whole.splitlines()]
        with closing(sqlite3.connect(store)) as kept:
            there = {code for (code,) in kept.execute("SELECT code FROM dossier")}
        lost += len(set(acknowledged) - there)
        if number % 100 == 0:
            assert sound(store)
    tell("kill -9 at a random moment", tried, lost)
    assert lost == 0
    assert sound(store)
    assert len(entries(store)) > tried // 3  # many were killed at work, however busy the machine


def calls_of(command: Forking, store: str, target: str, act: Act, tmp: Path) -> dict[str, int]:
    """How often an act makes each call on the store's files."""
    copy_store(store, target)
    trace = tmp / "trace"
    watched = (*on_store(target), "-o", str(trace), "-e", f"trace={','.join(CALLS)}")
    done = command.run(target, *act.words, stdin=act.stdin, officer=act.officer, trace=watched)
    assert done.code == 0, done.err
    lines = trace.read_text("utf-8", "replace")
    return {call: lines.count(f" {call}(") for call in CALLS}


@pytest.mark.slow
@pytest.mark.strace
@pytest.mark.parametrize("name", ACTS)
def test_killed_at_every_single_file_call_the_act_is_whole_or_not_there(
    command: Forking, store: str, tmp_path: Path, name: str
) -> None:
    target = str(tmp_path / "try.sqlite")
    act = prepare(store, name)
    counts = calls_of(command, store, target, act, tmp_path)
    before, tried = entries(store), 0
    assert counts["pwrite64"] > 3
    assert counts["fdatasync"] >= 1
    for call, count in counts.items():
        for number in range(1, count + 1):
            copy_store(store, target)
            inject: tuple[str, ...] = (*on_store(target), "-o", "/dev/null", "-e", f"trace={call}")
            inject = (*inject, "-e", f"inject={call}:signal=SIGKILL:when={number}")
            done = command.run(
                target, *act.words, stdin=act.stdin, officer=act.officer, trace=inject
            )
            tried += 1
            after = entries(target)
            assert after[: len(before)] == before
            assert [step for step, _ in after[len(before) :]] in ([], [name])
            if done.out.endswith("}\n"):  # it was acknowledged
                assert len(after) == len(before) + 1
            assert sound(target), (call, number)
            again = command.run(target, *act.words, stdin=act.stdin, officer=act.officer)
            assert again.code == (0 if len(after) == len(before) or name == "receive" else 3)
            assert sound(target)
    tell(f"kill -9 at every file call of {name}", tried, 0)
