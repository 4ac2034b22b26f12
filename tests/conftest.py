"""What holds for every test: no screen, and the servers that tests may ask for."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.support.missing_parts",
    "tests.support.postgres",
    "tests.support.cups",
    "tests.support.desk",
    "tests.support.golden",
]

# Two cores shared by much: how long an example takes says nothing about the program.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")


@pytest.fixture(scope="session", autouse=True)
def private_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program keeps in this user's data folder, it keeps elsewhere."""
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield
