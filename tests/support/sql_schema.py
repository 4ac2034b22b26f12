"""A store's schema as data that two stores can be compared by: SQLite's master table, PostgreSQL's catalogue."""

import re
import sqlite3
from contextlib import closing

_CATALOGUE = (
    "SELECT 'column ' || table_name || '.' || column_name,"
    " concat_ws(' ', data_type, is_nullable, column_default) FROM information_schema.columns"
    " WHERE table_schema = 'public'",
    "SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)"
    " FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT 'function ' || proname, pg_get_functiondef(oid) FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace",
)


def read_schema(address: str) -> dict[str, str]:
    """Each thing of the schema by kind and name, and its definition without differences of spelling."""
    if "://" not in address:
        with closing(sqlite3.connect(address)) as connection:
            found = connection.execute(
                "SELECT type || ' ' || name, sql FROM sqlite_master"
            ).fetchall()
        return {name: _plain(definition or "") for name, definition in found}
    import psycopg

    with psycopg.connect(address.replace("+psycopg", "")) as server:
        rows = [row for wanted in _CATALOGUE for row in server.execute(wanted.encode()).fetchall()]
    return {str(name): _plain(str(definition)) for name, definition in rows}


def _plain(definition: str) -> str:
    """White space and quotes of names aside; the order of a table's columns and checks does not matter."""
    words = re.sub(r"\s*([(),])\s*", r"\1 ", " ".join(definition.replace('"', "").split()))
    head, bracket, body = words.partition("(")
    if not head.startswith("CREATE TABLE"):
        return words
    body, _, tail = body.rpartition(")")
    return " | ".join([head + bracket, *sorted(_parts(body)), tail.strip()])


def _parts(body: str) -> list[str]:
    """Columns and constraints of a table: what commas part outside brackets."""
    parts, depth = [""], 0
    for letter in body:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [" ".join(part.split()) for part in parts]
