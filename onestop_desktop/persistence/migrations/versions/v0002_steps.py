"""Version 0002: what the steps of a dossier's way leave in its row, and delegations."""

from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = (
    "received_by TEXT DEFAULT '' NOT NULL",
    "handed_to TEXT DEFAULT '' NOT NULL",
    "shelf TEXT DEFAULT '' NOT NULL",
    "verdict TEXT DEFAULT '' NOT NULL",
    "official_verdict TEXT DEFAULT '' NOT NULL",
    "apologies INTEGER DEFAULT 0 NOT NULL",
    "by_minute INTEGER DEFAULT 0 NOT NULL",
    "paused_at TEXT",
    "proposed_at TEXT",
    "settled_at TEXT",
    "returned_at TEXT",
)
_DELEGATION = """
CREATE TABLE delegation (
    number TEXT NOT NULL,
    officer TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    procedures TEXT NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (number),
    CONSTRAINT ck_delegation_order CHECK (from_on <= to_on)
)
"""


def upgrade() -> None:
    """Dossiers of before have no step yet: who received them is all that is known."""
    strict = " STRICT" if op.get_bind().dialect.name == "sqlite" else ""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE dossier ADD COLUMN {column}")
    op.execute(_DELEGATION + strict)
    op.execute(
        "UPDATE dossier SET received_by = (SELECT entry.officer FROM entry "
        "WHERE entry.dossier = dossier.code AND entry.step = 'receive')"
    )
