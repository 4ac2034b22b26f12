"""How columns of the store are made, on SQLite (STRICT) and PostgreSQL alike."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeDecorator

from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.persistence.instants import moment, utc_text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment as UTC text to the second: it sorts as it reads, on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        del dialect
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        del dialect
        try:
            return None if value is None else moment(value)
        except (TypeError, ValueError) as error:
            raise StoreDamaged(store="") from error


def a_table(name: str, *columns: Any, **options: Any) -> Table:
    """A table of the store, STRICT on SQLite."""
    return Table(name, metadata, *columns, sqlite_strict=True, **options)


def a_text(name: str, **options: Any) -> Column[str]:
    """A text, never NULL."""
    return Column(name, Text, nullable=False, **options)


def a_number(name: str, **options: Any) -> Column[int]:
    """A whole number, never NULL."""
    return Column(name, Integer, nullable=False, **options)


def later_text(name: str) -> Column[str]:
    """A text that older stores got with a migration: empty in their rows."""
    return a_text(name, server_default=text("''"))


def a_flag(name: str) -> CheckConstraint:
    """That a number says yes or no."""
    return CheckConstraint(f"{name} IN (0, 1)", name=name)
