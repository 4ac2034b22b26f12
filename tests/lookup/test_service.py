"""The service: two ways to one slip, one answer for everything else, limits, headers, no person anywhere."""

import io
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from onestop_desktop.lookup.app import LookupApp
from onestop_desktop.lookup.format import DATA, LIST
from onestop_desktop.lookup.reading import Reader
from tests.lookup.conftest import PRIVATE, SECRET, TOKEN, export, work_on
from tests.support.desk import Desk

OPEN = 10**9


@dataclass
class Got:
    status: str
    headers: dict[str, str]
    body: str


def ask(
    app: LookupApp, path: str = "/", method: str = "GET", body: bytes = b"", **more: Any
) -> Got:
    """One request as a server hands it over."""
    got: list[Any] = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **more,
    }
    told = app(environ, lambda status, headers: got.extend((status, headers)))
    return Got(got[0], dict(got[1]), b"".join(told).decode())


def typed(app: LookupApp, code: str, secret: str, **more: Any) -> Got:
    return ask(app, "/", "POST", urlencode({"code": code, "secret": secret}).encode(), **more)


def open_app(target: Path) -> LookupApp:
    return LookupApp(Reader(target), lambda: 0.0, visits=OPEN, tries=OPEN)


def test_address_and_typed_secret_show_the_dossier(target: Path, code: str) -> None:
    app = open_app(target)
    for got in (
        ask(app, f"/{TOKEN}"),
        typed(app, code, SECRET),
        typed(app, f" {code.lower()} ", SECRET.lower()),
    ):
        assert got.status == "200 OK"
        assert code in got.body
        assert "Đã tiếp nhận" in got.body
        assert "Received" in got.body
        assert len(got.body.encode()) < 20_000
        assert [word for word in PRIVATE if word in got.body] == []
    told = json.loads(ask(app, f"/{TOKEN}.json").body)
    assert [each["state"] for each in told["dossiers"]] == ["received"]
    assert "keys" not in told["dossiers"][0]
    assert json.loads(ask(app, "/status.json").body)["ok"] is True


def test_headers_allow_nothing_from_elsewhere(target: Path) -> None:
    got = ask(open_app(target), f"/{TOKEN}")
    policy = got.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert got.headers["Referrer-Policy"] == "no-referrer"
    assert got.headers["Cache-Control"] == "no-store"
    assert "http" not in got.body.replace("http-equiv", "")


@pytest.mark.slow
def test_a_crawl_finds_no_name_and_no_difference(target: Path, code: str) -> None:
    """10,000 codes and 100,000 guesses, half of them at a code that exists."""
    app, chance = open_app(target), random.Random(7)
    nothing = typed(app, "H99.99.99-261125-0001", "ZZZZZZZZ")
    assert nothing.status.startswith("404")
    head = code[:-4]
    for number in range(10_000):
        assert typed(app, f"{head}{number:04d}", "ZZZZZZZZ") == nothing
    for number in range(100_000):
        secret = "".join(chance.choices("CDEFGHJK", k=8))
        assert typed(app, code if number % 2 else f"{head}9999", secret) == nothing
    assert [word for word in (*PRIVATE, code) if word in nothing.body] == []


@pytest.mark.parametrize(
    ("path", "method", "body", "status"),
    [
        ("/khong-co", "GET", b"", "404"),
        ("/" + "0" * 32, "GET", b"", "404"),
        ("/../../etc/passwd", "GET", b"", "404"),
        ("/\x00", "GET", b"", "404"),
        ("/", "DELETE", b"", "405"),
        (f"/{TOKEN}", "POST", b"", "405"),
        ("/", "POST", b"code=%FF%00&secret=\xff", "400"),
        ("/", "POST", b"x" * 3000, "413"),
        ("/", "POST", b"&".join([b"a=1"] * 50), "400"),
        ("/", "POST", b"", "404"),
    ],
)
def test_bad_requests_are_a_page(
    target: Path, path: str, method: str, body: bytes, status: str
) -> None:
    got = ask(open_app(target), path, method, body)
    assert got.status.startswith(status)
    assert 'lang="en"' in got.body
    assert "Traceback" not in got.body


def test_a_flood_is_slowed_per_address_and_per_code(target: Path, code: str) -> None:
    now = [0.0]
    app = LookupApp(Reader(target), lambda: now[0], visits=50, tries=5)
    answers = [typed(app, f"X{number}", "A").status[:3] for number in range(7)]
    assert answers == ["404"] * 5 + ["429"] * 2
    others = [typed(app, code, "A", REMOTE_ADDR=f"10.0.0.{n}").status[:3] for n in range(7)]
    none = [typed(app, "NO-SUCH", "A", REMOTE_ADDR=f"10.1.0.{n}").status[:3] for n in range(7)]
    assert others == none == ["404"] * 5 + ["429"] * 2
    assert ask(app, f"/{TOKEN}").status == "200 OK"  # the slip's own address still opens
    visits = {ask(app, "/").status[:3] for _ in range(60)}
    assert visits == {"200", "429"}
    now[0] = 600.0
    assert typed(app, code, SECRET).status == "200 OK"


def test_a_service_nobody_asks_for_a_slip_knows_the_newest_extract_too(
    sqlite_desk: Desk, target: Path
) -> None:
    app = open_app(target)
    before = json.loads(ask(app, "/status.json").body)["sequence"]
    sqlite_desk.services.change_agency({"phone": "0220 111 222"}, "Quản trị")
    export(sqlite_desk, target)
    assert json.loads(ask(app, "/status.json").body)["sequence"] > before
    assert "0220 111 222" in ask(app, "/").body


def test_a_new_extract_is_seen_and_a_vanished_one_is_a_sentence(
    sqlite_desk: Desk, target: Path, code: str
) -> None:
    app = open_app(target)
    assert "Đã tiếp nhận" in ask(app, f"/{TOKEN}").body
    work_on(sqlite_desk, code)
    export(sqlite_desk, target)
    assert "Đang giải quyết" in ask(app, f"/{TOKEN}").body
    (target / DATA / LIST).write_bytes(b"{}")
    got = ask(app, f"/{TOKEN}")
    assert got.status.startswith("503")
    assert "Tra cứu đang tạm nghỉ" in got.body
