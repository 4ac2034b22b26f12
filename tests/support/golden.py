"""Golden pictures: a page is compared with the one looked at by eye; `--update-golden` makes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

LARGEST = 150_000
"""Bytes of a picture in the repository."""
SHARE = 0.001
"""Pixels that may differ visibly: another build of the renderer smooths an edge otherwise."""
Golden = Callable[[Path, Image.Image], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch that writes the pictures."""
    parser.addoption("--update-golden", action="store_true", help="write the golden pictures")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A function that compares a picture with its file, or writes it."""

    def compare(file: Path, image: Image.Image) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            image.quantize(16).save(file, optimize=True)
            assert file.stat().st_size <= LARGEST
            return
        if not file.exists():
            pytest.fail(f"no golden picture: look at what --update-golden makes of {file.name}")
        with Image.open(file) as kept:
            expected = kept.convert("L")
        assert image.size == expected.size
        differs = ImageChops.difference(image, expected).point(lambda d: 255 if d > 64 else 0)
        share = differs.histogram()[255] / (image.width * image.height)
        if share > SHARE:
            beside = file.with_suffix(".differs.png")
            image.save(beside)
            pytest.fail(f"{file.name} differs in {share:.2%} of its pixels: look at {beside}")

    return compare
