"""Two processes certify on one store: no number twice, none missing; one killed leaves all or nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.end_to_end.command import ROOT
from tests.support.desk import LEADER, OFFICER, Desk

pytestmark = pytest.mark.slow
ROUNDS = 12

CERTIFIER = """
import sys
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.certify import Certify
from tests.support.desk import Clock, make_order, open_desk, plain_order
address, officer, leader, rounds = *sys.argv[1:4], int(sys.argv[4])
items = [{"title": f"Bản {at}", "pages": 2, "copies": 1} for at in range(2)]
desk = open_desk(address, Clock())
desk.services.read_queue()
print("here", flush=True)
sys.stdin.readline()  # both begin at once
for at in range(rounds):
    desk.services.counter.certify(Certify(make_order(items=items), officer, leader))
    desk.services.counter.certify(Certify(plain_order("2.000884"), officer, leader))
desk.store.close()
"""

KILLED = """
import sys
sys.path[:0] = [".", "packaging"]
from onestop_desktop.application.certify import Certify
from onestop_desktop.persistence.books import SqlBooks
from onestop_desktop.persistence.unit_of_work import SqlUnitOfWork
from tests.support.desk import Clock, make_order, open_desk
address, officer, leader, stop = sys.argv[1:5]
def wait():
    print("here", flush=True)
    sys.stdin.readline()
    sys.stdin.readline()  # until it is killed
add, commit = SqlBooks.add, SqlUnitOfWork.commit
def added(books, *given):
    add(books, *given)
    wait()
def committed(work):
    wait() if stop == "before_commit" else None
    if stop == "committing":
        print("here", flush=True)
        sys.stdin.readline()
    commit(work)
    wait() if stop == "after_commit" else None
if stop == "numbered":
    SqlBooks.add = added
SqlUnitOfWork.commit = committed
open_desk(address, Clock()).services.counter.certify(Certify(make_order(), officer, leader))
print("done", flush=True)
sys.stdin.readline()
"""


@contextmanager
def process(script: str, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """A process of that script that has said where it is; killed at the end."""
    started = subprocess.Popen(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout is not None
        assert started.stdout.readline() == "here\n"
        yield started
    finally:
        started.kill()
        started.communicate()


def test_two_processes_certify_and_every_number_is_given_once(desk: Desk) -> None:
    desk.store.close()
    words = (LEADER, str(ROUNDS))
    officers = (OFFICER, "Vũ Thị Hường")
    with (
        process(CERTIFIER, desk.address, officers[0], *words) as one,
        process(CERTIFIER, desk.address, officers[1], *words) as two,
    ):
        for each in (one, two):
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
        for each in (one, two):
            _out, errors = each.communicate()
            assert each.returncode == 0, errors
    copies, signatures, dossiers = 4 * ROUNDS, 2 * ROUNDS, 4 * ROUNDS
    for book, count in (("copies", copies), ("signatures", signatures)):
        given = desk.sql("SELECT number FROM certification WHERE book = ? ORDER BY 1", book)
        assert [number for (number,) in given] == list(range(1, count + 1))
    receipts = desk.sql("SELECT number FROM payment ORDER BY 1")
    assert [number for (number,) in receipts] == list(range(1, dossiers + 1))
    codes = desk.sql("SELECT code FROM dossier ORDER BY 1")
    assert [code[-4:] for (code,) in codes] == [f"{at:04d}" for at in range(1, dossiers + 1)]
    lines = [desk.services.show_dossier(code).dossier.facts for (code,) in codes]
    registers = sorted(facts["register_number"] for facts in lines)
    assert registers == list(range(1, dossiers + 1))
    by_officer = desk.sql("SELECT officer, count(*) FROM entry WHERE step = 'receive' GROUP BY 1")
    assert dict(by_officer) == dict.fromkeys(officers, dossiers // 2)
    assert desk.services.verify().ok


@pytest.mark.parametrize(
    ("stop", "stored"), [("numbered", 0), ("before_commit", 0), ("after_commit", 1)]
)
def test_killed_while_it_certifies_all_of_it_is_there_or_nothing(
    desk: Desk, stop: str, stored: int
) -> None:
    desk.store.close()
    with process(KILLED, desk.address, OFFICER, LEADER, stop):
        pass
    check_whole(desk, stored)


def test_killed_as_it_commits_a_certification_is_there_as_a_whole_or_not_at_all(
    desk: Desk,
) -> None:
    desk.store.close()
    with process(KILLED, desk.address, OFFICER, LEADER, "committing") as killed:
        assert killed.stdin is not None
        killed.stdin.write("\n")
        killed.stdin.flush()
    check_whole(desk, desk.sql("SELECT count(*) FROM dossier")[0][0])


def check_whole(desk: Desk, stored: int) -> None:
    """So many certifications with all that belongs to each; the next one takes the next numbers."""
    for table in ("dossier", "certification", "payment", "slip"):
        assert desk.sql(f"SELECT count(*) FROM {table}") == [(stored,)], table
    steps = desk.sql("SELECT step FROM entry WHERE dossier <> '' ORDER BY sequence")
    assert [step for (step,) in steps] == [
        "receive",
        "take_fee",
        "settle",
        "return_result",
    ] * stored
    assert desk.services.verify().ok
    with process(CERTIFIER, desk.address, OFFICER, LEADER, "1") as following:
        _out, errors = following.communicate("\n")
        assert following.returncode == 0, errors
    numbers = desk.sql("SELECT number FROM certification WHERE book = 'copies' ORDER BY 1")
    assert [number for (number,) in numbers] == list(range(1, stored + 3))
    assert desk.services.verify().ok
