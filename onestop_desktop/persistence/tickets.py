"""The hall's tickets: taken, called, ended, each inside the desk's one write transaction."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import Ticket, TicketState
from onestop_desktop.persistence.hall_schema import TURNED, WAITING
from onestop_desktop.persistence.hall_schema import ticket as table

_OF_DAY = select(table).where(table.c.day == bindparam("day"))
_ORDER = (table.c.is_first.desc(), table.c.place)
_NEXT = _OF_DAY.where(WAITING).order_by(*_ORDER).limit(1)
_OPEN = (
    _OF_DAY.where(
        TURNED,
        table.c.counter == bindparam("counter"),
        table.c.state == TicketState.CALLED.value,
    )
    .order_by(table.c.turn.desc())
    .limit(1)
)
_TURNS = _OF_DAY.where(TURNED).order_by(table.c.turn.desc())
_ONE = _OF_DAY.where(table.c.kind == bindparam("kind"), table.c.number == bindparam("number"))
_LAST_NUMBER = select(func.max(table.c.number)).where(
    table.c.day == bindparam("day"), table.c.kind == bindparam("kind")
)
_LAST_PLACE = select(func.max(table.c.place)).where(table.c.day == bindparam("day"))
_LAST_TURN = select(func.max(table.c.turn)).where(table.c.day == bindparam("day"), TURNED)
_COUNTS = (
    select(table.c.kind, func.count())
    .where(table.c.day == bindparam("day"), WAITING)
    .group_by(table.c.kind)
)
_WAITING = select(func.count()).where(table.c.day == bindparam("day"), WAITING)
_AHEAD = select(func.count()).where(
    table.c.day == bindparam("day"),
    WAITING,
    or_(
        table.c.is_first > bindparam("is_first"),
        (table.c.is_first == bindparam("is_first")) & (table.c.place < bindparam("place")),
    ),
)


class SqlTickets:
    """The port `Tickets` over one connection; `touched` once anything was written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def take(self, kind: str, *, first: bool, at: datetime) -> Ticket:
        """The next number of this kind and day."""
        day = local(at).date()
        number = self._last(_LAST_NUMBER, day=day.isoformat(), kind=kind) + 1
        place = self._last(_LAST_PLACE, day=day.isoformat()) + 1
        ticket = Ticket(day, kind, number, place, at, first)
        self._connection.execute(insert(table), _values(ticket))
        self.touched = True
        return ticket

    def keep(self, ticket: Ticket, before: Ticket) -> bool:
        """Put the ticket in place of what it was; False where somebody changed it meanwhile."""
        same = update(table).where(
            table.c.day == before.day.isoformat(),
            table.c.kind == before.kind,
            table.c.number == before.number,
            table.c.state == before.state.value,
            table.c.turn == before.turn,
        )
        done = self._connection.execute(same.values(**_values(ticket)))
        self.touched = True
        return bool(done.rowcount == 1)

    def next(self, day: date, kinds: tuple[str, ...] = ()) -> Ticket | None:
        """Who is called next: those first, then the longest waiting of these kinds (none: of all)."""
        return self._one(_of_kinds(_NEXT, kinds), day=day.isoformat())

    def open_at(self, counter: str, day: date) -> Ticket | None:
        """The ticket called to a counter and not yet ended."""
        return self._one(_OPEN, day=day.isoformat(), counter=counter)

    def get(self, day: date, kind: str, number: int) -> Ticket | None:
        """A ticket by its name, None for none of that day."""
        return self._one(_ONE, day=day.isoformat(), kind=kind, number=number)

    def last_turn(self, day: date) -> int:
        """How many calls this day has had."""
        return self._last(_LAST_TURN, day=day.isoformat())

    def last_called(self, day: date, limit: int) -> tuple[Ticket, ...]:
        """Those called last, the newest call first."""
        found = self._connection.execute(_TURNS.limit(limit), {"day": day.isoformat()})
        return tuple(_ticket(row) for row in found)

    def waiting(self, day: date) -> Mapping[str, int]:
        """How many wait, by the letter of their kind."""
        found = self._connection.execute(_COUNTS, {"day": day.isoformat()})
        return {kind: int(count) for kind, count in found}

    def count_waiting(self, day: date, kinds: tuple[str, ...] = ()) -> int:
        """How many wait who would be called for these kinds."""
        return self._last(_of_kinds(_WAITING, kinds), day=day.isoformat())

    def ahead_of(self, ticket: Ticket) -> int:
        """How many will be called before this one."""
        values = {
            "day": ticket.day.isoformat(),
            "is_first": int(ticket.first),
            "place": ticket.place,
        }
        return int(self._connection.execute(_AHEAD, values).scalar_one())

    def of_day(self, day: date) -> tuple[Ticket, ...]:
        """Every ticket of a day in the order of taking."""
        found = self._connection.execute(_OF_DAY.order_by(table.c.place), {"day": day.isoformat()})
        return tuple(_ticket(row) for row in found)

    def _one(self, wanted: Any, **values: Any) -> Ticket | None:
        row = self._connection.execute(wanted, values).first()
        return None if row is None else _ticket(row)

    def _last(self, wanted: Any, **values: Any) -> int:
        return int(self._connection.execute(wanted, values).scalar() or 0)


def _of_kinds(wanted: Any, kinds: tuple[str, ...]) -> Any:
    """Those who come first by right are called at every counter."""
    if not kinds:
        return wanted
    return wanted.where(or_(table.c.kind.in_(kinds), table.c.is_first == 1))


def _values(ticket: Ticket) -> dict[str, Any]:
    return {
        "day": ticket.day.isoformat(),
        "kind": ticket.kind,
        "number": ticket.number,
        "place": ticket.place,
        "is_first": int(ticket.first),
        "taken_at": ticket.taken_at,
        "called_at": ticket.called_at,
        "counter": ticket.counter,
        "calls": ticket.calls,
        "turn": ticket.turn,
        "dossier": ticket.dossier,
        "state": ticket.state.value,
    }


def _ticket(row: Any) -> Ticket:
    return Ticket(
        date.fromisoformat(row.day),
        row.kind,
        row.number,
        row.place,
        row.taken_at,
        bool(row.is_first),
        row.called_at,
        row.counter,
        row.calls,
        row.turn,
        row.dossier,
        TicketState(row.state),
    )
