"""The command line over a fresh desk, for every verb's tests."""

import pytest

from tests.end_to_end.command import Run, runner
from tests.support.desk import Desk


@pytest.fixture
def run(
    desk: Desk, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """A file whose verbs need something received overrides it and asks for it again."""
    return runner(desk.address, capfdbinary, monkeypatch)
