"""The tables of the store, on SQLite (STRICT) and PostgreSQL alike; triggers stand in `guards`."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)
from sqlalchemy.types import TypeDecorator

from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.domain.journal import FIRST
from onestop_desktop.persistence.guards import set_up_guards, set_up_words
from onestop_desktop.persistence.instants import moment, utc_text

VERSION = "0003"
"""The schema this program writes; migrations carry older stores here."""
APPLICATION_ID = 0x4D43_5541
"""Marks an SQLite file as a desk's store."""

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
        except ValueError as error:
            raise StoreDamaged(store="") from error


def _table(name: str, *columns: Any) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _text(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **options)


def _number(name: str, **options: Any) -> Column[int]:
    return Column(name, Integer, nullable=False, **options)


def _later(name: str) -> Column[str]:
    """A text that older stores got with a migration: empty in their rows."""
    return _text(name, server_default=text("''"))


def _flag(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN (0, 1)", name=name)


setting = _table("setting", _text("name", primary_key=True), _text("value"))

chain_head = _table(
    "chain_head",
    Column("id", Integer, primary_key=True, autoincrement=False),
    _number("sequence"),
    _text("digest"),
    Column("recorded_at", Moment),
    CheckConstraint("id = 1", name="single"),
)

entry = _table(
    "entry",
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    _text("step"),
    _text("dossier"),
    _text("officer"),
    _text("workstation"),
    Column("recorded_at", Moment, nullable=False),
    Column("happened_at", Moment, nullable=False),
    _text("facts_digest"),
    _text("digest"),
    Index("ix_entry_dossier", "dossier", "sequence"),
)

entry_facts = _table(
    "entry_facts",
    Column(
        "sequence", Integer, ForeignKey("entry.sequence"), primary_key=True, autoincrement=False
    ),
    Column("salt", LargeBinary, nullable=False),
    _text("facts"),
)

erasure = _table(
    "erasure",
    Column(
        "sequence", Integer, ForeignKey("entry.sequence"), primary_key=True, autoincrement=False
    ),
    Column("named_by", Integer, ForeignKey("entry.sequence"), nullable=False),
)

number_series = _table("number_series", _text("name", primary_key=True), _number("last"))

procedure_version = _table(
    "procedure_version",
    Column("id", Integer, primary_key=True),
    _text("code"),
    _text("name"),
    Column("in_force_from", Text),
    Column("in_force_to", Text),
    _text("body"),
    Index("ix_procedure_version_code", "code"),
)

office_hours = _table(
    "office_hours",
    Column("id", Integer, primary_key=True),
    _number("weekday"),
    _text("opens"),
    _text("closes"),
    _number("is_open"),
    _number("counts"),
    Column("from_on", Text),
    Column("to_on", Text),
    CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
    CheckConstraint("opens < closes", name="order"),
    _flag("is_open"),
    _flag("counts"),
)

special_day = _table(
    "special_day",
    Column("day", Text, primary_key=True),
    _number("is_off"),
    _text("name"),
    _text("notice"),
    _number("confirmed"),
    _flag("is_off"),
    _flag("confirmed"),
)

calendar_year = _table(
    "calendar_year",
    Column("year", Integer, primary_key=True, autoincrement=False),
    _number("confirmed"),
    _text("notice"),
    _flag("confirmed"),
)

slip = _table(
    "slip",
    Column("id", Integer, primary_key=True),
    _text("form"),
    _number("version"),
    _text("visit"),
    _text("facts"),
    _text("sha256"),
    _number("prints"),
    Index(
        "ix_slip_visit",
        "visit",
        sqlite_where=text("visit <> ''"),
        postgresql_where=text("visit <> ''"),
    ),
)

dossier = _table(
    "dossier",
    Column("id", Integer, primary_key=True),
    _text("code", unique=True),
    _text("official_code"),
    _text("procedure"),
    _text("procedure_name"),
    _number("procedure_version"),
    _text("channel"),
    _text("state"),
    _text("holder"),
    _text("applicant"),
    _text("identity"),
    _text("phone"),
    Column("received_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("promised_at", Moment, nullable=False),
    _number("provisional"),
    _number("is_open"),
    _text("search_key"),
    Column("slip_id", Integer, ForeignKey("slip.id"), nullable=False),
    _later("received_by"),
    _later("handed_to"),
    _later("shelf"),
    _later("verdict"),
    _later("official_verdict"),
    _number("apologies", server_default=text("0")),
    _number("by_minute", server_default=text("0")),
    Column("paused_at", Moment),
    Column("proposed_at", Moment),
    Column("settled_at", Moment),
    Column("returned_at", Moment),
    _flag("provisional"),
    _flag("is_open"),
)
Index(
    "ix_dossier_open_due",
    dossier.c.due_at,
    dossier.c.code,
    sqlite_where=text("is_open = 1"),
    postgresql_where=text("is_open = 1"),
)
Index("ix_dossier_received", dossier.c.received_at, dossier.c.code)
Index("ix_dossier_applicant", dossier.c.applicant, dossier.c.code)
Index("ix_dossier_procedure", dossier.c.procedure)
Index("ix_dossier_slip", dossier.c.slip_id)
Index(
    "ix_dossier_identity",
    dossier.c.identity,
    sqlite_where=text("identity <> ''"),
    postgresql_where=text("identity <> ''"),
)
Index(
    "uq_dossier_official_code",
    dossier.c.official_code,
    unique=True,
    sqlite_where=text("official_code <> ''"),
    postgresql_where=text("official_code <> ''"),
)

request = _table(
    "request",
    _text("id", primary_key=True),
    _text("digest"),
    Column("dossier", Text, ForeignKey("dossier.code"), nullable=False),
)

delegation = _table(
    "delegation",
    _text("number", primary_key=True),
    _text("officer"),
    _text("signed_by"),
    _text("from_on"),
    _text("to_on"),
    _text("procedures"),
    CheckConstraint("from_on <= to_on", name="order"),
)

certification = _table(
    "certification",
    _text("book"),
    _number("year"),
    _number("number"),
    _text("volume"),
    Column("dossier", Text, ForeignKey("dossier.code"), nullable=False),
    _text("title"),
    _number("pages"),
    _number("copies"),
    _number("fee"),
    _text("applicant"),
    _text("signed_by"),
    Column("certified_at", Moment, nullable=False),
    _text("spoilt"),
    PrimaryKeyConstraint("book", "year", "number"),
    Index("ix_certification_at", "book", "certified_at"),
)

parked_reception = _table(
    "parked_reception",
    Column("id", Integer, primary_key=True),
    _text("title"),
    _text("officer"),
    Column("saved_at", Moment, nullable=False),
    _text("form"),
)


def create_tables(connection: Connection) -> None:
    """Everything a new store has before its first row, stamped with this program's version."""
    metadata.create_all(connection)
    set_up_words(connection)
    connection.execute(chain_head.insert().values(id=1, sequence=0, digest=FIRST, recorded_at=None))
    set_up_guards(connection)
    # As Alembic makes it; Alembic itself is not loaded for a new store.
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": VERSION}
    )
