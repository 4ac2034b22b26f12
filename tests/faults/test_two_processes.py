"""Two processes at once on one store: the same dossier is settled once, and no step is lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.end_to_end.command import ROOT, Answer, run_process
from tests.support.desk import LEADER, MORNING, SPECIALIST, Desk, dump, plain_order

pytestmark = pytest.mark.slow
ROUNDS = 2

MANY = """
import sys
sys.path[:0] = [".", "packaging"]
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
for code in sys.argv[3:]:
    for _ in range(5):
        desk.step(code, "propose", sys.argv[2], decision="Đồng ý")
        desk.step(code, "hand_over", sys.argv[2], to="Lê Văn Nam")
desk.store.close()
"""


def test_two_command_lines_settle_the_same_dossier_and_one_wins(desk: Desk) -> None:
    for number in range(ROUNDS):
        code = desk.receive(plain_order(name=f"Người thứ {number}")).dossier.code

        def settle(officer: str, code: str = code) -> Answer:
            base = ("--store", desk.address, "--at", MORNING, "--as", officer, "--json")
            facts = dump({"result_no": f"15/{officer}"})
            return run_process(*base, "step", code, "settle", "--facts", "-", stdin=facts)

        with ThreadPoolExecutor(2) as pool:
            answers = sorted(pool.map(settle, (LEADER, SPECIALIST)), key=lambda each: each.code)
        assert [answer.code for answer in answers] == [0, 3]
        won, lost = (answer.json for answer in answers)
        assert won["state"] == "settled"
        assert (lost["refused"], lost["facts"]["state"]) == ("step_impossible", "settled")
        assert "Đã xử lý xong" in answers[1].err
        shown = desk.services.show_dossier(code)
        assert [entry.step.value for entry in shown.entries] == ["receive", "settle"]
        assert shown.dossier.holder == won["holder"]
    assert desk.services.verify().ok


def test_two_processes_step_the_same_dossiers_and_lose_no_step(desk: Desk) -> None:
    codes = [desk.receive(plain_order(name=f"Người {at}")).dossier.code for at in range(4)]

    def work(officer: str) -> None:
        done = subprocess.run(
            [sys.executable, "-c", MANY, desk.address, officer, *codes],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, (LEADER, SPECIALIST)))
    for code in codes:
        entries = desk.services.show_dossier(code).entries
        for officer in (LEADER, SPECIALIST):
            assert sum(entry.officer == officer for entry in entries) == 10
    check = desk.services.verify()
    assert (check.ok, check.entries) == (True, 1 + 4 + 80)
