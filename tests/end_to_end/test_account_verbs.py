"""The verb `account`, and what every other verb asks of who uses it."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.command import Answer, Run, refused
from tests.support.desk import MORNING, Desk, dump, make_order, plain_order

CHOSEN = "bốn con mèo lười"


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> "Secrets":
    """Passwords of the environment."""
    return Secrets(monkeypatch)


class Secrets:
    """Sets what `ONESTOP_PASSWORD` and `ONESTOP_NEW_PASSWORD` say."""

    def __init__(self, monkey: pytest.MonkeyPatch) -> None:
        self._monkey = monkey

    def are(self, password: str = "", new: str = "") -> None:
        self._monkey.setenv("ONESTOP_PASSWORD", password)
        self._monkey.setenv("ONESTOP_NEW_PASSWORD", new)


def add(run: Run, secrets: Secrets, name: str, role: str, officer: str, by: str = "") -> str:
    """An account whose first password is changed to `CHOSEN`."""
    secrets.are(CHOSEN)
    made = run("--json", "account", "add", name, "--role", role, "--officer", officer, officer=by)
    assert made.code == 0, made.err
    secrets.are(made.json["password"], CHOSEN)
    changed = run("--json", "account", "password", name, officer="")
    assert (changed.code, "password" in changed.json) == (0, False)
    secrets.are(CHOSEN)
    return str(made.json["password"])


@pytest.fixture
def staffed(run: Run, secrets: Secrets) -> Run:
    """A desk officer first, then the administrator: from him on he alone adds accounts."""
    add(run, secrets, "huong", "desk", "Vũ Thị Hường")
    add(run, secrets, "thuong", "leader", "Lưu Đình Thường")
    add(run, secrets, "tri", "administrator", "Đặng Văn Trị")
    return run


def test_a_scheduled_job_exports_under_nobodys_name(
    staffed: Run, secrets: Secrets, desk: Desk, tmp_path: Path
) -> None:
    secrets.are("")
    for words in (("sync", "export", "x.json"), ("lookup", "export", "x")):
        made = staffed("--json", *words[:2], str(tmp_path / words[2]), officer="huong")
        assert made.code == 0, made.err
        assert (tmp_path / words[2]).exists()
    said = desk.sql("SELECT officer FROM entry WHERE step = 'export'")
    assert said == [("onestop-desktop",)] * 2


def test_once_there_are_accounts_every_verb_with_a_dossier_needs_one(
    staffed: Run, secrets: Secrets
) -> None:
    secrets.are("")
    calling = ("ticket", "call", "--counter", "Quầy 1")
    for words in (("queue",), ("list",), ("find", "an"), ("steps", "X"), ("batch", "-"), calling):
        assert refused(staffed("--json", *words, officer="huong")) == "sign_in_needed"
    order = dump(make_order())
    assert refused(staffed("--json", "receive", "-", stdin=order)) == "sign_in_needed"
    secrets.are("sai mật khẩu")
    assert refused(staffed("--json", "queue", officer="huong")) == "sign_in_wrong"
    secrets.are(CHOSEN)
    received = staffed("--json", "receive", "-", stdin=order, officer="huong")
    assert received.code == 0
    shown = staffed("--json", "show", received.json["code"], officer="Lưu Đình Thường")
    assert shown.json["entries"][0]["officer"] == "Vũ Thị Hường"


def test_what_the_owner_of_the_file_does_needs_no_account(staffed: Run, secrets: Secrets) -> None:
    secrets.are("")
    due = ("due", "--term", "3 working days", "--received", MORNING)
    taking = ("ticket", "take", "--kind", "A")
    for words in (due, ("verify",), ("board",), ("calendar", "show", "2026"), ("seal",), taking):
        answer = staffed("--json", *words, officer="")
        assert answer.code == 0, (words, answer.err)


def test_roles_are_asked_on_the_command_line_too(staffed: Run, secrets: Secrets) -> None:
    order = dump(plain_order())
    assert refused(staffed("--json", "receive", "-", stdin=order, officer="thuong")) == (
        "role_not_allowed"
    )
    code = staffed("--json", "receive", "-", stdin=order, officer="huong").json["code"]
    settle = ("step", code, "settle", "--facts", "-")
    facts = dump({"decision": "Đồng ý"})
    assert refused(staffed("--json", *settle, stdin=facts, officer="huong")) == (
        "settles_own_reception"
    )
    assert refused(staffed("--json", *settle, stdin=facts, officer="tri")) == "role_not_allowed"
    assert staffed("--json", *settle, stdin=facts, officer="thuong").json["state"] == "settled"
    assert refused(
        staffed("--json", "account", "add", "x2", "--role", "desk", officer="huong")
    ) == ("role_not_allowed")


def test_a_batch_signs_each_of_its_officers_in_once(
    staffed: Run, secrets: Secrets, desk: Desk
) -> None:
    def line(who: str) -> str:
        return dump({"verb": "receive", "order": plain_order(), "as": who})

    def signed() -> list[str]:
        found = desk.sql("SELECT officer FROM entry WHERE step = 'sign_in' ORDER BY sequence")
        return [officer for (officer,) in found]

    before = signed()
    lines = [line("huong"), line("thuong"), line("huong"), line("ai-do")]
    answers = staffed("batch", "-", stdin="\n".join(lines), officer="huong").rows
    assert [answer.get("refused", "") for answer in answers] == [
        "",
        "role_not_allowed",
        "",
        "sign_in_wrong",
    ]
    assert signed()[len(before) :] == ["Vũ Thị Hường", "Lưu Đình Thường"]


def test_the_administrator_keeps_accounts(staffed: Run, secrets: Secrets, desk: Desk) -> None:
    def account(*words: str) -> Answer:
        return staffed("--json", "account", *words, officer="tri")

    rows = account("list").rows
    assert [(row["account"], row["role"]) for row in rows] == [
        ("huong", "desk"),
        ("thuong", "leader"),
        ("tri", "administrator"),
    ]
    assert account("disable", "huong").json["disabled"] is True
    assert refused(staffed("--json", "queue", officer="huong")) == "account_disabled"
    assert account("enable", "huong").json["disabled"] is False
    drawn = account("password", "huong").json["password"]
    assert refused(staffed("--json", "queue", officer="huong")) == "sign_in_wrong"
    assert account("role", "huong", "--role", "clerk").json["role"] == "clerk"
    for words, code in (
        (("add", "huong", "--role", "desk"), "account_taken"),
        (("add", "Hai Chữ", "--role", "desk"), "account_name_invalid"),
        (("add", "lan", "--role", "boss"), "choice_unknown"),
        (("disable", "khong"), "account_unknown"),
        (("disable", "tri"), "last_administrator"),
        (("add", "lan", "--role", "desk", "--officer", "Vũ Thị Hường"), "account_officer_taken"),
    ):
        assert refused(account(*words)) == code
    told = " ".join(facts for (facts,) in desk.sql("SELECT facts FROM entry_facts"))
    assert drawn not in told
    assert CHOSEN not in told
    assert json.loads(staffed("--json", "verify").out)["ok"]
