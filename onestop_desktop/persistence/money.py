"""Payments and refunds as rows beside their entries, by day and by dossier."""

from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from onestop_desktop.domain.moments import at, local
from onestop_desktop.domain.money import Method, Payment
from onestop_desktop.persistence.day_schema import payment as table

_ADD = insert(table)
_BETWEEN = (
    select(table)
    .where(table.c.at >= bindparam("first"), table.c.at < bindparam("end"))
    .order_by(table.c.sequence)
)
_CASH_BEFORE = select(func.coalesce(func.sum(table.c.amount), 0)).where(
    table.c.at < bindparam("first"), table.c.method == Method.CASH.value
)


class SqlMoney:
    """The port `Money` over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, payment: Payment, sequence: int) -> None:
        """A payment or refund and the number of its entry."""
        values = {
            "sequence": sequence,
            "number": payment.number,
            "year": payment.year,
            "dossier": payment.dossier,
            "procedure": payment.procedure,
            "procedure_name": payment.procedure_name,
            "amount": payment.amount,
            "method": payment.method.value,
            "officer": payment.officer,
            "at": payment.at,
            "reason": payment.reason,
        }
        self._connection.execute(_ADD, values)

    def cash_before(self, day: date) -> int:
        """The cash taken before a day, refunds in cash taken off, in đồng."""
        found = self._connection.execute(_CASH_BEFORE, {"first": at(day, time(0))})
        return int(found.scalar_one())

    def between(self, first: date, last: date) -> tuple[Payment, ...]:
        """All money of the days from first to last, in order."""
        end = at(last, time(0)) + timedelta(1)
        found = self._connection.execute(_BETWEEN, {"first": at(first, time(0)), "end": end})
        return tuple(to_payment(row) for row in found)


def to_payment(row: Any) -> Payment:
    """A payment from its row."""
    return Payment(
        row.number,
        row.year,
        row.dossier,
        row.procedure,
        row.procedure_name,
        row.amount,
        Method(row.method),
        row.officer,
        local(row.at),
        row.reason,
    )
