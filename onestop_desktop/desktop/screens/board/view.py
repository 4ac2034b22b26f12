"""The board as it looks: one picture of figures; the wall's window shows the same one, larger."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.monitors import fill_screen, other_screen
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY, Segment
from onestop_desktop.desktop.widgets.layouts import Footer, column
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.picture_view import PictureView


class BoardView(Page):
    """`opened(key)` for the list behind a figure, `chosen()` when other figures are wanted,
    `print_wanted()`, `wall_wanted()`, `shown_again()`.
    """

    opened = Signal(str)
    chosen = Signal()
    print_wanted = Signal()
    wall_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = PictureView(tr("Bảng theo dõi"))
        self.what = Segment(
            tr("Xem"),
            (
                ("day", tr("Hôm nay")),
                ("procedures", tr("Theo thủ tục")),
                ("officers", tr("Theo cán bộ")),
            ),
        )
        self.period = Segment(
            tr("Thời gian"),
            (("year", tr("Cả năm")), ("month", tr("Tháng này")), ("day", tr("Hôm nay"))),
        )
        self.refusal = RefusalStrip()
        behind = action_button("behind", PRIMARY)
        printed, wall = action_button("print_board"), action_button("wall")
        body = column(self.picture, self.refusal)
        body.setStretch(0, 1)
        body.setContentsMargins(tokens.SPACE_S, 4, tokens.SPACE_S, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer((wall, printed, self.what, self.period), (behind,)))
        self.picture.opened.connect(self.opened)
        behind.clicked.connect(lambda: self.opened.emit(self.picture.key()))
        printed.clicked.connect(self.print_wanted)
        wall.clicked.connect(self.wall_wanted)
        self.what.chosen.connect(self._chosen)
        self.period.chosen.connect(lambda _key: self.chosen.emit())
        self._chosen("day")

    def _chosen(self, what: str) -> None:
        self.period.setVisible(what != "day")
        self.chosen.emit()

    def entered(self) -> None:
        self.picture.setFocus()
        self.shown_again.emit()


class Wall(QWidget):
    """The board alone, on the second monitor where there is one; `closed()` when it is left."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._beside = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bảng theo dõi"))
        self.setObjectName("page")
        self.picture = PictureView(tr("Bảng theo dõi"))
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.picture)

    def show_on_wall(self) -> None:
        """Fill another monitor than the window's, else this one."""
        fill_screen(self, other_screen(self._beside) or self._beside.screen())
        self.activateWindow()  # Esc and F9 are its own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_F11):
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
