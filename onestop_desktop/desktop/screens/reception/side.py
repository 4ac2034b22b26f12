"""The reception's right column: the appointment, below it the slip to be, the copy panel or the numbers given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.actions import action
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.appointment import AppointmentPanel
from onestop_desktop.desktop.widgets.buttons import KeyButton
from onestop_desktop.desktop.widgets.copy_panel import CopyPanel
from onestop_desktop.desktop.widgets.fields import SectionHead
from onestop_desktop.desktop.widgets.numbers_panel import NumbersPanel
from onestop_desktop.desktop.widgets.preview import Preview


class Side(QFrame):
    """Shows one of preview, copy panel and numbers at a time; `turned()` when it is the other one."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(tokens.RIGHT_COLUMN)
        self.appointment = AppointmentPanel()
        self.preview = Preview()
        again = action("reprint")
        # Its key works on the whole page: also when the next citizen's slip is shown already.
        self.again = KeyButton(tr(again.label), again.key)
        self.copies = CopyPanel(beside=self.again)
        self.numbers = NumbersPanel()
        self.head = SectionHead("", tr("Xem trước phiếu"))
        preview = QWidget()
        inner = QVBoxLayout(preview)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        inner.addWidget(self.head)
        inner.addWidget(self.preview, 1)
        self._either = QStackedWidget()
        self._either.addWidget(preview)
        self._either.addWidget(self.copies)
        self._either.addWidget(self.numbers)
        self._either.currentChanged.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(10)
        column.addWidget(self.appointment)
        column.addWidget(self._either, 1)

    def show_preview(self) -> None:
        """The slip to be."""
        self._either.setCurrentIndex(0)

    def show_copies(self) -> None:
        """The fields for the provincial system."""
        self._either.setCurrentIndex(1)

    def show_numbers(self) -> None:
        """The certification numbers just given."""
        self._either.setCurrentIndex(2)

    def done_shown(self) -> bool:
        """Whether what was just stored is in front."""
        return self._either.currentIndex() != 0

    def copies_shown(self) -> bool:
        """Whether the copy panel is in front."""
        return self._either.currentIndex() == 1
