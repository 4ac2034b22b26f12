"""What every page works with: the services, the runner of flows, this workstation, what has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.flow import Flow, FlowRunner, Work
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.open_dossiers import OpenDossiers
from onestop_desktop.desktop.outside import Opening

if TYPE_CHECKING:  # nothing of these is loaded before the first row is painted
    from PySide6.QtWidgets import QWidget

    from onestop_desktop.application.draft_reception import DeskView
    from onestop_desktop.application.pages import DossierRow
    from onestop_desktop.application.ports import Printer
    from onestop_desktop.application.services import Services
    from onestop_desktop.desktop.stepping import Stepping
    from onestop_desktop.domain.errors import CodedError


@dataclass(frozen=True, slots=True)
class Facts:
    """The top bar's words."""

    agency: str
    counter: str
    officer: str
    role: str
    clock_made_up: bool
    now: Callable[[], datetime]


class Desk(QObject):
    """One desk of one window. `changed(Changes)` after every act that others show, `touched(codes)`
    before it with the dossiers to read again (None: all that are shown),
    `opened(code)` when a dossier's page is wanted, `told(title, detail)` for a toast,
    `done(title, detail, undoable)` for an act, `warned(title, detail)` for one that stays,
    `viewed(DeskView)` when agency, calendar or catalogue were read anew, `step_taken(step, codes)`
    when this window has taken one, `list_wanted()` and then `listed(title, rows)` for dossiers to show,
    `returned(code)` when a citizen has his result, `rating_given(rating)` when he says how it was,
    `copied()` when the store was copied, `store_put_aside(name)` when a damaged one was moved.
    `typed` is the reception half typed (empty for none), `unsaved` the settings changed and not
    saved, `stored` the requests this window has seen stored, `scans_first` takes every scan before
    all others while the hall stands in front; `refused(code)` for every refusal told.
    """

    changed = Signal(object)
    touched = Signal(object)
    opened = Signal(str)
    told = Signal(str, str)
    warned = Signal(str, str)
    viewed = Signal(object)
    workstation_changed = Signal(object)
    search_wanted = Signal(str)
    list_wanted = Signal()
    listed = Signal(str, tuple)
    reception_wanted = Signal()
    card_scanned = Signal(str)
    sounded = Signal(bool)
    print_wanted = Signal(str)
    counted = Signal(dict)
    step_taken = Signal(object, tuple)
    return_wanted = Signal(str)
    done = Signal(str, str, bool)
    returned = Signal(str)
    rating_given = Signal(int)
    resume_wanted = Signal(dict)
    demo_wanted = Signal(str)
    receive_wanted = Signal()
    refused = Signal(str)
    password_wanted = Signal()
    page_wanted = Signal(str)
    store_put_aside = Signal(str)
    copied = Signal()

    def __init__(self, opening: Opening, runner: FlowRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opening = opening
        self.runner = runner
        self.workstation = opening.workstation
        self.officer = opening.officer or opening.workstation.officer
        self.role = ""
        self.covered = False
        self.view: DeskView | None = None
        self.open_dossiers = OpenDossiers(self)
        self.code_shown = self.code_to_return = ""
        self.typed: dict[str, Any] = {}
        self.tried: tuple[str, str, str] | tuple[()] = ()
        self.unsaved: dict[str, str] = {}
        self.stored: set[str] = set()
        self.window: Callable[[], QWidget | None] = lambda: None
        self.scans_first: Callable[[str], bool] | None = None
        self._code_takers: dict[object, Callable[[str], bool]] = {}
        self._card_takers: dict[object, Callable[[str], bool]] = {}
        self.holders: list[Callable[[], None]] = []
        self._services: Services | None = None
        self._stepping: Stepping | None = None

    @property
    def stepping(self) -> Stepping:
        """Takes steps for any page; loaded at the first one."""
        from onestop_desktop.desktop.stepping import Stepping  # noqa: PLC0415 - after the first row

        if self._stepping is None:
            self._stepping = Stepping(self)
        return self._stepping

    @property
    def services(self) -> Services:
        """The services, opened at the first question; ask it inside `Work` only."""
        if self._services is None:
            self._services = self.opening.services()
        return self._services

    @property
    def language(self) -> str:
        """The language now spoken."""
        return spoken()

    def now(self) -> datetime:
        """The desk's clock."""
        return self.opening.now()

    def sentence(self, error: CodedError) -> str:
        """A refusal or fault in the words now spoken; `refused` tells what the window itself must answer."""
        from onestop_desktop.application.messages import error_sentence  # noqa: PLC0415

        self.refused.emit(error.code)
        return error_sentence(error, spoken())

    def failure(self, error: BaseException) -> tuple[str, str]:
        """What no flow caught, in words: a refusal or fault has its sentence, our fault its name."""
        from onestop_desktop.domain.errors import CodedError  # noqa: PLC0415

        if isinstance(error, CodedError):
            return tr("Chưa làm được"), self.sentence(error)
        return tr("Lỗi của chương trình"), type(error).__name__

    def announce(self, changes: Changes, codes: tuple[str, ...] | None = None) -> None:
        """Let every page read again what it shows of these; `codes` are the dossiers they are of."""
        if changes & Changes.QUEUE:
            self.touched.emit(codes)
        if changes:
            self.changed.emit(changes)

    def start(self, flow: Flow, owner: QObject) -> None:
        """Run one action of a person."""
        self.runner.start(flow, owner)

    def read_view(self) -> Flow:
        """Read agency, calendar and catalogue, and tell everyone."""
        self.view = yield Work(lambda: self.services.view_desk())
        self.viewed.emit(self.view)

    def keep_workstation(self, **changes: Any) -> None:
        """Change what this PC is, and write it down; it holds for this run even where that fails."""
        self.workstation = replace(self.workstation, **changes)
        if changes.get("officer") and not self.role:
            self.officer = self.workstation.officer
        try:
            self.opening.keep_workstation(self.workstation)
        except OSError as error:
            from onestop_desktop.domain.errors import FileUnwritable  # noqa: PLC0415

            fault = FileUnwritable(file=error.filename or "")
            self.warned.emit(tr("Chưa lưu."), self.sentence(fault))
        self.workstation_changed.emit(self.workstation)

    def work_as(self, officer: str, role: str) -> None:
        """An officer has signed in, `role` in words; his name stands in every entry from now on."""
        self.officer, self.role = officer, role
        self.workstation_changed.emit(self.workstation)

    def take_scans(
        self,
        page: QObject,
        *,
        code: Callable[[str], bool] | None = None,
        card: Callable[[str], bool] | None = None,
    ) -> None:
        """Let a page claim scanned codes or cards while it lives: answering True, it has taken it."""
        key = object()
        for takers, take in ((self._code_takers, code), (self._card_takers, card)):
            if take is not None:
                takers[key] = take
                page.destroyed.connect(lambda _page=None, there=takers: there.pop(key, None))

    def take_code(self, code: str) -> bool:
        """Offer a scanned code to the pages that wait for one."""
        return any(take(code) for take in tuple(self._code_takers.values()))

    def take_card(self, text: str) -> bool:
        """Offer a scanned card to the pages that wait for one."""
        return any(take(text) for take in tuple(self._card_takers.values()))

    def open_dossier(self, code: str) -> None:
        """Show a dossier's page."""
        self.code_shown = code
        self.opened.emit(code)

    def list_dossiers(self, title: str, rows: tuple[DossierRow, ...]) -> None:
        """Show these on the search's page."""
        self.list_wanted.emit()
        self.listed.emit(title, rows)

    def return_result(self, code: str) -> None:
        """Show the return of results with that dossier before the officer."""
        self.code_to_return = code
        self.return_wanted.emit(code)

    def replace_store(self, act: Callable[[], Any]) -> Any:
        """Run what puts another store in this one's place, while nothing here holds it open (in its lane)."""
        for let_go in self.holders:
            let_go()
        self.services.store.close()
        return act()

    def keep_typed(self) -> None:
        """Park a reception that is half typed, when the window closes."""
        kept, services = self.typed, self._services
        if not kept or services is None or kept.get("request_id") in self.stored:
            return
        from onestop_desktop.domain.errors import CodedError, ParkedUnknown  # noqa: PLC0415

        self.typed = {}
        title, parked = str(kept.get("title", "")), int(kept.get("parked") or 0)
        try:
            try:
                services.park_reception(kept, title, self.officer, parked)
            except ParkedUnknown:
                services.park_reception(kept, title, self.officer)
        except CodedError:
            # The store is away or full: this PC keeps it until the window is opened again.
            self.opening.leave_behind(kept)

    def take_up(self) -> Flow:
        """Park what a window had to leave on this PC, because the store was away as it closed."""
        left = yield Work(self.opening.left_behind)
        if left:
            title = str(left.get("title", ""))
            yield Work(lambda: self.services.park_reception(left, title, self.officer))
            yield Work(lambda: self.opening.leave_behind({}))
            self.warned.emit(tr("Còn hồ sơ gõ dở, Ctrl+L để làm tiếp"), title)

    def printer(self) -> Printer:
        """The printer chosen for this PC."""
        return self.opening.printer(self.workstation.printer)

    def pictures(self, pdf: bytes, pixels_per_point: float) -> list[QImage]:
        """The pages of a PDF as pictures (away from the window's thread)."""
        pages = []
        for width, height, pixels in self.opening.draw_pages(pdf, pixels_per_point):
            image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
            pages.append(image.copy())
        return pages

    def facts(self) -> Facts:
        """What the top bar says."""
        agency = self.view.agency if self.view else None
        return Facts(
            agency.short_name if agency else "",
            self.workstation.counter,
            self.officer,
            self.role or tr("Đang làm việc"),
            bool(agency and agency.demo_clock),
            self.now,
        )
