"""What tables cannot say themselves: an append-only journal, the index over folded words."""

from sqlalchemy import Connection, text

_SQLITE = (
    """CREATE TRIGGER entry_in_turn BEFORE INSERT ON entry
       WHEN NEW.sequence <> (SELECT sequence FROM chain_head) + 1
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_facts_in_turn BEFORE INSERT ON entry_facts
       WHEN NEW.sequence <> (SELECT max(sequence) FROM entry)
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER entry_facts_no_update BEFORE UPDATE ON entry_facts
       BEGIN SELECT RAISE(ABORT, 'facts of an entry are never changed'); END""",
    """CREATE TRIGGER entry_facts_erased_only BEFORE DELETE ON entry_facts
       WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.sequence = OLD.sequence)
       BEGIN SELECT RAISE(ABORT, 'facts go only where an erasure names them'); END""",
    """CREATE TRIGGER erasure_named BEFORE INSERT ON erasure
       WHEN NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.named_by AND step = 'erase')
       BEGIN SELECT RAISE(ABORT, 'an erasure needs its entry'); END""",
    """CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    "CREATE VIRTUAL TABLE dossier_words USING fts5(words, content='', prefix='2 3')",
)

_POSTGRESQL = (
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    """CREATE FUNCTION refuse_out_of_turn() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NEW.sequence <> (SELECT sequence FROM chain_head) + 1 THEN
           RAISE EXCEPTION 'the journal is append-only';
         END IF;
         RETURN NEW;
       END $$""",
    """CREATE FUNCTION refuse_unnamed_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.sequence = OLD.sequence) THEN
           RAISE EXCEPTION 'facts go only where an erasure names them';
         END IF;
         RETURN OLD;
       END $$""",
    """CREATE FUNCTION refuse_nameless_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.named_by AND step = 'erase') THEN
           RAISE EXCEPTION 'an erasure needs its entry';
         END IF;
         RETURN NEW;
       END $$""",
    """CREATE TRIGGER entry_in_turn BEFORE INSERT ON entry
       FOR EACH ROW EXECUTE FUNCTION refuse_out_of_turn()""",
    """CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON entry
       FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
    """CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
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
    """CREATE INDEX ix_dossier_words ON dossier
       USING gin (to_tsvector('simple', search_key))""",
)


def set_up_guards(connection: Connection) -> None:
    """Create triggers and the word index on a store whose tables were just made."""
    sqlite = connection.dialect.name == "sqlite"
    for statement in _SQLITE if sqlite else _POSTGRESQL:
        connection.execute(text(statement))
