"""Personal facts that go when their retention is over: out of entries, row and slip; the chain stays."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from onestop_desktop.domain.text import fold
from onestop_desktop.persistence.schema import dossier, entry_facts, erasure, slip

GONE = "{}"
"""What stands for the facts of a slip none of whose dossiers has any."""


def erase(connection: Connection, code: str, sequences: Sequence[int], named_by: int) -> str:
    """Take the facts of these entries away; the entry `named_by` says on whose decision.

    Gives the words by which the dossier is still found.
    """
    connection.execute(
        insert(erasure), [{"sequence": each, "named_by": named_by} for each in sequences]
    )
    connection.execute(delete(entry_facts).where(entry_facts.c.sequence.in_(sequences)))
    words = fold(code)
    bare = {"applicant": "", "identity": "", "phone": "", "search_key": words}
    connection.execute(update(dossier).where(dossier.c.code == code).values(bare))
    slip_id = select(dossier.c.slip_id).where(dossier.c.code == code).scalar_subquery()
    others = select(func.count()).where(dossier.c.slip_id == slip_id, dossier.c.applicant != "")
    if connection.execute(others).scalar_one() == 0:
        connection.execute(update(slip).where(slip.c.id == slip_id).values(facts=GONE))
    return words
