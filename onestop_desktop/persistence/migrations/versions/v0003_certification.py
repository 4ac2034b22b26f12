"""Version 0003: the numbers of the four certification books."""

from alembic import op

revision = "0003"
down_revision = "0002"

_CERTIFICATION = """
CREATE TABLE certification (
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    volume TEXT NOT NULL,
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


def upgrade() -> None:
    """Nothing was certified in the lane before."""
    strict = " STRICT" if op.get_bind().dialect.name == "sqlite" else ""
    op.execute(_CERTIFICATION + strict)
    op.execute("CREATE INDEX ix_certification_at ON certification (book, certified_at)")
