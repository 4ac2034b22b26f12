"""The tables of the store, on SQLite (STRICT) and PostgreSQL alike; triggers stand in `guards`."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    text,
)

from onestop_desktop.domain.journal import FIRST
from onestop_desktop.persistence.columns import (
    Moment,
    a_flag,
    a_number,
    a_table,
    a_text,
    later_text,
    metadata,
)
from onestop_desktop.persistence.guards import set_up_guards, set_up_words

VERSION = "0005"
"""The schema this program writes; migrations carry older stores here."""
APPLICATION_ID = 0x4D43_5541
"""Marks an SQLite file as a desk's store."""

setting = a_table("setting", a_text("name", primary_key=True), a_text("value"))

chain_head = a_table(
    "chain_head",
    Column("id", Integer, primary_key=True, autoincrement=False),
    a_number("sequence"),
    a_text("digest"),
    Column("recorded_at", Moment),
    CheckConstraint("id = 1", name="single"),
)

entry = a_table(
    "entry",
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    a_text("step"),
    a_text("dossier"),
    a_text("officer"),
    a_text("workstation"),
    Column("recorded_at", Moment, nullable=False),
    Column("happened_at", Moment, nullable=False),
    a_text("facts_digest"),
    a_text("digest"),
    Index("ix_entry_dossier", "dossier", "sequence"),
)

entry_facts = a_table(
    "entry_facts",
    Column(
        "sequence", Integer, ForeignKey("entry.sequence"), primary_key=True, autoincrement=False
    ),
    Column("salt", LargeBinary, nullable=False),
    a_text("facts"),
)

erasure = a_table(
    "erasure",
    Column(
        "sequence", Integer, ForeignKey("entry.sequence"), primary_key=True, autoincrement=False
    ),
    Column("named_by", Integer, ForeignKey("entry.sequence"), nullable=False),
)

number_series = a_table("number_series", a_text("name", primary_key=True), a_number("last"))

procedure_version = a_table(
    "procedure_version",
    Column("id", Integer, primary_key=True),
    a_text("code"),
    a_text("name"),
    Column("in_force_from", Text),
    Column("in_force_to", Text),
    a_text("body"),
    Index("ix_procedure_version_code", "code"),
)

office_hours = a_table(
    "office_hours",
    Column("id", Integer, primary_key=True),
    a_number("weekday"),
    a_text("opens"),
    a_text("closes"),
    a_number("is_open"),
    a_number("counts"),
    Column("from_on", Text),
    Column("to_on", Text),
    CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
    CheckConstraint("opens < closes", name="order"),
    a_flag("is_open"),
    a_flag("counts"),
)

special_day = a_table(
    "special_day",
    Column("day", Text, primary_key=True),
    a_number("is_off"),
    a_text("name"),
    a_text("notice"),
    a_number("confirmed"),
    a_flag("is_off"),
    a_flag("confirmed"),
)

calendar_year = a_table(
    "calendar_year",
    Column("year", Integer, primary_key=True, autoincrement=False),
    a_number("confirmed"),
    a_text("notice"),
    a_flag("confirmed"),
)

slip = a_table(
    "slip",
    Column("id", Integer, primary_key=True),
    a_text("form"),
    a_number("version"),
    a_text("visit"),
    a_text("facts"),
    a_text("sha256"),
    a_number("prints"),
    Index(
        "ix_slip_visit",
        "visit",
        sqlite_where=text("visit <> ''"),
        postgresql_where=text("visit <> ''"),
    ),
)

dossier = a_table(
    "dossier",
    Column("id", Integer, primary_key=True),
    a_text("code", unique=True),
    a_text("official_code"),
    a_text("procedure"),
    a_text("procedure_name"),
    a_number("procedure_version"),
    a_text("channel"),
    a_text("state"),
    a_text("holder"),
    a_text("applicant"),
    a_text("identity"),
    a_text("phone"),
    Column("received_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("promised_at", Moment, nullable=False),
    a_number("provisional"),
    a_number("is_open"),
    a_text("search_key"),
    Column("slip_id", Integer, ForeignKey("slip.id"), nullable=False),
    later_text("received_by"),
    later_text("handed_to"),
    later_text("shelf"),
    later_text("verdict"),
    later_text("official_verdict"),
    a_number("apologies", server_default=text("0")),
    a_number("by_minute", server_default=text("0")),
    Column("paused_at", Moment),
    Column("proposed_at", Moment),
    Column("settled_at", Moment),
    Column("returned_at", Moment),
    later_text("handled_by"),
    Column("ended_at", Moment),
    a_number("rating", server_default=text("0")),
    a_flag("provisional"),
    a_flag("is_open"),
)
Index(
    "ix_dossier_open_due",
    dossier.c.due_at,
    dossier.c.code,
    sqlite_where=text("is_open = 1"),
    postgresql_where=text("is_open = 1"),
)
Index("ix_dossier_received", dossier.c.received_at, dossier.c.code)
for _moment in ("settled_at", "ended_at"):
    Index(
        f"ix_dossier_{_moment}",
        dossier.c[_moment],
        dossier.c.code,
        sqlite_where=text(f"{_moment} IS NOT NULL"),
        postgresql_where=text(f"{_moment} IS NOT NULL"),
    )
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

request = a_table(
    "request",
    a_text("id", primary_key=True),
    a_text("digest"),
    Column("dossier", Text, ForeignKey("dossier.code"), nullable=False),
)

delegation = a_table(
    "delegation",
    a_text("number", primary_key=True),
    a_text("officer"),
    a_text("signed_by"),
    a_text("from_on"),
    a_text("to_on"),
    a_text("procedures"),
    CheckConstraint("from_on <= to_on", name="order"),
)

account = a_table(
    "account",
    a_text("name", primary_key=True),
    a_text("officer"),
    a_text("role"),
    a_text("password"),
    a_number("disabled"),
    a_number("must_change"),
    a_number("tries"),
    Column("waits_until", Moment),
    a_flag("disabled"),
    a_flag("must_change"),
)

parked_reception = a_table(
    "parked_reception",
    Column("id", Integer, primary_key=True),
    a_text("title"),
    a_text("officer"),
    Column("saved_at", Moment, nullable=False),
    a_text("form"),
)


def create_tables(connection: Connection) -> None:
    """Everything a new store has before its first row, stamped with this program's version."""
    from onestop_desktop.persistence import (  # noqa: PLC0415 - their tables join
        day_schema,  # noqa: F401
        hall_schema,  # noqa: F401
    )

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
