"""After saving: the copy panel of the dossier received last, and the paper made last printed again."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from onestop_desktop.application.receiving import Received
from onestop_desktop.desktop.copying import Copying
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.printing import notice_flow
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.dossier import Dossier


class AfterReception(QObject):
    """The right column once a dossier is stored."""

    def __init__(self, desk: Desk, view: ReceptionView) -> None:
        super().__init__(view)
        self._desk, self._side = desk, view.side
        self._copying = Copying(desk, view.side.copies, view, view.side.copies_shown)
        self._notice = 0
        view.side.again.clicked.connect(self._print_again)
        again = QShortcut(QKeySequence("Ctrl+P"), view)
        again.setAutoRepeat(False)
        again.activated.connect(self._print_again)

    def show(self, received: Received) -> None:
        """Show the fields of a dossier just received."""
        self._notice = 0
        self._copying.show(received.dossier)
        self._side.show_copies()

    def code_done(self, dossier: Dossier) -> None:
        """A dossier handed back already: Ctrl+P prints its slip all the same."""
        self._notice = 0
        self._copying.show(dossier)

    def print_notice(self, entry: int) -> None:
        """Print a notice without a dossier; it is the paper made last."""
        self._notice = entry
        self._print_again()

    def _print_again(self) -> None:
        if self._notice:
            self._desk.start(notice_flow(self._desk, self._notice), self._side)
        elif self._copying.code:
            self._desk.print_wanted.emit(self._copying.code)
