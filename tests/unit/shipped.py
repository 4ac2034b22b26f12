"""Shipped data as domain values, for tests that count on the real calendar and catalogue."""

import csv
from functools import cache

from onestop_desktop.application.create_desk import shipped_calendar
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.shipped_catalogue import TABLES, read_shipped
from tests.support.desk import read_resource


@cache
def calendar() -> WorkingCalendar:
    """The calendar of 2019 to 2027."""
    return shipped_calendar(read_resource).working()


@cache
def procedures() -> dict[str, Procedure]:
    """The catalogue by code."""
    tables = {
        name: list(csv.DictReader(read_resource(f"catalogue/{name}.csv").splitlines()))
        for name in TABLES
    }
    return {procedure.code: procedure for procedure in read_shipped(tables)}
