"""Put a half-typed reception aside and take it up again, also after a restart."""

from typing import Any

from onestop_desktop.application.pages import ParkedRow
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.application.session import Session
from onestop_desktop.domain import errors
from onestop_desktop.domain.moments import write_moment

MOST_PARKED = 200


def park_reception(
    form: dict[str, Any],
    title: str,
    officer: str,
    *,
    session: Session,
    unit_of_work: OpenUnitOfWork,
    parked: int = 0,
) -> int:
    """Keep the form as typed; gives its number (an earlier parking of it is replaced).

    Refused: NumberOutOfRange, with accounts SignInNeeded, RoleNotAllowed for who receives nothing.
    """
    with unit_of_work(write=True) as uow:
        session.require(uow)
        others = [row for row in uow.desk.parked() if row.id != parked]
        if len(others) >= MOST_PARKED:
            raise errors.NumberOutOfRange(
                field="parked", least=0, most=MOST_PARKED, value=MOST_PARKED + 1
            )
        row = ParkedRow(parked, title, officer, write_moment(uow.now()), form)
        number = uow.desk.park(row)
        uow.commit()
    return number


def parked_receptions(*, session: Session, unit_of_work: OpenUnitOfWork) -> tuple[ParkedRow, ...]:
    """All receptions put aside, newest first (as `park_reception`)."""
    with unit_of_work() as uow:
        session.require(uow)
        return uow.desk.parked()


def drop_parked(parked: int, *, session: Session, unit_of_work: OpenUnitOfWork) -> None:
    """Take one away once it is received or given up (ParkedUnknown, as `park_reception`)."""
    with unit_of_work(write=True) as uow:
        session.require(uow)
        uow.desk.unpark(parked)
        uow.commit()
