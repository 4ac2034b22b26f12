"""A copy of the store beside the officer's work, and how old the one at the second place is."""

from functools import reduce
from operator import or_

from onestop_desktop.application.back_up import CopyKept, KeepCopy
from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PLACE, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.store_copy import CopyKind, SecondPlace

EVERYTHING = reduce(or_, Changes)
"""After a return every list is read again."""


def keep_flow(desk: Desk, kind: CopyKind) -> Flow:
    """A copy in a lane of its own; what went wrong is a warning, whatever was done before stands."""
    order = KeepCopy(kind, desk.officer, desk.workstation.backup_to, desk.workstation.counter)
    kept: CopyKept = yield Work(lambda: desk.services.keeping.keep_copy(order), PLACE)
    for trouble in kept.troubles:
        title = tr("Chưa sao lưu ra nơi thứ hai") if kept.copy else tr("Chưa sao lưu được")
        desk.warned.emit(title, desk.sentence(trouble))
    desk.copied.emit()
    return kept


def place_flow(desk: Desk) -> Flow:
    """How old the copy at the second place is: words and whether it is too old; None where none is set."""
    from onestop_desktop.desktop.screens.backups.facts import age_words  # noqa: PLC0415

    folder = desk.workstation.backup_to
    if not folder:
        return None
    try:
        place: SecondPlace = yield Work(lambda: desk.services.keeping.second_place(folder), PLACE)
    except CodedError:
        return None
    now = desk.now()
    return tr("Sao lưu: {age}").format(age=age_words(place, now)), place.is_old(now)
