"""The one scan-or-search line of the top bar; what was found is shown elsewhere."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.icons import paint_icon
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.fields import LineBox

KEY = "Ctrl+F"


class SearchBox(LineBox):
    """`searched(text)` on Enter; the icon, the hint and the key are painted inside."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter_moves_on = False
        self.setFont(theme.font("body"))
        self.setAccessibleName(paint.spoken(tr("Quét hoặc tìm"), KEY))
        self.setPlaceholderText(tr("Quét thẻ, quét phiếu, hoặc gõ tên, mã để tìm"))
        self.setTextMargins(26, 0, int(paint.hint_width(KEY)) + 2, 0)
        self.setMinimumWidth(260)
        self.setMaximumWidth(452)
        self.entered.connect(lambda: self.searched.emit(self.text()))
        QShortcut(QKeySequence(KEY), self).activated.connect(self.begin)

    def begin(self) -> None:
        """Take the focus, everything marked, so that typing begins a new search."""
        self.setFocus()
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            spot = QRectF(11, box.center().y() - 8, tokens.ICON, tokens.ICON)
            paint_icon(painter, "scan", spot, theme.colour("hint"))
            paint.key_hint(painter, box.right() - 6, box.center().y(), KEY)
