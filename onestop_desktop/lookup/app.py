"""The service as one WSGI application over an extract: a slip by its address, or by code and secret typed.

Both are one question for one key, so "no such code" and "wrong secret" are the same to it, and to a
clock. It writes nothing anywhere and remembers nothing but how often it was asked.
"""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from onestop_desktop.application.lookup_words import PLAIN_STAGES, plain_role, plain_state
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lookup_facts import KEY, PublicDossier, read_code, typed_key
from onestop_desktop.lookup import pages
from onestop_desktop.lookup.limits import Limit
from onestop_desktop.lookup.reading import Reader

HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"
LONGEST_BODY = 2048
_STATUS = {
    200: "200 OK",
    400: "400 Bad Request",
    404: "404 Not Found",
    405: "405 Method Not Allowed",
    413: "413 Content Too Large",
    429: "429 Too Many Requests",
    503: "503 Service Unavailable",
}
_TOLD = {400: pages.WRONG, 404: pages.NOTHING, 405: pages.WRONG, 413: pages.WRONG}
_TOLD |= {429: pages.SLOWER, 503: pages.RESTING}
_HEADERS = (
    ("Content-Security-Policy", pages.POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    ("X-Robots-Tag", "noindex"),
)
Environ = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes
    kind: str = HTML


class LookupApp:
    """The WSGI application. Pages may be asked `visits` at once for an address, secrets `tries`."""

    def __init__(
        self,
        reader: Reader,
        tell: Callable[[], float] = time.monotonic,
        *,
        visits: int = 120,
        tries: int = 20,
    ) -> None:
        self._reader = reader
        self._visits = Limit(visits, 1, tell)
        self._tries = Limit(tries, 15, tell)
        self._codes = Limit(tries, 30, tell)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """One request, one page."""
        try:
            answer = self._answer(environ)
        except (CodedError, OSError):  # the extract cannot be read now; no word of why
            answer = self._told(503)
        headers = [
            ("Content-Type", answer.kind),
            ("Content-Length", str(len(answer.body))),
            *_HEADERS,
        ]
        if answer.status in (429, 503):
            headers.append(("Retry-After", "60"))
        if answer.status == 405:
            headers.append(("Allow", "GET, HEAD, POST"))
        start(_STATUS[answer.status], headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def _answer(self, environ: Environ) -> Answer:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "") or "/"
        if not self._visits.take(environ.get("REMOTE_ADDR", "")):
            return self._told(429)
        if method not in ("GET", "HEAD", "POST"):
            return self._told(405)
        if path == "/":
            return self._typed(environ) if method == "POST" else self._form()
        if method == "POST":
            return self._told(405)
        if path == "/status.json":
            mark = self._reader.listing.mark
            return _json(200, {"ok": True, "sequence": mark.sequence})
        name = path.strip("/")
        key = name.removesuffix(".json")
        root = "../" if path.endswith("/") else "./"
        found = self._reader.slip(key) if KEY.fullmatch(key) else ()
        return self._shown(found, root, as_json=name != key)

    def _typed(self, environ: Environ) -> Answer:
        """Code and secret from the form; counted before it is known whether there is such a code."""
        length = environ.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdecimal():
            return self._told(400)
        if int(length[:9]) > LONGEST_BODY or len(length) > 9:
            return self._told(413)
        raw = environ["wsgi.input"].read(int(length))
        try:
            typed = parse_qs(raw.decode("utf-8"), max_num_fields=8)
        except ValueError:
            return self._told(400)
        code, secret = (typed.get(name, [""])[0] for name in ("code", "secret"))
        if not (
            self._tries.take(environ.get("REMOTE_ADDR", "")) and self._codes.take(read_code(code))
        ):
            return self._told(429)
        found = self._reader.slip(typed_key(code, secret))
        wants_json = environ.get("HTTP_ACCEPT", "") == "application/json"
        return self._shown(found, "./", as_json=wants_json)

    def _form(self) -> Answer:
        return Answer(200, pages.form_page(self._reader.listing.desk).encode())

    def _shown(self, found: tuple[PublicDossier, ...], root: str, *, as_json: bool) -> Answer:
        if as_json:
            status = 200 if found else 404
            return _json(status, {"dossiers": [_facts(each) for each in found]})
        if not found:
            return self._told(404, root)
        desk = self._reader.known.desk
        return Answer(200, pages.slip_page(desk, found, root).encode())

    def _told(self, status: int, root: str = "./") -> Answer:
        desk = self._reader.known.desk
        return Answer(status, pages.told_page(desk, _TOLD[status], root).encode())


def _facts(dossier: PublicDossier) -> dict[str, Any]:
    """A dossier as JSON, with the words of its page; its keys stay here."""
    facts: dict[str, Any] = as_facts(dossier)
    del facts["keys"]
    words = {
        "state_words": plain_state(dossier.state),
        "stage_words": PLAIN_STAGES[dossier.stage],
        "role_words": plain_role(dossier.role),
    }
    return facts | {
        name: dict(zip(("vi", "en"), each, strict=True)) for name, each in words.items()
    }


def _json(status: int, facts: dict[str, Any]) -> Answer:
    return Answer(status, json.dumps(facts, ensure_ascii=False).encode(), JSON)
