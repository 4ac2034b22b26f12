"""Make a new desk: an empty store, then the profile's agency, the shipped calendar and catalogue."""

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from onestop_desktop.application.ports import Store, UnitOfWork
from onestop_desktop.domain import errors
from onestop_desktop.domain.agency import Agency, read_agency
from onestop_desktop.domain.calendar import CalendarRows, OfficeHours, SpecialDay, YearNotice
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_time
from onestop_desktop.domain.shipped_catalogue import TABLES, read_shipped

PROFILES = ("today", "2021")
SET_UP = "khởi tạo"
"""The officer named in the first entry: the program itself."""
ReadResource = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class CreateDesk:
    """The order: which profile; `demo_clock` for a store that runs on a clock of its own."""

    profile: str = "today"
    demo_clock: bool = False


def create_desk(order: CreateDesk, *, store: Store, read_resource: ReadResource) -> int:
    """Make and fill the store in one transaction (StoreExists); gives the number of procedures."""
    with store.create() as uow:
        count = fill_desk(order, uow, read_resource)
        uow.commit()
    return count


def fill_desk(order: CreateDesk, uow: UnitOfWork, read_resource: ReadResource) -> int:
    """What a new store holds, inside the transaction that makes it; the number of procedures."""
    if order.profile not in PROFILES:
        raise errors.ChoiceUnknown(field="profile", value=order.profile, choices=list(PROFILES))
    procedures = read_shipped(
        {name: _rows(read_resource, f"catalogue/{name}.csv") for name in TABLES}
    )
    agency = shipped_agency(order.profile, read_resource)
    uow.desk.keep_profile(order.profile)
    uow.desk.keep_agency(replace(agency, demo_clock=order.demo_clock))
    uow.desk.keep_calendar(shipped_calendar(read_resource))
    for procedure in procedures:
        uow.catalogue.add(procedure)
    now = uow.now()
    facts = {"profile": order.profile, "procedures": len(procedures)}
    uow.record(Entry(Step.OPEN_DESK, SET_UP, now, now, facts=facts))
    return len(procedures)


def shipped_agency(profile: str, read_resource: ReadResource) -> Agency:
    """The agency's data of a profile."""
    return read_agency(json.loads(read_resource(f"profiles/{profile}.json"))).check()


def shipped_calendar(read_resource: ReadResource) -> CalendarRows:
    """Office hours, special days and years as shipped."""
    hours = tuple(
        OfficeHours(
            int(row["weekday"]),
            read_time(row["opens"]),
            read_time(row["closes"]),
            row["open"] == "yes",
            row["counts"] == "yes",
            _day(row["from"]),
            _day(row["to"]),
        )
        for row in _rows(read_resource, "calendar/office_hours.csv")
    )
    days = tuple(
        SpecialDay(
            date.fromisoformat(row["date"]),
            row["kind"] == "off",
            row["name"],
            row["notice"],
            row["confirmed"] == "yes",
        )
        for row in _rows(read_resource, "calendar/days.csv")
    )
    years = {
        int(row["year"]): YearNotice(row["confirmed"] == "yes", row["notice"])
        for row in _rows(read_resource, "calendar/years.csv")
    }
    return CalendarRows(hours, days, years)


def _rows(read_resource: ReadResource, name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(read_resource(name).splitlines())


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
