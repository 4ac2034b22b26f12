"""J9: a hundred look-ups a second beside a hello page of the same server, a writer registering meanwhile."""

import http.client
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from onestop_desktop.application.export_lookup import ExportLookup
from tests.benchmarks.conftest import Table
from tests.benchmarks.filled import receive
from tests.end_to_end.command import ROOT
from tests.support.desk import make_desk, plain_order

SECONDS, RATE, ASKERS = 10, 100, 4
SERVER = """
import sys, waitress
from collections.abc import Callable
from pathlib import Path
from onestop_desktop.lookup.app import LookupApp
from onestop_desktop.lookup.reading import Reader

def hello(environ, start):
    start("200 OK", [("Content-Type", "text/html"), ("Content-Length", "5")])
    return [b"hello"]

app = LookupApp(Reader(Path(sys.argv[1])), visits=10**9) if len(sys.argv) > 1 else hello
server = waitress.create_server(app, listen="127.0.0.1:0", threads=4)
print(server.effective_port, flush=True)
server.run()
"""


def test_j9(tmp_path: Path, table: Table) -> None:
    desk = make_desk(str(tmp_path / "desk.sqlite"))
    receive(desk, 2000)
    target = tmp_path / "x"
    desk.services.lookup.export(ExportLookup(str(target), pages=False))
    stopped = threading.Event()

    def write() -> None:
        while not stopped.wait(0.2):
            desk.receive(plain_order())
            desk.services.lookup.export(ExportLookup(str(target), automatic=True, pages=False))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        hello = _asked([], lambda _number: "/")
        ours = _asked([str(target)], lambda number: f"/{number % 2000 + 1:032x}")
    finally:
        stopped.set()
        writer.join()
        desk.store.close()
    for at, name in ((50, "p50"), (99, "p99")):
        mine, theirs = (times[len(times) * at // 100] * 1000 for times in (ours, hello))
        goal = "<= 2 x" if at == 99 else ""
        words = f"{mine:.1f} / {theirs:.1f} ms"
        table.add("J9", f"{name}: look-up / hello = {mine / theirs:.2f}", words, goal)


def _asked(words: list[str], path: Callable[[int], str]) -> list[float]:
    """How long each answer took, shortest first; any error is an error."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, *words], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    port, times, wrong = int(server.stdout.readline()), list[float](), list[int]()

    def ask(first: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port)
        begun = time.perf_counter()
        for number in range(first, SECONDS * RATE, ASKERS):
            while time.perf_counter() < begun + number / RATE:
                threading.Event().wait(0.0005)
            at = time.perf_counter()
            line.request("GET", path(number))
            got = line.getresponse()
            got.read()
            times.append(time.perf_counter() - at)
            if got.status != 200:
                wrong.append(got.status)
        line.close()

    askers = [threading.Thread(target=ask, args=(first,)) for first in range(ASKERS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    server.terminate()
    server.communicate()
    assert json.dumps(wrong) == "[]"
    return sorted(times)
