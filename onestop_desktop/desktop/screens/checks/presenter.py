"""What happens at the check of the store: run beside the desk's work, called off by Esc, reported on paper."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.check_words import check_lines, fault_words
from onestop_desktop.application.pages import Fault, JournalCheck
from onestop_desktop.application.report_check import ReportCheck
from onestop_desktop.application.seal_words import seal_check_words
from onestop_desktop.desktop.care import LANE
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct
from onestop_desktop.desktop.screens.checks.view import ChecksView
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.moments import write_moment


class ChecksPresenter(QObject):
    """One check at a time; the last one is what the report tells of."""

    told = Signal(int, int)

    def __init__(self, desk: Desk, view: ChecksView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._last: ReportCheck | None = None
        self._stopped = Event()
        self._act, self._look = OneAct(desk), OneAct(desk)
        view.acted.connect(self._begin)
        view.stop_wanted.connect(self._stopped.set)
        view.destroyed.connect(self._stopped.set)
        view.opened.connect(self._open)
        self.told.connect(view.show_progress)

    def _begin(self, name: str) -> None:
        if name in ("run_verify", "run_doctor"):
            self._act.begin(self._run(name.removeprefix("run_")), self._view)
        elif name == "check_seal":
            self._look.begin(self._seal(), self._view)
        else:
            self._look.begin(self._print(), self._view)

    def _open(self, key: str) -> None:
        kind, _, code = key.partition("|")
        if kind == "dossier":
            self._desk.open_dossier(code)

    def _run(self, kind: str) -> Flow:
        desk, view = self._desk, self._view
        self._stopped.clear()
        view.begin()
        try:
            check = yield Work(lambda: getattr(desk.services, kind)(self._go_on), LANE)
        except CalledOff:
            view.show_result(tr("Đã dừng giữa chừng."), (), printable=False)
            self._last = None
            return
        finally:
            view.end()
        counter = desk.workstation.counter
        self._last = ReportCheck(check, kind, write_moment(desk.now()), desk.officer, counter)
        self._show(check)

    def _show(self, check: JournalCheck) -> None:
        words = check_lines(check, self._desk.language)[0]
        first = check.first
        ordered = sorted(check.faults, key=lambda fault: fault is not first)
        rows = [self._row(at, fault) for at, fault in enumerate(ordered)]
        self._view.show_result(words, rows, printable=True)
        self._view.faults.setFocus()

    def _row(self, at: int, fault: Fault) -> Row:
        words = fault_words(fault, self._desk.language)
        code = str(fault.get("dossier", ""))
        key = f"dossier|{code}" if code else f"{at}|"
        return Row(key, (Cell(words, "late", "text", strong=at == 0),), words)

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self.told.emit(done, whole)
        return not self._stopped.is_set()

    def _seal(self) -> Flow:
        desk, text = self._desk, self._view.seal.text().strip()
        check = yield Work(lambda: desk.services.counter.check_seal(text))
        self._view.show_seal(seal_check_words(check, desk.language), good=check.good)

    def _print(self) -> Flow:
        desk, order = self._desk, self._last
        if order is None:
            return
        made = yield Work(lambda: desk.services.care.report_check(order, desk.printer()), PRINT)
        mark = tr("bản in lại {n}").format(n=made.copy) if made.copy else tr("bản đầu")
        desk.told.emit(tr("Đã gửi máy in"), f"{tr('Biên bản kiểm tra sổ')} · {mark}")


def build(desk: Desk) -> ChecksView:
    """The check of the store with its presenter."""
    view = ChecksView()
    ChecksPresenter(desk, view)
    return view
