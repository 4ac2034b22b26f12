"""The two demo desks, each made once a test process; tests only look at them."""

from collections.abc import Iterator

import pytest

from tests.support.demo import Demo, make


@pytest.fixture(scope="session")
def reference_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The reference desk of 2021."""
    made = make(tmp_path_factory.mktemp("demo") / "desk.sqlite", "2021")
    yield made
    made.services.store.close()


@pytest.fixture(scope="session")
def demo_today(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Today's desk."""
    made = make(tmp_path_factory.mktemp("demo") / "desk.sqlite", "today")
    yield made
    made.services.store.close()
