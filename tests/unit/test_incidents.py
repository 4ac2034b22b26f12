"""The log and the reports of incidents: codes and places, nothing that anybody typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desktop import incidents

SECRET = "Nguyễn Thị Đường 030185001234"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log in a folder of its own."""
    incidents.open_log(tmp_path / "log")
    yield tmp_path / "log" / incidents.FILE
    incidents.close_log()


def fails() -> None:
    """As an error of ours would, with a citizen in its message."""
    raise RuntimeError(SECRET)


def test_an_incident_has_a_number_and_its_places_and_no_word_of_its_message(log: Path) -> None:
    try:
        fails()
    except RuntimeError as error:
        incident = incidents.record(error)
    written = log.read_text("utf-8")
    for text in (incident.report, written):
        assert incident.reference in text
        assert "test_incidents.py" in text
        assert "fails" in text
        assert "RuntimeError" in text
        assert str(Path(__file__).parent) not in text
        for word in SECRET.split():
            assert word not in text


def test_a_line_cannot_be_forged_by_a_line_feed(log: Path) -> None:
    incidents.note("refused", "a\n2026-11-25 opened 9.9")
    assert len(log.read_text("utf-8").splitlines()) == 1


def test_without_a_log_nothing_is_written_and_nothing_fails(tmp_path: Path) -> None:
    incidents.close_log()
    incidents.note("opened", "0")
    assert list(tmp_path.iterdir()) == []
