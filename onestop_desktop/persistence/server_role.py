"""The program's own role on a shared server: it adds to the journal and can neither change nor drop it."""

import re

from sqlalchemy import Connection, text

from onestop_desktop.domain.errors import FieldInvalid
from onestop_desktop.persistence.columns import metadata

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
ADDED_ONLY = frozenset({"entry", "erasure"})
"""Rows that are added and never anything else."""
NEVER_CHANGED = frozenset({"entry_facts"})
"""Rows that only an erasure takes away; a trigger of the owner's asks for it."""
READ_ONLY = frozenset({"alembic_version"})


def grants(role: str) -> tuple[str, ...]:
    """The statements that let a role work at the desk (FieldInvalid for what is no plain name)."""
    if not _NAME.fullmatch(role):
        raise FieldInvalid(field="role", expected="text")
    tables = sorted(metadata.tables)
    added = [f"GRANT SELECT, INSERT ON {name} TO {role}" for name in tables]
    changed = [
        f"GRANT UPDATE ON {name} TO {role}"
        for name in tables
        if name not in ADDED_ONLY | NEVER_CHANGED
    ]
    dropped = [f"GRANT DELETE ON {name} TO {role}" for name in tables if name not in ADDED_ONLY]
    return (
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        f"GRANT USAGE ON SCHEMA public TO {role}",
        *added,
        *changed,
        *dropped,
        *(f"GRANT SELECT ON {name} TO {role}" for name in sorted(READ_ONLY)),
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
    )


def grant(connection: Connection, role: str) -> None:
    """Give an existing role these rights; the connection is the owner's."""
    from onestop_desktop.persistence import (  # noqa: PLC0415 - tables join
        day_schema,  # noqa: F401
        hall_schema,  # noqa: F401
        schema,  # noqa: F401
    )

    for statement in grants(role):
        connection.execute(text(statement))
