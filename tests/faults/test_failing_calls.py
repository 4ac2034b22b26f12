"""Every file call of an act fails, once and for good: a sentence, exit 3 or 4, no trace, no half of a dossier."""

import random
from pathlib import Path

import pytest

from tests.end_to_end.command import Answer
from tests.faults.acts import ACTS, Act, copy_store, entries, on_store, prepare, sound
from tests.faults.forking import LONG, Forking, tell

ERRORS = ("ENOSPC", "EIO", "EDQUOT", "ENOLCK", "EACCES", "EMFILE", "EPERM")
CALLS = (
    *("openat", "pwrite64", "pread64", "fdatasync", "ftruncate", "unlink", "fcntl", "mmap"),
    *("newfstatat", "fstat", "lseek", "read", "access", "fchmod", "fallocate"),
)
MOST_PLACES = 8 if LONG else 3
SHORT = 14


def is_in_words(answer: Answer) -> bool:
    """Whether what went wrong is said as the contract wants it."""
    return (
        answer.code in (3, 4)
        and "Traceback" not in answer.err + answer.out
        and len(answer.err.strip().splitlines()) == 1
        and '"message"' in answer.out
    )


def counts(command: Forking, target: str, source: str, tmp: Path, act: Act) -> dict[str, int]:
    """How often the act makes each call on the store's files."""
    copy_store(source, target)
    trace = tmp / "trace"
    watched = (*on_store(target), "-o", str(trace), "-e", f"trace={','.join(CALLS)}")
    done = command.run(target, *act.words, stdin=act.stdin, officer=act.officer, trace=watched)
    assert done.code == 0, done.err
    lines = trace.read_text("utf-8", "replace")
    return {call: n for call in CALLS if (n := lines.count(f" {call}("))}


def places(made: dict[str, int]) -> list[tuple[str, str, int, str]]:
    """(call, error, which one, "" once or "+" for good), spread over all of them."""
    found = []
    for call, count in made.items():
        step = max(1, count // MOST_PLACES)
        for error in ERRORS:
            for number in range(1, count + 1, step):
                found += [(call, error, number, kind) for kind in ("", "+")]
    return found if LONG else random.Random(7).sample(found, SHORT)


@pytest.mark.slow
@pytest.mark.strace
@pytest.mark.parametrize("name", ACTS)
def test_a_failing_file_call_is_a_sentence_and_nothing_is_half_saved(
    command: Forking, store: str, tmp_path: Path, name: str
) -> None:
    target, failures = str(tmp_path / "try.sqlite"), []
    act = prepare(store, name)
    tried = places(counts(command, target, store, tmp_path, act))
    before = entries(store)
    for call, error, number, kind in tried:
        copy_store(store, target)
        inject = (*on_store(target), "-o", "/dev/null", "-e", f"trace={call}")
        inject = (*inject, "-e", f"inject={call}:error={error}:when={number}{kind}")
        done = command.run(target, *act.words, stdin=act.stdin, officer=act.officer, trace=inject)
        after = entries(target)
        new = [step for step, _ in after[len(before) :]]
        whole = new in ([], [name]) and sound(target) and (done.code != 0 or new == [name])
        if not whole or not (done.code == 0 or is_in_words(done)):
            failures.append((call, error, number, kind, done.code, new, done.err[-300:]))
    tell(f"failing file calls of {name}", len(tried), len(failures))
    assert not failures, "\n".join(map(str, failures[:40]))
