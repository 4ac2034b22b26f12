"""The calendar's page as it looks: the year, its notices and hours, a deadline to try."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.screens.calendar.facts import DayFace, DayKind, NoticeLine
from onestop_desktop.desktop.screens.calendar.trial import Trial
from onestop_desktop.desktop.screens.calendar.year_view import YearView, paint_day
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.fields import SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, SideBySide, column
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import Paragraph, Pill, Words

_LEGEND: tuple[tuple[DayKind, str, str, dict[str, bool]], ...] = (
    (DayKind.OFF, "24", later("nghỉ lễ"), {}),
    (DayKind.OFF_UNSURE, "8", later("chưa xác nhận"), {}),
    (DayKind.MAKEUP, "22", later("làm bù"), {}),
    (DayKind.WEEKEND, "7", later("cuối tuần"), {}),
    (DayKind.WORKED, "23", later("hôm nay"), {"today": True}),
    (DayKind.WORKED, "25", later("được đếm"), {"counted": True}),
    (DayKind.WORKED, "27", later("ngày hẹn"), {"due": True}),
)
_RIGHT = 356


class CalendarView(Page):
    """`year_wanted(step)` -1 or 1, `add_wanted(date or None)`, `import_wanted()`, `hours_wanted()`,
    `stop_wanted()` while dossiers are looked through, `shown_again()`.
    """

    year_wanted = Signal(int)
    add_wanted = Signal(object)
    import_wanted = Signal()
    hours_wanted = Signal()
    stop_wanted = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.year = YearView()
        self.trial = Trial()
        self.before, self.after = action_button("year_before"), action_button("year_after")
        self.confirmed, self.alarm = Pill(), Pill()
        self.refusal = RefusalStrip()
        self._running = False
        self._notices_head = SectionHead("2", tr("Căn cứ"), "Ctrl+2")
        self.notices = RowsTable(
            tr("Căn cứ"),
            (Column(tr("Ngày"), 118), Column(tr("Tên"), stretch=True), Column(tr("Văn bản"), 84)),
        )
        self._hours = Paragraph("", "body", "text")
        self.head = PageHead(
            tr("Lịch làm việc"),
            right=(self.before, self.after),
            beside=(self.confirmed, self.alarm),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        add, take = action_button("add_day"), action_button("import_notice")
        hours = action_button("change_hours")
        add.clicked.connect(lambda: self.add_wanted.emit(None))
        take.clicked.connect(self.import_wanted)
        hours.clicked.connect(self.hours_wanted)
        left = column(self.year, 6, Legend(), 6)
        left.setStretch(0, 1)
        # It takes what is left: a page that fits must not scroll for its sake.
        self.notices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.notices.setMinimumHeight(56)
        inner = column(
            *(self.trial, 10, self._notices_head, 2, self.notices),
            *(10, Words(tr("Giờ làm việc"), "section"), 2, self._hours, 10),
        )
        inner.setStretch(4, 1)
        side, both = QFrame(), QHBoxLayout()
        side.setLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addLayout(left, 1)
        both.addWidget(side)
        columns = SideBySide(both, side, _RIGHT)
        self.year.moved.connect(lambda: columns.show_spot(self.year))
        body = column(self.head, columns, self.refusal, 4)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        whole = column(body, Footer((add, take, hours)))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.year_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.year_wanted.emit(1))
        self.year.opened.connect(self.add_wanted)
        self._notices_head.asked.connect(self.notices.setFocus)
        self.notices.opened.connect(lambda key: self.add_wanted.emit(date.fromisoformat(key)))

    def show_year(
        self, year: int, faces: Mapping[date, DayFace], today: date, *, confirmed: bool
    ) -> None:
        """Show a year with its pill."""
        self.head.title.setText(tr("Lịch làm việc {year}").format(year=year))
        words = tr("Đã xác nhận") if confirmed else tr("Chưa xác nhận")
        self.confirmed.show_pill(
            "ready" if confirmed else "soon", "check" if confirmed else "soon", words
        )
        self.year.show_year(year, faces, today)

    def show_alarm(self, words: str) -> None:
        """Say what must be done about the next year; "" for nothing."""
        self.alarm.show_pill("soon", "soon", words)
        self.alarm.setVisible(bool(words))

    def show_notices(self, lines: Sequence[NoticeLine]) -> None:
        """Show the special days of the year with their notices."""
        self.notices.show_rows(
            [
                Row(
                    line.first.isoformat(),
                    (
                        Cell(line.days, strong=True),
                        Cell(line.name),
                        Cell(line.notice, tone="text2"),
                    ),
                )
                for line in lines
            ]
        )

    def show_hours(self, lines: Sequence[str]) -> None:
        """Show the office hours in force."""
        self._hours.setText("\n".join(lines))

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far the dossiers were looked through; Esc calls it off."""
        self._running = True
        words = tr("Đang xem {done}/{whole} hồ sơ… Esc: dừng").format(done=done, whole=whole)
        self.head.hint.set_whole(words)

    def end_progress(self) -> None:
        """Nothing runs any more."""
        self._running = False
        self.head.hint.set_whole("")

    def entered(self) -> None:
        self.shown_again.emit()
        self.trial.term.edit.setFocus()

    def back(self) -> bool:
        if self._running:
            self.stop_wanted.emit()
            return True
        if not self.refusal.isHidden():
            self.refusal.hide()
            return True
        return False


class Legend(QWidget):
    """What the days' looks mean, each beside a small day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(24)
        self.setAccessibleName(tr("Chú giải"))
        self.setAccessibleDescription(", ".join(tr(words) for _, _, words, _ in _LEGEND))

    def sizeHint(self) -> QSize:
        return QSize(700, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = 0.0
        with QPainter(self) as painter:
            for kind, number, words, looks in _LEGEND:
                paint_day(painter, QRectF(left, 1, 26, 22), number, kind, **looks)
                width = theme.text_width("label", tr(words))
                paint.words(
                    painter,
                    QRectF(left + 32, 0, width + 2, 24),
                    tr(words),
                    "label",
                    theme.colour("text"),
                )
                left += 32 + width + 14
