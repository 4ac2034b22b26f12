"""What happens on a dossier's page: read, shown, printed again, bound to the provincial code."""

from PySide6.QtCore import QObject

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.desktop.choose_dialog import ChooseDialog
from onestop_desktop.desktop.copying import Copying
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.entry_rows import entry_lines
from onestop_desktop.desktop.flow import DRAW, Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import PAPER_WIDTHS, print_flow, print_order
from onestop_desktop.desktop.screens.dossier import facts
from onestop_desktop.desktop.screens.dossier.paying import refund_fee, take_fee
from onestop_desktop.desktop.screens.dossier.view import DossierView
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import MONEY


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
        view.shown_again.connect(self._read_again)
        view.printed.connect(self._print)
        view.slip_wanted.connect(self._show_slip)
        view.copies_wanted.connect(self._show_copies)
        view.handed_over.connect(lambda: self._step(Step.HAND_OVER))
        view.next_wanted.connect(lambda: desk.start(self._choose_step(), view))
        view.forms_wanted.connect(lambda: desk.start(self._choose_form(), view))
        view.preview.wanted.connect(self._resized)
        self._copying = Copying(desk, view.copies, view, view.copies_shown)
        if desk.code_shown:
            self.open(desk.code_shown)

    def open(self, code: str) -> None:
        """Read a dossier and show it."""
        self._code = code
        self._view.show_side(copies=False)
        self._desk.start(self._read(code), self._view)

    def _look(self, code: str, *, again: bool) -> Shown:
        """Opened by a person it goes on record, read anew because something changed it does not."""
        services = self._desk.services
        if again:
            return services.show_dossier(code)
        return services.view_dossier(code, self._desk.workstation.counter)

    def _read(self, code: str, *, again: bool = False) -> Flow:
        try:
            shown: Shown = yield Work(lambda: self._look(code, again=again))
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
        view.facts.show_facts(facts.pairs(dossier))
        view.show_papers(facts.paper_lines(dossier))
        view.show_entries(entry_lines(shown.entries))

    def _changed(self, changes: Changes) -> None:
        if changes & Changes.DOSSIER and self._view.isVisible():
            self._read_again()

    def _read_again(self) -> None:
        if self._code and self._shown is not None:
            self._desk.start(self._read(self._code, again=True), self._view)

    def _resized(self, width: int) -> None:
        scale = max(0.4, min(4.0, width / PAPER_WIDTHS[self._desk.workstation.paper]))
        if abs(scale - self._scale) > 0.05:
            self._scale = scale
            if self._code:
                self._desk.start(self._draw(self._code), self._view)

    def _show_slip(self) -> None:
        self._view.show_side(copies=False)
        self._view.preview.setFocus()

    def _show_copies(self) -> None:
        if self._shown is not None:
            self._copying.show(self._shown.dossier)
            self._view.show_side(copies=True)
            self._view.copies.lines.setFocus()

    def _recompute(self) -> Flow:
        """Reckon the due time anew from the journal; the promise stays."""
        desk, code = self._desk, self._code
        reason = tr("Tính lại từ sổ")
        try:
            changes = yield Work(lambda: desk.services.recompute_due(code, reason, desk.officer))
        except CodedError as error:
            desk.warned.emit(tr("Chưa làm được"), desk.sentence(error))
            return
        desk.announce(changes)
        desk.told.emit(tr("Đã tính lại hạn") if changes else tr("Hạn không đổi"), code)

    def _choose_step(self) -> Flow:
        """The steps the table allows now; the one chosen is asked for and taken."""
        if self._shown is None:
            return
        lines = facts.step_lines(self._shown.dossier)
        if not lines:
            self._desk.told.emit(tr("Không còn bước nào"), self._code)
            return
        dialog = ChooseDialog(tr("Bước tiếp theo"), tr("Làm bước này"), lines, self._view.window())
        if chosen := (yield Ask(dialog)):
            if Step(chosen) is Step.RECOMPUTE:
                yield from self._recompute()
            elif Step(chosen) is Step.RETURN_RESULT:
                self._desk.return_result(self._code)
            elif Step(chosen) in MONEY:
                act = take_fee if Step(chosen) is Step.TAKE_FEE else refund_fee
                yield from act(self._desk, self._shown.dossier, self._view.window())
            else:
                self._step(Step(chosen))

    def _step(self, step: Step) -> None:
        self._desk.stepping.begin(self._code, step, self._view)

    def _choose_form(self) -> Flow:
        """The forms this dossier has; the one chosen is printed."""
        if self._shown is None or self._desk.view is None:
            return
        lines = facts.form_lines(self._shown.dossier, self._desk.view.profile)
        dialog = ChooseDialog(tr("In mẫu khác"), tr("In mẫu này"), lines, self._view.window())
        if chosen := (yield Ask(dialog)):
            yield from print_flow(self._desk, self._code, form=chosen)

    def _print(self) -> None:
        self._desk.print_wanted.emit(self._code)


def build(desk: Desk) -> DossierView:
    """The dossier's page with its presenter."""
    view = DossierView()
    DossierPresenter(desk, view)
    return view
