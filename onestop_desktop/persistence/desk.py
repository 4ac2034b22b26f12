"""The desk's own facts: agency, profile, calendar, number series, parked receptions."""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from onestop_desktop.application.pages import ParkedRow
from onestop_desktop.domain import errors
from onestop_desktop.domain.accounts import Account
from onestop_desktop.domain.agency import Agency, read_agency, write_agency
from onestop_desktop.domain.calendar import (
    CalendarRows,
    OfficeHours,
    SpecialDay,
    WorkingCalendar,
    YearNotice,
)
from onestop_desktop.domain.journal import plain_text
from onestop_desktop.domain.moments import read_moment, read_time, write_moment
from onestop_desktop.persistence.requests import PARKED, parked_digest
from onestop_desktop.persistence.schema import (
    calendar_year,
    office_hours,
    parked_reception,
    setting,
    special_day,
)

_SETTING = select(setting.c.value).where(setting.c.name == bindparam("name"))


@lru_cache(maxsize=8)
def _next_numbers(count: int) -> TextClause:
    """The next numbers of so many series at once, each begun at 1."""
    rows = ", ".join(f"(:series{at}, 1)" for at in range(count))
    return text(
        f"INSERT INTO number_series (name, last) VALUES {rows} "  # noqa: S608 (only parameters)
        "ON CONFLICT (name) DO UPDATE SET last = number_series.last + 1 RETURNING name, last"
    )


_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


class DeskCache:
    """What the desk's tables said, kept while their edition stays the same."""

    def __init__(self) -> None:
        self.edition = ""
        self.agency: Agency | None = None
        self.profile = ""
        self.calendar: WorkingCalendar | None = None
        self.accounts: tuple[Account, ...] | None = None


class SqlDesk:
    """The port `DeskFacts` over one connection."""

    def __init__(self, connection: Connection, cache: DeskCache) -> None:
        self._connection = connection
        self._cache = cache
        self._seen = ""
        self._dialect = connection.dialect.name

    def agency(self) -> Agency:
        """The agency's data."""
        self._refresh()
        if self._cache.agency is None:
            self._cache.agency = read_agency(json.loads(self._setting("agency")))
        return self._cache.agency

    def keep_agency(self, agency: Agency) -> None:
        """Change the agency's data."""
        self._keep("agency", plain_text(write_agency(agency)))
        self.new_edition()

    def profile(self) -> str:
        """`today` or `2021`: which circular's forms are printed."""
        self._refresh()
        if not self._cache.profile:
            self._cache.profile = self._setting("profile")
        return self._cache.profile

    def keep_profile(self, profile: str) -> None:
        """Set the profile."""
        self._keep("profile", profile)
        self.new_edition()

    def calendar(self) -> WorkingCalendar:
        """The working calendar; parsed once for each edition."""
        self._refresh()
        if self._cache.calendar is None:
            self._cache.calendar = self.calendar_rows().working()
        return self._cache.calendar

    def calendar_rows(self) -> CalendarRows:
        """The rows behind the calendar."""
        hours = self._connection.execute(select(office_hours).order_by(office_hours.c.id))
        days = self._connection.execute(select(special_day).order_by(special_day.c.day))
        years = self._connection.execute(select(calendar_year).order_by(calendar_year.c.year))
        return CalendarRows(
            tuple(_hours(row) for row in hours),
            tuple(_special(row) for row in days),
            {row.year: YearNotice(bool(row.confirmed), row.notice) for row in years},
        )

    def keep_calendar(self, rows: CalendarRows) -> None:
        """Put a whole calendar in place of the old one."""
        years = [
            {"year": year, "confirmed": int(notice.confirmed), "notice": notice.notice}
            for year, notice in rows.years.items()
        ]
        for table, values in (
            (office_hours, [_hours_values(row) for row in rows.hours]),
            (special_day, [_day_values(row) for row in rows.days]),
            (calendar_year, years),
        ):
            self._connection.execute(delete(table))
            if values:
                self._connection.execute(insert(table), values)
        self.new_edition()

    def kept_accounts(self, read: Callable[[], tuple[Account, ...]]) -> tuple[Account, ...]:
        """The accounts, read once for each edition."""
        self._refresh()
        if self._cache.accounts is None:
            self._cache.accounts = read()
        return self._cache.accounts

    def next_numbers(self, *series: str) -> tuple[int, ...]:
        """The next number of each series, from 1; never given twice once committed."""
        values = {f"series{at}": name for at, name in enumerate(series)}
        found = self._connection.execute(_next_numbers(len(series)), values).all()
        last = {name: number for name, number in found}
        return tuple(last[name] for name in series)

    def park(self, row: ParkedRow) -> int:
        """Put a half-typed reception aside, or again under its number."""
        values = {
            "title": row.title,
            "officer": row.officer,
            "saved_at": read_moment(row.saved_at),
            "form": plain_text(row.form),
        }
        if row.id:
            self.unpark(row.id)
        added = self._connection.execute(insert(parked_reception), values).inserted_primary_key
        self._keep(PARKED, parked_digest(self._connection))
        return int(added[0]) if added else 0

    def parked(self) -> tuple[ParkedRow, ...]:
        """All parked receptions, newest first."""
        wanted = select(parked_reception).order_by(parked_reception.c.id.desc())
        return tuple(
            ParkedRow(
                row.id, row.title, row.officer, write_moment(row.saved_at), json.loads(row.form)
            )
            for row in self._connection.execute(wanted)
        )

    def unpark(self, parked: int) -> None:
        """Take a parked reception away (ParkedUnknown)."""
        gone = self._connection.execute(
            delete(parked_reception).where(parked_reception.c.id == parked)
        )
        if gone.rowcount == 0:
            raise errors.ParkedUnknown(id=parked)
        self._keep(PARKED, parked_digest(self._connection))

    def _refresh(self) -> None:
        """Drop what another process has changed since: one small read a transaction."""
        if not self._seen:
            self._seen = self._setting("edition")
            if self._seen != self._cache.edition:
                self._cache.edition = self._seen
                self._cache.agency = self._cache.calendar = self._cache.accounts = None
                self._cache.profile = ""

    def new_edition(self) -> None:
        """Let every process read the desk's facts anew."""
        edition = int(self._setting("edition", "0")) + 1
        self._keep("edition", str(edition))
        self._seen = ""
        self._cache.edition = ""
        self._refresh()

    def _setting(self, name: str, default: str | None = None) -> str:
        found = self._connection.execute(_SETTING, {"name": name}).first()
        if found is not None:
            return str(found.value)
        if default is None:
            raise errors.StoreNotOurs(store=f"setting {name}")
        return default

    def _keep(self, name: str, value: str) -> None:
        added = _DIALECTS[self._dialect].insert(setting).values(name=name, value=value)
        self._connection.execute(
            added.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )


def _hours(row: Any) -> OfficeHours:
    return OfficeHours(
        row.weekday,
        read_time(row.opens),
        read_time(row.closes),
        bool(row.is_open),
        bool(row.counts),
        date.fromisoformat(row.from_on) if row.from_on else None,
        date.fromisoformat(row.to_on) if row.to_on else None,
    )


def _hours_values(row: OfficeHours) -> dict[str, Any]:
    return {
        "weekday": row.weekday,
        "opens": f"{row.opens:%H:%M}",
        "closes": f"{row.closes:%H:%M}",
        "is_open": int(row.is_open),
        "counts": int(row.counts),
        "from_on": row.from_on.isoformat() if row.from_on else None,
        "to_on": row.to_on.isoformat() if row.to_on else None,
    }


def _special(row: Any) -> SpecialDay:
    return SpecialDay(
        date.fromisoformat(row.day), bool(row.is_off), row.name, row.notice, bool(row.confirmed)
    )


def _day_values(day: SpecialDay) -> dict[str, Any]:
    return {
        "day": day.on.isoformat(),
        "is_off": int(day.is_off),
        "name": day.name,
        "notice": day.notice,
        "confirmed": int(day.confirmed),
    }
