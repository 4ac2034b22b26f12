"""What tables cannot say themselves: an append-only journal, the index over folded words.

Triggers are made anew after each migration; the index over words is part of the schema.
"""

from sqlalchemy import Connection, text

_SQLITE = (
    """CREATE TRIGGER entry_in_turn BEFORE INSERT ON entry
       WHEN NEW.sequence <> (SELECT sequence FROM chain_head) + 1
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    # INSERT OR REPLACE deletes without the delete triggers: what stands is looked for here.
    """CREATE TRIGGER entry_facts_in_turn BEFORE INSERT ON entry_facts
       WHEN NEW.sequence <> (SELECT max(sequence) FROM entry)
         OR EXISTS (SELECT 1 FROM entry_facts WHERE sequence = NEW.sequence)
       BEGIN SELECT RAISE(ABORT, 'facts of an entry are never changed'); END""",
    """CREATE TRIGGER entry_facts_no_update BEFORE UPDATE ON entry_facts
       BEGIN SELECT RAISE(ABORT, 'facts of an entry are never changed'); END""",
    """CREATE TRIGGER entry_facts_erased_only BEFORE DELETE ON entry_facts
       WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.sequence = OLD.sequence)
       BEGIN SELECT RAISE(ABORT, 'facts go only where an erasure names them'); END""",
    """CREATE TRIGGER erasure_named BEFORE INSERT ON erasure
       WHEN NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.named_by AND step = 'erase')
         OR EXISTS (SELECT 1 FROM erasure WHERE sequence = NEW.sequence)
       BEGIN SELECT RAISE(ABORT, 'an erasure needs its entry'); END""",
    """CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER chain_head_forward BEFORE UPDATE ON chain_head
       WHEN NEW.sequence <> OLD.sequence + 1
         OR NOT EXISTS (SELECT 1 FROM entry
                        WHERE sequence = NEW.sequence AND digest = NEW.digest)
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER chain_head_alone BEFORE INSERT ON chain_head
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER chain_head_stays BEFORE DELETE ON chain_head
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)


def _function(name: str, condition: str, words: str, row: str = "NEW") -> str:
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF {condition} THEN RAISE EXCEPTION '{words}'; END IF;
         RETURN {row};
       END $$"""


_POSTGRESQL = (
    _function("refuse_change", "true", "the journal is append-only"),
    _function(
        "refuse_out_of_turn",
        "NEW.sequence <> (SELECT sequence FROM chain_head) + 1",
        "the journal is append-only",
    ),
    _function(
        "refuse_other_facts",
        "NEW.sequence <> (SELECT max(sequence) FROM entry)",
        "facts of an entry are never changed",
    ),
    _function(
        "refuse_unnamed_erasure",
        "NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.sequence = OLD.sequence)",
        "facts go only where an erasure names them",
        "OLD",
    ),
    _function(
        "refuse_nameless_erasure",
        "NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.named_by AND step = 'erase')",
        "an erasure needs its entry",
    ),
    _function(
        "refuse_backward",
        "NEW.sequence <> OLD.sequence + 1 OR NOT EXISTS "
        "(SELECT 1 FROM entry WHERE sequence = NEW.sequence AND digest = NEW.digest)",
        "the journal is append-only",
    ),
    """CREATE TRIGGER entry_in_turn BEFORE INSERT ON entry
       FOR EACH ROW EXECUTE FUNCTION refuse_out_of_turn()""",
    """CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON entry
       FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER entry_facts_in_turn BEFORE INSERT ON entry_facts
       FOR EACH ROW EXECUTE FUNCTION refuse_other_facts()""",
    """CREATE TRIGGER entry_facts_no_update BEFORE UPDATE ON entry_facts
       FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER entry_facts_erased_only BEFORE DELETE ON entry_facts
       FOR EACH ROW EXECUTE FUNCTION refuse_unnamed_erasure()""",
    """CREATE TRIGGER entry_facts_no_truncate BEFORE TRUNCATE ON entry_facts
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER erasure_named BEFORE INSERT ON erasure
       FOR EACH ROW EXECUTE FUNCTION refuse_nameless_erasure()""",
    """CREATE TRIGGER erasure_no_change BEFORE UPDATE OR DELETE ON erasure
       FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER erasure_no_truncate BEFORE TRUNCATE ON erasure
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER chain_head_forward BEFORE UPDATE ON chain_head
       FOR EACH ROW EXECUTE FUNCTION refuse_backward()""",
    """CREATE TRIGGER chain_head_alone BEFORE INSERT OR DELETE ON chain_head
       FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER chain_head_no_truncate BEFORE TRUNCATE ON chain_head
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
)
_WORDS = {
    "sqlite": "CREATE VIRTUAL TABLE dossier_words USING fts5(words, content='', prefix='2 3')",
    "postgresql": """CREATE INDEX ix_dossier_words ON dossier
       USING gin (to_tsvector('simple', search_key))""",
}
_TRIGGERS = {
    "sqlite": "SELECT name, '' FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, ' ON ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal",
}


def set_up_words(connection: Connection) -> None:
    """Create the index over folded words on a store whose tables were just made."""
    connection.execute(text(_WORDS[connection.dialect.name]))


def set_up_guards(connection: Connection) -> None:
    """Create all triggers, in place of those that stand."""
    dialect = connection.dialect.name
    for name, on_table in connection.execute(text(_TRIGGERS[dialect])).all():
        connection.execute(text(f"DROP TRIGGER {name}{on_table}"))
    for statement in _SQLITE if dialect == "sqlite" else _POSTGRESQL:
        connection.execute(text(statement))
