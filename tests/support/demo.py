"""Demo desks made for tests: through the command's own use case, secrets that count, any clock."""

import csv
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from onestop_desktop.application.demo_desk import DemoMade, MakeDemo, make_demo
from onestop_desktop.application.services import Services
from onestop_desktop.domain.moments import VIETNAM, read_moment
from tests.support.desk import OPENED, RESOURCES, Clock, open_desk

OFFICE_HOURS = ((time(7, 30), time(11, 30)), (time(13), time(17)))


@dataclass(frozen=True)
class Demo:
    """A demo desk in a file, and what its making answered."""

    path: Path
    made: DemoMade
    services: Services

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """Rows read beside the program."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(statement, values).fetchall()

    def counts(self, column: str) -> dict[str, int]:
        """How many dossiers have each value of a column."""
        return dict(self.sql(f"SELECT {column}, count(*) FROM dossier GROUP BY 1"))

    def dossiers(self) -> list[Any]:
        """What the same seed must make again."""
        return self.sql(
            "SELECT code, applicant, identity, procedure, received_at, settled_at, returned_at, "
            "state FROM dossier ORDER BY code"
        )


def make(path: Path | str, profile: str, at: str = "") -> Demo:
    """A demo desk made at an address."""
    clock = Clock(OPENED)
    desk = open_desk(str(path), clock)
    made = make_demo(
        MakeDemo(profile, read_moment(at) if at else None),
        store=desk.store,
        draw_secret=desk.services.draw_secret,
        passwords=desk.services.passwords,
        read_resource=desk.services.read_resource,
        set_clock=lambda moment: clock.set(moment.isoformat()),
    )
    assert made is not None
    return Demo(Path(path), made, desk.services)


def vietnamese(moment: str) -> datetime:
    """A moment of the store on the desk's clock."""
    return datetime.fromisoformat(moment).astimezone(VIETNAM)


def days_off(year: int) -> set[date]:
    """The days off of a year as the shipped list has them."""
    rows = csv.DictReader((RESOURCES / "calendar/days.csv").read_text("utf-8").splitlines())
    found = ((date.fromisoformat(row["date"]), row["kind"]) for row in rows)
    return {day for day, kind in found if day.year == year and kind == "off"}
