"""Shows the pages of a sheet as they will be printed; who draws the pages is a port elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint

_MARGIN = 8


class Preview(QFrame):
    """Pages on a grey ground, white paper in both schemes; PageUp and PageDown turn them.

    `wanted(width)` asks for pages of that many real pixels whenever the room changes, so that
    letters stay sharp; `turned(index)` tells which page is shown.
    """

    wanted = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("well")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages: list[QImage] = []
        self._index, self._message, self._last_wanted = 0, "", 0
        self._say()

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show pages (any size, one shape); the page now looked at stays if it still exists."""
        self._pages, self._message = list(pages), ""
        self._index = min(self._index, max(0, len(self._pages) - 1))
        self._say()
        self._ask()

    def show_message(self, sentence: str) -> None:
        """Show a sentence in place of the pages."""
        self._pages, self._message = [], sentence
        self._say()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def index(self) -> int:
        """Which page is shown, from 0."""
        return self._index

    def turn(self, by: int) -> None:
        """Turn the pages, as far as there are any."""
        index = min(max(0, self._index + by), max(0, len(self._pages) - 1))
        if index != self._index:
            self._index = index
            self._say()
            self.turned.emit(index)

    def page_box(self) -> QRectF:
        """Where the page stands, in the widget's own pixels."""
        shape = self._pages[self._index].size() if self._pages else QSize(148, 210)
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if shape.isEmpty() or room.width() <= 0 or room.height() <= 0:
            return QRectF()
        scale = min(room.width() / shape.width(), room.height() / shape.height())
        width, height = round(shape.width() * scale), round(shape.height() * scale)
        left = (self.width() - width) // 2
        return QRectF(left, (self.height() - height) // 2, width, height)

    def sizeHint(self) -> QSize:
        return QSize(300, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.turn(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            if self._message:
                painter.setFont(theme.font("label"))
                painter.setPen(theme.colour("text2"))
                room = self.rect().adjusted(20, 20, -20, -20)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(room, flags, self._message)
            elif self._pages:
                self._paper(painter)

    def _paper(self, painter: QPainter) -> None:
        box = self.page_box()
        painter.fillRect(box, theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if theme.scheme() == theme.DARK:
            # White paper dazzles on a dark desk: the sheet's own white takes the paper's tone.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        page = self._pages[self._index]
        painter.drawImage(box, page, QRectF(page.rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if len(self._pages) > 1:
            word = f"{self._index + 1}/{len(self._pages)}"
            right = box.right() - 8
            paint.key_hint(painter, right, box.bottom() - 16, word)

    def _ask(self) -> None:
        width = round(self.page_box().width() * self.devicePixelRatioF())
        if width > 0 and width != self._last_wanted:
            self._last_wanted = width
            self.wanted.emit(width)

    def _say(self) -> None:
        page = tr("Trang {n} trên {m}").format(n=self._index + 1, m=len(self._pages))
        self.setAccessibleName(tr("Xem trước phiếu"))
        self.setAccessibleDescription(page if self._pages else self._message)
        self.update()
