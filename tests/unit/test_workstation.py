"""The workstation's file: kept, read again, and never the reason why a desk does not open."""

import json
from pathlib import Path

import pytest

from onestop_desktop.settings import Workstation, read_workstation, write_workstation


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    station = Workstation("Quầy 2", "Vũ Thị Hường", paper="A5", copy_order=("Mã thủ tục",))
    write_workstation(tmp_path / "tram" / "workstation.json", station)
    assert read_workstation(tmp_path / "tram" / "workstation.json") == station


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "5", '{"language": "fr"}', '{"paper": "A3"}', '{"scheme": 7}'),
        *('{"counter": null}', '{"copy_order": "x"}', '{"sounds": "no"}', '{"unknown": 1}'),
    ],
)
def test_what_makes_no_sense_is_as_good_as_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "workstation.json"
    file.write_text(text, "utf-8")
    assert read_workstation(file) == Workstation()


def test_one_bad_value_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "workstation.json"
    file.write_text(json.dumps({"paper": "A3", "counter": "Quầy 7"}), "utf-8")
    assert read_workstation(file) == Workstation(counter="Quầy 7")
