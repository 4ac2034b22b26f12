"""After saving: each field for the provincial system by one key, and its code bound to our dossier."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.receive_dossier import Received
from onestop_desktop.desktop.copy_fields import copy_fields, kept_order
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.errors import CodedError


class AfterReception(QObject):
    """The copy panel of the dossier received last."""

    def __init__(self, desk: Desk, view: ReceptionView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._code = ""
        panel = view.side.copies
        panel.official_code_given.connect(self._given)
        panel.reordered.connect(self._reordered)
        view.side.again.clicked.connect(self._print_again)
        again = QShortcut(QKeySequence("Ctrl+P"), view)
        again.setAutoRepeat(False)
        again.activated.connect(self._print_again)
        desk.code_takers["reception"] = self._take_code

    def show(self, received: Received) -> None:
        """Show the fields of a dossier just received; a code scanned now is taken for it."""
        self._code = received.dossier.code
        order = self._desk.workstation.copy_order
        self._view.side.copies.show_fields(
            copy_fields(received.dossier, order), received.dossier.official_code
        )
        self._view.side.show_copies()

    def _given(self, text: str) -> None:
        self._desk.start(self._bind(text), self._view)

    def _reordered(self, labels: list[str]) -> None:
        order = kept_order(labels, self._desk.workstation.copy_order)
        self._desk.keep_workstation(copy_order=order)

    def _take_code(self, code: str) -> bool:
        """A scanned code that is not of this desk is the provincial system's."""
        agency = self._desk.view.agency.identifier if self._desk.view else ""
        ours = bool(agency) and code.startswith(f"{agency}-")
        if ours or not self._view.isVisible() or not self._view.side.copies_shown():
            return False
        self._given(code)
        return True

    def _bind(self, text: str) -> Flow:
        order = BindOfficialCode(
            self._code, text, self._desk.officer, self._desk.workstation.counter
        )
        field = self._view.side.copies.official_code
        try:
            changes = yield Work(lambda: self._desk.services.bind_official_code(order))
        except CodedError as error:
            self._desk.sounded.emit(False)
            field.show_error(self._desk.sentence(error))
            return
        self._desk.sounded.emit(True)
        field.clear_fault()
        field.set_text(text.strip().upper())
        self._desk.announce(changes)
        self._desk.told.emit(tr("Đã gắn mã của tỉnh"), f"{self._code} = {text.strip().upper()}")

    def _print_again(self) -> None:
        if self._code:
            self._desk.print_wanted.emit(self._code)
