"""A server that cannot outlive the tests: it stops when this process lets go of a pipe."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

# The shell waits for the end of its input, which comes even when pytest is killed.
KEEPER = '"$@" & server=$!; cat > /dev/null; kill -s {signal} $server; wait $server'


class DidNotStart(Exception):
    """A test's server ended or did not answer; the text is the end of its log."""


@contextmanager
def kept(
    command: Sequence[str],
    *,
    log: Path,
    answers: Callable[[], bool],
    stop_by: str = "TERM",
    user: str | None = None,
    seconds: float = 30,
) -> Iterator[None]:
    """Run a server until the block ends; enter it when the server answers."""
    with log.open("ab") as lines:
        keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER.format(signal=stop_by), "keeper", *command],
            stdin=subprocess.PIPE,
            stdout=lines,
            stderr=lines,
            start_new_session=True,
            user=user,
            extra_groups=None if user is None else [],
            cwd="/",
        )
    try:
        until = monotonic() + seconds
        while not answers():
            if keeper.poll() is not None or monotonic() > until:
                raise DidNotStart(log.read_text("utf-8", "replace")[-2000:])
            sleep(0.02)
        yield
    finally:
        assert keeper.stdin is not None
        keeper.stdin.close()
        keeper.wait(timeout=seconds)
