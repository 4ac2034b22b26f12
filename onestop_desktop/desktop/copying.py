"""A copy panel at work: fields in this PC's order, the provincial system's code bound by typing or scan."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.desktop.copy_fields import copy_fields, kept_order
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.copy_panel import CopyPanel
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.errors import CodedError


class Copying(QObject):
    """The panel of one page; while it is in front, a foreign code scanned is taken for it."""

    def __init__(
        self, desk: Desk, panel: CopyPanel, page: QWidget, in_front: Callable[[], bool]
    ) -> None:
        super().__init__(page)
        self._desk, self._panel, self._page, self._in_front = desk, panel, page, in_front
        self.code = ""
        panel.official_code_given.connect(self._given)
        panel.reordered.connect(self._reordered)
        desk.take_scans(page, code=self._take_code)

    def show(self, dossier: Dossier) -> None:
        """Show the fields of a dossier."""
        self.code = dossier.code
        fields = copy_fields(dossier, self._desk.workstation.copy_order)
        due = dossier.official_due_at
        words = f"{due:%d/%m/%Y %H:%M}" if due else ""
        self._panel.show_fields(fields, dossier.official_code, words)

    def _given(self, text: str, due: str) -> None:
        self._desk.start(self._bind(text, due), self._page)

    def _reordered(self, labels: list[str]) -> None:
        order = kept_order(labels, self._desk.workstation.copy_order)
        self._desk.keep_workstation(copy_order=order)

    def _take_code(self, code: str) -> bool:
        """A scanned code that is not of this desk is the provincial system's."""
        agency = self._desk.view.agency.identifier if self._desk.view else ""
        ours = bool(agency) and code.startswith(f"{agency}-")
        if ours or not self._page.isVisible() or not self._in_front():
            return False
        self._given(code, self._panel.official_due.text())
        return True

    def _bind(self, text: str, due: str) -> Flow:
        code, desk = self.code, self._desk
        order = BindOfficialCode(code, text, desk.officer, desk.workstation.counter, due)
        field = self._panel.official_code
        try:
            changes = yield Work(lambda: desk.services.bind_official_code(order))
        except CodedError as error:
            desk.sounded.emit(False)
            at_fault = self._panel.official_due if error.field == "official_due_at" else field
            at_fault.show_error(desk.sentence(error))
            return
        desk.sounded.emit(True)
        official = text.strip().upper()
        field.clear_fault()
        self._panel.official_due.clear_fault()
        field.set_text(official)
        desk.announce(changes)
        desk.told.emit(tr("Đã gắn mã của tỉnh"), f"{code} = {official}")
