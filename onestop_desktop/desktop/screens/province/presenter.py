"""What happens on the page of the provincial system: read, a code bound, a list looked at and taken in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.import_province import ImportProvince, ProvinceImported
from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.print_behind import PrintBehind
from onestop_desktop.application.read_bridge import BridgeView, read_headings
from onestop_desktop.application.sync_portal import Synced, SyncPortal
from onestop_desktop.desktop.ask_fields import AskedField, Question, Texts, ask_and_do
from onestop_desktop.desktop.copying import Copying
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PLACE, PRINT, Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.lines_dialog import LinesDialog
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.screens.province import facts
from onestop_desktop.desktop.screens.province.mapping import MappingDialog
from onestop_desktop.desktop.screens.province.view import BEHIND, REFUSED, WAITING, ProvinceView
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.errors import CodedError, DeskError, ListUnreadable

Refused = Sequence[tuple[int, DeskError]]


class ProvincePresenter(QObject):
    """One act at a time; the lists are read again after whatever changes a dossier."""

    told = Signal(int, int)

    def __init__(self, desk: Desk, view: ProvinceView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._code, self._refused = "", 0
        self._stopped = Event()
        self._act = OneAct(desk)
        self._reading = OneReading(desk, self, self._show, self._not_read)
        self._copying = Copying(desk, view.panel, view, view.panel.isVisible)
        acts = {
            "import_province": self._import,
            "map_province": lambda: self._import(ask=True),
            "sync_portal": self._sync,
            "print_behind": self._print,
        }
        view.acted.connect(lambda name: self._act.begin(acts[name](), view))
        view.shown_again.connect(self.read)
        view.picked.connect(self._picked)
        view.opened.connect(desk.open_dossier)
        view.stop_wanted.connect(self._stopped.set)
        view.destroyed.connect(self._stopped.set)
        self.told.connect(view.show_progress)
        desk.changed.connect(self._changed)

    # -- reading
    def read(self) -> None:
        """Read what is not entered and the last list."""
        if self._view.isVisible():
            self._reading.begin(lambda: self._desk.services.bridge.read_bridge())

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.QUEUE | Changes.DOSSIER):
            self.read()

    def _not_read(self, fault: CodedError) -> None:
        self._view.show_hint(self._desk.sentence(fault))

    def _show(self, seen: BridgeView) -> None:
        desk, view = self._desk, self._view
        behind = seen.taken.behind if seen.taken else ()
        view.show_list(WAITING, [facts.waiting_line(each, desk) for each in seen.waiting])
        view.show_list(BEHIND, [facts.behind_line(each, desk) for each in behind])
        view.show_counts(seen.count, len(behind), self._refused)
        view.show_hint(facts.list_words(seen))

    # -- a reception not entered
    def _picked(self, code: str) -> None:
        self._code = code
        if code:
            self._desk.start(self._show_fields(code), self._view)

    def _show_fields(self, code: str) -> Flow:
        try:
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
        except CodedError as error:
            self._view.show_hint(self._desk.sentence(error))
            return
        if code == self._code:
            self._copying.show(shown.dossier)

    # -- the list
    def _import(self, *, ask: bool = False) -> Flow:
        """Looked at first, then asked, then taken in; with `ask` the columns are chosen anew."""
        desk, view = self._desk, self._view
        kinds = tr("Bảng tính (*.xlsx *.csv);;Mọi tệp (*)")
        file, _ = QFileDialog.getOpenFileName(view, tr("Danh sách của tỉnh"), "", kinds)
        if not file:
            return
        mapped: dict[str, str] | None = {}
        looked = None
        try:
            if not ask:
                looked = yield from self._take(Path(file), {}, look=True)
        except ListUnreadable:
            ask = True
        if ask:
            mapped = yield from self._map(Path(file))
            looked = (yield from self._take(Path(file), mapped, look=True)) if mapped else None
        if looked is None or mapped is None:
            return
        self._show_refused(looked.refused)
        title = tr("Nhận danh sách này?")
        dialog = LinesDialog(title, tr("Nhận danh sách"), facts.looked_lines(looked), view.window())
        if not (yield Ask(dialog)):
            return
        done = yield from self._take(Path(file), mapped, look=False)
        if done is not None:
            words = tr(
                "{new} mới, {moved} đổi hạn, {same} như cũ, {refused} dòng không nhận"
            ).format(
                new=done.received, moved=done.updated, same=done.same, refused=len(done.refused)
            )
            desk.told.emit(tr("Đã nhận danh sách của tỉnh"), words)

    def _map(self, file: Path) -> Flow:
        """Which heading is what, as somebody says; None where nobody does."""
        rows = self._desk.opening.read_rows
        headings = yield Work(lambda: read_headings(rows(file)), PLACE)
        return (yield Ask(MappingDialog(headings, self._view.window())))

    def _take(self, file: Path, mapped: dict[str, str], *, look: bool) -> Flow:
        """What came of it, None where it was called off."""
        desk, view = self._desk, self._view

        def take() -> ProvinceImported:
            order = ImportProvince(
                desk.opening.read_rows(file),
                desk.officer,
                mapped,
                desk.workstation.counter,
                look,
                file.name,
            )
            return desk.services.bridge.import_province(order, self._go_on)

        self._stopped.clear()
        view.begin()
        try:
            return (yield Work(take, PLACE))
        except CalledOff:
            words = tr("Đã dừng; hồ sơ nhận được trước đó vẫn còn.") if not look else ""
            desk.warned.emit(tr("Đã dừng đọc danh sách"), words)
            return None
        finally:
            view.end()
            if not look:
                desk.announce(Changes.QUEUE | Changes.DOSSIER)

    def _show_refused(self, refused: Refused) -> None:
        self._refused = len(refused)
        view = self._view
        view.show_list(REFUSED, facts.refused_lines(refused, self._desk))
        counts = (view.chips.count(WAITING), view.chips.count(BEHIND), self._refused)
        view.show_counts(*counts)
        if refused:
            view.chips.choose(REFUSED)

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self.told.emit(done, whole)
        return not self._stopped.is_set()

    # -- out
    def _sync(self) -> Flow:
        """What changed since the last time, for the national portal."""
        desk = self._desk
        begun = Path.home() / f"dong-bo-{desk.now():%Y%m%d-%H%M}.json"
        question = Question(
            tr("Xuất hồ sơ thay đổi cho Cổng dịch vụ công"),
            tr("Xuất"),
            (AskedField("out", tr("Tệp .json"), str(begun)),),
            tr("Gồm hồ sơ thay đổi từ lần xuất trước; tệp có tên và số của công dân."),
        )

        def write(texts: Texts) -> Synced:
            order = SyncPortal(desk.officer, desk.workstation.counter)
            open_file = partial(desk.opening.new_file, Path(texts["out"]))
            return desk.services.bridge.sync_portal(order, open_file)

        made = yield from ask_and_do(desk, question, write, self._view.window(), PLACE)
        if made is not None:
            desk.told.emit(tr("Đã xuất"), tr("{n} hồ sơ").format(n=made.dossiers))

    def _print(self) -> Flow:
        """Who is behind there, as evidence."""
        desk = self._desk
        order = PrintBehind(desk.officer, desk.workstation.counter)
        printed = yield Work(
            lambda: desk.services.bridge.print_behind(order, desk.printer()), PRINT
        )
        mark = tr("bản in lại {n}").format(n=printed.copy) if printed.copy else tr("bản đầu")
        desk.told.emit(tr("Đã gửi máy in"), f"{tr('Danh sách tỉnh chưa ghi xong')} · {mark}")


def build(desk: Desk) -> ProvinceView:
    """The page with its presenter."""
    view = ProvinceView()
    ProvincePresenter(desk, view)
    return view
