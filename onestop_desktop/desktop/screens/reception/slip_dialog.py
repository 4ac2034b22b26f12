"""The slip to be, as large as the window: Alt+V or Esc closes it."""

from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.preview import Preview


class SlipDialog(QDialog):
    """Shows pages; nothing is asked."""

    def __init__(self, pages: list[QImage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Xem giấy"))
        self.resize(parent.size() * 0.94)
        self.preview = Preview()
        self.preview.show_pages(pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        QShortcut(QKeySequence("Alt+V"), self).activated.connect(self.reject)
        self.preview.setFocus()
