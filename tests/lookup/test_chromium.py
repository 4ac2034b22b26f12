"""A real Chromium at phone size: the slip's address, typed look-ups, no JavaScript, accessibility."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from onestop_desktop.lookup.app import LookupApp
from onestop_desktop.lookup.reading import Reader
from onestop_desktop.lookup.static_pages import WEB
from tests.lookup.conftest import SECRET, TOKEN

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed here"),
]
PHONE = {"width": 360, "height": 640}
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Silent(SimpleHTTPRequestHandler):
    """Any web server: files of a folder, no word on the terminal."""

    def log_message(self, *_words: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def static(target: Path) -> Iterator[str]:
    """The static pages under a folder of some web server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(target / WEB)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def service(target: Path) -> Iterator[str]:
    """The service over the same extract."""
    server = waitress.create_server(LookupApp(Reader(target)), listen="127.0.0.1:0", threads=2)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.trigger.pull_trigger(server.close)
    thread.join(10)
    server.task_dispatcher.shutdown()


def open_page(browser: Browser, address: str, *, script: bool = True) -> tuple[Page, list[str]]:
    """A page at phone size and the hosts that were asked."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    return page, asked


def look_up(page: Page, code: str, secret: str) -> None:
    page.fill("#code", code)
    page.fill("#secret", secret)
    page.click("button")


def looks_right(page: Page, asked: list[str], address: str) -> None:
    """Nothing wider than the phone, nothing from elsewhere, nothing that axe finds serious."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert [url for url in asked if not url.startswith(address)] == []
    assert len(page.content().encode()) < 20_000


def no_serious_finding(page: Page) -> None:
    page.context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})
    page.reload()
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("way", ["static", "service"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_slips_address_opens_with_and_without_javascript(
    browser: Browser, request: pytest.FixtureRequest, code: str, way: str, script: bool
) -> None:
    address = request.getfixturevalue(way)
    page, asked = open_page(browser, f"{address}{TOKEN}", script=script)
    assert code in page.inner_text("main")
    assert page.locator(".state").inner_text() == "Đã tiếp nhận"
    if script:
        looks_right(page, asked, address)
        no_serious_finding(page)
    page.context.close()


@pytest.mark.parametrize("way", ["static", "service"])
def test_code_and_secret_are_typed_rightly_and_wrongly(
    browser: Browser, request: pytest.FixtureRequest, code: str, way: str
) -> None:
    address = request.getfixturevalue(way)
    page, asked = open_page(browser, address)
    looks_right(page, asked, address)
    no_serious_finding(page)
    look_up(page, code, "AAAAAAAC")
    page.wait_for_selector("#told:not([hidden])")
    assert "Không tìm thấy" in page.inner_text("#told")
    page.goto(address)
    look_up(page, f" {code.lower()}", SECRET.lower())
    page.wait_for_selector(".state")
    assert code in page.inner_text("main")
    assert [url for url in asked if not url.startswith(address)] == []
    page.context.close()


def test_the_service_is_typed_into_without_javascript(
    browser: Browser, service: str, code: str
) -> None:
    page, _asked = open_page(browser, service, script=False)
    look_up(page, code, SECRET)
    page.wait_for_selector(".state")
    assert code in page.inner_text("main")
    page.context.close()
