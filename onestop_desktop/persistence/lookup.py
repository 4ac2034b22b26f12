"""The store as the citizens' extract reads it: every dossier as one stream, or those an entry touched."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Connection, Text, bindparam, cast, func, or_, select, type_coerce

from onestop_desktop.domain.errors import StoreDamaged
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.lookup_facts import (
    LookupMark,
    PublicDossier,
    public_paper,
    stage_of,
    typed_key,
)
from onestop_desktop.persistence.instants import local_text
from onestop_desktop.persistence.schema import dossier, entry, entry_facts, slip

AT_ONCE = 500
_UNSEEN = tuple(
    each.value for each in (Step.VIEW, Step.PRINT, Step.RATE, Step.TAKE_FEE, Step.REFUND, Step.DENY)
)
"""Steps of a dossier that change nothing a citizen sees."""
_OF_DESK = tuple(each.value for each in (Step.OPEN_DESK, Step.CHANGE_DESK, Step.CHANGE_CALENDAR))
_SEEN = or_(
    (entry.c.dossier != "") & entry.c.step.not_in(_UNSEEN),
    (entry.c.dossier == "") & entry.c.step.in_(_OF_DESK),
)
_LAST = (
    select(entry.c.sequence, entry.c.digest).where(_SEEN).order_by(entry.c.sequence.desc()).limit(1)
)
_FIRST = select(entry.c.digest).order_by(entry.c.sequence).limit(1)
_TOUCHED = (
    select(entry.c.dossier)
    .where(_SEEN, entry.c.sequence > bindparam("since"))
    .distinct()
    .order_by(entry.c.dossier)
)
_EXPORTS = (
    select(entry.c.step, entry.c.recorded_at, entry_facts.c.facts)
    .select_from(entry.outerjoin(entry_facts))
    .order_by(entry.c.sequence.desc())
)


def _last(step: Step) -> Any:
    """The number of a dossier's last entry of a step."""
    one = entry.alias()
    return (
        select(func.max(one.c.sequence))
        .where(one.c.dossier == dossier.c.code, one.c.step == step.value)
        .scalar_subquery()
    )


def _value(facts: Any, *path: str, sqlite: bool) -> Any:
    """One value of JSON facts."""
    if sqlite:
        return func.json_extract(facts, "$." + ".".join(path))
    return cast(facts, JSON)[path].as_string()


def _statement(*, sqlite: bool) -> Any:
    received, corrected, asked = (entry_facts.alias() for _ in range(3))
    moments = ("received_at", "due_at", "promised_at", "proposed_at")
    waiting = dossier.c.state == State.AWAITING_PAPERS.value
    return (
        select(
            *(dossier.c[name] for name in ("code", "state", "procedure_name", "applicant")),
            *(type_coerce(dossier.c[name], Text).label(name) for name in moments),
            _value(slip.c.facts, "token", sqlite=sqlite).label("token"),
            _value(slip.c.facts, "secret", sqlite=sqlite).label("secret"),
            _value(slip.c.facts, "agency", "short_name", sqlite=sqlite).label("own"),
            _value(received.c.facts, "agency", sqlite=sqlite).label("agency"),
            _value(slip.c.facts, "proxy", "name", sqlite=sqlite).label("proxy"),
            _value(corrected.c.facts, "reception", "agency", sqlite=sqlite).label("corrected"),
            asked.c.facts.label("asked"),
        )
        .select_from(
            dossier.join(slip, slip.c.id == dossier.c.slip_id)
            .outerjoin(received, received.c.sequence == _last(Step.RECEIVE))
            .outerjoin(corrected, corrected.c.sequence == _last(Step.CORRECT))
            .outerjoin(asked, waiting & (asked.c.sequence == _last(Step.ASK_SUPPLEMENT)))
        )
        .where(dossier.c.applicant != "")
        .order_by(dossier.c.id)
    )


_ALL = {"sqlite": _statement(sqlite=True), "postgresql": _statement(sqlite=False)}


class SqlLookup:
    """The port `LookupRows` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self) -> LookupMark:
        """How far the store goes, for a citizen."""
        last = self._connection.execute(_LAST).one()
        origin = self._connection.execute(_FIRST).scalar_one()
        return LookupMark(str(origin), int(last.sequence), str(last.digest))

    def digest(self, sequence: int) -> str:
        """The digest of an entry, "" where there is none."""
        wanted = select(entry.c.digest).where(entry.c.sequence == sequence)
        return str(self._connection.execute(wanted).scalar() or "")

    def recorded_at(self, sequence: int) -> datetime:
        """When an entry was recorded."""
        wanted = select(entry.c.recorded_at).where(entry.c.sequence == sequence)
        found: datetime = self._connection.execute(wanted).scalar_one()
        return found

    def touched(self, since: int) -> tuple[str, ...] | None:
        """The codes changed after an entry; None where the desk itself was."""
        codes = tuple(self._connection.execute(_TOUCHED, {"since": since}).scalars())
        return None if "" in codes else codes

    def dossiers(self, codes: Iterable[str] | None, *, procedures: bool) -> Iterator[PublicDossier]:
        """Those codes one by one, or every dossier as a stream."""
        statement = _ALL[self._connection.dialect.name]
        if codes is None:
            options = {"yield_per": AT_ONCE}
            found = self._connection.execute(statement, execution_options=options)
            yield from _readable(found, procedures=procedures)
            return
        one = statement.where(dossier.c.code == bindparam("wanted"))
        for code in codes:
            rows = self._connection.execute(one, {"wanted": code})
            yield from _readable(rows, procedures=procedures)

    def code_of_token(self, token: str) -> str:
        """The first dossier of the slip that bears a token, "" for none."""
        sqlite = self._connection.dialect.name == "sqlite"
        wanted = (
            select(dossier.c.code)
            .select_from(dossier.join(slip, slip.c.id == dossier.c.slip_id))
            .where(_value(slip.c.facts, "token", sqlite=sqlite) == bindparam("token"))
            .order_by(dossier.c.id)
            .limit(1)
        )
        return str(self._connection.execute(wanted, {"token": token}).scalar() or "")

    def told_on(self, day: datetime) -> bool:
        """Whether an extract is on record since that moment."""
        with self._connection.execution_options(yield_per=100).execute(_EXPORTS) as found:
            for step, recorded_at, facts in found:
                if recorded_at < day:
                    return False
                if step == Step.EXPORT.value and json.loads(facts or "{}").get("kind") == "lookup":
                    return True
        return False


def _readable(rows: Iterable[Any], *, procedures: bool) -> Iterator[PublicDossier]:
    for row in rows:
        if row.token:  # a slip whose facts were erased opens nothing any more
            try:
                yield _public(row, procedures=procedures)
            except (ValueError, KeyError, TypeError) as error:
                raise StoreDamaged(store="") from error


def _public(row: Any, *, procedures: bool) -> PublicDossier:
    stage, role = stage_of(State(row.state), proposed=row.proposed_at is not None)
    agency = row.corrected or row.agency or ""
    asked = json.loads(row.asked)["papers"] if row.asked else []
    return PublicDossier(
        code=row.code,
        state=row.state,
        stage=stage,
        role=role,
        agency="" if agency == row.own else agency,
        received_at=local_text(row.received_at),
        due_at=local_text(row.due_at),
        promised_at=local_text(row.promised_at),
        bring=tuple(public_paper(str(paper), (row.applicant, row.proxy)) for paper in asked),
        procedure=row.procedure_name if procedures else "",
        keys=(row.token, typed_key(row.code, row.secret)),
    )
