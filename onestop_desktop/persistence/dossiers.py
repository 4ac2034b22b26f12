"""Dossiers by code, by official code, by request; their pages and searches."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    column,
    desc,
    func,
    insert,
    literal,
    select,
    text,
    tuple_,
    update,
)

from onestop_desktop.application.pages import DossierRow, Page
from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import State
from onestop_desktop.domain.moments import at
from onestop_desktop.domain.step_errors import DossierErased
from onestop_desktop.domain.text import fold as folded
from onestop_desktop.domain.text import is_plain
from onestop_desktop.persistence import day_counts, erasing, journal, rows
from onestop_desktop.persistence.schema import dossier as table
from onestop_desktop.persistence.schema import entry, request

_ADD = insert(table)
_ROW = select(table).where(table.c.code == bindparam("code"))
_CHANGE = update(table).where(table.c.id == bindparam("row"))
_ADD_WORDS = text("INSERT INTO dossier_words (rowid, words) VALUES (:id, :words)")
_DROP_WORDS = text(
    "INSERT INTO dossier_words (dossier_words, rowid, words) VALUES ('delete', :id, :words)"
)
_MERGE_WORDS = text("INSERT INTO dossier_words (dossier_words) VALUES ('optimize')")
"""Words that were dropped stand in the index's older parts until they are written anew."""
_BY_CODE = rows.SELECT.where(table.c.code == bindparam("code"))
_WITH_OFFICIAL = text("dossier.official_code <> ''")
_WITH_IDENTITY = text("dossier.identity <> ''")
"""Worded as the partial indexes word it: a bound parameter would hide it from the planner."""
_BY_OFFICIAL = rows.SELECT.where(table.c.official_code == bindparam("code"), _WITH_OFFICIAL)
_OF_IDENTITY = (
    rows.SELECT.where(table.c.identity == bindparam("identity"), _WITH_IDENTITY)
    .order_by(desc(table.c.id))
    .limit(bindparam("limit"))
)
_CODE_OF_OFFICIAL = select(table.c.code).where(
    table.c.official_code == bindparam("code"), _WITH_OFFICIAL
)
_REQUEST = select(request.c.digest, request.c.dossier).where(request.c.id == bindparam("id"))
_CHANGED = (
    select(entry.c.dossier)
    .where(
        entry.c.sequence > bindparam("after"),
        entry.c.sequence <= bindparam("until"),
        entry.c.dossier != "",
    )
    .distinct()
    .order_by(entry.c.dossier)
)
_SORTS = {
    "due": (table.c.due_at, table.c.code),
    "received": (table.c.received_at, table.c.code),
    "applicant": (table.c.applicant, table.c.code),
}
_NEVER_ENTERED = (State.VOIDED.value, State.NOT_RECEIVED.value)
_RECENT_FOR_USUAL = 2000
MOST_WORDS = 8


class SqlDossiers:
    """The port `Dossiers` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    def get(self, code: str) -> Dossier:
        """The dossier folded from its entries (DossierUnknown, DossierErased)."""
        entries = self.entries(code)
        if not entries:
            raise errors.DossierUnknown(code=code)
        if not entries[0].facts:
            raise DossierErased(code=code)
        return fold(entries)

    def entries(self, code: str) -> tuple[Entry, ...]:
        """All entries about a dossier, oldest first."""
        return journal.entries_of(self._connection, code) if code and is_plain(code) else ()

    def row(self, code: str) -> DossierRow:
        """The dossier's row as lists show it (DossierUnknown)."""
        found = self._connection.execute(_BY_CODE, {"code": code}).first()
        if found is None:
            raise errors.DossierUnknown(code=code)
        return rows.to_row(found)

    def rows(self, codes: tuple[str, ...]) -> tuple[DossierRow, ...]:
        """The rows of those codes that there are, in no order."""
        return self._rows(rows.SELECT.where(table.c.code.in_(codes))) if codes else ()

    def code_of_official(self, official: str) -> str:
        """Our code of the provincial system's code, "" for none."""
        if not is_plain(official):
            return ""
        return self._connection.execute(_CODE_OF_OFFICIAL, {"code": official}).scalar() or ""

    def code_of_request(self, request_id: str) -> tuple[str, str] | None:
        """(digest of the order, code) of an order already done."""
        found = self._connection.execute(_REQUEST, {"id": request_id}).first()
        return None if found is None else (found.digest, found.dossier)

    def remember_request(self, request_id: str, digest: str, code: str) -> None:
        """So that the same order sent again is the same dossier."""
        values = {"id": request_id, "digest": digest, "dossier": code}
        self._connection.execute(insert(request), values)

    def add(self, dossier: Dossier, slip: int) -> None:
        """The row of a new dossier and its words."""
        values = {**rows.from_dossier(dossier), "slip_id": slip}
        added = self._connection.execute(_ADD, values).inserted_primary_key
        day_counts.recount(self._connection, None, values)
        if self._sqlite and added is not None:
            words = {"id": added[0], "words": values["search_key"]}
            self._connection.execute(_ADD_WORDS, words)

    def keep(self, dossier: Dossier) -> None:
        """The row again from the fold, in the transaction of the entry that changed it.

        Only columns that differ are sent: SQLite writes each index of a column that is set.
        """
        old = self._connection.execute(_ROW, {"code": dossier.code}).mappings().one()
        values = rows.from_dossier(dossier)
        changed = {name: value for name, value in values.items() if old[name] != value}
        if changed:
            self._connection.execute(_CHANGE, {"row": old["id"], **changed})
            day_counts.recount(self._connection, dict(old), values)
        if self._sqlite and "search_key" in changed:
            words = {"id": old["id"], "words": old["search_key"]}
            self._connection.execute(_DROP_WORDS, words)
            self._connection.execute(_ADD_WORDS, words | {"words": values["search_key"]})

    def queue(self, after: str = "", limit: int = 100) -> Page:
        """Open dossiers by due time, a page at a time."""
        return self._page(rows.OPEN_BY_DUE, _SORTS["due"], after, limit)

    def listed(
        self, *, state: str, on: date | None, sort: str, after: str = "", limit: int = 100
    ) -> Page:
        """Dossiers of a state ("" any), received on a day (None any), in the order asked."""
        columns = _SORTS[sort]
        wanted = rows.SELECT.order_by(*columns)
        if state:
            wanted = wanted.where(table.c.state == state)
        if on is not None:
            start = at(on, time(0))
            wanted = wanted.where(
                table.c.received_at >= start, table.c.received_at < start + timedelta(days=1)
            )
        return self._page(wanted, columns, after, limit)

    def find(self, wanted: str, limit: int = 50) -> tuple[DossierRow, ...]:
        """By code, official code or any words of name, code, number, phone; newest first."""
        words = folded(wanted).split()[:MOST_WORDS]
        if not words:
            return ()
        exact = {"code": wanted.strip().upper()}
        for by_code in (_BY_CODE, _BY_OFFICIAL) if is_plain(exact["code"]) else ():
            found = self._rows(by_code, exact)
            if found:
                return found
        if len(words) > 1 and all(word.isdigit() for word in words):
            # A phone or identity number written in groups is kept in one.
            found = self._by_newest(["".join(words)], limit)
            if found:
                return found
        return self._by_newest(words, limit)

    def _by_newest(self, words: list[str], limit: int) -> tuple[DossierRow, ...]:
        # PostgreSQL would walk all dossiers backwards for a rare word; "+ 0" makes it sort the hits.
        newest = desc(table.c.id) if self._sqlite else desc(table.c.id + 0)
        return self._rows(self._by_words(words).order_by(newest).limit(limit))

    def of_identity(self, identity: str, limit: int = 20) -> tuple[DossierRow, ...]:
        """Dossiers of an identity number, newest first."""
        if not is_plain(identity):
            return ()
        return self._rows(_OF_IDENTITY, {"identity": identity, "limit": limit})

    def open_count(self) -> int:
        """How many dossiers are open."""
        counted = select(func.count()).select_from(table).where(rows.IS_OPEN)
        return int(self._connection.execute(counted).scalar_one())

    def changed_between(self, after: int, until: int) -> tuple[str, ...]:
        """The codes of dossiers with an entry after one and up to another, in their order."""
        found = self._connection.execute(_CHANGED, {"after": after, "until": until})
        return tuple(found.scalars())

    def not_entered(self, since: datetime, limit: int) -> tuple[int, tuple[DossierRow, ...]]:
        """How many received since then have no official code, and the newest of them, newest first."""
        wanted = (
            (table.c.official_code == "")
            & (table.c.applicant != "")
            & (table.c.received_at >= since)
            & table.c.state.not_in(_NEVER_ENTERED)
        )
        counted = select(func.count()).select_from(table).where(wanted)
        newest_first = (desc(each) for each in _SORTS["received"])
        newest = rows.SELECT.where(wanted).order_by(*newest_first).limit(limit)
        return int(self._connection.execute(counted).scalar_one()), self._rows(newest)

    def ended_before(self, day: date) -> tuple[DossierRow, ...]:
        """Dossiers whose way ended before a day and whose facts are still there, oldest first."""
        ended = func.coalesce(table.c.returned_at, table.c.ended_at, table.c.settled_at)
        wanted = rows.SELECT.where(
            table.c.is_open == 0, table.c.applicant != "", ended < at(day, time(0))
        )
        return self._rows(wanted.order_by(table.c.received_at, table.c.code))

    def erase(self, code: str, sequences: tuple[int, ...], named_by: int) -> None:
        """Take the personal facts of a dossier away, and its words out of the search."""
        found = self._connection.execute(_ROW, {"code": code}).one()
        if self._sqlite:
            self._connection.execute(_DROP_WORDS, {"id": found.id, "words": found.search_key})
        bare = erasing.erase(self._connection, code, sequences, named_by)
        if self._sqlite:
            self._connection.execute(_ADD_WORDS, {"id": found.id, "words": bare})
            self._connection.execute(_MERGE_WORDS)

    def usual_procedures(self, limit: int = 8) -> tuple[str, ...]:
        """The codes this desk receives most, over its latest dossiers."""
        recent = (
            select(table.c.procedure).order_by(desc(table.c.id)).limit(_RECENT_FOR_USUAL).subquery()
        )
        counted = (
            select(recent.c.procedure)
            .group_by(recent.c.procedure)
            .order_by(desc(func.count()), recent.c.procedure)
            .limit(limit)
        )
        return tuple(self._connection.execute(counted).scalars())

    def _by_words(self, words: list[str]) -> Select[Any]:
        if self._sqlite:
            match = " ".join(f'"{word}"*' for word in words)
            ids = text("SELECT rowid FROM dossier_words WHERE dossier_words MATCH :words")
            found = ids.bindparams(words=match).columns(column("rowid", Integer))
            return rows.SELECT.where(table.c.id.in_(select(found.subquery().c.rowid)))
        query = " & ".join(f"{word}:*" for word in words)
        vector = func.to_tsvector(text("'simple'"), table.c.search_key)
        return rows.SELECT.where(vector.op("@@")(func.to_tsquery(text("'simple'"), query)))

    def _rows(
        self, wanted: Select[Any], values: dict[str, Any] | None = None
    ) -> tuple[DossierRow, ...]:
        return tuple(rows.to_row(row) for row in self._connection.execute(wanted, values))

    def _page(self, wanted: Select[Any], columns: Iterable[Any], after: str, limit: int) -> Page:
        first, second = columns
        if after:
            key, _, code = after.rpartition("|")
            bound: Any = datetime.fromisoformat(key) if first is not table.c.applicant else key
            # Each bound as its column's type: a moment is text in the store.
            last = tuple_(literal(bound, first.type), literal(code, second.type))
            wanted = wanted.where(tuple_(first, second) > last)
        found = self._rows(wanted.limit(limit))
        if len(found) < limit:
            return Page(found)
        return Page(found, f"{getattr(found[-1], first.name)}|{found[-1].code}")
