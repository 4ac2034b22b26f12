"""Version 0004: accounts, each with its role and its password's Argon2id text."""

from alembic import op

revision = "0004"
down_revision = "0003"

_ACCOUNT = """
CREATE TABLE account (
    name TEXT NOT NULL,
    officer TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    must_change INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    waits_until TEXT,
    CONSTRAINT pk_account PRIMARY KEY (name),
    CONSTRAINT ck_account_disabled CHECK (disabled IN (0, 1)),
    CONSTRAINT ck_account_must_change CHECK (must_change IN (0, 1))
)
"""


def upgrade() -> None:
    """A store had none before: until the first is added, any officer's name may act."""
    op.execute(_ACCOUNT + (" STRICT" if op.get_bind().dialect.name == "sqlite" else ""))
