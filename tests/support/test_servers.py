"""The servers that other tests lean on really work: PostgreSQL and CUPS."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import create_engine, text

from tests.support.cups import CupsQueue


@pytest.mark.postgres
def test_each_database_is_new_and_speaks_vietnamese(new_postgres_url: Callable[..., str]) -> None:
    for _ in range(2):
        engine = create_engine(new_postgres_url())
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE hamlet (name text)"))
            connection.execute(text("INSERT INTO hamlet VALUES ('Thôn Bùi Xá')"))
            assert connection.scalar(text("SELECT upper(name) FROM hamlet")) == "THÔN BÙI XÁ"
        engine.dispose()


@pytest.mark.postgres
def test_a_database_may_be_copied_from_a_prepared_one(
    new_postgres_url: Callable[..., str], postgres_url: str
) -> None:
    from tests.support.postgres import database_of

    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE prepared (n integer)"))
    engine.dispose()
    copy = create_engine(new_postgres_url(database_of(postgres_url)))
    with copy.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM prepared")) == 0
    copy.dispose()


@pytest.mark.cups
def test_a_page_handed_to_the_queue_keeps_its_text(cups_queue: CupsQueue, tmp_path: Path) -> None:
    page = BytesIO()
    canvas = Canvas(page, pagesize=(420, 595), invariant=True)
    canvas.drawString(72, 500, "Giay tiep nhan 0001")
    canvas.save()
    subprocess.run(
        ["lp", "-d", cups_queue.name, "-"],
        input=page.getvalue(),
        env=cups_queue.surroundings,
        check=True,
        capture_output=True,
    )
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(cups_queue.printed())
    read = subprocess.run(["pdftotext", str(printed), "-"], capture_output=True, check=True)
    assert "Giay tiep nhan 0001" in read.stdout.decode()
