"""Putting a half-typed reception aside and taking one up again; several of them, also after a restart."""

from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception.parked_dialog import ParkedDialog
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.errors import ParkedUnknown


class Parking:
    """Flows over the parked receptions; `number` is the one being gone on with, 0 for none."""

    def __init__(self, desk: Desk, view: ReceptionView) -> None:
        self._desk, self._view = desk, view
        self.number = 0

    def put_aside(self, form: dict[str, Any]) -> Flow:
        """Keep a form under its title."""
        title = str(form["title"])
        number = self.number
        yield Work(
            lambda: self._desk.services.park_reception(form, title, self._desk.officer, number)
        )
        self._desk.announce(Changes.PARKED)
        self._desk.told.emit(tr("Đã để tạm"), title)

    def forget(self, number: int) -> Flow:
        """Take one away: received, or given up."""
        if not number:
            return
        try:
            yield Work(lambda: self._desk.services.drop_parked(number))
        except ParkedUnknown:
            return  # another window took it already
        self._desk.announce(Changes.PARKED)

    def choose(self) -> Flow:
        """Show the list; gives the form to go on with, or None."""
        rows = yield Work(lambda: self._desk.services.parked_receptions())
        if not rows:
            self._desk.told.emit(tr("Không có hồ sơ nào để tạm"), "")
            return None
        answer = yield Ask(ParkedDialog(rows, self._desk, self._view.window()))
        if answer is None:
            return None
        act, number = answer
        chosen = next((row for row in rows if row.id == number), None)
        if act == "drop":
            yield from self.forget(number)
            return None
        return {**chosen.form, "parked": number} if chosen else None
