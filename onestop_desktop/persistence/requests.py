"""Requests done already, and receptions put aside: held against what was said of them when they were kept."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, select

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain.entry import Entry
from onestop_desktop.persistence.schema import entry_facts, parked_reception, request, setting

PARKED = "parked"
"""The setting that keeps the digest of what is put aside."""
_PARKED = select(parked_reception).order_by(parked_reception.c.id)
_MARK = select(setting.c.value).where(setting.c.name == PARKED)
_FIRST_FACTS = select(entry_facts.c.facts).where(entry_facts.c.sequence == 1)
_KEPT = select(request.c.dossier, request.c.id, request.c.digest).where(
    request.c.dossier.in_(bindparam("codes", expanding=True))
)
_TOLD_SINCE = "slip_digest"
"""A fact every reception has since its request is among them: an older one says nothing of it."""


def parked_digest(connection: Connection) -> str:
    """Of everything put aside, as it stands now."""
    rows = [list(map(str, row)) for row in connection.execute(_PARKED)]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def page_faults(connection: Connection, firsts: Iterable[Entry]) -> Iterator[Fault]:
    """Requests that the receptions of these first entries say otherwise, or not at all."""
    told = {each.dossier: each.facts for each in firsts if _TOLD_SINCE in each.facts}
    kept = {code: rest for code, *rest in connection.execute(_KEPT, {"codes": list(told)})}
    for code, facts in told.items():
        if facts.get("request") != kept.get(code):
            yield {"dossier": code, "fault": "request_differs"}


def parked_faults(connection: Connection) -> Iterator[Fault]:
    """What is put aside and was changed unseen."""
    mark = connection.execute(_MARK).scalar()
    if mark is None:
        told = connection.execute(_FIRST_FACTS).scalar() or ""
        older = '"kept":' not in told  # a store of before such marks
        wrong = not older and connection.execute(_PARKED).first() is not None
    else:
        wrong = mark != parked_digest(connection)
    if wrong:
        yield {"part": "parked", "fault": "parked_differs"}
