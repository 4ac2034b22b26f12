"""What happens on a dossier's page: read, shown, printed again, bound to the provincial code."""

from PySide6.QtCore import QObject

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.desktop.copy_fields import copy_fields, kept_order
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import DRAW, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_order
from onestop_desktop.desktop.screens.dossier import facts
from onestop_desktop.desktop.screens.dossier.view import DossierView
from onestop_desktop.domain.errors import CodedError


class DossierPresenter(QObject):
    """Shows the dossier the desk was asked for last."""

    def __init__(self, desk: Desk, view: DossierView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._code = ""
        self._shown: Shown | None = None
        self._scale = 1.0
        desk.opened.connect(self.open)
        desk.changed.connect(self._changed)
        view.printed.connect(self._print)
        view.slip_wanted.connect(self._show_slip)
        view.copies_wanted.connect(self._show_copies)
        view.official_given.connect(self._given)
        view.preview.wanted.connect(self._resized)
        view.copies.reordered.connect(self._reordered)
        desk.code_takers["dossier"] = self._take_code
        if desk.code_shown:
            self.open(desk.code_shown)

    def open(self, code: str) -> None:
        """Read a dossier and show it."""
        self._code = code
        self._view.show_side(copies=False)
        self._desk.start(self._read(code), self._view)

    def _read(self, code: str) -> Flow:
        try:
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
        except CodedError as error:
            words = self._desk.sentence(error)
            self._desk.told.emit(tr("Không mở được"), words)
            return
        if code != self._code:
            return
        self._shown = shown
        self._show(shown)
        yield from self._draw(code)

    def _draw(self, code: str) -> Flow:
        order = print_order(self._desk, code, provisional=True)
        scale = self._scale
        try:
            pages = yield Work(
                lambda: self._desk.pictures(self._desk.services.preview_form(order), scale), DRAW
            )
        except CodedError as error:
            self._view.preview.show_message(self._desk.sentence(error))
            return
        if code == self._code:
            self._view.preview.show_pages(pages)

    def _show(self, shown: Shown) -> None:
        view, desk, dossier = self._view, self._desk, shown.dossier
        official = dossier.official_code
        view.show_head(
            dossier.applicant.name,
            f"{dossier.procedure_name} · {dossier.procedure}",
            dossier.code,
            tr("Mã của tỉnh: {code}").format(code=official) if official else "",
        )
        view.show_state(*facts.state_cells(dossier, desk))
        view.show_promise(*facts.promise(dossier, desk))
        view.show_facts(facts.pairs(dossier))
        view.show_papers(facts.paper_lines(dossier))
        view.show_entries(facts.entry_lines(shown.entries))

    def _changed(self, changes: Changes) -> None:
        if changes & Changes.DOSSIER and self._code and self._view.isVisible():
            self._desk.start(self._read(self._code), self._view)

    def _resized(self, width: int) -> None:
        across = {"A4L": 842.0, "A4": 595.0, "A5": 420.0}[self._desk.workstation.paper]
        scale = max(0.4, min(4.0, width / across))
        if abs(scale - self._scale) > 0.05:
            self._scale = scale
            if self._code:
                self._desk.start(self._draw(self._code), self._view)

    def _show_slip(self) -> None:
        self._view.show_side(copies=False)
        self._view.preview.setFocus()

    def _show_copies(self) -> None:
        if self._shown is not None:
            dossier = self._shown.dossier
            fields = copy_fields(dossier, self._desk.workstation.copy_order)
            self._view.copies.show_fields(fields, dossier.official_code)
            self._view.show_side(copies=True)
            self._view.copies.lines.setFocus()

    def _print(self) -> None:
        self._desk.print_wanted.emit(self._code)

    def _given(self, text: str) -> None:
        self._desk.start(self._bind(text), self._view)

    def _reordered(self, labels: list[str]) -> None:
        order = kept_order(labels, self._desk.workstation.copy_order)
        self._desk.keep_workstation(copy_order=order)

    def _take_code(self, code: str) -> bool:
        """A scanned code that is not of this desk is the provincial system's."""
        agency = self._desk.view.agency.identifier if self._desk.view else ""
        ours = bool(agency) and code.startswith(f"{agency}-")
        if ours or not self._view.isVisible() or not self._view.copies_shown():
            return False
        self._given(code)
        return True

    def _bind(self, text: str) -> Flow:
        order = BindOfficialCode(
            self._code, text, self._desk.officer, self._desk.workstation.counter
        )
        field = self._view.copies.official_code
        try:
            changes = yield Work(lambda: self._desk.services.bind_official_code(order))
        except CodedError as error:
            field.show_error(self._desk.sentence(error))
            return
        field.clear_fault()
        self._desk.announce(changes)


def build(desk: Desk) -> DossierView:
    """The dossier's page with its presenter."""
    view = DossierView()
    DossierPresenter(desk, view)
    return view
