"""The window over a demo desk: told what is made, changed for the other one, left half way."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onestop_desktop.clocks import StandingClock
from onestop_desktop.desktop.demo_window import DemoDesk
from onestop_desktop.desktop.screens.settings.view import SettingsView
from onestop_desktop.domain.errors import FileUnwritable
from onestop_desktop.opening import WindowOpening
from onestop_desktop.settings import Settings, Workstation
from tests.support.desk import MORNING, Desk

PATIENCE_MS = 20_000


class Maker:
    """Makes a "demo" at once out of a test's desk, or waits until it is called off."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        station = Workstation(officer="Vũ Thị Hường", scheme="light")
        self.settings = Settings(
            desk.address, workstation=station, workstation_file=folder / "workstation.json"
        )
        self.made: list[str] = []
        self.hanging = False

    def __call__(self, which: str, progress: Callable[[int, int], bool]) -> WindowOpening | None:
        self.made.append(which)
        assert progress(800, 1600)
        while self.hanging and progress(800, 1600):
            threading.Event().wait(0.01)
        if self.hanging:
            return None
        return WindowOpening(self.settings, StandingClock(MORNING), which)


@pytest.fixture
def maker(sqlite_desk: Desk, tmp_path: Path) -> Maker:
    """A maker over a fresh desk."""
    sqlite_desk.store.close()
    return Maker(sqlite_desk, tmp_path)


@pytest.fixture
def demo(maker: Maker) -> Iterator[DemoDesk]:
    """A demo desk in its window."""
    made = DemoDesk(maker, serial=False, begun=0.0, tell=lambda _line: None)
    yield made
    made.close()
    if made.application is not None and made.application.window is not None:
        made.application.window.deleteLater()


def opened(qtbot: QtBot, demo: DemoDesk) -> str:
    """Wait until the desk is open; which demo it is."""

    def ready() -> bool:
        application = demo.application
        return bool(
            application and application.desk.view is not None and not application.runner.busy()
        )

    qtbot.waitUntil(ready, timeout=PATIENCE_MS)
    assert demo.application is not None
    return demo.application.desk.opening.demo


def test_a_demo_says_what_is_made_and_opens(qtbot: QtBot, demo: DemoDesk) -> None:
    demo.begin("2021")
    making = demo.making
    assert making is not None
    assert making.isVisible()
    assert "1.591" in making.words.text()
    assert opened(qtbot, demo) == "2021"
    assert demo.making is None


def test_the_settings_change_to_the_other_demo_and_back(
    qtbot: QtBot, demo: DemoDesk, maker: Maker
) -> None:
    demo.begin("2021")
    for now, words, other in (
        ("2021", "Mở bàn mẫu hôm nay", "today"),
        ("today", "Mở bàn mẫu 2021", "2021"),
    ):
        assert opened(qtbot, demo) == now
        application = demo.application
        assert application is not None
        application.show("settings")
        assert application.window is not None
        page = application.window.page("settings")
        assert isinstance(page, SettingsView)
        assert page.other_demo.text() == words
        page.other_demo.click()
        qtbot.waitUntil(lambda: demo.application not in (None, application), timeout=PATIENCE_MS)  # noqa: B023
        assert opened(qtbot, demo) == other
    assert maker.made == ["2021", "today", "2021"]


def test_who_closes_the_window_while_it_is_made_ends_it(
    qtbot: QtBot, demo: DemoDesk, maker: Maker
) -> None:
    maker.hanging = True
    demo.begin("today")
    qtbot.waitUntil(lambda: bool(maker.made), timeout=PATIENCE_MS)
    making = demo.making
    assert making is not None
    with qtbot.waitSignal(demo.quitted, timeout=PATIENCE_MS):
        making.close()
    assert demo.application is None


def test_a_demo_that_cannot_be_made_ends_the_program_with_its_reason(
    qtbot: QtBot, demo: DemoDesk, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Maker, _which: str, _progress: Callable[[int, int], bool]) -> None:
        raise FileUnwritable(file="desk.sqlite")

    monkeypatch.setattr(Maker, "__call__", full)
    with qtbot.waitSignal(demo.quitted, timeout=PATIENCE_MS):
        demo.begin("2021")
    assert isinstance(demo.error, FileUnwritable)
    assert demo.making is not None
    demo.making.close()
