"""Receive a dossier, or many: in one transaction, durable together."""

from collections.abc import Callable, Iterable

from onestop_desktop.application.ports import DrawSecret, OpenUnitOfWork
from onestop_desktop.application.receiving import Received, ReceiveDossier, receive_once
from onestop_desktop.domain import errors


def receive_dossier(
    order: ReceiveDossier, *, unit_of_work: OpenUnitOfWork, draw_secret: DrawSecret
) -> Received:
    """Receive one dossier durably; the same request sent again gives the same dossier.

    Refusals of the order's fields, of the catalogue and of the clock leave nothing stored.
    """
    with unit_of_work(write=True) as uow:
        received = receive_once(order, uow, draw_secret)
        uow.commit()
    return received


def receive_dossiers(
    orders: Iterable[ReceiveDossier],
    *,
    unit_of_work: OpenUnitOfWork,
    draw_secret: DrawSecret,
    set_clock: Callable[[ReceiveDossier], None],
) -> list[Received | errors.DeskError]:
    """Receive many in one transaction, durable together; a refused one leaves nothing, the rest go on."""
    answers: list[Received | errors.DeskError] = []
    with unit_of_work(write=True) as uow:
        for order in orders:
            try:
                set_clock(order)
                with uow.savepoint():
                    answers.append(receive_once(order, uow, draw_secret))
            except errors.DeskError as refusal:
                answers.append(refusal)
        uow.commit()
    return answers
