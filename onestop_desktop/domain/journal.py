"""The chain of the journal: each entry's digest binds the one before it and a salted digest of its facts."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.moments import write_moment

FIRST = "0" * 64
"""What stands before the first entry."""
SALT_BYTES = 16
_PLAIN = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_HEAD = json.JSONEncoder(ensure_ascii=False)


def plain_text(facts: Mapping[str, Any]) -> str:
    """Facts as the one text that is stored and digested: sorted keys, no blanks, letters as they are."""
    return _PLAIN.encode(facts)


def facts_digest(salt: bytes, text: str) -> str:
    """The salted digest of an entry's facts: it proves them while they stand, and tells nothing after."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def entry_digest(entry: Entry, facts: str, previous: str) -> str:
    """The digest of an entry: every legal field, its number and the digest before it."""
    return head_digest(
        (
            entry.sequence,
            entry.step.value,
            entry.dossier,
            entry.officer,
            entry.workstation,
            write_moment(entry.recorded_at),
            write_moment(entry.happened_at),
        ),
        facts,
        previous,
    )


def head_digest(written: tuple[Any, ...], facts: str, previous: str) -> str:
    """The same from an entry's fields as they are written, in the order above."""
    return hashlib.sha256(_HEAD.encode([*written, facts, previous]).encode()).hexdigest()
