"""Version 0003: the day at the counter: certification numbers, payments, figures by day."""

from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    "handled_by TEXT DEFAULT '' NOT NULL",
    "ended_at TEXT",
    "rating INTEGER DEFAULT 0 NOT NULL",
)
_CERTIFICATION = """
CREATE TABLE certification (
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    title TEXT NOT NULL,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    applicant TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    certified_at TEXT NOT NULL,
    spoilt TEXT NOT NULL,
    CONSTRAINT pk_certification PRIMARY KEY (book, year, number),
    CONSTRAINT fk_certification_dossier FOREIGN KEY(dossier) REFERENCES dossier (code)
)
"""
_BOOK_YEAR = """
CREATE TABLE book_year (
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    closed_at TEXT,
    CONSTRAINT pk_book_year PRIMARY KEY (book, year)
)
"""
_PAYMENT = """
CREATE TABLE payment (
    sequence INTEGER NOT NULL,
    number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    method TEXT NOT NULL,
    officer TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_payment PRIMARY KEY (sequence),
    CONSTRAINT fk_payment_sequence FOREIGN KEY(sequence) REFERENCES entry (sequence),
    CONSTRAINT fk_payment_dossier FOREIGN KEY(dossier) REFERENCES dossier (code)
)
"""
_DAY_COUNT = """
CREATE TABLE day_count (
    day TEXT NOT NULL,
    procedure TEXT NOT NULL,
    officer TEXT NOT NULL,
    received INTEGER NOT NULL,
    early INTEGER NOT NULL,
    on_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    late_apologised INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    not_counted INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    pleased INTEGER NOT NULL,
    neutral INTEGER NOT NULL,
    displeased INTEGER NOT NULL,
    CONSTRAINT pk_day_count PRIMARY KEY (day, procedure, officer)
)
"""


def upgrade() -> None:
    """Nothing was certified in the lane and no money taken before; rows are folded again after it."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    strict = " STRICT" if sqlite else ""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE dossier ADD COLUMN {column}")
    op.execute(_CERTIFICATION + strict)
    op.execute(_BOOK_YEAR + strict)
    op.execute(_PAYMENT + strict)
    op.execute(_DAY_COUNT + (" WITHOUT ROWID, STRICT" if sqlite else ""))
    for name in ("settled_at", "ended_at"):
        op.execute(
            f"CREATE INDEX ix_dossier_{name} ON dossier ({name}, code) WHERE {name} IS NOT NULL"
        )
    op.execute("CREATE INDEX ix_certification_dossier ON certification (dossier)")
    op.execute("CREATE INDEX ix_certification_certified_at ON certification (certified_at)")
    op.execute("CREATE INDEX ix_payment_at ON payment (at)")
    op.execute("CREATE INDEX ix_payment_dossier ON payment (dossier)")
