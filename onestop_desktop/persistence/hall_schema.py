"""The hall's table: the tickets of each local day; rows of the day, no journal."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, text

from onestop_desktop.persistence.columns import Moment, a_flag, a_number, a_table, a_text

ticket = a_table(
    "ticket",
    a_text("day"),
    a_text("kind"),
    a_number("number"),
    a_number("place"),
    a_number("is_first"),
    Column("taken_at", Moment, nullable=False),
    Column("called_at", Moment),
    a_text("counter"),
    a_number("calls"),
    a_number("turn"),
    a_text("dossier"),
    a_text("state"),
    PrimaryKeyConstraint("day", "kind", "number"),
    a_flag("is_first"),
    CheckConstraint("state IN ('waiting', 'called', 'served', 'gone')", name="state"),
)
"""`place` counts the takings of a day, `turn` its calls."""

WAITING = text("state = 'waiting'")
TURNED = text("turn > 0")
Index("ix_ticket_place", ticket.c.day, ticket.c.place, unique=True)
Index(
    "ix_ticket_waiting",
    ticket.c.day,
    ticket.c.is_first,
    ticket.c.place,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
Index(
    "ix_ticket_turn",
    ticket.c.day,
    ticket.c.turn,
    sqlite_where=TURNED,
    postgresql_where=TURNED,
)
