"""The tables of the day at the counter: certification numbers, payments, figures by day."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from onestop_desktop.persistence.columns import Moment, a_number, a_table, a_text

certification = a_table(
    "certification",
    a_text("book"),
    a_number("year"),
    a_number("number"),
    a_number("volume"),
    Column("dossier", Text, ForeignKey("dossier.code"), nullable=False),
    a_text("title"),
    a_number("pages"),
    a_number("copies"),
    a_number("fee"),
    a_text("applicant"),
    a_text("signed_by"),
    Column("certified_at", Moment, nullable=False),
    a_text("spoilt"),
    PrimaryKeyConstraint("book", "year", "number"),
    Index("ix_certification_dossier", "dossier"),
    Index("ix_certification_certified_at", "certified_at"),
)

book_year = a_table(
    "book_year",
    a_text("book"),
    a_number("year"),
    a_number("volume"),
    Column("closed_at", Moment),
    PrimaryKeyConstraint("book", "year"),
)

payment = a_table(
    "payment",
    Column(
        "sequence", Integer, ForeignKey("entry.sequence"), primary_key=True, autoincrement=False
    ),
    a_number("number"),
    a_number("year"),
    Column("dossier", Text, ForeignKey("dossier.code"), nullable=False),
    a_text("procedure"),
    a_text("procedure_name"),
    a_number("amount"),
    a_text("method"),
    a_text("officer"),
    Column("at", Moment, nullable=False),
    a_text("reason"),
    Index("ix_payment_at", "at"),
    Index("ix_payment_dossier", "dossier"),
)

FIGURES = (
    *("received", "early", "on_time", "late", "late_apologised", "missed", "not_counted"),
    *("returned", "pleased", "neutral", "displeased"),
)
"""What is counted of a day; `domain/figures.py` says of which dossiers."""

day_count = a_table(
    "day_count",
    a_text("day"),
    a_text("procedure"),
    a_text("officer"),
    *(a_number(name) for name in FIGURES),
    PrimaryKeyConstraint("day", "procedure", "officer"),
    sqlite_with_rowid=False,
)
"""`day` is 2026-11-25, or m2026-11 for the sum of that month."""
