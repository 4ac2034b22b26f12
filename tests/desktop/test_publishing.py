"""The citizens' extract follows the window's acts; a place that is gone is one warning, and nobody waits."""

import shutil
from pathlib import Path

import pytest

from onestop_desktop.lookup.reading import Reader
from tests.support.desk import plain_order
from tests.support.window import DeskWindow

TOKEN = f"{1:032x}"


def news(desk: DeskWindow) -> None:
    """What was recorded beside the window has come to it, and what follows from it is done."""
    working = desk.application.working
    assert working is not None
    working.live.ask()
    desk.rest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the extract goes."""
    return tmp_path / "chia-se" / "tra-cuu"


@pytest.fixture
def published(desk_window: DeskWindow, place: Path) -> DeskWindow:
    """A window on a PC that has a place for the extract."""
    desk_window.rest()
    desk_window.application.desk.keep_workstation(lookup_to=str(place))
    desk_window.rest()
    return desk_window


def test_the_extract_follows_each_act(published: DeskWindow, place: Path) -> None:
    code = published.store.receive(plain_order()).dossier.code
    news(published)
    assert [each.code for each in Reader(place).slip(TOKEN)] == [code]
    published.store.step(code, "withdraw", reason="đổi ý")
    news(published)
    assert Reader(place).slip(TOKEN)[0].state == "withdrawn"
    told = published.store.sql("SELECT count(*) FROM entry WHERE step = 'export'")
    assert told == [(1,)]


def test_a_place_that_is_gone_is_told_once_and_caught_up_with(
    published: DeskWindow, place: Path
) -> None:
    warned: list[str] = []
    published.application.desk.warned.connect(lambda title, _detail: warned.append(title))
    shutil.rmtree(place.parent)
    place.parent.write_text("no folder", "utf-8")
    code = published.store.receive(plain_order()).dossier.code
    news(published)
    published.store.step(code, "withdraw", reason="đổi ý")
    news(published)
    assert warned == ["Chưa cập nhật được tra cứu"]
    place.parent.unlink()
    published.store.receive(plain_order())
    news(published)
    assert Reader(place).slip(TOKEN)[0].state == "withdrawn"
    assert warned == ["Chưa cập nhật được tra cứu"]
