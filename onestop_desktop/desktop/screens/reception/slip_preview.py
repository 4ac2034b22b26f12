"""The slip to be, drawn away from the window once the typing pauses: exactly the page that will be printed."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import DRAW, Ask, Flow, Work
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.printing import PAPER_WIDTHS
from onestop_desktop.desktop.screens.reception.side import Side
from onestop_desktop.desktop.screens.reception.slip_dialog import SlipDialog
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.slips import RECEIPT, Receipt

PAUSE_MS = 180
LARGE = 2.0
PAPERS = {"A4L": later("A4 · 2 liên"), "A4": "A4", "A5": "A5", "K80": later("Cuộn 80 mm")}


class SlipPreview(QObject):
    """Draws the newest receipt wanted; older wishes are passed over."""

    def __init__(self, desk: Desk, side: Side) -> None:
        super().__init__(side)
        self._desk, self._side = desk, side
        self._wanted: Receipt | None = None
        self._drawn: Receipt | None = None
        self._busy = False
        self._scale = 1.2
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        side.preview.wanted.connect(self._resized)
        large = QShortcut(QKeySequence("Alt+V"), side)
        large.activated.connect(lambda: desk.start(self._enlarge(), side))
        self._say_paper()
        desk.workstation_changed.connect(self._paper_changed)

    def want(self, receipt: Receipt | None) -> None:
        """Ask for the picture of a receipt, None for nothing to show."""
        self._wanted = receipt
        if receipt is None:
            self._drawn = None
            self._side.preview.show_message(tr("Phiếu hiện ở đây khi đã chọn thủ tục."))
        elif receipt != self._drawn:
            self._timer.start()

    def _resized(self, width: int) -> None:
        scale = max(0.6, min(4.0, width / PAPER_WIDTHS[self._desk.workstation.paper]))
        if abs(scale - self._scale) > 0.05:
            self._scale, self._drawn = scale, None
            self.want(self._wanted)

    def _begin(self) -> None:
        if not self._busy and self._wanted is not None:
            self._busy = True
            self._desk.start(self._draw(self._wanted), self._side)

    def _draw(self, receipt: Receipt) -> Flow:
        size, scale = self._desk.workstation.paper, self._scale
        try:
            pages = yield Work(lambda: self._pages(receipt, size, scale), DRAW)
        except CodedError as error:
            self._side.preview.show_message(self._desk.sentence(error))
            return
        finally:
            self._busy = False
        self._drawn = receipt
        if self._wanted is not None:
            self._side.preview.show_pages(pages)
        if self._wanted != receipt:
            self._timer.start()

    def _enlarge(self) -> Flow:
        receipt, size = self._wanted, self._desk.workstation.paper
        if receipt is not None:
            pages = yield Work(lambda: self._pages(receipt, size, LARGE), DRAW)
            yield Ask(SlipDialog(pages, self._side.window()))

    def _pages(self, receipt: Receipt, size: str, scale: float) -> list[QImage]:
        pdf = self._desk.services.draw_form(RECEIPT, receipt, size=size)
        return self._desk.pictures(pdf, scale)

    def _paper_changed(self, _station: object) -> None:
        self._say_paper()
        self.want(self._wanted)

    def _say_paper(self) -> None:
        self._drawn = None
        paper = tr(PAPERS[self._desk.workstation.paper])
        self._side.head.show_verdict("none", paper, "text2")
