"""Version 0005: the tickets of the hall."""

from alembic import op

revision = "0005"
down_revision = "0004"

_TICKET = """
CREATE TABLE ticket (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    is_first INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    called_at TEXT,
    counter TEXT NOT NULL,
    calls INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_ticket PRIMARY KEY (day, kind, number),
    CONSTRAINT ck_ticket_is_first CHECK (is_first IN (0, 1)),
    CONSTRAINT ck_ticket_state CHECK (state IN ('waiting', 'called', 'served', 'gone'))
)
"""


def upgrade() -> None:
    """Nobody took a number before."""
    op.execute(_TICKET + (" STRICT" if op.get_bind().dialect.name == "sqlite" else ""))
    op.execute("CREATE UNIQUE INDEX ix_ticket_place ON ticket (day, place)")
    op.execute(
        "CREATE INDEX ix_ticket_waiting ON ticket (day, is_first, place) WHERE state = 'waiting'"
    )
    op.execute("CREATE INDEX ix_ticket_turn ON ticket (day, turn) WHERE turn > 0")
